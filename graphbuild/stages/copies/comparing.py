"""Whether two articles are one text, and what differs between them, sentence by sentence."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

from graphbuild.model.copy import Changed, Copy
from graphbuild.stages.copies.sentences import FEWEST, distinct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from graphbuild.stages.copies.sentences import Page, Said

CONTAINED = 0.6  # least share of the shorter text's shingles that the longer one has
ALIKE = 0.3  # least share of all shingles that both have: an update may triple a text, no more
_REWORDED = 0.5  # least Dice coefficient of the words of a changed sentence
_FORM = 3  # sentences with the same facts that a sentence filled in anew outweighs
_SAME_MAKE = 0.6  # the same for its words that are no facts: a sentence filled in anew


def compare(one: Page, other: Page) -> Copy | None:
    """What differs between an article and the one that it copies; None if it copies none.

    It does if one text is for the most part in the other and both report the same facts.
    Texts of one make about different days (markets, weather, earthquakes) share most of
    their words too, but in them sentence after sentence has other numbers and names.
    Sentences that only stand elsewhere are the same.
    """
    if not _shares(one.shingles(), other.shingles()):
        return None
    pairs = sorted(_align(one.sentences, other.sentences))
    matched = [(one.sentences[a], other.sentences[b]) for a, b in pairs]
    if _is_filled_in_anew(matched):
        return None
    mine = {place for place, _ in pairs}
    theirs = {place for _, place in pairs}
    return Copy(
        of=other.article,
        added=tuple(s.span for n, s in enumerate(one.sentences) if n not in mine),
        removed=tuple(s.span for n, s in enumerate(other.sentences) if n not in theirs),
        changed=tuple(Changed(a.span, b.span) for a, b in matched if a.words != b.words),
        other_headline=bool(one.title and other.title and one.title != other.title),
    )


def _shares(mine: AbstractSet[int], theirs: AbstractSet[int]) -> bool:
    fewest = min(len(mine), len(theirs))
    shared = len(mine & theirs)
    return fewest >= FEWEST and shared >= CONTAINED * fewest and shared >= ALIKE * len(mine | theirs)


def _is_filled_in_anew(pairs: Iterable[tuple[Said, Said]]) -> bool:
    """Whether too many sentences have the same words around other facts.

    In an update a toll is another one and the rest of the sentence stays; a form has at
    least as many other facts as same ones in a sentence, and its standing text between.
    """
    same = anew = 0
    for one, other in pairs:
        mine, theirs = distinct(one.facts), distinct(other.facts)
        exchanged = min(len(mine - theirs), len(theirs - mine))
        if exchanged and exchanged >= len(mine & theirs):
            anew += _dice(distinct(one.words) - mine, distinct(other.words) - theirs) >= _SAME_MAKE
        else:
            same += bool(mine & theirs)
    return _FORM * anew > same


def _align(one: Sequence[Said], other: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Pairs of places: first the sentences that are the same, then the most similar of what is left."""
    places: dict[bytes, deque[int]] = defaultdict(deque)
    for place, said in enumerate(other):
        places[said.words].append(place)
    left = []
    for place, said in enumerate(one):
        if places[said.words]:
            yield place, places[said.words].popleft()
        else:
            left.append(place)
    open_places = sorted(place for rest in places.values() for place in rest)
    yield from _align_changed(one, other, left, open_places)


def _align_changed(
    one: Sequence[Said], other: Sequence[Said], left: Sequence[int], open_places: Sequence[int]
) -> Iterator[tuple[int, int]]:
    theirs_by_place = {b: distinct(other[b].words) for b in open_places}
    likely = []
    for a in left:
        words = distinct(one[a].words)
        for b, others in theirs_by_place.items():
            dice = _dice(words, others)
            if dice >= _REWORDED:
                likely.append((-dice, abs(a - b), a, b))
    mine: set[int] = set()
    theirs: set[int] = set()
    for _, _, a, b in sorted(likely):
        if a not in mine and b not in theirs:
            mine.add(a)
            theirs.add(b)
            yield a, b


def _dice(one: AbstractSet[int], other: AbstractSet[int]) -> float:
    size = len(one) + len(other)
    return 2 * len(one & other) / size if size else 1.0
