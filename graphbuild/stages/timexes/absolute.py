"""The one door to dateparser: absolute dates in odd forms, handed over one at a time.

dateparser fills what is missing from its base date, so only forms with day, month and year come
here, and the base is never the machine's clock. It is imported when the first such form is met.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from graphbuild.model.time import Basis
from graphbuild.stages.timexes.periods import day
from graphbuild.stages.timexes.reading import Anchors, Readings, dated

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

    from graphbuild.stages.timexes.pattern import Found

_BASE = datetime(2000, 1, 1)  # noqa: DTZ001 -- dateparser reckons without zones


def read_odd(found: Found, anchors: Anchors) -> Readings | None:
    """A whole date in an order or with signs that the grammar has no pattern for."""
    start, end = found.start, found.end - 1
    words = "".join(found.tokens.words[start : end + 1])
    order = "YMD" if words[:4].isdecimal() else "DMY"
    data = _parser(order).get_date_data(words)
    if data.date_obj is None or data.period != "day":
        return None
    return (dated(day(data.date_obj.date()), "D", basis=Basis.STATED),)


@cache
def _parser(order: str) -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 -- half a second that most articles never need

    settings = {"RELATIVE_BASE": _BASE, "DATE_ORDER": order, "REQUIRE_PARTS": ["day", "month", "year"]}
    return DateDataParser(languages=["en"], settings=settings)
