"""What each time expression was reckoned from, and why: for people who ask.

The anchor is found by trial: the expression is read again without the publication date, and without each of
the earlier times that the text had left, and what it comes out differently without is what it was reckoned
from. So this says the truth about every rule, also about those yet to be written, and costs the reading
itself nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graphbuild.model.time import Anchor, AnchorKind, TimexType
from graphbuild.stages.timexes import direction
from graphbuild.stages.timexes.days import figure_in, month_in, year_in
from graphbuild.stages.timexes.find import Step, read_steps
from graphbuild.stages.timexes.grammar import grammar
from graphbuild.stages.timexes.periods import Period, real_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from graphbuild.model.text import Span
    from graphbuild.stages.timexes.reading import Anchors

# What an earlier expression may leave for a later one, the plainest first, and what stands for nothing left.
_LEFT: Mapping[str, Any] = {
    "last_day": None,
    "stated": None,
    "last_span": None,
    "last": None,
    "before_christ": 0,
}


def explain_timexes(
    text: str, published: date | None, passages: Sequence[Span] | None = None
) -> tuple[Anchor, ...]:
    """The anchor of each expression that ``find_timexes`` finds, in the same order."""
    left: dict[tuple[str, object], Span] = {}
    out: list[Anchor] = []
    for step in read_steps(text, published, passages):
        out.append(_anchor(step, left))
        for name in _LEFT:
            value = getattr(step.after, name)
            if value and _is_of(step, value):
                left[name, value] = step.span
    return tuple(out)


def _is_of(step: Step, value: object) -> bool:
    """Whether what is left behind an expression comes from it."""
    reading = step.reading
    first = reading.period.first if reading.period else None
    return value in (reading.period, first, reading.before_christ)


def _anchor(step: Step, left: Mapping[tuple[str, object], Span]) -> Anchor:
    if step.reading.stated:
        return Anchor(AnchorKind.STATED, None, None, _STATED)
    for name, nothing in _LEFT.items():
        value = getattr(step.before, name)
        if value and _differs(step, replace(step.before, **{name: nothing})):
            origin = value.first if isinstance(value, Period) else None if name == "before_christ" else value
            return Anchor(AnchorKind.EARLIER, left.get((name, value)), origin, _why_told(step, name))
    published = step.before.published
    if published is not None and _differs(step, replace(step.before, published=None)):
        return Anchor(AnchorKind.PUBLISHED, None, published, _why_published(step, published))
    return _unanchored(step)


def _differs(step: Step, anchors: Anchors) -> bool:
    """Whether the expression means something else with these anchors."""
    again = grammar().read(step.rule, step.found, anchors)
    if not again or len(again) <= step.place:
        return True
    other = again[step.place]
    return (other.value, other.when) != (step.reading.value, step.reading.when)


_STATED = "the words say it all"


def _unanchored(step: Step) -> Anchor:
    reading = step.reading
    if reading.type is TimexType.SET:
        return Anchor(AnchorKind.NONE, None, None, "it comes again and again")
    if reading.type is TimexType.DURATION:
        return Anchor(AnchorKind.NONE, None, None, "a length of time")
    if _is_impossible(step):
        return Anchor(AnchorKind.OPEN, None, None, "the calendar has no such day")
    if "X" in reading.value:
        return Anchor(AnchorKind.OPEN, None, None, "nothing is known that it could be reckoned from")
    if reading.value.endswith("_REF"):
        return Anchor(AnchorKind.NONE, None, None, "a vague reference")
    return Anchor(AnchorKind.STATED, None, None, _STATED)


def _is_impossible(step: Step) -> bool:
    found, anchors = step.found, step.before
    number, of_month = month_in(found, anchors, "mon", "moo"), figure_in(found, anchors, "dom", "doo")
    if number is None or of_month is None:
        return False
    return real_day(year_in(found, "yy", "yyy", "yyyy") or _LEAP_YEAR, number, of_month) is None


def _is_month_day(step: Step) -> bool:
    found, anchors = step.found, step.before
    return bool(month_in(found, anchors, "mon", "moo") and figure_in(found, anchors, "dom", "doo"))


_LEAP_YEAR = 2000
_HALF_A_YEAR = 183  # days


def _why_told(step: Step, name: str) -> str:
    found = step.found
    if _is_counted(step):
        return "counted from it"
    if found.has("nthd"):
        return "its month, or the next"
    if found.has("wdd"):
        return "the first such day from it on"
    if step.reading.type is TimexType.TIME and name == "last_day":
        return "an hour or part of that day"
    if name in {"stated", "before_christ"}:
        return "its year goes on in a history"
    return "the one told of"


def _why_published(step: Step, published: date) -> str:
    reading = step.reading
    when = reading.when
    if reading.value.endswith("_REF"):
        return "on one side of it"
    if when is None or _is_counted(step):
        return "counted from it"
    first, last = when.first or published, when.last or published
    if first <= published <= last:
        return "that very day" if first == last else "the one it is in"
    if step.found.has("wdd"):
        return _with_cue(step, "the latest on or before it" if last < published else "the next after it")
    if _is_month_day(step) and abs((first - published).days) <= _HALF_A_YEAR:
        return _with_cue(step, "the nearest to it")
    return _with_cue(step, "the latest before it" if last < published else "the next after it")


def _with_cue(step: Step, rule: str) -> str:
    """The rule, with the word that says whether this is told or to come."""
    sign, cue = direction.nearest_cue(step.found.tokens, step.found.start, step.before.words)
    if not sign:
        return rule
    return f'{rule}; "{cue}" is a word of the {"future" if sign > 0 else "past"}'


# What a rule remembers of words that count from an anchor: "last", "ago", "yesterday", "the day after".
_COUNTING = (
    "step",
    "step2",
    "step3",
    "steps",
    "ago",
    "beside",
    "dayword",
    "which",
    "recent",
    "openended",
    "ofyear",
)


def _is_counted(step: Step) -> bool:
    return any(step.found.has(name) for name in _COUNTING)
