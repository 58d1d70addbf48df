"""The time expressions that clauses state, and which clause each governs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuild.model.event import EventTime, Status
from graphbuild.model.time import Granularity, TimeSpan, Timex, TimexType
from graphbuild.syntax.phrases import dependents
from graphbuild.syntax.scope import tokens_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graphbuild.model.clause import Clause, Standing
    from graphbuild.model.parse import Parse, Token

_BOUNDS = frozenset({"before", "after", "since", "until", "till", "by", "prior to"})
_OCCUR = frozenset({"take", "occur", "happen", "come", "begin", "start", "follow", "be", "hold", "end"})
_CLAUSAL = frozenset({"xcomp", "pcomp", "dep"})
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_WEEK = timedelta(days=7)
_FARTHEST = 8  # clauses climbed: more shared helpers than that only a broken parse has


@dataclass(frozen=True, slots=True)
class Stated:
    """A time expression in its sentence: its head token, and the preposition before it."""

    timex: Timex
    head: int
    prep: str


def by_scope(parse: Parse, timexes: Sequence[Timex], owner: Sequence[int | None]) -> dict[int, list[Stated]]:
    """The time expressions of each clause, by its scope token; ``owner`` gives each token's scope."""
    where = tokens_at(parse, [t.span for t in timexes if t.when is not None])
    found: dict[int, list[Stated]] = {}
    for timex in timexes:
        if timex.span not in where or timex.when is None:
            continue
        first, last = where[timex.span]
        head = next(
            (i for i in range(last - 1, first - 1, -1) if not first <= parse.tokens[i].head < last), last - 1
        )
        scope = owner[head]
        if scope is not None and _is_adverbial(parse, head, scope, timex):
            governor = parse.tokens[parse.tokens[head].head]
            prep = governor.lemma if governor.pos in ("ADP", "SCONJ") else ""
            found.setdefault(scope, []).append(Stated(timex, head, prep))
    return found


def _when_clauses(parse: Parse, verb: int) -> tuple[int, ...]:
    """Clauses that date a verb by another event: "will wear it when it arrives on November 11"."""
    return tuple(
        c
        for c in dependents(parse, verb, "advcl")
        if any(parse.tokens[m].lemma in ("when", "as") for m in dependents(parse, c, "advmod", "mark"))
    )


def _is_adverbial(parse: Parse, head: int, scope: int, timex: Timex) -> bool:
    """Whether a timex says when something was, rather than which thing is meant.

    A day may be attached to any word of its clause (the parser often errs there); a coarser
    time dates the clause only when it hangs from the trigger itself: "the third time in a
    decade", "the 2010 conference" date nothing.
    """
    if timex.when is not None and timex.when.is_day:
        return True
    governor = parse.tokens[head].head
    if parse.tokens[governor].pos in ("ADP", "SCONJ"):
        governor = parse.tokens[governor].head
    return scope in (governor, head)


def governing(
    parse: Parse, clause: Clause, standing: Standing, stated: Mapping[int, list[Stated]]
) -> EventTime | None:
    """The time stated in the clause, or in one whose time it shares; None where there is none.

    What was planned on a day is not before it: "agreed on Monday to free the crew".
    """
    by_head = {s.head: s for found in stated.values() for s in found}
    for place in _sharing(parse, clause):
        found = _stated_at(parse, place, stated, by_head)
        if found is None:
            continue
        is_of_the_plan = place in (clause.head, clause.carrier) or found.head > clause.head
        if standing.status is Status.PLANNED and not is_of_the_plan:
            found = replace(found, prep="since")
        return event_time(found)
    return None


