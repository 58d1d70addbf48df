from __future__ import annotations

import pytest

from graphbuild.model.text import Passage, PassageKind, Span


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2), (-3, -1)])
def test_a_span_holds_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="empty or backward span"):
        Span(start, end)


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_a_span_contains_itself_and_what_shares_its_edges() -> None:
    whole = Span(2, 6)
    assert whole.contains(whole)
    assert whole.contains(Span(2, 3))
    assert whole.contains(Span(5, 6))
    assert not whole.contains(Span(1, 3))
    assert not whole.contains(Span(5, 7))


def test_a_span_gives_its_words_and_sorts_by_place() -> None:
    assert Span(7, 11).of("Rebels fled.") == "fled"
    assert sorted([Span(2, 9), Span(2, 4), Span(0, 20)]) == [Span(0, 20), Span(2, 4), Span(2, 9)]


@pytest.mark.parametrize("kind", PassageKind)
def test_only_headlines_and_prose_are_read(kind: PassageKind) -> None:
    assert Passage(Span(0, 1), kind).is_read == (kind in (PassageKind.HEADLINE, PassageKind.PROSE))
