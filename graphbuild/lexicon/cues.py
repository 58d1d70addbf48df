"""Words that say whether something happened and who says so (`ontology/cues.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.loading import expect_keys, expect_mapping, expect_texts, read_yaml
from graphbuild.model.event import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "cues.yaml"


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemma lists, each explained at the head of `cues.yaml`."""

    speech: frozenset[str]
    claim: frozenset[str]
    deny: frozenset[str]
    planned: frozenset[str]
    hypothetical: frozenset[str]
    negated: frozenset[str]
    alleged: frozenset[str]
    implied: frozenset[str]
    aspectual: frozenset[str]
    modifiers: Mapping[str, Status]
    modals: Mapping[str, Status]
    negators: frozenset[str]
    conditions: frozenset[str]
    partitive: frozenset[str]
    locative: frozenset[str]

    def reports(self, lemma: str) -> bool:
        """Whether a verb credits what depends on it to its subject."""
        return lemma in self.speech or lemma in self.claim or lemma in self.deny


@cache
def load_cues() -> Cues:
    """Read the installed cues; raises LexiconError naming the entry that is wrong."""
    top = expect_mapping(read_yaml(FILE), FILE)
    names = [f.name for f in fields(Cues)]
    expect_keys(top, FILE, required=names)
    return Cues(
        modifiers=_by_word(top, "modifiers"),
        modals=_by_word(top, "modals"),
        **{
            n: frozenset(expect_texts(top[n], f"{FILE}: {n}"))
            for n in names
            if n not in ("modals", "modifiers")
        },
    )


def _by_word(top: Mapping[str, object], name: str) -> Mapping[str, Status]:
    """Lists of words by status, turned round."""
    found: dict[str, Status] = {}
    for status, words in expect_mapping(top[name], f"{FILE}: {name}").items():
        for word in expect_texts(words, f"{FILE}: {name}.{status}"):
            if found.setdefault(word, Status(status)) != status:
                raise LexiconError(f"{FILE}: {name}: {word!r} is {found[word]} and {status}")
    return MappingProxyType(found)
