"""Running text from the tokens of an annotated corpus, with where each token stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_QUOTES = {"``": '"', "''": '"', "`": "'"}
_TIGHT_BEFORE = re.compile(r"[,.;:!?%)\]}]|\.\.\.|n't|'(?:s|re|ve|ll|d|m)?$", re.IGNORECASE)
_TIGHT_AFTER = frozenset("($[{#£€")
_HEAD = 2  # headline and dateline are paragraphs of their own


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of an annotated text: its id, the number of its sentence, its words."""

    id: str
    sentence: int
    words: str


@dataclass(frozen=True, slots=True)
class Text:
    """Running text, and for each token id the half-open character range."""

    text: str
    places: Mapping[str, tuple[int, int]]


def join(pieces: Iterable[Piece]) -> Text:
    """Tokens as a newspaper would print them: treebank quotes made plain, no blanks before commas.

    Headline and dateline (the first two sentences) become paragraphs, the rest is one.
    """
    text, sentence, is_open, tight = "", None, False, True
    places: dict[str, tuple[int, int]] = {}
    for piece in pieces:
        if piece.sentence != sentence:
            text += "" if not text else "\n\n" if piece.sentence <= _HEAD else " "
            sentence, tight = piece.sentence, True
        words = _QUOTES.get(piece.words, piece.words)
        is_quote = words == '"'
        closes = is_quote and (piece.words == "''" or (piece.words == '"' and is_open))
        if not (tight or closes or _TIGHT_BEFORE.match(words)):
            text += " "
        places[piece.id] = (len(text), len(text) + len(words))
        text += words
        tight = words in _TIGHT_AFTER or (is_quote and not closes)
        is_open = not closes if is_quote else is_open
    return Text(text, places)
