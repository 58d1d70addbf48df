"""The publication date that an article's own text gives at its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphbuild.stages.reading.dates import FULL_DATE, parse_published

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_HEAD_LINES = 6
_LONGEST_LINE = 160

_AGENCY = r"(?:\s*\([A-Z][^()\n]{1,40}\)|\s*/[A-Z][^/\n]{1,40}/)"
_DASH = r"\s*(?:--?|–|—|_)(?:\s|$)"
_PLACE = r"[A-Z][^\d\n:;!?\"“”()]{1,70}"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE})[,\s]\s*(?i:(?P<placed>{FULL_DATE}))(?P<agency>{_AGENCY})?{_DASH}"
    rf"|(?i:(?P<bare>{FULL_DATE})){_AGENCY}{_DASH})"
)
_SMALL_WORDS = frozenset(
    {"al", "and", "at", "da", "de", "del", "der", "des", "di", "do", "du", "el", "la", "las", "le", "les"}
    | {"los", "near", "of", "on", "sur", "the"}
)
_DATE_LINE = re.compile(rf"(?:(?:published|posted|date)(?:\s+on)?\s*:?\s*)?(?P<day>{FULL_DATE})\.?", re.I)


def find_dateline_date(text: str) -> date | None:
    """The day with its year in a dateline, or on a line of its own, near the top.

    A text with several different days on lines of their own is a chronology; such a
    line says nothing about when the text was published.

    >>> find_dateline_date("BAGHDAD, Dec. 30, 2019 (AP) — Rockets fell.")
    datetime.date(2019, 12, 30)
    """
    for line in _head_lines(text):
        if match := _DATELINE.match(line):
            if match["bare"] or _is_place(match["place"], match["agency"]):
                return _day(match["bare"] or match["placed"])
        elif match := _DATE_LINE.fullmatch(line):
            days = {found for found in map(_date_line, text.splitlines()) if found is not None}
            return days.pop() if len(days) == 1 else None
    return None


def _head_lines(text: str) -> Iterator[str]:
    """The first lines that are not blank, cut short."""
    count = 0
    for match in re.finditer(r"[^\r\n]+", text):
        if line := match[0][:_LONGEST_LINE].strip():
            yield line
            count += 1
        if count == _HEAD_LINES:
            return


def _is_place(words: str, agency: str | None) -> bool:
    """Whether these words before a date can be a place: names, no other small words.

    Without an agency a place stands in capitals; else a headline would pass for one.
    """
    names = re.findall(r"[^\W\d_]+", words)
    named = all(name[0].isupper() or name.lower() in _SMALL_WORDS for name in names)
    return named and (agency is not None or names[0].isupper())


def _date_line(line: str) -> date | None:
    """The day of a line that holds nothing else."""
    if len(line) > _LONGEST_LINE or not (match := _DATE_LINE.fullmatch(line.strip())):
        return None
    return _day(match["day"])


def _day(words: str) -> date | None:
    """The day, unless it is on no calendar."""
    try:
        return parse_published(words)
    except ValueError:
        return None
