from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model.time import Basis, Granularity, TimeSpan

_DAYS = [date(2019, 12, 27) + timedelta(days=n) for n in range(9)]
_MAY = [None, *_DAYS]


def _span(ends: tuple[date | None, date | None]) -> TimeSpan:
    first, last = ends
    if first and last and first > last:
        first, last = last, first
    return TimeSpan(first, last, Granularity.RANGE, Basis.STATED)


closed = st.tuples(st.sampled_from(_DAYS), st.sampled_from(_DAYS)).map(_span)
spans = st.tuples(st.sampled_from(_MAY), st.sampled_from(_MAY)).map(_span)


def _days_of(span: TimeSpan) -> set[date]:
    early, late = span.first or date.min, span.last or date.max
    return {day for day in (date.min, *_DAYS, date.max) if early <= day <= late}


@given(spans, spans)
def test_just_one_of_overlaps_precedes_and_is_preceded_holds(one: TimeSpan, other: TimeSpan) -> None:
    assert one.overlaps(other) + one.precedes(other) + other.precedes(one) == 1


@given(spans, spans)
def test_spans_overlap_just_when_they_may_share_a_day(one: TimeSpan, other: TimeSpan) -> None:
    assert one.overlaps(other) == bool(_days_of(one) & _days_of(other))


@given(closed, closed, closed)
def test_precedence_of_closed_spans_carries_over(one: TimeSpan, two: TimeSpan, three: TimeSpan) -> None:
    assert not (one.precedes(two) and two.precedes(three)) or one.precedes(three)
