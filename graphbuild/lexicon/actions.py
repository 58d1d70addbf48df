"""Words that retell one action: "takeover" and "purchase" (`ontology/actions.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.loading import expect_mapping, expect_texts, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "actions.yaml"
# Small letters of any alphabet, with a blank, hyphen or apostrophe between them: "coup d'état".
_WORD = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Actions:
    """Which words tell the same action when one story uses both.

    ``groups`` maps each word, with a blank for each hyphen, to the name of its group,
    which is itself one of the words.
    """

    groups: Mapping[str, str]

    def of(self, action: str) -> str | None:
        """The group of a lower-case lemma, with its particle; None where no group has it.

        >>> actions = load_actions()
        >>> actions.of("takeover"), actions.of("buy"), actions.of("step down"), actions.of("strike")
        ('acquire', 'acquire', 'resign', None)
        """
        return self.groups.get(_blanked(action))


@cache
def load_actions() -> Actions:
    """Read the installed groups; raises LexiconError naming the file and the entry that is wrong."""
    return parse_actions(read_yaml(FILE))


def parse_actions(data: object) -> Actions:
    """Make groups of what `read_yaml` gives.

    Raises LexiconError for a word in two groups or written twice, for words that are
    unsorted or no lemmas, and for a group of one word or under a foreign name.
    """
    groups: dict[str, str] = {}
    for name, value in expect_mapping(data, FILE).items():
        where = f"{FILE}: {name}"
        for word in _words(name, value, where):
            taken = groups.setdefault(_blanked(word), name)
            if taken != name:
                raise LexiconError(f"{where}: {word!r} is in {taken} too")
    return Actions(MappingProxyType(groups))


def _words(name: str, value: object, where: str) -> tuple[str, ...]:
    words = expect_texts(value, where)
    if wrong := [w for w in words if w != w.lower() or not _WORD.fullmatch(w)]:
        raise LexiconError(f"{where}: no lower-case lemma: {wrong[0]!r}")
    if list(words) != sorted(words):
        late = next(b for a, b in pairwise(words) if b < a)
        raise LexiconError(f"{where}: not sorted: {late!r}")
    if len({_blanked(w) for w in words}) < len(words):
        raise LexiconError(f"{where}: one word with hyphen and with blank")
    if len(words) < 2 or name not in words:
        raise LexiconError(f"{where}: wants two words or more, its own name among them")
    return words


def _blanked(word: str) -> str:
    return word.replace("-", " ")
