from datetime import date

import pytest

from graphbuild.stages.reading.dates import parse_published

DAY = date(2019, 12, 30)


@pytest.mark.parametrize(
    "words",
    [
        "2019-12-30",
        " 2019-12-30 ",
        "2019-12-30T23:59:00Z",
        "2019-12-30T00:10:00+09:00",
        "2019-12-30 23:30:00.125 -0500",
        "2019/12/30",
        "2019.12.30",
        "20191230",
        "20191230T101500Z",
        "Mon, 30 Dec 2019 23:30:00 -0500",
        "Mon, 30 Dec 2019 23:30:00 +0000 (UTC)",
        "30 Dec 2019 23:30 GMT",
        "December 30, 2019",
        "Dec. 30, 2019",
        "DECEMBER 30 2019",
        "Monday, December 30, 2019",
        "Monday 30th December 2019",
        "30-Dec-2019",
        "Dec. 30, 2019 at 4:55 p.m. EST",
        "30/12/2019",
        "12/30/2019",
        "30.12.2019 18:00",
    ],
)
def test_a_date_is_read_in_every_form_and_its_day_is_kept_as_written(words):
    assert parse_published(words) == DAY


def test_day_and_month_that_are_equal_leave_nothing_to_guess():
    assert parse_published("03/03/2020") == date(2020, 3, 3)


@pytest.mark.parametrize("words", ["03/04/2020", "3-4-2020", "12.11.2019 10:00"])
def test_day_or_month_first_is_never_guessed(words):
    with pytest.raises(ValueError, match=r"ambiguous.*use YYYY-MM-DD"):
        parse_published(words)


@pytest.mark.parametrize("words", ["2019-02-29", "20191301", "31 April 2020", "32/13/2020", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_refused(words):
    with pytest.raises(ValueError, match="on no calendar"):
        parse_published(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "Monday",
        "2019",
        "2019-12",
        "December 2019",
        "December 30",
        "30 Dec 19",
        "12/30/19",
        "1577664000",
        "2019-12-30 or so",
        "about 2019-12-30",
        "2019-12/30",
        "Frimaire 30, 2019",
        "1 2 3",
        "2" * 10_000,
    ],
)
def test_what_is_no_full_date_is_refused_with_advice(words):
    with pytest.raises(ValueError, match="cannot be read; use YYYY-MM-DD"):
        parse_published(words)
