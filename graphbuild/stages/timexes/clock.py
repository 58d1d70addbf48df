"""Readings of hours and parts of days."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from graphbuild.model.time import Basis, Granularity, TimeSpan, TimexType
from graphbuild.stages.timexes.days import read_day, read_ordinal
from graphbuild.stages.timexes.periods import Period, day, moved
from graphbuild.stages.timexes.reading import Anchors, Reading, Readings, timed
from graphbuild.stages.timexes.told import ends_clause

if TYPE_CHECKING:
    from graphbuild.stages.timexes.pattern import Found

_NOON = 12


def read_clock(found: Found, anchors: Anchors) -> Readings | None:
    """An hour of a named day, else of the last day that was told of, else of the publication day."""
    hour = _hour(found, anchors)
    if hour is None:
        return None
    clock = hour + _zone(found, anchors)
    if found.has("date") or found.has("nthd"):
        reading = _named_day(found, anchors)
        return None if reading is None else (at_time(reading, clock),)
    return (timed(current_day(anchors), clock),)


def _named_day(found: Found, anchors: Anchors) -> Reading | None:
    return read_ordinal(found, anchors) if found.has("nthd") else read_day(found, anchors)


def read_clock_of_part(found: Found, anchors: Anchors) -> Readings | None:
    """ "9 p.m. last night", "8 o'clock this morning", "midnight tonight"."""
    hour = _hour(found, anchors)
    if hour is None or not (found.has("which") or found.has("tonight")):
        return None
    return (timed(_which_day(found.text("which") or "this", anchors), hour + _zone(found, anchors)),)


def read_clock_aside(found: Found, anchors: Anchors) -> Readings | None:
    """ "10:35 a.m. (0735 GMT) Friday": the hour is that day's, and the day is named apart."""
    hour, named = _hour(found, anchors), read_day(found, anchors)
    if hour is None or named is None:
        return None
    clock, date = found.range("clock") or found.range("bareclock"), found.range("date")
    head = range(clock.start, max(clock.stop, found.range("zone").stop))
    return (at_time(named, hour + _zone(found, anchors)).over(head), named.over(date))


def at_time(reading: Reading, clock: str) -> Reading:
    """A day's reading with a time of day."""
    basis = Basis.STATED if reading.stated else Basis.RELATIVE
    if reading.period is None:
        return Reading(TimexType.TIME, f"{reading.value}T{clock}", reading.mod)
    return timed(reading.period, clock, basis)


def current_day(anchors: Anchors) -> Period | None:
    """The day that an hour without one belongs to."""
    if anchors.last_day is not None:
        return day(anchors.last_day)
    if anchors.narrative or anchors.published is None:
        return None
    return day(anchors.published)


def _hour(found: Found, anchors: Anchors) -> str | None:
    words = found.words("clock") or found.words("bareclock")
    if words[0] in anchors.words.clock_words:
        return anchors.words.clock_words[words[0]]
    spelled = anchors.words.numbers.get(words[0])
    figure = str(spelled) if spelled else words[0].rstrip("apm").replace(".", ":")
    hour, _, rest = figure.partition(":")
    number = int(hour)
    half = _half_of_day(words, anchors)
    if half and number > _NOON:
        return None
    if half:
        number = number % _NOON + (_NOON if half == "p" else 0)
    if number * 100 + int(rest[:2] or "0") > 2400:
        return None
    return f"{number:02}:{rest or '00'}"


def _half_of_day(words: tuple[str, ...], anchors: Anchors) -> str:
    last = words[-1]
    if last in anchors.words.parts_of_day:
        return "a" if last in {"morning", "dawn"} else "p"
    return last.replace(".", "")[-2:-1] if last.replace(".", "").endswith("m") else ""


