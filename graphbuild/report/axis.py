"""A time axis on which long empty stretches are folded.

Articles about one week also mention 1979: drawn to scale, the week would be a dot.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A gap is folded when it is longer than this many days and this many usual gaps.
_LONGEST_SHOWN = 10
_FOLD_FROM = 6
# All folds together are at most this long, as a share of what is drawn to scale.
_FOLDED_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Tick:
    """A day to name on the axis."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch of axis, in points, that stands for more days than it shows."""

    first: float
    last: float
    days: int


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days laid out from left to right; ``stops`` are days with their x, both rising."""

    stops: tuple[tuple[date, float], ...]
    folds: tuple[Fold, ...]

    def x_of(self, day: date) -> float:
        """Where a day is; days beyond an end are at that end."""
        days = [stop for stop, _ in self.stops]
        after = bisect_right(days, day)
        if after == 0:
            return self.stops[0][1]
        if after == len(days):
            return self.stops[-1][1]
        (left, x1), (right, x2) = self.stops[after - 1], self.stops[after]
        return x1 + (x2 - x1) * ((day - left).days / (right - left).days)

    def ticks(self, spacing: float) -> list[Tick]:
        """Days to name, never closer than ``spacing`` points, each day at its own place."""
        ticks: list[Tick] = []
        for day in self._days_to_name(spacing):
            x = self.x_of(day)
            if not ticks or x - ticks[-1].x >= spacing:
                ticks.append(Tick(x, day.isoformat()))
        return ticks

    def _days_to_name(self, spacing: float) -> Iterator[date]:
        """The stops and, where nothing is folded, as many days between as there is room for."""
        folded = {fold.first for fold in self.folds}
        yield self.stops[0][0]
        for (day, x), (later, later_x) in zip(self.stops, self.stops[1:], strict=False):
            days = (later - day).days
            if x not in folded:
                step = max(1, ceil(days * spacing / (later_x - x)))
                yield from (day + timedelta(days=n) for n in range(step, days, step))
            yield later


def make_axis(days: Iterable[date], left: float, right: float) -> TimeAxis:
    """An axis on which all these days (one at least) have a place between two x."""
    known = sorted(set(days))
    if len(known) == 1:
        return TimeAxis(((known[0], (left + right) / 2),), ())
    gaps = [(later - earlier).days for earlier, later in itertools.pairwise(known)]
    longest = max(_LONGEST_SHOWN, _FOLD_FROM * median(gaps))
    shown = _fold_gaps(gaps, longest)
    scale = (right - left) / sum(shown)
    stops = [(known[0], left)]
    folds: list[Fold] = []
    for day, gap, length in zip(known[1:], gaps, shown, strict=True):
        x = stops[-1][1] + length * scale
        if gap > longest:
            folds.append(Fold(stops[-1][1], x, gap))
        stops.append((day, x))
    return TimeAxis(tuple(stops), tuple(folds))


def _fold_gaps(gaps: list[int], longest: float) -> list[float]:
    """Each gap as long as it is drawn, in days: true, or all folded ones alike and short."""
    true = sum(gap for gap in gaps if gap <= longest)
    folded = sum(gap > longest for gap in gaps)
    fold = min(longest / 3, _FOLDED_SHARE * true / folded) if true and folded else 1.0
    return [gap if gap <= longest else fold for gap in gaps]
