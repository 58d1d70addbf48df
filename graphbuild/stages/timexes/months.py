"""Readings of months, quarters, halves and seasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuild.model.time import Basis, Granularity, TimeSpan, TimexType
from graphbuild.stages.timexes import direction
from graphbuild.stages.timexes.days import figure_in, month_in, year_in
from graphbuild.stages.timexes.periods import (
    Period,
    half,
    month,
    moved,
    quarter,
)
from graphbuild.stages.timexes.reading import Anchors, Reading, Readings, before_christ, dated
from graphbuild.stages.timexes.told import stepped_month, told_year

if TYPE_CHECKING:
    from graphbuild.stages.timexes.pattern import Found
    from graphbuild.stages.timexes.scan import Tokens


def mod_of(found: Found, anchors: Anchors) -> str | None:
    """START, MID or END from the remembered words before a period."""
    known = anchors.words
    for word in (*found.words("lead"), *found.words("lead2")):
        if mod := known.edges.get(word) or known.edge_nouns.get(word):
            return mod
    return None


def read_month(found: Found, anchors: Anchors) -> Readings | None:
    """A month with its year, with "last" or "next", or alone."""
    number = month_in(found, anchors, "mon")
    if number is None:
        return None
    mod = mod_of(found, anchors)
    stated = year_in(found, "yy")
    if stated is not None:
        return (dated(month(stated, number), "M", mod, Basis.STATED),)
    period = _month_period(found, anchors, number)
    if period is None and anchors.era_year:
        return (before_christ(anchors.era_year, mod, f"-{number:02}"),)
    if period is None:
        return (Reading(TimexType.DATE, f"XXXX-{number:02}", mod),)
    return (dated(period, "M", mod),)


def _month_period(found: Found, anchors: Anchors, number: int) -> Period | None:
    if found.has("ofyear"):
        return _month_of_year(found.text("ofyear"), anchors, number)
    base, step = anchors.base, found.words("step")
    if base is None:
        return None
    count = anchors.words.steps[step[-1]] if step else None
    if anchors.narrative and anchors.stated is not None:
        if count is not None:
            return stepped_month(anchors.stated, number, count)
        told = told_year(anchors.stated, number)
        return None if told is None else month(told, number)
    if count is None:
        future = _is_traded(found, anchors) or direction.future_cue(found.tokens, found.start, anchors.words)
        return direction.nearest_month(base, number, future=future)
    if count == 0:
        return month(base.year, number)
    ahead = (number - base.month) % 12 or 12
    return moved("M", base, ahead if count > 0 else ahead - 12 or -12)


def _is_traded(found: Found, anchors: Anchors) -> bool:
    """ "oil for March delivery", "the September contract": what is traded for a month to come."""
    return found.tokens.lower(found.end) in anchors.words.month_contracts


def _month_of_year(step: str, anchors: Anchors, number: int) -> Period | None:
    """ "July of last year", "March of that year"."""
    told = anchors.told("Y") if step in {"that", "same", "following", "previous", "preceding"} else None
    start = told or anchors.base
    return None if start is None else month(start.year + anchors.words.steps.get(step, 0), number)


def read_part_of_month(found: Found, anchors: Anchors) -> Readings | None:
    """ "the first week of June", "the last days of April 1945", "the second half of May"."""
    readings = read_month(found, anchors)
    if readings is None or readings[0].period is None or readings[0].when is None:
        return readings
    whole, words = readings[0].period, found.words("share")
    first, last = _part_of_month(whole.first, whole.last, words)
    mod = "START" if words[0] in {"first", "opening"} else "END" if words[0] in _CLOSING else None
    when = TimeSpan(first, last, Granularity.RANGE, readings[0].when.basis)
    return (replace(readings[0], mod=mod, when=when),)


_CLOSING = frozenset({"last", "final", "latter", "closing"})


def _part_of_month(first: date, last: date, words: tuple[str, ...]) -> tuple[date, date]:
    """The half or the week of seven days that the words say; for "days" and "part" the first or last half."""
    closing = words[0] in _CLOSING or words[0] == "second"
    if words[-1] == "week" and words[0] not in _CLOSING:
        start = first + timedelta(days=7 * _COUNTED.index(words[0])) if words[0] in _COUNTED else first
        return start, min(start + timedelta(days=6), last)
    if words[-1] == "week":
        return last - timedelta(days=6), last
    middle = first + timedelta(days=14)
    return (middle + timedelta(days=1), last) if closing else (first, middle)


_COUNTED = ("first", "second", "third", "fourth")


def doubtful_month(found: Found, anchors: Anchors) -> bool:
    """Whether the only token is a verb, a modal or a first name rather than a month."""
    tokens, index = found.tokens, found.range("mon").start
    word = tokens.lower(index)
    if found.has("lead"):
        return False
    if word in anchors.words.month_abbreviations:
        return tokens.lower(index + 1) != "."
    if word not in anchors.words.doubtful_months or _is_traded(found, anchors):
        return False
    if tokens.lower(index + 1) in anchors.words.name_tails:
        return True
    before = tokens.lower(index - 1)
    if before in {"-", "–", "/"} and tokens.lower(index - 2) in anchors.words.months:
        return False
    if tokens.words[index].isupper():
        return before not in {"in", "since", "until", "by", "last", "next"}
    return _begins_name(tokens, index) or before not in anchors.words.month_cues


def _begins_name(tokens: Tokens, index: int) -> bool:
    """ "May and June Carter": behind "and", a capitalised word makes it a first name."""
    after = tokens.words[index + 1 : index + 2]
    return tokens.lower(index - 1) in {"and", "or"} and any(word[0].isupper() for word in after)


def read_bare_month(found: Found, anchors: Anchors) -> Readings | None:
    """A month alone, if it is one."""
    return None if doubtful_month(found, anchors) else read_month(found, anchors)


def read_quarter(found: Found, anchors: Anchors) -> Readings | None:
    """A quarter or half of a year; an article before "third-quarter profit" is the profit's."""
    reading = _quarter(found, anchors)
    if reading is None:
        return None
    words, joint = found.tokens.words, found.range("part").start - 1
    if (
        found.has("part")
        and words[joint] == "-"
        and joint == found.start + 2
        and words[found.start].lower() == "the"
    ):
        return (reading.over(range(found.start + 1, found.end)),)
    return (reading,)


