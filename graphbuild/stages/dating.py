"""When each clause happened: the time expression that governs it, or what can be inferred.

In order: a time expression in the clause itself; that of the clause whose subject or
helpers it shares; the day of publication for what a report tells as the news of the day;
else only that it was not after publication, where the text says that it happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graphbuild.model.clause import Clause, Standing, TriggerKind
from graphbuild.model.event import EventTime, Status
from graphbuild.model.parse import Parse, Token
from graphbuild.model.text import PassageKind
from graphbuild.model.time import Basis, Granularity, TimeSpan, Timex, TimexType
from graphbuild.syntax.phrases import dependents
from graphbuild.syntax.scope import owners, tokens_at

_BOUNDS = frozenset({"before", "after", "since", "until", "till", "by", "prior to"})
_OCCUR = frozenset({"take", "occur", "happen", "come", "begin", "start", "follow", "be", "hold", "end"})
_SHARING = frozenset({"xcomp", "conj", "advcl", "pcomp", "acl", "dep"})
_OPENING = 4  # sentences after the lead
_WEEK = timedelta(days=7)
_MONTH = timedelta(days=31)  # a lead that states an older day dates its headline, nothing more
_HAPPENED = (Status.ASSERTED, Status.ALLEGED)


Likeness = Callable[[Clause], tuple[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class _Stated:
    """A time expression in its sentence: its head token, and the preposition before it."""

    timex: Timex
    head: int
    prep: str


def find_times(
    parse: Parse,
    clauses: Sequence[Clause],
    standings: Sequence[Standing],
    timexes: Sequence[Timex],
    published: date | None,
    likeness: Likeness,
) -> tuple[EventTime | None, ...]:
    """The time of each clause, in the same order; None where nothing is known.

    ``likeness`` gives what a clause's action is compared by, and the actors in it.
    """
    scopes = {c.head for c in clauses} | {
        t.index for t in parse.tokens if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")
    }
    stated = _by_scope(parse, timexes, owners(parse, scopes))
    news = _find_news(parse, stated, published)
    found: list[EventTime | None] = []
    for clause, standing in zip(clauses, standings, strict=True):
        own = _governing(parse, clause, stated)
        if own and _is_ahead(own, standing, published):
            own = None
        found.append(own or _default(parse, clause, standing, news, published))
    return _bound(parse, clauses, _carry_over(parse, clauses, found, likeness))


def _by_scope(
    parse: Parse, timexes: Sequence[Timex], owner: Sequence[int | None]
) -> dict[int, list[_Stated]]:
    where = tokens_at(parse, [t.span for t in timexes if t.when is not None])
    found: dict[int, list[_Stated]] = {}
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
            found.setdefault(scope, []).append(_Stated(timex, head, prep))
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
    return governor == scope or head == scope


def _governing(parse: Parse, clause: Clause, stated: Mapping[int, list[_Stated]]) -> EventTime | None:
    """The time stated in the clause, or in one whose time it shares."""
    at = clause.head
    by_head = {s.head: s for found in stated.values() for s in found}
    for _ in range(8):
        if at in stated:
            return _event_time(_best(stated[at]))
        for when in _when_clauses(parse, at):
            if when in stated:
                return _event_time(_best(stated[when]))
        token = parse.tokens[at]
        if token.dep == "relcl" and token.head in by_head:  # "on Friday, when rockets hit a base"
            return _event_time(by_head[token.head])
        if token.dep in ("relcl", "acl") and token.head in stated:  # "an attack two days earlier that killed"
            return _event_time(_best(stated[token.head]))
        if clause.carrier is not None and at == clause.head:
            at = clause.carrier
        elif token.head != at and _shares_time(parse, token):
            at = token.head
        else:
            return None
    return None


def _is_ahead(time: EventTime, standing: Standing, published: date | None) -> bool:
    """Whether a time lies after publication, though the clause has happened: it is another's.

    "Airbus announced job cuts over the next four years" does not date the announcement.
    """
    if published is None or standing.status not in _HAPPENED:
        return False
    return time.when.first is not None and time.when.first >= published and not time.when.is_day


def _shares_time(parse: Parse, token: Token) -> bool:
    if any(parse.tokens[m].lemma == "when" for m in dependents(parse, token.index, "advmod", "mark")):
        return True  # "the turning point came Friday, when rockets hit a base"
    if token.dep in ("nsubj", "nsubjpass"):  # "the attack took place on Monday"
        return token.pos == "NOUN" and parse.tokens[token.head].lemma in _OCCUR
    if token.dep not in _SHARING:
        return token.dep in ("prep", "prt") and parse.tokens[token.head].pos in ("VERB", "AUX")
    if token.dep == "conj":
        return parse.tokens[token.head].pos in ("VERB", "AUX", "NOUN")
    if token.dep == "advcl":
        return token.tag in ("VBG", "VB") and not dependents(parse, token.index, "mark")
    if token.dep == "acl":
        return False
    return True


def _best(candidates: Sequence[_Stated]) -> _Stated:
    """The finest calendar time of a clause; of two, the first."""

    def rank(stated: _Stated) -> tuple[bool, bool, int]:
        when = stated.timex.when
        is_day = when is not None and when.is_day
        return (stated.timex.type is TimexType.DURATION, not is_day, stated.head)

    return min(candidates, key=rank)


def _event_time(stated: _Stated) -> EventTime:
    timex = stated.timex
    when = timex.when
    if when is None:
        raise ValueError("a timex without a place in time cannot date an event")
    if stated.prep in _BOUNDS and timex.type is not TimexType.DURATION:
        when = _bounded(when, stated.prep)
    return EventTime(when, timex.value, timex.span, None)


def _bounded(when: TimeSpan, prep: str) -> TimeSpan:
    if prep in ("before", "until", "till", "by", "prior to"):
        return TimeSpan(None, when.last, Granularity.RANGE, when.basis)
    return TimeSpan(when.first, None, Granularity.RANGE, when.basis)


@dataclass(frozen=True, slots=True)
class _News:
    """The day that an article is about, how it is known, and where its opening ends."""

    day: date
    basis: Basis
    opening: int  # sentences up to this one tell the news; later ones may be background


def _find_news(parse: Parse, stated: Mapping[int, list[_Stated]], published: date | None) -> _News | None:
    """The day of the news: what the lead states, if it is within a week before publication.

    A headline and the sentences around the lead tell the same event, so they share its day.
    """
    if published is None:
        return None
    lead = next((s for s in parse.sentences if s.kind is PassageKind.PROSE), None)
    last = lead.index + _OPENING if lead else _OPENING
    for sentence in parse.sentences[lead.index : lead.index + 2] if lead else ():
        for scope in range(sentence.first, sentence.last):
            for found in stated.get(scope, ()):
                when = found.timex.when
                if when and when.is_day and when.first and timedelta(0) <= published - when.first <= _MONTH:
                    basis = Basis.PUBLISHED if when.first == published else Basis.INFERRED
                    near = published - when.first <= _WEEK
                    return _News(when.first, basis, last if near else lead.index)
    return _News(published, Basis.PUBLISHED, last)


def _default(parse: Parse, clause: Clause, standing: Standing, news: _News | None, published: date | None) -> EventTime | None:
    if news is None or published is None or standing.status not in _HAPPENED:
        return None
    if _is_said_now(parse, clause):
        return EventTime(TimeSpan(published, published, Granularity.DAY, Basis.PUBLISHED), None, None, None)
    if parse.sentence_of[clause.head] <= news.opening and not _is_background(parse, clause):
        return EventTime(TimeSpan(news.day, news.day, Granularity.DAY, news.basis), None, None, None)
    if _is_news(parse, clause):
        return EventTime(TimeSpan(published, published, Granularity.DAY, Basis.PUBLISHED), None, None, None)
    return EventTime(TimeSpan(None, published, Granularity.UNKNOWN, Basis.INFERRED), None, None, None)


def _is_said_now(parse: Parse, clause: Clause) -> bool:
    """Whether a clause of the body is in the present tense: true on the day it was printed."""
    token = parse.tokens[clause.head]
    body = parse.sentences[parse.sentence_of[clause.head]].kind is PassageKind.PROSE
    return body and token.tag in ("VBZ", "VBP") and not dependents(parse, token.index, "auxpass")


def _is_background(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is told as earlier than the news: past perfect, or a finished relative clause."""
    verb = clause.carrier if clause.carrier is not None else clause.head
    while parse.tokens[verb].pos != "VERB" and parse.tokens[verb].head != verb:
        verb = parse.tokens[verb].head
    helpers = {parse.tokens[a].lemma: parse.tokens[a].tag for a in dependents(parse, verb, "aux")}
    token = parse.tokens[verb]
    # "It said that it had signed": the past seen from the saying is no earlier than the news.
    reported = token.dep == "ccomp" and parse.tokens[token.head].tag == "VBD"
    return helpers.get("have") == "VBD" and not reported


