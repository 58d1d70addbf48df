"""Times that one clause lends another: the same event told twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from graphbuild.model.clause import Clause, TriggerKind
from graphbuild.model.event import EventTime
from graphbuild.model.text import PassageKind
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.syntax.phrases import dependents

if TYPE_CHECKING:
    from datetime import date

    from graphbuild.model.parse import Parse

Likeness = Callable[[Clause], tuple[str, frozenset[str]]]


def carry_over(
    parse: Parse, clauses: Sequence[Clause], times: Sequence[EventTime | None], likeness: Likeness
) -> tuple[EventTime | None, ...]:
    """A mention without a date of its own takes that of the same event elsewhere in the article.

    "The airstrikes" are those that the article dated, if all of its events of that type and
    mode, or of that action, fall on one day; with two days in question nothing is inferred.
    A verb of the body must also share its actor: "it had signed ... it signed on June 15".
    The words that date the other mention are the evidence of this one's day too.
    """
    days: dict[tuple[str, ...], dict[date, EventTime]] = {}
    for clause, time in zip(clauses, times, strict=True):
        if time and time.span and time.when.is_day and time.when.first:
            for key in _likenesses(parse, clause, likeness, certain=True):
                days.setdefault(key, {}).setdefault(time.when.first, time)
    found = list(times)
    for index, clause in enumerate(clauses):
        time = found[index]
        if time is None or time.span:
            continue
        for key in _likenesses(parse, clause, likeness, certain=False):
            known = days.get(key, {})
            if len(known) == 1:
                ((day, stated),) = known.items()
                when = TimeSpan(day, day, Granularity.DAY, Basis.INFERRED)
                found[index] = EventTime(when, stated.value, stated.span, None)
                break
    return tuple(found)


def _is_definite(parse: Parse, noun: int) -> bool:
    """Whether a noun speaks of an event that is known: "the attack", "Friday's attack"; not "attacks"."""
    words = {parse.tokens[d].lemma for d in dependents(parse, noun, "det")}
    return bool(words & {"the", "this", "that", "these", "those"} or dependents(parse, noun, "poss"))


def _likenesses(
    parse: Parse, clause: Clause, likeness: Likeness, *, certain: bool
) -> Iterator[tuple[str, ...]]:
    """What makes two clauses of an article one event, the surest first.

    ``certain`` asks for every key that a dated clause answers to, else for those that an
    undated one may go by: a noun or a headline by its action, a verb only with its actor.
    """
    action, actors = likeness(clause)
    for actor in sorted(actors):
        yield ("actor", action, actor)
    points_back = clause.kind is TriggerKind.NOUN and _is_definite(parse, clause.head)
    if (certain or points_back) and clause.type and clause.mode:
        yield ("type", clause.type, clause.mode)
    headline = parse.sentences[parse.sentence_of[clause.head]].kind is PassageKind.HEADLINE
    if certain or points_back or headline:
        yield ("action", action)
