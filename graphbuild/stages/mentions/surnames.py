"""Surnames that the parser took for common nouns: "Jobs" at the head of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorKind
from graphbuild.stages.mentions.names import Name
from graphbuild.stages.mentions.offices import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.model.parse import Parse

_SHORTEST = 3


def bare_surnames(parse: Parse, names: Sequence[Name]) -> Iterator[Name]:
    """Capitalised nouns that are the surname of somebody whom the text names in full.

    Where a sentence begins every word has a capital: there it counts only if the text never
    writes the word small.
    """
    surnames = {parse.tokens[n.last - 1].text for n in names if n.last - n.first > 1 and _is_person(n)}
    small = {t.text for t in parse.tokens if t.text.islower()}
    taken = {i for n in names for i in range(n.first, n.last)}
    starts = {s.first for s in parse.sentences}
    for token in parse.tokens:
        if token.text not in surnames or token.index in taken or token.pos not in ("NOUN", "PROPN"):
            continue
        is_told = token.index not in starts or token.text.lower() not in small
        if is_told and token.text.istitle() and len(token.text) >= _SHORTEST and token.dep != "compound":
            yield Name(token.index, token.index + 1, token.index, PERSON, (), None)


def _is_person(name: Name) -> bool:
    kinds = {entry.kind for entry in name.entries}
    return kinds == {ActorKind.PERSON} if kinds else name.label == PERSON
