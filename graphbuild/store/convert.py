"""Between the types of the model and the lines of the files, both ways and without loss."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graphbuild.model.actor import Actor, Appearance, NameSeen, Participant, Place, PlaceMention
from graphbuild.model.edtf import edtf
from graphbuild.model.event import (
    Event,
    EventLink,
    EventMention,
    EventTime,
    Evidence,
    Link,
    Quantity,
    SentenceRef,
    Trigger,
)
from graphbuild.model.text import Article, Passage, Span
from graphbuild.model.time import TimeSpan, Timex
from graphbuild.model.timeline import ReadArticle
from graphbuild.store.copy_lines import copy_line, read_copy
from graphbuild.store.lines import (
    ActorLine,
    AppearanceLine,
    ArticleLine,
    EventLine,
    EventLinkLine,
    EvidenceLine,
    LinkLine,
    MentionLine,
    NameLine,
    ParticipantLine,
    PlaceLine,
    PlaceMentionLine,
    QuantityLine,
    RoleLine,
    SentenceLine,
    SkippedLine,
    SpanOfTimeLine,
    StretchLine,
    TimeLine,
    TimexLine,
    TriggerLine,
)

ActorFacts = Callable[[str], Actor]


def article_line(read: ReadArticle) -> ArticleLine:
    """An article as a line."""
    a = read.article
    marks = [SkippedLine(p.span.start, p.span.end, p.kind) for p in read.passages]
    return ArticleLine(
        a.id, a.outlet, a.title, a.published, a.published_from, a.url, a.origin, a.text,
        [m for m, p in zip(marks, read.passages, strict=True) if p.is_read],
        [m for m, p in zip(marks, read.passages, strict=True) if not p.is_read],
        read.copy.of if read.copy else None,
        copy_line(read.copy) if read.copy else None,
    )  # fmt: skip


def mention_line(m: EventMention, facts: ActorFacts) -> MentionLine:
    """A mention as a line; ``facts`` gives the actor of an id."""
    return MentionLine(
        id=m.id,
        event=m.event,
        article=m.article,
        sentence=SentenceLine(m.sentence.span.start, m.sentence.span.end, m.sentence.index),
        trigger=TriggerLine(m.trigger.span.start, m.trigger.span.end, m.trigger.text, m.trigger.lemma),
        action=m.action,
        type=m.type,
        mode=m.mode,
        code=m.code,
        quad_class=m.quad_class,
        sources=[_participant(p, facts) for p in m.sources],
        targets=[_participant(p, facts) for p in m.targets],
        place=_place_mention(m.place) if m.place else None,
        time=_time(m.time) if m.time else None,
        status=m.status,
        attribution=_participant(m.attribution, facts) if m.attribution else None,
        quantities=[_quantity(q) for q in m.quantities],
        links=[LinkLine(x.kind, x.other, x.span.start, x.span.end, x.text) for x in m.links],
    )


def event_line(e: Event, facts: ActorFacts) -> EventLine:
    """An event as a line; ``facts`` gives the actor of an id."""
    return EventLine(
        id=e.id,
        type=e.type,
        mode=e.mode,
        code=e.code,
        quad_class=e.quad_class,
        action=e.action,
        sources=[RoleLine(a, facts(a).name) for a in e.sources],
        targets=[RoleLine(a, facts(a).name) for a in e.targets],
        place=place_line(e.place) if e.place else None,
        time=SpanOfTimeLine(e.time.first, e.time.last, e.time.granularity, e.time.basis, edtf(e.time)),
        status=e.status,
        quantities=[_quantity(q) for q in e.quantities],
        mentions=list(e.mentions),
        outlets=list(e.outlets),
        evidence=[
            EvidenceLine(
                x.mention, x.article, x.outlet, x.status, x.span.start, x.span.end, x.quote, x.copy_of
            )
            for x in e.evidence
        ],
        links=[EventLinkLine(x.kind, x.event, list(x.mentions)) for x in e.links],
        independent_outlets=list(e.independent_outlets),
    )


def timex_line(article: Article, timex: Timex) -> TimexLine:
    """A time expression of an article as a line."""
    span, when = timex.span, timex.when
    return TimexLine(
        article.id, span.start, span.end, span.of(article.text), timex.type, timex.value, timex.mod,
        when.first if when else None,
        when.last if when else None,
        when.granularity if when else None,
        when.basis if when else None,
        edtf(when) if when else None,
    )  # fmt: skip


def actor_line(a: Actor) -> ActorLine:
    """An actor as a line."""
    return ActorLine(
        a.id, a.name, list(a.aliases), a.kind, a.country, a.sector, a.entry, a.wikidata, list(a.roles)
    )


def appearance_line(a: Appearance) -> AppearanceLine:
    """An actor in one article as a line."""
    names = [
        NameLine(
            n.text, n.form, n.count, n.span.start, n.span.end, StretchLine(n.sentence.start, n.sentence.end)
        )
        for n in a.names
    ]
    return AppearanceLine(a.actor, a.article, a.name, a.kind, a.country, a.sector, list(a.roles), names)


def place_line(p: Place) -> PlaceLine:
    """A place as a line."""
    return PlaceLine(p.id, p.name, p.country, p.latitude, p.longitude, p.geonames)


def _participant(p: Participant, facts: ActorFacts) -> ParticipantLine:
    if p.actor is None:
        return ParticipantLine(None, None, None, None, p.span.start, p.span.end, p.text)
    actor = facts(p.actor)
    return ParticipantLine(p.actor, actor.name, actor.country, actor.sector, p.span.start, p.span.end, p.text)


def _place_mention(m: PlaceMention) -> PlaceMentionLine:
    p = m.place
    return PlaceMentionLine(
        p.id, p.name, p.country, p.latitude, p.longitude, p.geonames, m.span.start, m.span.end, m.text
    )


def _time(t: EventTime) -> TimeLine:
    when, span = t.when, t.span
    return TimeLine(
        when.first,
        when.last,
        when.granularity,
        when.basis,
        edtf(when),
        t.value,
        span.start if span else None,
        span.end if span else None,
        t.text,
    )


def _quantity(q: Quantity) -> QuantityLine:
    return QuantityLine(q.role, q.low, q.high, q.unit, q.span.start, q.span.end, q.text)


def read_article(line: ArticleLine) -> ReadArticle:
    """The article that a line tells of."""
    article = Article(
        line.id,
        line.outlet,
        line.title,
        line.published,
        line.text,
        line.url,
        line.origin,
        line.published_from,
    )
    passages = sorted(
        (Passage(Span(p.start, p.end), p.kind) for p in (*line.passages, *line.skipped)), key=lambda p: p.span
    )
    copy = read_copy(line.copy_of, line.changes) if line.copy_of and line.changes else None
    return ReadArticle(article, tuple(passages), copy)


def read_mention(line: MentionLine) -> EventMention:
    """The mention that a line tells of."""
    return EventMention(
        id=line.id,
        article=line.article,
        sentence=SentenceRef(Span(line.sentence.start, line.sentence.end), line.sentence.index),
        trigger=Trigger(Span(line.trigger.start, line.trigger.end), line.trigger.text, line.trigger.lemma),
        action=line.action,
        type=line.type,
        mode=line.mode,
        code=line.code,
        quad_class=line.quad_class,
        sources=tuple(map(_read_participant, line.sources)),
        targets=tuple(map(_read_participant, line.targets)),
        place=_read_place_mention(line.place) if line.place else None,
        time=_read_time(line.time) if line.time else None,
        status=line.status,
        attribution=_read_participant(line.attribution) if line.attribution else None,
        quantities=tuple(map(_read_quantity, line.quantities)),
        event=line.event,
        links=tuple(Link(x.kind, x.mention, Span(x.start, x.end), x.text) for x in line.links),
    )


def read_event(line: EventLine) -> Event:
    """The event that a line tells of."""
    return Event(
        id=line.id,
        type=line.type,
        mode=line.mode,
        code=line.code,
        quad_class=line.quad_class,
        action=line.action,
        sources=tuple(r.actor for r in line.sources),
        targets=tuple(r.actor for r in line.targets),
        place=read_place(line.place) if line.place else None,
        time=TimeSpan(line.time.first, line.time.last, line.time.granularity, line.time.basis),
        status=line.status,
        quantities=tuple(map(_read_quantity, line.quantities)),
        evidence=tuple(
            Evidence(x.mention, x.article, x.outlet, x.status, Span(x.start, x.end), x.quote, x.copy_of)
            for x in line.evidence
        ),
        outlets=tuple(line.outlets),
        links=tuple(EventLink(x.kind, x.event, tuple(x.mentions)) for x in line.links),
    )


def read_actor(line: ActorLine) -> Actor:
    """The actor that a line tells of."""
    return Actor(
        line.id, line.name, tuple(line.aliases), line.kind, line.country, line.sector, line.entry, line.wikidata,
        tuple(line.roles),
    )  # fmt: skip


def read_place(line: PlaceLine) -> Place:
    """The place that a line tells of."""
    return Place(line.place, line.name, line.country, line.latitude, line.longitude, line.geonames)


def read_appearance(line: AppearanceLine) -> Appearance:
    """The actor in one article that a line tells of."""
    names = tuple(
        NameSeen(n.text, n.form, n.count, Span(n.start, n.end), Span(n.sentence.start, n.sentence.end))
        for n in line.names
    )
    return Appearance(
        line.actor, line.article, line.name, line.kind, line.country, line.sector, tuple(line.roles), names
    )


def _read_participant(line: ParticipantLine) -> Participant:
    return Participant(Span(line.start, line.end), line.text, line.actor)


def _read_place_mention(line: PlaceMentionLine) -> PlaceMention:
    return PlaceMention(Span(line.start, line.end), line.text, read_place(line))


def _read_time(line: TimeLine) -> EventTime:
    when = TimeSpan(line.first, line.last, line.granularity, line.basis)
    span = Span(line.start, line.end) if line.start is not None and line.end is not None else None
    return EventTime(when, line.value, span, line.text)


def _read_quantity(line: QuantityLine) -> Quantity:
    return Quantity(line.role, line.low, line.high, line.unit, Span(line.start, line.end), line.text)


def facts_of(actors: Mapping[str, Actor]) -> ActorFacts:
    """The actor of an id; an unknown id is a damaged build and raises KeyError."""
    return actors.__getitem__
