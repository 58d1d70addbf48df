from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.stages.quantities import find_quantities, number
from tests.parses import clause_at, parse_of, text_of

if TYPE_CHECKING:
    from graphbuild.model.event import Quantity

Bounds = tuple[float | None, float | None]


def _counts(name: str, *triggers: str) -> list[tuple[Quantity, ...]]:
    parse = parse_of(f"q_{name}")
    return list(find_quantities(parse, [clause_at(parse, t) for t in triggers], text_of(f"q_{name}")))


@pytest.mark.parametrize(
    ("name", "trigger", "role", "bounds", "words"),
    [
        ("two", "killed", "killed", (2, 2), "two people"),
        ("least", "killed", "killed", (25, None), "at least 25 people"),
        ("more", "arrested", "arrested", (1200, None), "More than 1,200 people"),
        ("upto", "injured", "wounded", (None, 300), "Up to 300 people"),
        ("fewer", "hurt", "wounded", (None, 20), "Fewer than 20 people"),
        ("nearly", "killed", "killed", (None, 100), "Nearly 100 people"),
        ("dozen", "killed", "killed", (24, 24), "two dozen villagers"),
        ("hundred", "killed", "killed", (312, 312), "three hundred and twelve people"),
        ("hyphen", "killed", "killed", (25, 25), "twenty-five people"),
        ("million", "displaced", "displaced", (1_500_000, 1_500_000), "1.5 million people"),
        ("article", "killed", "killed", (1, 1), "an American contractor"),
        ("exactly", "killed", "killed", (1, 1), "only one person"),
        ("ages", "arrested", "arrested", (1, 1), "a 23-year-old man"),
        ("money", "killed", "killed", (1, 1), "a man"),
        ("second", "killed", "killed", (1, 1), "a guard"),
        ("died", "died", "killed", (9, 9), "Nine passengers"),
        ("left", "left", "killed", (12, 12), "12 people"),
        ("evac", "evacuated", "displaced", (8000, 8000), "8,000 residents"),
        ("subj", "killed", "killed", (3, 3), "three rebels"),
        ("others", "wounded", "wounded", (12, 12), "12 others"),
    ],
)
def test_counts_who_was_hit(name: str, trigger: str, role: str, bounds: Bounds, words: str) -> None:
    ((found,),) = _counts(name, trigger)
    assert (found.role, (found.low, found.high), found.unit, found.text) == (role, bounds, None, words)
    assert found.span.of(text_of(f"q_{name}")) == words


@pytest.mark.parametrize(
    ("name", "trigger"),
    [
        ("dozens", "wounded"),
        ("thousands", "displaced"),
        ("no", "killed"),
        ("both", "killed"),
        ("half", "killed"),
        ("none", "arrested"),
        ("money", "owed"),
    ],
)
def test_a_number_that_nobody_gives_stays_open(name: str, trigger: str) -> None:
    assert _counts(name, trigger) == [()]


def test_each_member_of_a_list_is_counted() -> None:
    (found,) = _counts("list", "killed")
    assert [(q.low, q.text) for q in found] == [(1, "a doctor"), (2, "two nurses"), (1, "a driver")]


def test_what_participles_count_belongs_also_to_the_event_they_go_with() -> None:
    hit, killing, wounding = _counts("and", "hit", "killing", "wounding")
    assert [(q.role, q.low, q.high) for q in hit] == [("killed", 2, 2), ("wounded", 4, 4)]
    assert killing == hit[:1]
    assert wounding == hit[1:]


def test_a_couple_is_not_one() -> None:
    (found,) = _counts("pair", "killed")
    assert [(q.low, q.text) for q in found] == [(3, "their three children")]


def test_a_share_says_that_it_is_one() -> None:
    ((found,),) = _counts("percent", "killed")
    assert (found.low, found.unit) == (10, "percent")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("two thousand three hundred and five", 2305),
        ("two million five hundred thousand", 2_500_000),
        ("a hundred and twenty thousand", 120_000),
        ("a hundred", 100),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("two and a half million", 2_500_000),
        ("1.5 million", 1_500_000),
        ("1,234,567", 1_234_567),
        ("ninety-nine", 99),
        ("0", 0),
        ("people", None),
        ("hundred", None),
        ("", None),
        ("1,23", None),
    ],
)
def test_reads_numbers_as_they_are_written(words: str, wanted: float | None) -> None:
    assert number(words.split()) == wanted


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("10-15", (10, 15)),
        ("ten to fifteen", (10, 15)),
        ("two or three", (2, 3)),
        ("two to three million", (2e6, 3e6)),
    ],
)
def test_two_ends_bound_a_number(words: str, bounds: tuple[float, float]) -> None:
    from graphbuild.stages.quantities import _amounts

    assert _amounts(words.split()) == bounds