def _quarter(found: Found, anchors: Anchors) -> Reading | None:
    number, whole = figure_in(found, anchors, "nth"), found.text("part")
    if found.has("short"):
        number, whole = int(found.text("short")[1]), "quarter" if found.text("short")[0] == "q" else "half"
    if found.has("closing"):
        number = 2 if whole == "half" else 4
    if number is None or number > (2 if whole == "half" else 4) or _is_of_something(found):
        return None
    mod, base = mod_of(found, anchors), anchors.base
    stated = year_in(found, "yy")
    if stated is None and found.has("step") and base is not None:
        shifted = base.year + anchors.words.steps[found.words("step")[0]]
        return dated(_part(whole, shifted, number), "Q", mod)
    if stated is not None:
        return dated(_part(whole, stated, number), "Q", mod, Basis.STATED)
    if base is None:
        return Reading(TimexType.DATE, f"XXXX-{'H' if whole == 'half' else 'Q'}{number}", mod)
    if whole == "half":
        return dated(half(base.year, number), "H", mod)
    future = direction.future_cue(found.tokens, found.start, anchors.words)
    return dated(direction.nearest_quarter(base, number, future=future), "Q", mod)


def _is_of_something(found: Found) -> bool:
    """The first half of a match or of a season is no half of a year."""
    return not found.has("yy") and found.tokens.lower(found.end) == "of"


def _part(whole: str, of_year: int, number: int) -> Period:
    return half(of_year, number) if whole == "half" else quarter(of_year, number)
