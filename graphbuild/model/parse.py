"""A parsed text: the only form in which other rooms see a parser's work."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from graphbuild.model.text import PassageKind, Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign.

    ``index`` counts through the whole article; ``head`` is the index of the token it
    depends on (its own for a root); ``dep`` is a CLEAR-style label as spaCy's English
    models give it, ``pos`` a Universal POS tag, ``tag`` a Penn Treebank tag, ``entity``
    the label of the named entity it is part of, or "".
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first`` to ``last`` (exclusive) of a parse; ``index`` counts from 0."""

    span: Span
    index: int
    first: int
    last: int
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """Tokens ``first`` to ``last`` (exclusive), and the OntoNotes label given to them."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Parse:
    """All read passages of one article, as tokens with absolute offsets."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[NamedEntity, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the indices of its dependents in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        return tuple(map(tuple, below))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """For each token, the label of its dependency: what is asked most of a parse."""
        return tuple([token.dep for token in self.tokens])

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token, the index of its sentence; -1 for stray white space."""
        found = [-1] * len(self.tokens)
        for sentence in self.sentences:
            found[sentence.first : sentence.last] = [sentence.index] * (sentence.last - sentence.first)
        return tuple(found)
