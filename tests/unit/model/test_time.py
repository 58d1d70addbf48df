from __future__ import annotations

from datetime import date

import pytest

from graphbuild.model.time import Basis, Granularity, TimeSpan


def _span(first: int | None, last: int | None) -> TimeSpan:
    days = [None if day is None else date(2020, 1, day) for day in (first, last)]
    return TimeSpan(days[0], days[1], Granularity.RANGE, Basis.STATED)


def test_a_time_span_does_not_run_backward() -> None:
    with pytest.raises(ValueError, match="backward time span"):
        _span(3, 2)


@pytest.mark.parametrize(
    ("one", "other", "precedes", "overlaps"),
    [
        ((1, 2), (3, 4), True, False),
        ((1, 3), (3, 4), False, True),
        ((3, 3), (3, 3), False, True),
        ((None, 2), (3, None), True, False),
        ((None, 3), (3, None), False, True),
        ((1, None), (3, 4), False, True),
        ((3, 4), (None, 2), False, False),
        ((None, None), (3, 4), False, True),
        ((None, None), (None, None), False, True),
    ],
)
def test_precedes_only_where_it_is_certain(
    one: tuple[int | None, int | None], other: tuple[int | None, int | None], precedes: bool, overlaps: bool
) -> None:
    assert _span(*one).precedes(_span(*other)) is precedes
    assert _span(*one).overlaps(_span(*other)) is overlaps


@pytest.mark.parametrize(
    ("first", "last", "is_day"), [(1, 1, True), (1, 2, False), (None, None, False), (1, None, False)]
)
def test_a_day_has_both_ends_on_it(first: int | None, last: int | None, is_day: bool) -> None:
    assert _span(first, last).is_day is is_day
