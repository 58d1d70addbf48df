"""What order words tell of days: bounds on events without a day of their own.

A date that words state is never changed. Where a link and two stated dates contradict each
other, one of the three was misread and nobody knows which: the dates stay, the link goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.model.event import EventTime, LinkKind
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.stages.dating.defaults import HAPPENED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graphbuild.model.clause import Order, Standing

Days = tuple[date | None, date | None]

_STATED, _RECKONED, _DEFAULT, _OPEN = range(4)  # how firmly days are known, the firmest first


@dataclass(frozen=True, slots=True)
class _Known:
    """The time of a clause and how firmly it is known; only what is stated or reckoned bounds others."""

    time: EventTime | None
    rank: int

    @property
    def days(self) -> Days:
        """First and last day, None where that end is open."""
        return (self.time.when.first, self.time.when.last) if self.time else (None, None)

    @property
    def day(self) -> date | None:
        """The one day that it is."""
        return self.time.when.first if self.time and self.time.when.is_day else None

    @property
    def is_firm(self) -> bool:
        """Whether words say when it was, or how many days from what they date."""
        return self.rank <= _RECKONED


def agreeing(orders: Iterable[Order], times: Sequence[EventTime | None]) -> tuple[Order, ...]:
    """The orders that no two stated dates contradict."""
    known = [_known(time) for time in times]
    return tuple(o for o in orders if not _is_contradicted(o, known[o.clause], known[o.other]))


def bound(
    orders: Sequence[Order],
    standings: Sequence[Standing],
    times: Sequence[EventTime | None],
    published: date | None,
) -> tuple[EventTime | None, ...]:
    """The times of clauses, those without a day of their own bounded by what they came before or after.

    "Two days after the strike" reckons the day from the strike's; bounds pass on from link to
    link; an event during another of one day has that day. A default (the day of the news)
    bounds nothing and stays where bounds allow it. What is only planned lends and takes nothing.
    """
    real = [
        o for o in orders if standings[o.clause].status in HAPPENED and standings[o.other].status in HAPPENED
    ]
    if not real:
        return tuple(times)
    known = _reckon(real, [_known(time) for time in times])
    starts = [k.days if k.is_firm or k.rank == _OPEN else (None, published) for k in known]
    ends = _spread(real, starts, [k.is_firm for k in known])
    borrowed = _borrowed(real, known)
    return tuple(
        k.time if k.is_firm or start == end else _narrowed(None if i in borrowed else k.day, end) or k.time
        for i, (k, start, end) in enumerate(zip(known, starts, ends, strict=True))
    )


def _known(time: EventTime | None) -> _Known:
    if time is None or time.when.granularity is Granularity.UNKNOWN:
        return _Known(time, _OPEN)
    if time.span is None:
        return _Known(time, _DEFAULT)
    lent = time.when.basis is Basis.INFERRED  # stated of the same event elsewhere
    return _Known(time, _RECKONED if lent else _STATED)


def _is_contradicted(order: Order, one: _Known, other: _Known) -> bool:
    return one.rank == other.rank == _STATED and _is_against(order, one.days, other.days)


def _is_against(order: Order, one: Days, other: Days) -> bool:
    """Whether days rule an order out; on one day anything may come first."""
    too_late = _is_past(one[0], other[1])
    too_early = _is_past(other[0], one[1])
    match order.kind:
        case LinkKind.BEFORE:
            return too_late
        case LinkKind.AFTER:
            return too_early
        case _:
            return too_late or too_early


def _is_past(day: date | None, last: date | None) -> bool:
    return day is not None and last is not None and day > last


def _reckon(orders: Sequence[Order], times: Sequence[_Known]) -> list[_Known]:
    """The times with days that a counted distance ("two days after") gives from a firmer day."""
    found = list(times)
    for _ in orders:  # each may wait for another
        before = list(found)
        for order in orders:
            if order.days is None or order.kind is LinkKind.DURING:
                continue
            ends = (order.clause, order.other)
            earlier, later = ends if order.kind is LinkKind.BEFORE else ends[::-1]
            found[earlier] = _apart(found[earlier], found[later], order.days)
            found[earlier], found[later] = (
                _reckoned(found[earlier], found[later], -order.days),
                _reckoned(found[later], found[earlier], order.days),
            )
        if found == before:
            break
    return found


def _reckoned(one: _Known, start: _Known, days: int) -> _Known:
    """The day that lies so many days from another's, if that is known more firmly."""
    day = _moved(start.day, days)
    if day is None or start.rank >= one.rank:
        return one
    if one.rank == _OPEN and _is_past(day, one.days[1]):
        return one  # what has happened was not after publication
    return _Known(_inferred(day, day), _RECKONED if start.is_firm else _DEFAULT)


def _apart(earlier: _Known, later: _Known, days: int) -> _Known:
    """The earlier of two events: not on the day of the news if the later would then be still to come."""
    last = _moved(later.days[1], -days)
    if earlier.rank != _DEFAULT or later.is_firm or not _is_past(earlier.day, last):
        return earlier
    return _Known(_inferred(None, last), _RECKONED)


def _moved(day: date | None, days: int) -> date | None:
    """A day so many days on; None beyond the calendar."""
    number = day.toordinal() + days if day else 0
    return date.fromordinal(number) if 0 < number <= date.max.toordinal() else None


def _borrowed(orders: Sequence[Order], known: Sequence[_Known]) -> frozenset[int]:
    """Clauses whose default is only the stated day of what they were before or after.

    "Arrested them before the attack on Friday": the sentence's one day is that of the attack.
    """
    found = set()
    for order in orders:
        for one, other in ((order.clause, order.other), (order.other, order.clause)):
            same = known[one].day == known[other].day
            if same and known[other].is_firm and order.kind is not LinkKind.DURING and not order.across:
                found.add(one)
    return frozenset(found)


def _spread(orders: Sequence[Order], known: Sequence[Days], firm: Sequence[bool]) -> list[Days]:
    """The days with the bounds that links give, passed on until nothing changes."""
    found = list(known)
    for _ in range(len(orders) + 1):
        before = list(found)
        for order in orders:
            for place, first, last in _bounds(order, found):
                if not firm[place]:
                    found[place] = _meet(found[place], first, last)
        if found == before:
            break
    return found


def _bounds(order: Order, days: Sequence[Days]) -> Iterator[tuple[int, date | None, date | None]]:
    """What a link tells of each end's first and last day."""
    one, other = order.clause, order.other
    match order.kind:
        case LinkKind.BEFORE:
            yield one, None, days[other][1]
            yield other, days[one][0], None
        case LinkKind.AFTER:
            yield one, days[other][0], None
            yield other, None, days[one][1]
        case _:
            yield one, *days[other]


def _meet(days: Days, first: date | None, last: date | None) -> Days:
    return (
        max((d for d in (days[0], first) if d), default=None),
        min((d for d in (days[1], last) if d), default=None),
    )


def _narrowed(day: date | None, days: Days) -> EventTime | None:
    """A time with new bounds; None where they contradict each other or fit the default day."""
    first, last = days
    if _is_past(first, last) or (day and not _is_past(first, day) and not _is_past(day, last)):
        return None
    return _inferred(first, last)


def _inferred(first: date | None, last: date | None) -> EventTime:
    granularity = Granularity.DAY if first == last else Granularity.RANGE
    return EventTime(TimeSpan(first, last, granularity, Basis.INFERRED), None, None, None)
