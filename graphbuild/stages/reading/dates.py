"""Publication dates as files write them: one reading or none, never a guess.

A time of day and a zone may follow; the day is kept as it was written. A weekday is
not checked against the day.
"""

from __future__ import annotations

import re
from datetime import date

_MONTH_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names}

_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ZONE = r"(?:[+-]\d{2}:?\d{2}|[a-z]{1,5}|\([a-z ]{2,30}\))"
_CLOCK = rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}}(?:[.,]\d{{1,9}})?)?(?:\s*[ap]\.?m\.?)?(?:\s*{_ZONE}){{0,2}}"
_TIME = rf"(?:\s*,?\s*(?:at\s+|t)?{_CLOCK}|t\d{{4,6}}z?)?"

FULL_DATE = (
    rf"{_WEEKDAY}(?:{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_DAY}\s+{_MONTH},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
)
"""Pattern source, without groups, of a day with its year inside running text."""

_WORDED = re.compile(rf"{_WEEKDAY}(?:{_MONTH}\s+{_DAY}|{_DAY}[\s-]+{_MONTH}),?[\s-]+\d{{4}}{_TIME}", re.I)
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:([-/.])(\d{{1,2}})\2(\d{{1,2}})|(\d{{2}})(\d{{2}})){_TIME}", re.I)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.I)

_ADVICE = "use YYYY-MM-DD"
_LONGEST = 80


def parse_published(words: str) -> date:
    """The day that ``words`` name.

    Raises ValueError, with a reason to show to the user, when they name none or when
    they can be read in two ways.

    >>> parse_published("Mon, 30 Dec 2019 23:30:00 -0500")
    datetime.date(2019, 12, 30)
    """
    words = words.strip()
    if len(words) <= _LONGEST:
        if match := _YEAR_FIRST.fullmatch(words):
            year, _, month, day, packed_month, packed_day = match.groups()
            return _day(words, year, month or packed_month, day or packed_day)
        if _WORDED.fullmatch(words):
            return _parse_worded(words)
        if match := _YEAR_LAST.fullmatch(words):
            return _parse_year_last(words, match)
    raise ValueError(f"the date {_short(words)} cannot be read; {_ADVICE}")


def _parse_worded(words: str) -> date:
    """Read a date with a month in letters, known to have the right form."""
    months = (name for name in re.findall(r"[a-z]+", words.lower()) if name in _MONTHS)
    day, year = re.findall(r"\d+", words)[:2]
    return _day(words, year, str(_MONTHS[next(months)]), day)


def _parse_year_last(words: str, match: re.Match[str]) -> date:
    """Read 30/12/2019 and 12/30/2019; 03/04/2020 is a day in March or in April."""
    first, _, second, year = match.groups()
    if int(first) <= 12 and int(second) <= 12 and int(first) != int(second):
        raise ValueError(f"the date {_short(words)} is ambiguous: day or month first? {_ADVICE}")
    day, month = (first, second) if int(first) > 12 else (second, first)
    return _day(words, year, month, day)


def _day(words: str, year: str, month: str, day: str) -> date:
    """Make a date of numbers that may be out of range."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"the date {_short(words)} is on no calendar; {_ADVICE}") from None


def _short(words: str) -> str:
    """Quote at most the first 40 characters."""
    return repr(words if len(words) <= 40 else f"{words[:40]}...")
