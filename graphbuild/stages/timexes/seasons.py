"""Readings of seasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.time import Basis, TimexType
from graphbuild.stages.timexes import direction
from graphbuild.stages.timexes.days import year_in
from graphbuild.stages.timexes.months import mod_of
from graphbuild.stages.timexes.periods import Period, season
from graphbuild.stages.timexes.reading import Anchors, Reading, Readings, before_christ, dated
from graphbuild.stages.timexes.told import stepped_season, told_season

if TYPE_CHECKING:
    from datetime import date

    from graphbuild.stages.timexes.pattern import Found


def read_season(found: Found, anchors: Anchors) -> Readings | None:
    """A season with its year, with "last" or "this", or alone."""
    code, mod = anchors.words.seasons[found.text("season")], mod_of(found, anchors)
    stated = int(found.text("yearpair")[:4]) if found.has("yearpair") else year_in(found, "yy")
    if stated is not None:
        return (dated(season(stated, code), "S", mod, Basis.STATED),)
    if _is_a_fall(found):
        return None
    period = _season_period(found, anchors, code)
    if period is None:
        if anchors.era_year:
            return (before_christ(anchors.era_year, mod, f"-{code}"),)
        return (Reading(TimexType.DATE, f"XXXX-{code}", mod),)
    return (dated(period, "S", mod),)


def _season_period(found: Found, anchors: Anchors, code: str) -> Period | None:
    base, step = anchors.base, found.words("steps")
    count = anchors.words.steps.get(step[-1], 0) if step else None
    told = anchors.stated if anchors.narrative else None
    if step and step[-1] in _ANAPHORIC:
        told = told or anchors.last
        if told is None:
            return None
    if told is not None:
        return stepped_season(told, code, count) if count else told_season(told, code)
    if base is None:
        return None
    if count is None:
        future = direction.future_cue(found.tokens, found.start, anchors.words)
        return direction.nearest_season(base, code, future=future)
    return _stepped(base, code, count)


def _stepped(base: date, code: str, count: int) -> Period:
    """This, last or next year's round of a season."""
    this = direction.nearest_season(base, code, future=count > 0)
    if count > 0 and this.first <= base:
        return season(this.first.year + 1, code)
    if count < 0 and this.last >= base:
        return season(this.first.year - 1, code)
    if count == 0 and this.last < base and (base - this.last).days > _HALF_A_YEAR:
        return season(this.first.year + 1, code)
    return this


_HALF_A_YEAR = 180
_ANAPHORIC = frozenset({"that", "same", "following", "previous", "preceding"})


def _is_a_fall(found: Found) -> bool:
    """Whether "fall" is what happens to a climber: alone it is a season only in "in the fall" and the like."""
    tokens, index = found.tokens, found.range("season").start
    if found.text("season") != "fall" or found.has("lead"):
        return False
    if found.has("steps") and (found.words("steps")[-1] != "that" or tokens.words[index - 1] == "That"):
        return False
    return tokens.lower(index - 1) != "the" or tokens.lower(index - 2) not in {
        "in",
        "by",
        "since",
        "until",
        "during",
    }