def _is_news(parse: Parse, clause: Clause) -> bool:
    """Whether a report tells this as what happened that day, not as background."""
    verb = clause.carrier if clause.carrier is not None else clause.head
    token = parse.tokens[verb]
    if token.pos != "VERB" or _is_background(parse, clause):
        return False
    return token.dep not in ("relcl", "acl", "pcomp")


def _carry_over(
    parse: Parse, clauses: Sequence[Clause], times: Sequence[EventTime | None], likeness: Likeness
) -> tuple[EventTime | None, ...]:
    """A mention without a date of its own takes that of the same event elsewhere in the article.

    "The airstrikes" are those that the article dated, if all of its events of that type and
    mode, or of that action, fall on one day; with two days in question nothing is inferred.
    A verb of the body must also share its actor: "it had signed ... it signed on June 15".
    """
    days: dict[tuple[str, ...], set[date]] = {}
    for clause, time in zip(clauses, times, strict=True):
        if time and time.span and time.when.is_day and time.when.first:
            for key in _likenesses(parse, clause, likeness, certain=True):
                days.setdefault(key, set()).add(time.when.first)
    found = list(times)
    for index, clause in enumerate(clauses):
        time = found[index]
        if time is None or time.span:
            continue
        for key in _likenesses(parse, clause, likeness, certain=False):
            known = days.get(key, set())
            if len(known) == 1:
                day = next(iter(known))
                found[index] = EventTime(TimeSpan(day, day, Granularity.DAY, Basis.INFERRED), None, None, None)
                break
    return tuple(found)


