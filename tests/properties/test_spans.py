from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model.ids import stable_id
from tests.strategies import spans

if TYPE_CHECKING:
    from graphbuild.model.text import Span

near = spans(0, 12)


@given(near, near)
def test_spans_overlap_just_when_they_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(shared)
    assert one.overlaps(other) == other.overlaps(one)


@given(near, near)
def test_a_span_contains_another_just_when_it_has_all_its_characters(one: Span, other: Span) -> None:
    inside = set(range(other.start, other.end)) <= set(range(one.start, one.end))
    assert one.contains(other) == inside
    assert not inside or one.overlaps(other)


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_different_parts_have_different_ids(one: list[str], other: list[str]) -> None:
    separable = all("\x1f" not in part for part in (*one, *other)) and one and other
    assert one == other or not separable or stable_id(*one) != stable_id(*other)
