"""What each time expression is said to be reckoned from, and why."""

from __future__ import annotations

from datetime import date

import pytest

from graphbuild.model.time import AnchorKind
from graphbuild.stages.timexes import explain_timexes, find_timexes

MONDAY = date(2019, 12, 30)


def explained(text: str, published: date | None = MONDAY) -> dict[str, tuple[AnchorKind, str]]:
    """Kind and reason (behind the earlier words, where there are any) by the words of each expression."""
    pairs = zip(find_timexes(text, published), explain_timexes(text, published), strict=True)
    return {
        timex.span.of(text): (
            anchor.kind,
            f"{anchor.span.of(text)}: {anchor.why}" if anchor.span else anchor.why,
        )
        for timex, anchor in pairs
    }


@pytest.mark.parametrize(
    ("text", "words", "kind", "why"),
    [
        ("Signed on 3 May 1998.", "3 May 1998", AnchorKind.STATED, "the words say it all"),
        ("They struck on Monday.", "Monday", AnchorKind.PUBLISHED, "that very day"),
        ("They meet on Sunday.", "Sunday", AnchorKind.PUBLISHED, "the latest on or before it"),
        (
            "They will meet on Friday.",
            "Friday",
            AnchorKind.PUBLISHED,
            'the next after it; "will" is a word of the future',
        ),
        ("Riots of Dec. 27 spread.", "Dec. 27", AnchorKind.PUBLISHED, "the nearest to it"),
        ("Riots in June spread.", "June", AnchorKind.PUBLISHED, "the latest before it"),
        ("They spoke yesterday.", "yesterday", AnchorKind.PUBLISHED, "counted from it"),
        ("It broke last week.", "last week", AnchorKind.PUBLISHED, "counted from it"),
        ("It broke recently.", "recently", AnchorKind.PUBLISHED, "on one side of it"),
        ("It took three years.", "three years", AnchorKind.NONE, "a length of time"),
        ("They meet every Friday.", "every Friday", AnchorKind.NONE, "it comes again and again"),
        ("He slept on February 30.", "February 30", AnchorKind.OPEN, "the calendar has no such day"),
    ],
)
def test_a_time_says_what_it_was_reckoned_from(text: str, words: str, kind: AnchorKind, why: str) -> None:
    assert explained(text)[words] == (kind, why)


def test_an_earlier_time_is_named_by_its_words() -> None:
    found = explained("They met on 3 May 2011. At 5 p.m. they ate, and two days later they left.")
    assert found["5 p.m."] == (AnchorKind.EARLIER, "3 May 2011: an hour or part of that day")
    assert found["two days later"] == (AnchorKind.EARLIER, "5 p.m.: counted from it")


def test_a_history_takes_its_years_from_what_it_told() -> None:
    text = "In 1940 war came. On 9 April ships arrived. They fired that night. It ended on the 14th."
    found = explained(text, None)
    assert found["9 April"] == (AnchorKind.EARLIER, "1940: its year goes on in a history")
    assert found["that night"] == (AnchorKind.EARLIER, "9 April: counted from it")
    assert found["the 14th"] == (AnchorKind.EARLIER, "that night: its month, or the next")


def test_without_a_date_to_reckon_from_it_says_so() -> None:
    found = explained("They struck on Monday, and again a day later.", None)
    assert {kind for kind, _ in found.values()} == {AnchorKind.OPEN}
