import pytest

from graphbuild.stages.cleaning.datelines import dateline_length, is_date_line

FILED = [
    "BAGHDAD (AP) —",
    "BAGHDAD (AP) --",
    "BAGHDAD (AP) _",
    "BAGHDAD (AP)--",
    "BAGHDAD, Dec. 30 (AP) —",
    "BAGHDAD, Dec. 30, 2019 (Halyard) —",
    "BAGHDAD, December 30 (Xinhua) --",
    "BAGHDAD, Iraq (AP) —",
    "BAGHDAD, 30 Dec -",
    "DAR ES SALAAM, Tanzania (Halyard) -",
    "ST. LOUIS, Mo. (AP) —",
    "LONDON/PARIS (Reuters) -",
    "NEW YORK, Dec. 30, 2019 /PRNewswire/ --",
    "Baghdad (CNN) —",
    "Baghdad, Iraq (CNN) —",
    "Baghdad, Dec. 30 (AP) -",
    "(Reuters) -",
    "(CNN)",
    "Dec. 30 (UPI) --",
    "ZÜRICH (dpa) -",
    "CAIRO (Halyard): ".strip(),
]
BARE = [
    "MIAMI _",
    "MIAMI —",
    "WASHINGTON –",
    "INDEPENDENCE, Mo. _",
    "UNITED NATIONS --",
    "PORT-AU-PRINCE, Haiti —",
]
NOT_FILED = [
    "Baghdad - the capital of Iraq - was quiet.",
    "Boeing (BA) — which makes jets — fell.",
    "The army (AP) — said",
    "On Dec. 30 - a Monday - rockets fell.",
    "March 3, 2003 - Jets bombed the town.",
    "A town, Dec. 30 - nothing happened.",
    "U.S.-backed rebels fled.",
    "Iran-backed rebels fled.",
    "COVID-19 spread in the town.",
    "F-15E jets bombed the town.",
    '"No," said the king.',
    "BAGHDAD fell on Monday.",
    "BAGHDAD: A History",
    "",
]


@pytest.mark.parametrize("words", [*FILED, *BARE])
def test_a_dateline_at_the_head_of_a_paragraph_is_measured(words):
    assert dateline_length(f"{words} Rockets fell.", near_top=True) == len(words)


@pytest.mark.parametrize("words", FILED)
def test_a_dateline_with_an_agency_or_a_date_counts_anywhere(words):
    assert dateline_length(f"{words} Rockets fell.", near_top=False) == len(words)


@pytest.mark.parametrize("words", [*NOT_FILED, *BARE])
def test_what_may_be_an_aside_is_no_dateline_further_down(words):
    assert dateline_length(f"{words} Rockets fell.", near_top=False) == 0


@pytest.mark.parametrize(
    "words", [*NOT_FILED, "NATO - which Turkey joined - said no.", "WHO — a UN body — said no."]
)
def test_prose_has_no_dateline_at_the_top_either(words):
    assert dateline_length(words, near_top=True) == 0


@pytest.mark.parametrize(
    "words",
    [
        "December 30, 2019",
        "Dec. 30",
        "30 December 2019",
        "Monday, December 30, 2019",
        "Mon 30 Dec 2019",
        "2019-12-30",
        "2019-12-30T10:00:00Z",
        "December 30, 2019 4:55 PM",
        "December 30, 2019 at 4:55 p.m. EST",
        "Published 30 December 2019",
        "Published: Dec. 30, 2019",
        "Last updated on December 30, 2019",
        "10:32 GMT, 30 December 2019",
        "BAGHDAD (AP)",
        "BAGHDAD, Dec. 30 (AP)",
    ],
)
def test_a_line_that_is_only_a_date_or_dateline_is_told(words):
    assert is_date_line(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "2019",
        "Monday",
        "May",
        "May 2019",
        "Rockets fell on December 30, 2019",
        "December 30, 2019 was a Monday.",
        "December 30, 2019 " * 20,
        "30",
        "10:30",
        "March on Rome",
    ],
)
def test_a_line_with_more_or_less_than_a_date_is_none(words):
    assert not is_date_line(words)
