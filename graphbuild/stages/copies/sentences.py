"""The sentences of an article as numbers, so that many articles can be held and compared."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graphbuild.model.text import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from graphbuild.model.text import Article, Passage, Span

SHINGLE = 4  # words: two writers share many pairs and triples of words about one event, but few fours
_SIZE = 4  # bytes of a hash
FEWEST = 12  # shingles: of a text much shorter than two lines nobody can say that it was copied

_WORD = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+")
# What is said in quotation marks may stand in two independent reports of one speech. A quote
# ends in its paragraph; one that does not is not taken for one.
_QUOTED = re.compile('“[^“”\n]*”|"[^"\n]*"|``[^`\n]*?\'\'')


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: hashes of its words in order, of those that are facts, and where it quotes nobody.

    Facts are what tells one report from another of the same make: numbers, and words written
    large that do not begin the sentence. Hashes are four bytes each, for thousands of pages
    are held at a time; ``runs`` are half-open ranges of words.
    """

    span: Span
    words: bytes
    facts: bytes
    runs: tuple[tuple[int, int], ...]

    def shingles(self) -> Iterator[int]:
        """One number for each four unquoted words in a row."""
        for first, last in self.runs:
            for place in range(first * _SIZE, (last - SHINGLE + 1) * _SIZE, _SIZE):
                yield zlib.crc32(self.words[place : place + SHINGLE * _SIZE])


@dataclass(frozen=True, slots=True)
class Page:
    """An article as far as copies are concerned; ``length`` is that of its text in characters."""

    article: str
    published: date | None
    length: int
    title: bytes
    sentences: tuple[Said, ...]

    def shingles(self) -> frozenset[int]:
        """Those of all its sentences."""
        return frozenset(shingle for said in self.sentences for shingle in said.shingles())


def prose_of(passages: Iterable[Passage], sentences: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences that are prose: another headline makes no other text."""
    prose = [p.span for p in passages if p.kind is PassageKind.PROSE]
    return tuple(s for s in sentences if any(span.contains(s) for span in prose))


def page_of(article: Article, sentences: Sequence[Span]) -> Page:
    """An article, given the spans of the sentences that were read of its prose."""
    quotes = [match.span() for match in _QUOTED.finditer(article.text)]
    return Page(
        article.id,
        article.published,
        len(article.text),
        _packed([_hash(word[0]) for word in _WORD.finditer(article.title or "")]),
        tuple(_said(article.text, span, quotes) for span in sentences),
    )


def distinct(hashes: bytes) -> frozenset[int]:
    """The words of such a row, each once."""
    return frozenset(memoryview(hashes).cast("I"))


def _said(text: str, span: Span, quotes: Sequence[tuple[int, int]]) -> Said:
    matches = list(_WORD.finditer(text, span.start, span.end))
    words = [_hash(match[0]) for match in matches]
    initials = [text[match.start()] for match in matches]
    facts = [words[n] for n, one in enumerate(initials) if one.isdigit() or (n and one.isupper())]
    return Said(span, _packed(words), _packed(facts), tuple(_runs(matches, span, quotes)))


def _runs(
    matches: Sequence[re.Match[str]], span: Span, quotes: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Ranges of words between the quotes that reach into a sentence."""
    near = [quote for quote in quotes if quote[0] < span.end and span.start < quote[1]]
    first = 0
    for number, match in enumerate(matches if near else ()):
        if any(start <= match.start() < end for start, end in near):
            if first < number:
                yield first, number
            first = number + 1
    if first < len(matches):
        yield first, len(matches)


def _packed(hashes: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(hashes)}I", *hashes)


@lru_cache(maxsize=1 << 15)
def _hash(word: str) -> int:
    return zlib.crc32(word.lower().encode("utf-8", "surrogatepass"))
