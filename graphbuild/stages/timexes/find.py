"""Finds the time expressions of a text and reckons what they stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.lexicon.timewords import load_timewords
from graphbuild.model.text import Span
from graphbuild.model.time import Timex
from graphbuild.stages.timexes.grammar import grammar
from graphbuild.stages.timexes.narrative import Witness, is_aside, paragraphs
from graphbuild.stages.timexes.reading import Anchors, Reading, Readings, can_count_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from graphbuild.stages.timexes.pattern import Found, Run
    from graphbuild.stages.timexes.scan import Tokens


def find_timexes(
    text: str, published: date | None, passages: Sequence[Span] | None = None
) -> tuple[Timex, ...]:
    """The time expressions of ``text`` in reading order, none overlapping another.

    Args:
        text: an article's text; the spans of the result are offsets into it.
        published: the day that relative expressions are reckoned from. Without it they get an
            underspecified value ("XXXX-XX-XX") and no ``when``; the machine's clock is never read.
        passages: the stretches that are prose; nothing outside of them is looked at, but a time
            may be carried from one to the next. None is the whole text.
    """
    return tuple(
        Timex(step.span, step.reading.type, step.reading.value, step.reading.mod, step.reading.when)
        for step in read_steps(text, published, passages)
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One expression that was read, and how: ``reading`` is number ``place`` of what ``rule`` makes of
    ``found`` between the anchors before and after it.
    """

    span: Span
    reading: Reading
    place: int
    rule: int
    found: Found
    before: Anchors
    after: Anchors


def read_steps(text: str, published: date | None, passages: Sequence[Span] | None = None) -> Iterator[Step]:
    """The work of ``find_timexes``, expression by expression."""
    known = grammar()
    if published is not None and not can_count_from(published):
        published = None
    spans = [(0, len(text))] if passages is None else [(span.start, span.end) for span in passages]
    scanned = [known.alphabet.scan(text, start, end) for start, end in spans]
    witness = Witness(known.alphabet, published)
    history = witness.whole(scanned)
    news = Anchors(load_timewords(), published, day_first=witness.day_first(scanned))
    told = replace(news, narrative=True)
    for tokens in scanned:
        for first, last in paragraphs(tokens):
            narrative = witness.here(tokens, first, last, history=history)
            anchors = replace(told if narrative or history else news, narrative=narrative)
            for run in known.runs(tokens.kinds, first, last):
                for step in _read_run(tokens, run, anchors):
                    anchors = step.after
                    yield step
            # A paragraph of background leaves the news around it where it was.
            if narrative or history:
                told = anchors
            else:
                news = anchors


def _read_run(tokens: Tokens, run: Run, anchors: Anchors) -> Iterator[Step]:
    """Read the expressions of a run of tokens."""
    start = run.start
    while start < run.end:
        hit = _next(tokens, run, start, anchors)
        if hit is None:
            break
        rule, found, readings = hit
        before = anchors
        for place, reading in enumerate(readings):
            extent = reading.extent or range(found.start, found.end)
            span = Span(tokens.starts[extent.start], tokens.end(extent.stop - 1))
            if not is_aside(tokens, extent.start, reading, anchors):
                anchors = anchors.after(reading)
            yield Step(span, reading, place, rule, found, before, anchors)
            start = extent.stop


def _next(tokens: Tokens, run: Run, start: int, anchors: Anchors) -> tuple[int, Found, Readings] | None:
    """The next expression that some rule can read; a rule may refuse, then later ones are asked."""
    known = grammar()
    for rule, found in known.matches(tokens, run, start):
        if readings := known.read(rule, found, anchors):
            return rule, found, readings
    return None
