"""The time of a clause that states none: what its grammar says of how it stands to the news.

A report dates by its own day what it tells in reporting tense; what it only refers back to
("condemned the attack", "the man who led the raid") was earlier by an unknown stretch, and
what it tells as planned is still to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.model.clause import TriggerKind
from graphbuild.model.event import EventTime, Status
from graphbuild.model.text import PassageKind
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.syntax.phrases import ancestors, dependents

if TYPE_CHECKING:
    from datetime import date

    from graphbuild.model.clause import Clause, Standing
    from graphbuild.model.parse import Parse
    from graphbuild.stages.dating.news import News

HAPPENED = (Status.ASSERTED, Status.ALLEGED)
_BEHIND = frozenset({"after", "since", "follow", "following", "because"})
_PRESENT = frozenset({"VBZ", "VBP"})
_AHEAD = frozenset({"will", "shall", "'ll", "wo"})
# Verbs whose object is an event that was there before: "condemned the attack", "survived the crash".
_LOOKS_BACK = frozenset(
    {
        "condemn", "denounce", "deplore", "criticize", "criticise", "decry", "lament", "regret", "mourn", "praise", "hail",
        "welcome", "applaud", "celebrate", "commemorate", "remember", "recall", "avenge", "blame", "describe", "discuss",
        "investigate", "probe", "examine", "review", "study", "survive", "witness", "defend", "justify", "explain", "follow",
        "answer", "mention", "cite", "note", "know", "understand", "forget", "forgive", "repeat", "attribute", "link",
    }
)  # fmt: skip
# Prepositions that put a noun into the time of their verb: "died in the attack", "met at a summit".
_WITHIN = frozenset({"in", "at", "during", "with", "by", "amid", "amidst", "through"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What a clause's time can be told from: its parse, the news of the article, the triggers of all clauses."""

    parse: Parse
    news: News
    published: date
    triggers: frozenset[int]


def default_time(telling: Telling, clause: Clause, standing: Standing) -> EventTime | None:
    """The time of a clause that states none: the day of the news, a bound, or None."""
    published, news = telling.published, telling.news
    if _is_said_now(telling.parse, clause, standing.status):
        return _on(published, Basis.PUBLISHED)
    if standing.status is Status.PLANNED:
        return _from(published) if _is_still_ahead(telling.parse, clause) else None
    if standing.status not in HAPPENED:
        return None
    if _is_told(telling, clause):
        sentence = telling.parse.sentence_of[clause.head]
        if sentence <= news.opening:
            return _on(news.day, news.basis)
        if news.is_fresh and clause.kind is TriggerKind.VERB:
            return _on(published, Basis.PUBLISHED)
    return EventTime(TimeSpan(None, published, Granularity.UNKNOWN, Basis.INFERRED), None, None, None)


def _on(day: date, basis: Basis) -> EventTime:
    return EventTime(TimeSpan(day, day, Granularity.DAY, basis), None, None, None)


def _from(day: date) -> EventTime:
    return EventTime(TimeSpan(day, None, Granularity.RANGE, Basis.INFERRED), None, None, None)


def _is_said_now(parse: Parse, clause: Clause, status: Status) -> bool:
    """Whether a clause of the body is in the present tense, and so true on the day it was printed.

    "Operates", "can fly", "does not own": also of what only can be, or is not.
    """
    token = parse.tokens[clause.head]
    if parse.sentences[parse.sentence_of[clause.head]].kind is not PassageKind.PROSE or token.pos != "VERB":
        return False
    helpers = [parse.tokens[a] for a in dependents(parse, token.index, "aux", "auxpass")]
    if token.tag in _PRESENT or any(h.lemma in ("be", "do") and h.tag in _PRESENT for h in helpers):
        return status is not Status.PLANNED
    return status not in (*HAPPENED, Status.PLANNED) and any(h.lemma in ("can", "ca") for h in helpers)


