"""The strict reader of ontology/timewords.yaml."""

from importlib import resources

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon.timewords import load_timewords, parse_timewords
from graphbuild.stages.timexes.holidays import holiday


@pytest.fixture(scope="module")
def own_text() -> str:
    return resources.files("graphbuild.ontology").joinpath("timewords.yaml").read_text(encoding="utf-8")


def test_the_own_file_is_read_and_knows_every_month_and_weekday() -> None:
    words = load_timewords()
    assert sorted(words.months.values()) == list(range(1, 13))
    assert sorted(words.weekdays.values()) == list(range(1, 8))


def test_plural_units_are_the_units_again() -> None:
    words = load_timewords()
    assert set(words.units.values()) == set(words.plural_units.values())


def test_every_holiday_can_be_reckoned() -> None:
    for name, rule in load_timewords().holidays.items():
        assert holiday(rule, 2019) is not None, name


def test_what_a_phrase_is_made_of_is_in_lower_case() -> None:
    assert all(name == name.lower() for name in load_timewords().holidays)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("  january: 1\n", "  january: 13\n", "january"),
        ("  monday: 1\n", "  monday: 1\n  monday: 2\n", "monday"),
        ("  today: 0\n", "  today: nought\n", "today"),
        ('  UTC: "Z"\n', "  UTC: noon\n", "UTC"),
        ("  halloween: 10-31\n", "  halloween: full moon\n", "halloween"),
        ("  yesterday: -1\n", "  Yesterday: -1\n", "Yesterday"),
        ("day_words:\n", "daywords:\n", "day_words"),
        ("doubtful_months: [march,", "doubtful_months: [march, march,", "doubtful_months"),
        ("weekdays:\n", "weekdays: x\nother:\n", "other"),
    ],
)
def test_a_contradiction_is_refused_by_its_name(own_text: str, old: str, new: str, complaint: str) -> None:
    assert old in own_text
    with pytest.raises(LexiconError, match=complaint):
        parse_timewords(own_text.replace(old, new, 1))


def test_a_missing_section_is_named(own_text: str) -> None:
    start = own_text.index("zones:")
    end = own_text.index("\n\n", start)
    with pytest.raises(LexiconError, match="zones"):
        parse_timewords(own_text[:start] + own_text[end:])
