"""Groups of copies: candidates by their sketches, then leaders and those who copy them.

Candidates come from locality-sensitive hashing (Indyk and Motwani 1998): sketches that agree
in a whole band of numbers. Each is then held against the text of its leader, so that no
chain of updates puts two strangers into one group.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.stages.copies.comparing import compare
from graphbuild.stages.copies.sketching import BAND, BANDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model.copy import Copy
    from graphbuild.stages.copies.sentences import Page

# A bot writes ten thousand texts of one make: each is looked up among the first of them, which
# leads if they are copies, and among those just before it.
_FIRST, _LAST = 5, 15
_COMPARED = 20  # candidates whose text is compared, those with the most bands in common


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article by its sketch; ``length`` is that of its text in characters."""

    article: str
    published: date | None
    length: int
    sketch: bytes


def find_pairs(candidates: Iterable[Candidate]) -> Mapping[str, Sequence[str]]:
    """Articles that may be copies: for each that has any, those before it, the likeliest first."""
    ordered = sorted((c for c in candidates if c.sketch), key=_order)
    meetings: dict[int, Counter[int]] = defaultdict(Counter)
    for band in range(BANDS):  # one after the other: all at once would hold 12 kB an article
        buckets: dict[bytes, list[int]] = defaultdict(list)
        for place, candidate in enumerate(ordered):
            bucket = buckets[candidate.sketch[band * BAND : (band + 1) * BAND]]
            if bucket:
                meetings[place].update(bucket)
            if len(bucket) == _FIRST + _LAST:
                del bucket[_FIRST]
            bucket.append(place)
    return {
        ordered[place].article: [ordered[p].article for p in _likeliest(met)]
        for place, met in meetings.items()
    }


def _order(one: Candidate | Page) -> tuple[bool, date, int, str]:
    """Who stands for copies: the earliest published, then the longest, then the first by id."""
    return one.published is None, one.published or date.min, -one.length, one.article


def _likeliest(met: Counter[int]) -> list[int]:
    return sorted(met, key=lambda place: (-met[place], place))[:_COMPARED]


def find_copies(pairs: Mapping[str, Sequence[str]], pages: Iterable[Page]) -> Mapping[str, Copy]:
    """Article id to what it copies; those that stand for a group, or for nobody, are not in it.

    ``pages`` are those of every article in ``pairs``, in any order.
    """
    held = {page.article: page for page in sorted(pages, key=_order)}
    leaders: dict[str, str] = {}
    copies: dict[str, Copy] = {}
    for article, page in held.items():
        met = dict.fromkeys(leaders[other] for other in pairs.get(article, ()))
        copy = next(filter(None, (compare(page, held[key]) for key in met)), None)
        leaders[article] = copy.of if copy else article
        if copy:
            copies[article] = copy
    return copies
