"""Which target entity a name stands for: the name itself, another name that is given, initials, or a part of it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LEGAL = frozenset(
    [
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "company",
        "ltd",
        "limited",
        "plc",
        "nv",
        "sa",
        "se",
        "ag",
        "llc",
        "group",
        "index",
        "average",
    ]
)
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "president",
        "ceo",
        "chairman",
        "secretary",
        "senator",
        "chief",
        "executive",
        "general",
        "judge",
        "minister",
        "former",
        "chancellor",
        "founder",
        "co-founder",
        "us",
        "american",
    ]
)
_KINDS = frozenset(["airlines", "airways", "composite", "industrial", "dreamliner", "corps"])
_CARRIERS = frozenset({"airlines", "airways"})
_STATES = frozenset({"us", "uk", "eu"})


class Targets:
    """The target entities of a corpus; ``others`` are further names of an entity."""

    def __init__(self, entities: Sequence[str], others: Mapping[str, Sequence[str]]) -> None:
        self._names = {e: {words_of(name) for name in (e, *others.get(e, ()))} for e in entities}
        self._known: dict[str, frozenset[str]] = {}

    def of(self, name: str) -> frozenset[str]:
        """The entities that a name may stand for; a part of a name stands for one entity or for none."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> frozenset[str]:
        words = words_of(name)
        if not words:
            return frozenset()
        solid = "".join(words)
        whole = {e for e, names in self._names.items() if words in names}
        whole = whole or {e for e, names in self._names.items() if solid in map("".join, names)}
        if not whole and len(words) == 1:
            whole = self._initials.get(words[0], set())
        if whole or not re.search(r"[A-Z\d]", name):
            return frozenset(whole)
        while len(words) > 1 and words[0] in _TITLES:
            words = words[1:]
        parts = {e for e, names in self._names.items() if any(_is_part(words, full) for full in names)}
        return frozenset(parts) if len(parts) == 1 else frozenset()

    @cached_property
    def _initials(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for entity in self._names:
            for initials in _initials_of(entity):
                found[initials].add(entity)
        return found


def words_of(name: str) -> tuple[str, ...]:
    """A name as small words without articles, possessives and legal forms.

    >>> words_of("The Boeing Co.'s"), words_of("U.S. Air Force")
    (('boeing',), ('us', 'air', 'force'))
    """
    plain = re.sub(r"'s?\b", " ", name.lower().replace("&", " and ").replace("’", "'"))
    plain = re.sub(r"\b(?:[a-z]\.){2,}", lambda m: m[0].replace(".", ""), plain)
    words = re.sub(r"[^a-z0-9]+", " ", plain).replace("united states", "us").split()
    while len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL:
        words = words[:-1]
    return tuple(words)


def _initials_of(name: str) -> set[str]:
    words = re.sub(r"[^a-z0-9]+", " ", name.lower().replace("&", " and ")).split()
    if len(words) < 2 or any(word.isdigit() for word in words):
        return set()
    found = {"".join(word[0] for word in words)}
    if words[0] in _STATES:
        found.add(words[0] + "".join(word[0] for word in words[1:]))
    return {each for each in found if len(each) > 1}


def _is_part(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether words are the whole name or the usual short form of it: Jobs, Federal Reserve, A380, China Eastern."""
    size = len(words)
    if words == full:
        return True
    if size >= len(full) or len(words[-1]) < 3:
        return False
    if full[-size:] == words and full[-size - 1] not in ("of", "and", "the", "for"):
        return True
    rest = full[size:]
    if full[:size] != words or not all((word.isdigit() and len(word) > 1) or word in _KINDS for word in rest):
        return False
    return size > 1 or not _CARRIERS & set(rest)
