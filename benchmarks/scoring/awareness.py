"""Temporal awareness of timelines, by the rules of SemEval-2015 task 4 (after UzZaman and Allen 2011).

A timeline is a list of relations: each mention is simultaneous with its date (as text), and each two mentions
that follow each other are one before the other where the position grows, else simultaneous. Position 0 does not
count. A relation that follows from those before it is dropped; one that contradicts them stays in the list and is
not reasoned with. A relation is right when the other timeline states it or it follows from it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scoring.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from published.timelines import Row


class Relation(NamedTuple):
    """``one`` is before ``other``, or simultaneous with it."""

    one: str
    other: str
    before: bool


class Answer(Enum):
    """What a set of relations says of one more."""

    YES = "it follows"
    NO = "it is contradicted"
    OPEN = "nothing is known"


@dataclass(frozen=True, slots=True)
class Awareness:
    """Relations of the system that hold in gold, and those of gold that hold in the system."""

    precision: Tally
    recall: Tally

    def __add__(self, other: Awareness) -> Awareness:
        return Awareness(self.precision + other.precision, self.recall + other.recall)

    @property
    def f1(self) -> float:
        """The harmonic mean of both shares."""
        p, r = self.precision.precision, self.recall.precision
        return 2 * p * r / (p + r) if p + r else 0.0


def compare_timelines(gold: Sequence[Row], found: Sequence[Row]) -> Awareness:
    """The two tallies of one entity; ``right`` of ``found`` is the share in either."""
    ours, theirs = _Side(relations(found)), _Side(relations(gold))
    precise = sum(theirs.holds(each) for each in ours.reduced)
    recalled = sum(ours.holds(each) for each in theirs.reduced)
    return Awareness(
        Tally(precise, len(ours.reduced), len(ours.reduced)),
        Tally(recalled, len(theirs.reduced), len(theirs.reduced)),
    )


def relations(rows: Iterable[Row]) -> Iterator[Relation]:
    """The relations of a timeline: first of mentions with their dates, then of neighbours."""
    used: Counter[str] = Counter()
    events: list[tuple[str, int, str]] = []
    for row in rows:
        for mention in row.mentions if row.position else ():
            used[mention] += 1
            events.append((f"{mention} #{used[mention]}", row.position, f"date {row.date}"))
    yield from (Relation(name, day, before=False) for name, _, day in events)
    for (one, first, _), (other, second, _) in pairwise(events):
        yield Relation(one, other, before=first < second)


@dataclass(slots=True)
class _Graph:
    """The ends of intervals and which cannot be after which: an interval starts before it ends."""

    later: dict[tuple[str, bool], set[tuple[str, bool]]] = field(default_factory=lambda: defaultdict(set))
    known: set[str] = field(default_factory=set)

    def add(self, relation: Relation) -> None:
        one, other, before = relation
        for name in (one, other):
            self.known.add(name)
            self.later[name, False].add((name, True))
        if before:
            self.later[one, True].add((other, False))
            return
        for end in (False, True):
            self.later[one, end].add((other, end))
            self.later[other, end].add((one, end))

    def ask(self, relation: Relation) -> Answer:
        one, other, before = relation
        if not {one, other} <= self.known:
            return Answer.OPEN
        if before:
            forth, back = self._both_ways((one, True), (other, False))
            return Answer.NO if back else Answer.YES if forth else Answer.OPEN
        starts = self._both_ways((one, False), (other, False))
        ends = self._both_ways((one, True), (other, True))
        if all(starts) and all(ends):
            return Answer.YES
        return Answer.NO if any(sum(pair) == 1 for pair in (starts, ends)) else Answer.OPEN

    def _both_ways(self, one: tuple[str, bool], other: tuple[str, bool]) -> tuple[bool, bool]:
        return self._reaches(one, other), self._reaches(other, one)

    def _reaches(self, start: tuple[str, bool], end: tuple[str, bool]) -> bool:
        seen, ahead = {start}, [start]
        while ahead:
            point = ahead.pop()
            if point == end:
                return True
            ahead.extend(new := self.later.get(point, set()) - seen)
            seen |= new
        return False


class _Side:
    """One timeline: what it states, what follows, and its relations without redundant ones."""

    def __init__(self, stated: Iterable[Relation]) -> None:
        self._graph = _Graph()
        self._stated: set[Relation] = set()
        self.reduced: list[Relation] = []
        for relation in stated:
            self._stated.add(relation)
            if not relation.before:
                self._stated.add(Relation(relation.other, relation.one, before=False))
            answer = self._graph.ask(relation)
            if answer is Answer.OPEN:
                self._graph.add(relation)
            if answer is not Answer.YES:
                self.reduced.append(relation)

    def holds(self, relation: Relation) -> bool:
        return relation in self._stated or self._graph.ask(relation) is Answer.YES
