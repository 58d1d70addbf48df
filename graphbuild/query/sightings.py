"""An actor with all its appearances, as those who look for doubts need it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from graphbuild.lexicon.actor_rules import name_key
from graphbuild.model.actor import Actor, Appearance, MentionForm, NameSeen

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "to"})

Where = tuple[Appearance, NameSeen]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A named actor and where it appears."""

    actor: Actor
    appearances: tuple[Appearance, ...]

    @property
    def mentions(self) -> int:
        """How many words stand for it."""
        return sum(map(mentions_in, self.appearances))

    def names(self) -> Counter[str]:
        """Its names (no descriptions, no pronouns) with how often each stands."""
        return Counter({n.text: 0 for a in self.appearances for n in proper(a)}) + Counter(
            n.text for a in self.appearances for n in proper(a) for _ in range(n.count)
        )

    def where(self, text: str | None = None) -> tuple[Where, ...]:
        """The first place of a name, or of any name; () where there is none."""
        for appearance in self.appearances:
            for name in proper(appearance):
                if text is None or name.text == text:
                    return ((appearance, name),)
        return ()


class Verdict(StrEnum):
    """What linking made of two names."""

    JOINED = "joined"
    APART = "kept apart"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A doubt before its sentences are fetched; ``value`` is what a fact would be set to."""

    mentions: int
    verdict: Verdict
    why: str
    names: tuple[str, str]
    actors: tuple[str, ...]
    evidence: tuple[Where, ...]
    section: str
    value: str = ""


def proper(appearance: Appearance) -> Iterable[NameSeen]:
    """The names among the words for an actor."""
    return (n for n in appearance.names if n.form is MentionForm.NAME)


def mentions_in(appearance: Appearance) -> int:
    """How many words of one article stand for it."""
    return sum(n.count for n in appearance.names)


@lru_cache(maxsize=1 << 16)
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(name_key(name).split())


def initials(name: str) -> str:
    """The letters that an acronym of a name would have.

    >>> initials("Knights of the Harbour")
    'kh'
    """
    return "".join(word[0] for word in words_of_name(name) if word not in _SMALL)


def is_acronym(name: str) -> bool:
    """Whether a name is one word of capitals: "KH", "U.N."."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()
