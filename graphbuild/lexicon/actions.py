"""Words that retell one action: "takeover" and "purchase" (`ontology/actions.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.loading import expect_mapping, expect_texts, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "actions.yaml"
SENSES = "senses.yaml"
# Small letters of any alphabet, with a blank, hyphen or apostrophe between them: "coup d'état".
_WORD = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Actions:
    """Which words tell the same action when one story uses both.

    ``groups`` maps each word, with a blank for each hyphen, to the name of its group,
    which is itself one of the words; ``senses`` each word of several senses, and each
    general word, to the groups it may retell besides its own.
    """

    groups: Mapping[str, str]
    senses: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, action: str) -> str | None:
        """The group of a lower-case lemma, with its particle; None where no group has it.

        >>> actions = load_actions()
        >>> actions.of("takeover"), actions.of("buy"), actions.of("step down"), actions.of("strike")
        ('acquire', 'acquire', 'resign', None)
        """
        return self.groups.get(_blanked(action))

    def may_be(self, action: str) -> frozenset[str]:
        """The groups that a lemma may retell besides its own.

        >>> sorted(load_actions().may_be("strike"))
        ['airstrike', 'attack', 'missile attack', 'run over', 'walkout']
        """
        return self.senses.get(_blanked(action), frozenset())


@cache
def load_actions() -> Actions:
    """Read the installed groups; raises LexiconError naming the file and the entry that is wrong."""
    return parse_senses(read_yaml(SENSES), parse_actions(read_yaml(FILE)))


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


def parse_senses(data: object, actions: Actions) -> Actions:
    """The groups with the further senses that `read_yaml` gives.

    Raises LexiconError for a word that is no lemma or written twice, for senses that are
    unsorted, of no group, or the word's own group.
    """
    names = frozenset(actions.groups.values())
    senses: dict[str, frozenset[str]] = {}
    for word, value in expect_mapping(data, SENSES).items():
        where = f"{SENSES}: {word}"
        found = expect_texts(value, where)
        if not _WORD.fullmatch(word) or word != word.lower() or _blanked(word) in senses:
            raise LexiconError(f"{where}: no lower-case lemma, or written twice")
        if wrong := [g for g in found if g not in names or g == actions.of(word)]:
            raise LexiconError(f"{where}: no other group of {FILE}: {wrong[0]!r}")
        if list(found) != sorted(set(found)):
            raise LexiconError(f"{where}: not sorted, or one group twice")
        senses[_blanked(word)] = frozenset(found)
    return Actions(actions.groups, MappingProxyType(senses))


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