def _zone(found: Found, anchors: Anchors) -> str:
    zone = [word.upper() for word in found.words("zone")]
    name = next((word for word in zone if word in anchors.words.zones), None)
    if name is None or anchors.words.zones[name] == "local":
        return ""
    offset = next((word for word in zone if word.isdecimal()), None)
    if offset is None:
        return anchors.words.zones[name]
    return f"{'+' if '+' in zone else '-'}{int(offset):02}:00"


def read_military(found: Found, anchors: Anchors) -> Readings | None:
    """Four figures of a clock, named as such by "GMT" or "hours"."""
    figures = found.text("military")
    if int(figures[:2]) > 24 or int(figures[2:]) > 59 or _says_again(found, anchors):
        return None
    return (timed(current_day(anchors), f"{figures[:2]}:{figures[2:]}{_zone(found, anchors)}"),)


def _says_again(found: Found, anchors: Anchors) -> bool:
    """ "10:35 a.m. (0735 GMT)": the same hour, said for other zones."""
    tokens, before = found.tokens, found.tokens.lower(found.start - 2)
    hour = before.replace(".", "")[-2:] in {"am", "pm"} or before in {"time", "noon", "midnight"}
    return tokens.lower(found.start - 1) == "(" and (hour or before.upper() in anchors.words.zones)


def read_bare_military(found: Found, anchors: Anchors) -> Readings | None:
    """Four figures behind "at" are a clock only when no year begins with them."""
    return read_military(found, anchors) if found.text("military").startswith("0") else None


def read_part_of_day(found: Found, anchors: Anchors) -> Readings | None:
    """ "Friday night", "the night of May 5", "tomorrow morning"."""
    reading = _named_day(found, anchors)
    if reading is None:
        return None
    timed_reading = at_time(reading, anchors.words.parts_of_day[found.text("partofday")])
    return (timed_reading,)


def read_this_part(found: Found, anchors: Anchors) -> Readings | None:
    """ "this morning", "last night", "tonight", "the next evening", "that night"."""
    code = anchors.words.parts_of_day.get(found.text("partofday"), "NI")
    which = found.text("which") or "this"
    if which == "the" and _is_title(found):
        return None
    return (timed(_which_day(which, anchors), code),)


def _is_title(found: Found) -> bool:
    """ "the Evening Post", "the Morning Star"."""
    words, index = found.tokens.words, found.range("partofday").start
    return words[index].istitle() and index + 1 < len(words) and words[index + 1][0].isupper()


def read_daybreak(found: Found, anchors: Anchors) -> Readings | None:
    """ "at dawn", "by nightfall" in a history: of the day told of. In the news they are no time of a certain day."""
    if not anchors.narrative:
        return None
    return (timed(current_day(anchors), anchors.words.parts_of_day[found.text("daybreak")]),)


def read_part_beside(found: Found, anchors: Anchors) -> Readings | None:
    """ "the morning after", "the night before"."""
    if not ends_clause(found) or anchors.last_day is None:
        return None
    step = -1 if found.text("beside") in {"before", "earlier", "previously"} else 1
    reading = timed(moved("D", anchors.last_day, step), anchors.words.parts_of_day[found.text("partofday")])
    return (reading if step > 0 else replace(reading, period=None),)


def read_overnight(found: Found, anchors: Anchors) -> Readings | None:
    """ "overnight": the night that ended on the publication day."""
    if anchors.published is None:
        return (timed(None, "NI"),)
    reading = timed(day(anchors.published), "NI")
    before = moved("D", anchors.published, -1)
    if before is None:
        return (reading,)
    when = TimeSpan(before.first, anchors.published, Granularity.RANGE, Basis.RELATIVE)
    return (replace(reading, when=when, period=None),)


def _which_day(which: str, anchors: Anchors) -> Period | None:
    if which in {"this", "last"} and anchors.published is not None:
        return day(anchors.published - timedelta(days=which == "last"))
    step = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0, "that": 0, "the": 0}.get(
        which
    )
    if step is None:
        return None
    if anchors.last_day is None:
        return current_day(anchors) if which == "the" else None
    return moved("D", anchors.last_day, step)
