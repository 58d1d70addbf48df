"""The day that an article is the news of, and what that says of clauses without a time of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuild.model.event import EventTime, Status
from graphbuild.model.text import PassageKind
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.syntax.phrases import dependents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphbuild.model.clause import Clause, Standing
    from graphbuild.model.parse import Parse, Sentence
    from graphbuild.stages.dating.stated import Stated

HAPPENED = (Status.ASSERTED, Status.ALLEGED)
_OPENING = 4  # sentences after the lead
_WEEK = timedelta(days=7)
_MONTH = timedelta(days=31)  # a lead that states an older day dates its headline, nothing more


@dataclass(frozen=True, slots=True)
class News:
    """The day that an article is about, how it is known, and where its opening ends."""

    day: date
    basis: Basis
    opening: int  # sentences up to this one tell the news; later ones may be background


def find_news(parse: Parse, stated: Mapping[int, list[Stated]], published: date | None) -> News | None:
    """The day of the news: what the lead states, if it is within a week before publication.

    A headline and the sentences around the lead tell the same event, so they share its day.
    """
    if published is None:
        return None
    lead = next((s for s in parse.sentences if s.kind is PassageKind.PROSE), None)
    if lead is None:
        return News(published, Basis.PUBLISHED, _OPENING)
    for sentence in parse.sentences[lead.index : lead.index + 2]:
        day = _recent_day(stated, sentence, published)
        if day is not None:
            basis = Basis.PUBLISHED if day == published else Basis.INFERRED
            near = published - day <= _WEEK
            return News(day, basis, lead.index + _OPENING if near else lead.index)
    return News(published, Basis.PUBLISHED, lead.index + _OPENING)


def _recent_day(stated: Mapping[int, list[Stated]], sentence: Sentence, published: date) -> date | None:
    """The first day that a sentence states, if it is within a month before publication."""
    for scope in range(sentence.first, sentence.last):
        for found in stated.get(scope, ()):
            when = found.timex.when
            if when and when.is_day and when.first and timedelta(0) <= published - when.first <= _MONTH:
                return when.first
    return None


def default_time(
    parse: Parse, clause: Clause, standing: Standing, news: News | None, published: date | None
) -> EventTime | None:
    """The time of a clause that states none: the day of the news, or only that it was not later; or None."""
    if news is None or published is None or standing.status not in HAPPENED:
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


_BEHIND = frozenset({"after", "since", "follow", "following"})


def _is_background(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is told as earlier than the news: in the past perfect, or as what the news came after."""
    token = parse.tokens[clause.head]
    above = parse.tokens[token.head]
    if token.dep in ("pobj", "pcomp", "dobj") and above.lemma in _BEHIND:  # "after the killing of"
        return True
    verb = clause.carrier if clause.carrier is not None else clause.head
    while parse.tokens[verb].pos != "VERB" and parse.tokens[verb].head != verb:
        verb = parse.tokens[verb].head
    helpers = {parse.tokens[a].lemma: parse.tokens[a].tag for a in dependents(parse, verb, "aux")}
    token = parse.tokens[verb]
    if any(parse.tokens[m].lemma in _BEHIND for m in dependents(parse, verb, "mark")):
        return True
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


def not_later(time: EventTime, published: date | None) -> EventTime | None:
    """What is left of a time that lies ahead of a clause which has happened.

    "Sold the plant in March", printed in January, was some other March: only that it was not
    after publication is known. A stretch ahead ("cuts over four years") is another event's
    and says nothing of this one: None.
    """
    if time.when.granularity is Granularity.RANGE or published is None:
        return None
    return EventTime(TimeSpan(None, published, Granularity.UNKNOWN, Basis.INFERRED), None, None, None)


def is_ahead(time: EventTime, standing: Standing, published: date | None) -> bool:
    """Whether a time lies after publication, though the clause has happened: it is another's.

    "Airbus announced job cuts over the next four years" does not date the announcement.
    """
    if published is None or standing.status not in HAPPENED:
        return False
    return time.when.first is not None and time.when.first >= published and not time.when.is_day
