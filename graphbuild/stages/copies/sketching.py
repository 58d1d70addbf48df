"""A short sketch of an article by which its copies are found (MinHash, Broder 1997)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphbuild.stages.copies.sentences import FEWEST, page_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import datasketch

    from graphbuild.model.text import Article, Span

BANDS = 42  # places of a sketch at which one of a pair of copies is looked for
ROWS = 3  # numbers that must agree at one place: texts that share .4 of their shingles meet with p = .94
_SEED = 1
_SCHEME = "affine32"
_BYTES = 4  # of a number
BAND = ROWS * _BYTES  # bytes of a sketch


def sketch(article: Article, sentences: Sequence[Span]) -> bytes:
    """126 numbers of 32 bits, the smallest hashes of its shingles; empty for a text that is too short.

    The share of numbers in which two sketches agree is about the share of shingles that
    the two texts have in common (their Jaccard similarity).
    """
    shingles = page_of(article, sentences).shingles()
    if len(shingles) < FEWEST:
        return b""
    found = _empty().copy()
    found.update_batch(sorted(shingles))
    numbers: bytes = found.hashvalues.astype("<u4").tobytes()
    return numbers


@cache
def _empty() -> datasketch.MinHash:
    # Loading it takes a second (it loads scipy): only who reads articles pays for it.
    import datasketch

    return datasketch.MinHash(num_perm=BANDS * ROWS, seed=_SEED, hashfunc=int, scheme=_SCHEME)
