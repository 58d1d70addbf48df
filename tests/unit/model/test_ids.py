from __future__ import annotations

import pytest

from graphbuild.model.ids import actor_id, article_id, event_id, mention_id, place_id, stable_id


@pytest.mark.parametrize(
    ("one", "other"),
    [(("ab", "c"), ("a", "bc")), (("a", ""), ("a",)), (("", "a"), ("a", "")), (("a b",), ("a", "b"))],
)
def test_parts_are_kept_apart(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert stable_id(*one) != stable_id(*other)


def test_an_id_is_the_same_on_every_machine_and_day() -> None:
    assert stable_id("article", "t", "x") == "dcc411bf9936b3a9"
    assert stable_id() == "e3b0c44298fc1c14"


def test_a_title_is_not_the_beginning_of_a_text() -> None:
    assert article_id("b", "a") != article_id("ab", None)
    assert article_id("a", None) == article_id("a", "")


def test_ids_of_different_sorts_never_meet() -> None:
    ids = {make("x") for make in (actor_id, place_id, event_id)} | {mention_id("x", 0, 1)}
    assert len(ids) == 4
    assert {i[:2] for i in ids} == {"a:", "p:", "e:", "m:"}


def test_two_triggers_of_an_article_have_two_ids() -> None:
    assert mention_id("x", 1, 23) != mention_id("x", 12, 3)
    assert mention_id("x", 1, 2) != mention_id("y", 1, 2)