def _is_still_ahead(parse: Parse, clause: Clause) -> bool:
    """Whether the text says in the present that something is to come: "will leave", "plans to leave"."""
    verb = _verb_of(parse, clause)
    while True:
        token = parse.tokens[verb]
        helpers = [parse.tokens[a] for a in dependents(parse, verb, "aux", "auxpass")]
        if any(h.text.lower() in _AHEAD for h in helpers):
            return True
        if token.tag in _PRESENT or any(h.tag in _PRESENT for h in helpers):
            return True
        if token.dep != "xcomp" or any(h.tag in ("MD", "VBD") for h in helpers):
            return False
        verb = token.head


def _is_told(telling: Telling, clause: Clause) -> bool:
    """Whether a clause tells news, not something that the news refers back to."""
    parse = telling.parse
    if clause.kind is TriggerKind.NOUN and clause.carrier is None and not _is_within(parse, clause.head):
        return False
    verb = _verb_of(parse, clause)
    # What hangs from an aside is in it: "soldiers who were deployed when a crowd attacked".
    above = (verb, *(a for a in ancestors(parse, verb) if parse.tokens[a].pos in ("VERB", "AUX")))
    return not _is_before(parse, verb) and not any(_is_aside(telling, v) for v in above)


def _verb_of(parse: Parse, clause: Clause) -> int:
    verb = clause.carrier if clause.carrier is not None else clause.head
    while parse.tokens[verb].pos not in ("VERB", "AUX") and parse.tokens[verb].head != verb:
        verb = parse.tokens[verb].head
    return verb


def _is_within(parse: Parse, noun: int) -> bool:
    """Whether a nominal event has the time of its clause: "the attack killed", "died in the attack"."""
    if parse.sentences[parse.sentence_of[noun]].kind is PassageKind.HEADLINE:
        return True
    token = parse.tokens[noun]
    while token.dep == "conj" and parse.tokens[token.head].pos in ("NOUN", "PROPN"):
        token = parse.tokens[token.head]
    above = parse.tokens[token.head]
    match token.dep:
        case "nsubj" | "nsubjpass" | "attr" | "ROOT":
            return True
        case "dobj":
            return above.lemma not in _LOOKS_BACK
        case "pobj":
            return above.lemma in _WITHIN and parse.tokens[above.head].pos in ("VERB", "AUX")
        case _:
            return False


def _is_before(parse: Parse, verb: int) -> bool:
    """Whether a verb is told as earlier than the news: in the past perfect, or as what the news came after."""
    token = parse.tokens[verb]
    if token.dep in ("pobj", "pcomp") and parse.tokens[token.head].lemma in _BEHIND:
        return True
    if any(parse.tokens[m].lemma in _BEHIND for m in dependents(parse, verb, "mark")):
        return True
    return any(
        parse.tokens[a].lemma == "have" and parse.tokens[a].tag == "VBD"
        for a in dependents(parse, verb, "aux")
    )


def _is_aside(telling: Telling, verb: int) -> bool:
    """Whether a verb only says which thing is meant, in a past that need not be the news's.

    "The militia, which attacked the base"; but "an attack that killed five" has the attack's time,
    and "at a summit where she met the king" the summit's.
    """
    parse = telling.parse
    token = parse.tokens[verb]
    while token.dep == "conj" and parse.tokens[token.head].pos in ("VERB", "AUX"):
        token = parse.tokens[token.head]
    if token.dep not in ("relcl", "acl"):
        return False
    helpers = [parse.tokens[a] for a in dependents(parse, token.index, "aux", "auxpass")]
    if token.tag == "VBG" or any(t.tag in _PRESENT for t in (token, *helpers)):
        return False
    adverbs = {parse.tokens[a].lemma for a in dependents(parse, token.index, "advmod")}
    is_event = token.head in telling.triggers or adverbs & {"where", "when"}
    return not (is_event and _is_within(parse, token.head))


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
