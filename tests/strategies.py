"""Random values of the model's types: a shared vocabulary for property tests.

`timelines()` draws whole builds that hang together: every span lies in its article's
text, every quote is the text at its span, every id is described, every mention belongs
to one event, and each part is sorted by id.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from graphbuild.model.actor import Actor, ActorKind, Participant, Place, PlaceMention
from graphbuild.model.event import (
    Event,
    EventMention,
    EventTime,
    Evidence,
    Link,
    LinkKind,
    Quantity,
    SentenceRef,
    Status,
    Trigger,
)
from graphbuild.model.ids import actor_id, event_id, mention_id, place_id
from graphbuild.model.text import Article, Passage, PassageKind, PublishedFrom, Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.model.timeline import ReadArticle, Timeline
from graphbuild.stages.ordering import link_events

if TYPE_CHECKING:
    from collections.abc import Iterable

NASTY = "\x00\t\n\r\"'\\<>{}|^`%#@=+-., \u00e9\u2019\u2028\u0130\u4e2d\U0001f525"
"""Characters that some format or other trips over."""

TYPES = (("ASSAULT", "aerial", "195", 4), ("CONSULT", "visit", "042", 1), ("AID", None, "070", 2))
"""(type, mode, CAMEO code, quad class) as a codebook would give them."""

words = st.text(alphabet="abcdefgh" + NASTY, min_size=1, max_size=12)
names = words.filter(str.strip)
texts = st.text(alphabet=st.one_of(st.sampled_from("abc " + NASTY), st.characters(codec="utf-8")), min_size=8)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
countries = st.sampled_from(["USA", "IRN", "IRQ", None])
sectors = st.sampled_from(["GOV", "MIL", "REB", None])
statuses = st.sampled_from(Status)


@st.composite
def spans(draw: st.DrawFn, start: int = 0, end: int = 200) -> Span:
    """A span inside ``[start, end)``, which must not be empty."""
    first = draw(st.integers(start, end - 1))
    return Span(first, draw(st.integers(first + 1, end)))


@st.composite
def time_spans(draw: st.DrawFn) -> TimeSpan:
    """A time span, either end possibly open; days are only given on a known basis."""
    ends = sorted(draw(st.lists(days, min_size=2, max_size=2)))
    first, last = (draw(st.sampled_from([day, None])) for day in ends)
    bases = [b for b in Basis if b is not Basis.UNKNOWN or (first is None and last is None)]
    return TimeSpan(first, last, draw(st.sampled_from(Granularity)), draw(st.sampled_from(bases)))


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    """An actor whose id comes from its name."""
    name = draw(names)
    aliases = draw(st.sets(names, max_size=2))
    return Actor(
        id=actor_id(name),
        name=name,
        aliases=tuple(sorted({name, *aliases})),
        kind=draw(st.sampled_from(ActorKind)),
        country=draw(countries),
        sector=draw(sectors),
        entry=draw(st.none() | names),
        wikidata=draw(st.sampled_from([None, "Q30", "Q794"])),
        roles=tuple(sorted(draw(st.sets(names, max_size=1)))),
    )


@st.composite
def places(draw: st.DrawFn) -> Place:
    """A place, on the map or known only by name."""
    name = draw(names)
    known = draw(st.booleans())
    degrees = st.floats(-90, 90, allow_nan=False)
    return Place(
        id=place_id(name),
        name=name,
        country=draw(countries),
        latitude=draw(degrees) if known else None,
        longitude=draw(degrees) if known else None,
        geonames=draw(st.sampled_from([None, "98182"])),
    )


@st.composite
def articles(draw: st.DrawFn) -> ReadArticle:
    """An article, all of it prose; its id may be any text."""
    text = draw(texts)
    published = draw(st.none() | days)
    article = Article(
        id=draw(words),
        outlet=draw(st.none() | names),
        title=draw(st.none() | names),
        published=published,
        text=text,
        url=draw(st.sampled_from([None, "https://news.example/a?b=c d#e"])),
        origin="generated",
        published_from=None if published is None else draw(st.sampled_from(PublishedFrom)),
    )
    return ReadArticle(article, (Passage(Span(0, len(text)), PassageKind.PROSE),))


@st.composite
def _participants(draw: st.DrawFn, text: str, within: Span, known: tuple[Actor, ...]) -> Participant:
    span = draw(spans(within.start, within.end))
    who = draw(st.sampled_from([None, *known]))
    return Participant(span, span.of(text), None if who is None else who.id)


@st.composite
def _quantities(draw: st.DrawFn, text: str, within: Span) -> Quantity:
    span = draw(spans(within.start, within.end))
    number = st.integers(0, 10**9) | st.floats(0, 1e12, allow_nan=False)
    low, high = sorted(draw(st.tuples(number, number)))
    return Quantity(
        role=draw(st.sampled_from(["killed", "wounded", "amount"])),
        low=draw(st.sampled_from([None, low])),
        high=draw(st.sampled_from([None, high])),
        unit=draw(st.sampled_from([None, "USD", "percent"])),
        span=span,
        text=span.of(text),
    )


@st.composite
def _times(draw: st.DrawFn, text: str, within: Span) -> EventTime:
    when = draw(time_spans())
    span = draw(st.none() | spans(within.start, within.end))
    if span is None:
        return EventTime(when, None, None, None)
    return EventTime(when, draw(st.sampled_from(["2019-12-29", "PAST_REF"])), span, span.of(text))


@st.composite
def mentions(
    draw: st.DrawFn, article: Article, known: tuple[Actor, ...], where: tuple[Place, ...]
) -> EventMention:
    """A mention in this article of these actors and places; not merged yet."""
    sentence = draw(spans(0, len(article.text)))
    trigger = draw(spans(sentence.start, sentence.end))
    who = _participants(article.text, sentence, known)
    several = st.lists(who, max_size=2).map(tuple)
    kind, mode, code, quad_class = draw(st.sampled_from([*TYPES, (None, None, None, None)]))
    place = None
    if where and draw(st.booleans()):
        span = draw(spans(sentence.start, sentence.end))
        place = PlaceMention(span, span.of(article.text), draw(st.sampled_from(where)))
    return EventMention(
        id=mention_id(article.id, trigger.start, trigger.end),
        article=article.id,
        sentence=SentenceRef(sentence, draw(st.integers(0, 3))),
        trigger=Trigger(trigger, trigger.of(article.text), draw(names)),
        action=draw(names),
        type=kind,
        mode=mode,
        code=code,
        quad_class=quad_class,
        sources=draw(several),
        targets=draw(several),
        place=place,
        time=draw(st.none() | _times(article.text, sentence)),
        status=draw(statuses),
        attribution=draw(st.none() | who),
        quantities=draw(st.lists(_quantities(article.text, sentence), max_size=1).map(tuple)),
    )


@st.composite
def timelines(draw: st.DrawFn, max_articles: int = 3, max_mentions: int = 3) -> Timeline:
    """A whole build; ``max_mentions`` is per article."""
    read = draw(st.lists(articles(), max_size=max_articles, unique_by=lambda r: r.article.id))
    known = tuple(draw(st.lists(actors(), max_size=3, unique_by=lambda a: a.id)))
    where = tuple(draw(st.lists(places(), max_size=2, unique_by=lambda p: p.id)))
    told: list[EventMention] = []
    for article in (r.article for r in read):
        told += draw(
            st.lists(mentions(article, known, where), max_size=max_mentions, unique_by=lambda m: m.id)
        )
    told = [_linked(draw, m, [o.id for o in told if o.article == m.article], read) for m in told]
    groups: dict[int, list[EventMention]] = {}
    for mention in told:
        groups.setdefault(draw(st.integers(0, max(0, len(told) - 1))), []).append(mention)
    by_article = {r.article.id: r.article for r in read}
    events = [_merge(group, by_article) for group in groups.values()]
    owner = {mention: event.id for event in events for mention in event.mentions}
    links = link_events(
        [(m.id, link) for m in told for link in m.links], owner, {e.id: e.time for e in events}
    )
    return Timeline(
        articles=tuple(sorted(read, key=lambda r: r.article.id)),
        mentions=tuple(sorted((_owned(m, owner[m.id]) for m in told), key=lambda m: m.id)),
        events=tuple(sorted((replace(e, links=links.get(e.id, ())) for e in events), key=lambda e: e.id)),
        actors=tuple(sorted(known, key=lambda a: a.id)),
        places=tuple(sorted(where, key=lambda p: p.id)),
    )


def _linked(
    draw: st.DrawFn, mention: EventMention, others: list[str], read: Iterable[ReadArticle]
) -> EventMention:
    """The mention with at most one link to each other mention of its article."""
    text = next(r.article.text for r in read if r.article.id == mention.article)
    wanted = draw(st.sets(st.sampled_from(others), max_size=2)) - {mention.id}
    spans_of = [draw(spans(mention.sentence.span.start, mention.sentence.span.end)) for _ in wanted]
    kinds = [draw(st.sampled_from(LinkKind)) for _ in wanted]
    links = (Link(k, o, s, s.of(text)) for k, o, s in zip(kinds, sorted(wanted), spans_of, strict=True))
    return replace(mention, links=tuple(links))


def _owned(mention: EventMention, event: str) -> EventMention:
    return replace(mention, event=event)


def _merge(group: list[EventMention], articles_by_id: dict[str, Article]) -> Event:
    """One event out of mentions that need not agree: the first one's word is taken."""
    group = sorted(group, key=lambda m: (m.article, m.trigger.span, m.id))
    first = group[0]
    outlets = {articles_by_id[m.article].outlet for m in group}
    return Event(
        id=event_id(first.id),
        type=first.type,
        mode=first.mode,
        code=first.code,
        quad_class=first.quad_class,
        action=first.action,
        sources=_known(p for m in group for p in m.sources),
        targets=_known(p for m in group for p in m.targets),
        place=first.place.place if first.place else None,
        time=first.time.when if first.time else TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN),
        status=first.status,
        quantities=first.quantities,
        evidence=tuple(_evidence(m, articles_by_id[m.article]) for m in group),
        outlets=tuple(sorted(o for o in outlets if o is not None)),
    )


def _known(participants: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(sorted({p.actor for p in participants if p.actor is not None}))


def _evidence(mention: EventMention, article: Article) -> Evidence:
    span = mention.sentence.span
    return Evidence(mention.id, article.id, article.outlet, mention.status, span, span.of(article.text))
