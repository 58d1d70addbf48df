from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest

from graphbuild.stages.stemming import stem
from graphbuild.stages.stories import Profile, find_stories, words_of

DAY = date(2020, 1, 8)
FLOOD = ["river", "bridge", "dam", "rain", "Ganges", "Patna", "evacuated"]
TRIAL = ["court", "judge", "verdict", "jury", "Lyon", "Durand", "sentenced"]


def _profile(key: str, words: list[str], day: date | None = DAY) -> Profile:
    return Profile(key, day, frozenset(words))


def test_articles_that_share_rare_words_tell_one_story() -> None:
    profiles = [
        _profile("a", FLOOD),
        _profile("b", FLOOD[1:]),
        _profile("c", TRIAL),
        _profile("d", TRIAL[1:]),
    ]
    assert find_stories(profiles) == {"a": "a", "b": "a", "c": "c", "d": "c"}


def test_the_order_of_articles_makes_no_difference() -> None:
    profiles = [
        _profile("a", FLOOD),
        _profile("b", FLOOD[2:] + TRIAL[:2]),
        _profile("c", TRIAL),
        _profile("d", TRIAL[2:]),
    ]
    assert len({tuple(sorted(find_stories(p).items())) for p in permutations(profiles)}) == 1


def test_a_story_is_named_by_its_first_article() -> None:
    late, early = _profile("a", FLOOD, DAY), _profile("z", FLOOD, DAY - timedelta(days=1))
    assert find_stories([late, early, _profile("m", TRIAL)]) == {"a": "z", "z": "z", "m": "m"}


@pytest.mark.parametrize(("pause", "same"), [(14, True), (15, False)])
def test_a_story_is_over_after_two_weeks_without_news(pause: int, same: bool) -> None:
    later = _profile("b", FLOOD, DAY + timedelta(days=pause))
    found = find_stories([_profile("a", FLOOD), later, _profile("c", TRIAL), _profile("d", TRIAL)])
    assert (found["b"] == "a") is same


def test_articles_without_a_date_come_last_and_join_any_story() -> None:
    found = find_stories(
        [_profile("a", FLOOD, None), _profile("b", FLOOD), _profile("c", TRIAL), _profile("d", TRIAL)]
    )
    assert found["a"] == "b"


def test_an_article_with_nothing_in_common_is_a_story_of_its_own() -> None:
    assert find_stories([_profile("a", []), _profile("b", FLOOD), _profile("c", TRIAL)]) == {
        "a": "a",
        "b": "b",
        "c": "c",
    }
    assert find_stories([]) == {}


def test_names_count_on_top_of_words() -> None:
    assert words_of("Judges left Patna. They judge the flood of 2019.", stem) == {
        "judg", "left", "patna", "they", "flood", "2019", "name:judges", "name:patna", "name:they",
    }  # fmt: skip


def test_a_word_that_is_also_written_small_is_no_name() -> None:
    assert "name:rebels" not in words_of("Rebels fled. The rebels left.", stem)
