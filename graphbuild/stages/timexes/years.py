"""Readings of years, fiscal years, decades and centuries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.time import Basis, TimexType
from graphbuild.stages.timexes.days import figure_in, full_year, year_in
from graphbuild.stages.timexes.months import mod_of
from graphbuild.stages.timexes.periods import century, decade, fiscal_year, year, years
from graphbuild.stages.timexes.quantity import quantity
from graphbuild.stages.timexes.reading import Anchors, Reading, Readings, dated

if TYPE_CHECKING:
    from graphbuild.stages.timexes.pattern import Found

_FIRST_PLAIN_YEAR = 1900
_LAST_PLAIN_YEAR = 2035
_LIFETIME = 60  # years
_FIRST_SPELLED = 20
_CENTURY = 100
_OWNERS = frozenset({"his", "her", "their", "my", "our", "your"})


def read_year(found: Found, anchors: Anchors) -> Readings | None:
    """Four figures that are a year by their size, and by what stands beside them."""
    tokens, index = found.tokens, found.range("year").start
    number = int(tokens.words[index])
    if _is_heading(found):
        return (dated(year(number), "Y", mod_of(found, anchors), Basis.STATED),)
    if (
        not (_FIRST_PLAIN_YEAR <= number <= _LAST_PLAIN_YEAR or _is_near_told(number, anchors))
        or tokens.lower(index - 1) in anchors.words.numbering
    ):
        return None
    return read_sure_year(found, anchors)


def _is_near_told(number: int, anchors: Anchors) -> bool:
    told = anchors.stated
    return anchors.narrative and told is not None and abs(number - told.first.year) <= _LIFETIME


def _is_heading(found: Found) -> bool:
    """Whether the year is a paragraph of its own."""
    words, start, end = found.tokens.words, found.start, found.end
    opens = start > 0 and words[start - 1].isspace()
    return opens and end < len(words) and words[end].isspace()


def read_sure_year(found: Found, anchors: Anchors) -> Readings | None:
    """Four figures that a word before them makes a year, if they do not count what stands behind them."""
    tokens, index = found.tokens, found.range("year").start
    number, known = int(tokens.words[index]), anchors.words
    after = tokens.lower(found.end)
    if (
        _is_numbered(found)
        or "".join(tokens.words[found.end : found.end + 1]) in known.zones
        or after in known.counted
        or (number % 100 == 0 and after.endswith("s") and len(after) > 3)
    ):
        return None
    return (dated(year(number), "Y", mod_of(found, anchors), Basis.STATED),)


def read_spelled(found: Found, anchors: Anchors) -> Readings | None:
    """ "nineteen ninety-one", as speakers say it."""
    number = int(quantity(found.words("spelled"), anchors.words))
    if not _FIRST_SPELLED <= number < _CENTURY or found.tokens.lower(found.end) in anchors.words.counted:
        return None
    return (dated(year(1900 + number), "Y", mod_of(found, anchors), Basis.STATED),)


def _is_numbered(found: Found) -> bool:
    """ "555-1998": the tail of a telephone number, not of a range of years."""
    tokens, index = found.tokens, found.range("year").start
    before = tokens.lower(index - 2)
    return (
        tokens.lower(index - 1) == "-" and before.isdecimal() and not "1000" <= before < tokens.words[index]
    )


def read_short_year(found: Found, anchors: Anchors) -> Readings | None:
    """Two figures behind an apostrophe."""
    return (dated(year(full_year(found.text("two"))), "Y", mod_of(found, anchors), Basis.STATED),)


def read_fiscal(found: Found, anchors: Anchors) -> Readings | None:
    """A fiscal year."""
    stated, mod = year_in(found, "yy"), mod_of(found, anchors)
    if stated is not None:
        return (dated(fiscal_year(stated), "Y", mod, Basis.STATED),)
    if anchors.base is None:
        return (Reading(TimexType.DATE, "FYXXXX", mod),)
    count = anchors.words.steps[found.words("step")[-1]] if found.has("step") else 0
    return (dated(fiscal_year(anchors.base.year + count), "Y", mod),)


def read_years(found: Found, anchors: Anchors) -> Readings | None:
    """A range in one word: "1939-45"."""
    figures = (
        found.text("yearpair").split("/")
        if found.has("yearpair")
        else (found.text("year"), found.text("two"))
    )
    first = int(figures[0])
    last = int(figures[1]) if len(figures[1]) > 2 else first // 100 * 100 + int(figures[1])
    period = years(first, last)
    return None if period is None else (dated(period, "R", mod_of(found, anchors), Basis.STATED),)


def read_life(found: Found, anchors: Anchors) -> Readings | None:
    """ "(1861-1865)": from one year to another."""
    first, last = int(found.text("year")), int(found.text("twoyear"))
    if first >= last:
        return None
    ends = found.range("year").stop, found.range("twoyear").start
    return (
        dated(year(first), "Y", basis=Basis.STATED).over(range(found.start, ends[0])),
        dated(year(last), "Y", basis=Basis.STATED).over(range(ends[1], found.end)),
    )


def read_decade(found: Found, anchors: Anchors) -> Readings | None:
    """ "the late 1980s", "the '60s", "the thirties"."""
    word = found.text("decade") or found.text("shortdecade") or found.text("namedecade")
    number = anchors.words.decades.get(word)
    if found.tokens.lower(found.start - 1) in _OWNERS:
        return None  # an age
    if number is None:
        number = int(word.rstrip("s"))
    return (
        dated(decade(number if number > 99 else 1900 + number), "A", mod_of(found, anchors), Basis.STATED),
    )


def read_possessive_decade(found: Found, anchors: Anchors) -> Readings | None:
    """ "the 1990's"; "the 1991's" is none."""
    number = int(found.text("year"))
    if number % 10:
        return None
    return (dated(decade(number), "A", mod_of(found, anchors), Basis.STATED),)


def read_century(found: Found, anchors: Anchors) -> Readings | None:
    """ "the early 19th century"."""
    number = figure_in(found, anchors, "nth")
    if number is None or not 1 <= number <= 99:
        return None
    if found.has("bc"):
        return (Reading(TimexType.DATE, f"BC{number - 1:02}", mod_of(found, anchors)),)
    return (dated(century(100 * (number - 1)), "C", mod_of(found, anchors), Basis.STATED),)
