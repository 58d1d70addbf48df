"""Absolute dates in odd forms, and the one door to dateparser.

A year of four figures stands at one end of such a form, so that day, month and year are certain.
With a year of two, dateparser says which century; it fills what is missing from its base date, so only
forms with all three parts come to it, one at a time, and the base is never the machine's clock. It is
imported when the first such form is met.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from graphbuild.model.time import Basis
from graphbuild.stages.timexes.periods import day, real_day
from graphbuild.stages.timexes.reading import Anchors, Readings, dated

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

    from graphbuild.stages.timexes.pattern import Found

_PART = re.compile(r"\w+")
_FULL_YEAR = 4
_REMEMBERED = 1024
_BASE = datetime(2000, 1, 1)  # noqa: DTZ001 -- dateparser reckons without zones


def read_odd(found: Found, anchors: Anchors) -> Readings | None:
    """A whole date in an order or with signs that the grammar has no pattern for."""
    words = "".join(found.tokens.words[found.start : found.end])
    first, month, last = _PART.findall(words)
    if _FULL_YEAR in (len(first), len(last)):
        number = anchors.words.months.get(month.lower()) or anchors.words.month_abbreviations.get(
            month.lower()
        )
        of_year, of_month = (first, last) if len(first) == _FULL_YEAR else (last, first)
        period = real_day(int(of_year), number or int(month), int(of_month))
    else:
        parsed = _parsed(words)
        period = None if parsed is None else day(parsed)
    return None if period is None else (dated(period, "D", basis=Basis.STATED),)


@lru_cache(maxsize=_REMEMBERED)
def _parsed(words: str) -> date | None:
    data = _parser().get_date_data(words)
    return None if data.date_obj is None or data.period != "day" else data.date_obj.date()


@cache
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 -- half a second that most articles never need

    settings = {"RELATIVE_BASE": _BASE, "DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"]}
    return DateDataParser(languages=["en"], settings=settings)