def turn_weekday(parse: Parse, time: EventTime, standing: Standing, published: date | None) -> EventTime:
    """A bare weekday on the side of the publication day that the clause's tense tells.

    The grammar reads words only: in "planned before Friday, when a drone killed him" it takes
    Friday for the next one. What has happened did so on the last.
    """
    day = time.when.first
    if published is None or day is None or not time.when.is_day or time.span is None:
        return time
    (first, last) = tokens_at(parse, [time.span]).get(time.span, (0, 0))
    if last - first != 1 or parse.tokens[first].lemma.lower() not in _WEEKDAYS:
        return time
    if standing.status in (Status.ASSERTED, Status.ALLEGED) and published < day <= published + _WEEK:
        day -= _WEEK
    elif standing.status is Status.PLANNED and published - _WEEK < day < published:
        day += _WEEK
    else:
        return time
    return EventTime(
        TimeSpan(day, day, time.when.granularity, time.when.basis), day.isoformat(), time.span, None
    )


def _sharing(parse: Parse, clause: Clause) -> Iterator[int]:
    """A clause's trigger, then the light verb and the clauses whose time it shares, nearest first."""
    place = clause.head
    yield place
    if clause.carrier is not None:
        place = clause.carrier
        yield place
    for _ in range(_FARTHEST):
        token = parse.tokens[place]
        if token.head == place or not _shares_time(parse, token):
            return
        place = token.head
        yield place


def _stated_at(
    parse: Parse, place: int, stated: Mapping[int, list[Stated]], by_head: Mapping[int, Stated]
) -> Stated | None:
    """What is stated at a clause, in its "when" clause, or by the noun that it is relative to."""
    for scope in (place, *_when_clauses(parse, place)):
        if scope in stated:
            return best_of(stated[scope])
    token = parse.tokens[place]
    if token.dep == "relcl" and token.head in by_head:  # "on Friday, when rockets hit a base"
        return replace(by_head[token.head], prep="")
    if token.dep in ("relcl", "acl") and token.head in stated:  # "an attack two days earlier that killed"
        return best_of(stated[token.head])
    return None


def _shares_time(parse: Parse, token: Token) -> bool:
    """Whether a clause has the time of the one it hangs from."""
    above = parse.tokens[token.head]
    if any(parse.tokens[m].lemma == "when" for m in dependents(parse, token.index, "advmod", "mark")):
        return True  # "the turning point came Friday, when rockets hit a base"
    match token.dep:
        case "nsubj" | "nsubjpass":  # "the attack took place on Monday"
            return token.pos == "NOUN" and above.lemma in _OCCUR
        case "prep" | "prt":
            return above.pos in ("VERB", "AUX")
        case "conj":
            return above.pos in ("VERB", "AUX", "NOUN")
        case "advcl":
            return token.tag in ("VBG", "VB") and not dependents(parse, token.index, "mark")
        case _:
            return token.dep in _CLAUSAL


def best_of(candidates: Sequence[Stated]) -> Stated:
    """The finest calendar time of a clause; of two, the first."""

    def rank(stated: Stated) -> tuple[bool, bool, int]:
        when = stated.timex.when
        is_day = when is not None and when.is_day
        return (stated.timex.type is TimexType.DURATION, not is_day, stated.head)

    return min(candidates, key=rank)


def event_time(stated: Stated) -> EventTime:
    """The time that a time expression gives its event; "before" and "since" make it a bound."""
    timex = stated.timex
    when = timex.when
    if when is None:
        raise ValueError("a timex without a place in time cannot date an event")
    if stated.prep in _BOUNDS and timex.type is not TimexType.DURATION:
        when = _bounded(when, stated.prep)
    return EventTime(when, timex.value, timex.span, None)


def _bounded(when: TimeSpan, prep: str) -> TimeSpan:
    day = timedelta(days=1)
    first, last = None, None
    match prep:
        case "before" | "prior to":
            last = when.first - day if when.first else None
        case "until" | "till" | "by":
            last = when.last
        case "after":
            first = when.last + day if when.last else None
        case _:  # since
            first = when.first
    return TimeSpan(first, last, Granularity.RANGE, when.basis)