def _bound(
    parse: Parse, clauses: Sequence[Clause], times: Sequence[EventTime | None]
) -> tuple[EventTime | None, ...]:
    """An undated event told as before a dated one was not later: "called him before the raids began"."""
    by_verb = {c.carrier if c.carrier is not None else c.head: i for i, c in enumerate(clauses)}
    by_verb.update((c.head, i) for i, c in enumerate(clauses))
    found = list(times)
    for index, clause in enumerate(clauses):
        time = times[index]
        if time is None or time.span:
            continue
        for verb in _later_clauses(parse, clause.head):
            later = times[by_verb[verb]] if verb in by_verb else None
            if later and later.when.is_day and later.when.basis is not Basis.PUBLISHED:
                span = TimeSpan(None, later.when.last, Granularity.RANGE, Basis.INFERRED)
                found[index] = EventTime(span, None, None, None)
    return tuple(found)


def _later_clauses(parse: Parse, verb: int) -> tuple[int, ...]:
    """The verbs and nouns that a clause is told to be before."""
    marked = [
        c
        for c in dependents(parse, verb, "advcl")
        if any(parse.tokens[m].lemma == "before" for m in dependents(parse, c, "mark"))
    ]
    named = [
        o
        for p in dependents(parse, verb, "prep")
        if parse.tokens[p].lemma == "before"
        for o in dependents(parse, p, "pobj", "pcomp")
    ]
    return (*marked, *named)


def _likenesses(parse: Parse, clause: Clause, likeness: Likeness, *, certain: bool) -> Iterator[tuple[str, ...]]:
    """What makes two clauses of an article one event, the surest first.

    ``certain`` asks for every key that a dated clause answers to, else for those that an
    undated one may go by: a noun or a headline by its action, a verb only with its actor.
    """
    action, actors = likeness(clause)
    for actor in sorted(actors):
        yield ("actor", action, actor)
    points_back = clause.kind is TriggerKind.NOUN
    if (certain or points_back) and clause.type and clause.mode:
        yield ("type", clause.type, clause.mode)
    headline = parse.sentences[parse.sentence_of[clause.head]].kind is PassageKind.HEADLINE
    if certain or points_back or headline:
        yield ("action", action)
