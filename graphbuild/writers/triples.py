"""A timeline as RDF statements: a pure stream, before any file format.

An event is a node; each report of it is a node of its own (the mention), which carries
what is only that article's claim. There are no blank nodes and no RDF-star, and what
is unknown is not stated. docs/ontology.md describes the terms.
"""

from __future__ import annotations

import math
import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from graphbuild.model.edtf import edtf
from graphbuild.writers import namespaces as ns
from graphbuild.writers import terms as t
from graphbuild.writers.namespaces import Iri, Kind, mint
from graphbuild.writers.story_facts import story_facts
from graphbuild.writers.terms import Fact, Literal, Quad, decimal, edtf_text, integer, string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphbuild.model.actor import Actor, Participant, Place
    from graphbuild.model.event import Event, EventMention, Evidence, Quantity
    from graphbuild.model.story import Story
    from graphbuild.model.text import Article, Span
    from graphbuild.model.time import TimeSpan
    from graphbuild.model.timeline import ReadArticle, Timeline

_WIKIDATA_ID = re.compile(r"Q[1-9][0-9]*")
_GEONAMES_ID = re.compile(r"[1-9][0-9]*")


def timeline_quads(timeline: Timeline) -> Iterator[Quad]:
    """All statements of a timeline, in an order that only its content decides.

    Where two things meet, the subject changes: each can be written on its own.
    """
    outlets: set[str] = set()
    for read in timeline.articles:
        if read.article.outlet is not None:
            outlets.add(read.article.outlet)
        yield from article_quads(read)
    for actor in timeline.actors:
        yield from actor_quads(actor)
    for place in timeline.places:
        yield from place_quads(place)
    for mention in timeline.mentions:
        yield from mention_quads(mention)
    for event in timeline.events:
        outlets.update(event.outlets)
        yield from event_quads(event)
    yield from chain.from_iterable(map(story_quads, timeline.stories))
    for name in sorted(outlets):
        yield from outlet_quads(name)


def actor_quads(actor: Actor) -> Iterator[Quad]:
    """What is said of an actor."""
    return _about(mint(Kind.ACTOR, actor.id), _actor(actor))


def place_quads(place: Place) -> Iterator[Quad]:
    """What is said of a place."""
    return _about(mint(Kind.PLACE, place.id), _place(place))


def story_quads(story: Story) -> Iterator[Quad]:
    """What is said of a story; whose words the title is stays in stories.jsonl."""
    return _about(mint(Kind.STORY, story.id), story_facts(story))


def outlet_quads(name: str) -> Iterator[Quad]:
    """What is said of an outlet."""
    return _about(mint(Kind.OUTLET, name), (t.AN_OUTLET, (t.LABEL, string(name))))


def _about(subject: Iri, facts: Iterable[Fact], graph: Iri | None = None) -> Iterator[Quad]:
    for predicate, value in facts:
        yield Quad(subject, predicate, value, graph)


def _text(predicate: Iri, text: str | None) -> Iterator[Fact]:
    if text is not None:
        yield predicate, string(text)


def article_quads(read: ReadArticle) -> Iterator[Quad]:
    """What is said of an article, and whose text it has."""
    iri = mint(Kind.ARTICLE, read.article.id)
    yield from _about(iri, _article_facts(read.article), iri)
    if read.copy is not None:  # an article does not say itself that another has its text
        yield Quad(iri, t.SAME_TEXT, mint(Kind.ARTICLE, read.copy.of), None)


def _article_facts(article: Article) -> Iterator[Fact]:
    yield from t.AN_ARTICLE
    yield t.IDENTIFIER, string(article.id)
    yield from _text(t.HEADLINE, article.title)
    if article.published is not None:
        yield t.PUBLISHED, Literal(article.published.isoformat(), "date")
    yield from _text(t.PUBLISHED_FROM, article.published_from)
    if article.outlet is not None:
        yield t.PUBLISHER, mint(Kind.OUTLET, article.outlet)
    if article.url is not None:
        yield t.URL, Literal(article.url, "anyURI")


def _actor(actor: Actor) -> Iterator[Fact]:
    yield from t.AN_ACTOR
    if actor.kind in t.KIND_CLASSES:
        yield t.TYPE, t.KIND_CLASSES[actor.kind]
    yield t.LABEL, string(actor.name)
    for alias in actor.aliases:
        if alias != actor.name:
            yield t.ALIAS, string(alias)
    yield from _text(t.COUNTRY, actor.country)
    yield from _text(t.SECTOR, actor.sector)
    yield from _text(t.ENTRY, actor.entry)
    for title in actor.roles:
        yield t.JOB, string(title)
    if actor.wikidata is not None and _WIKIDATA_ID.fullmatch(actor.wikidata):
        yield t.SAME_AS, Iri(ns.WIKIDATA + actor.wikidata)


def _place(place: Place) -> Iterator[Fact]:
    yield from t.A_PLACE
    yield t.LABEL, string(place.name)
    yield from _text(t.COUNTRY, place.country)
    if place.latitude is not None and place.longitude is not None:
        yield t.LATITUDE, decimal(place.latitude)
        yield t.LONGITUDE, decimal(place.longitude)
    if place.geonames is not None and _GEONAMES_ID.fullmatch(place.geonames):
        yield t.SAME_AS, Iri(f"{ns.GEONAMES}{place.geonames}/")


def event_quads(event: Event) -> Iterator[Quad]:
    """What is said of an event, and the quotes of its reports."""
    iri = mint(Kind.EVENT, event.id)
    yield from _about(iri, _event_facts(event))
    for node, _ in _numbered(iri, event.quantities):
        yield Quad(iri, t.QUANTITY, node, None)
    for evidence in event.evidence:
        yield Quad(iri, t.DENOTED_BY, mint(Kind.MENTION, evidence.mention), None)
    for node, quantity in _numbered(iri, event.quantities):
        yield from _about(node, _quantity(quantity))
    for evidence in event.evidence:
        mention = mint(Kind.MENTION, evidence.mention)
        yield from _about(mention, _quote(evidence), mint(Kind.ARTICLE, evidence.article))


def _numbered(owner: Iri, quantities: tuple[Quantity, ...]) -> Iterator[tuple[Iri, Quantity]]:
    for number, quantity in enumerate(quantities):
        yield Iri(f"{owner}_quantity{number}"), quantity


def _event_facts(event: Event) -> Iterator[Fact]:
    yield from t.AN_EVENT
    yield from _classification(event)
    for source in event.sources:
        yield t.SOURCE, mint(Kind.ACTOR, source)
    for target in event.targets:
        yield t.TARGET, mint(Kind.ACTOR, target)
    if event.place is not None:
        yield t.HAS_PLACE, mint(Kind.PLACE, event.place.id)
    yield from _time(event.time)
    for link in event.links:
        yield t.ORDER[link.kind], mint(Kind.EVENT, link.event)
    for outlet in event.outlets:
        yield t.REPORTED_BY, mint(Kind.OUTLET, outlet)
    for outlet in event.independent_outlets:
        yield t.INDEPENDENT, mint(Kind.OUTLET, outlet)


def _classification(event: Event | EventMention) -> Iterator[Fact]:
    yield t.ACTION, string(event.action)
    if event.type is not None:
        yield t.EVENT_TYPE, ns.type_iri(event.type)
        if event.mode is not None:
            yield t.MODE, ns.mode_iri(event.type, event.mode)
    yield from _text(t.CAMEO, event.code)
    if event.quad_class is not None:
        yield t.QUAD_CLASS, ns.quad_class_iri(event.quad_class)
    yield t.STATUS, ns.status_iri(event.status)


def _time(when: TimeSpan) -> Iterator[Fact]:
    if when.first is not None:
        yield t.FIRST_DAY, Literal(when.first.isoformat(), "date")
    if when.last is not None:
        yield t.LAST_DAY, Literal(when.last.isoformat(), "date")
    if (text := edtf(when)) is not None:
        yield t.EDTF, edtf_text(text)
    yield t.GRANULARITY, string(when.granularity)
    yield t.TIME_BASIS, string(when.basis)


def _quote(evidence: Evidence) -> Iterator[Fact]:
    yield t.QUOTE, string(evidence.quote)
    yield t.QUOTE_BEGIN, integer(evidence.span.start)
    yield t.QUOTE_END, integer(evidence.span.end)


def _quantity(quantity: Quantity) -> Iterator[Fact]:
    yield t.A_QUANTITY
    yield t.MEASURES, string(quantity.role)
    # An infinite bound is an open one: xsd:decimal has no infinity.
    if quantity.low is not None and math.isfinite(quantity.low):
        yield t.LOW, decimal(quantity.low)
    if quantity.high is not None and math.isfinite(quantity.high):
        yield t.HIGH, decimal(quantity.high)
    yield from _text(t.UNIT, quantity.unit)
    yield t.ANCHOR, string(quantity.text)


def _offsets(span: Span, article: Iri) -> tuple[Fact, ...]:
    return (
        (t.BEGIN, integer(span.start)),
        (t.END, integer(span.end)),
        (t.CONTEXT, article),
    )


def mention_quads(mention: EventMention) -> Iterator[Quad]:
    """What one report says."""
    iri, article = mint(Kind.MENTION, mention.id), mint(Kind.ARTICLE, mention.article)
    phrases = [(Iri(f"{iri}_{p.name}"), p) for p in _phrases(mention)]
    yield from _about(iri, _mention_facts(mention, article), article)
    for node, phrase in phrases:
        yield Quad(iri, phrase.predicate, node, article)
    for node, _ in _numbered(iri, mention.quantities):
        yield Quad(iri, t.QUANTITY, node, article)
    for node, phrase in phrases:
        yield from _about(node, _phrase_facts(phrase, article), article)
    for node, quantity in _numbered(iri, mention.quantities):
        yield from _about(node, (*_quantity(quantity), *_offsets(quantity.span, article)), article)


def _mention_facts(mention: EventMention, article: Iri) -> Iterator[Fact]:
    yield t.A_MENTION
    yield from _classification(mention)
    yield t.ANCHOR, string(mention.trigger.text)
    yield t.LEMMA, string(mention.trigger.lemma)
    yield from _offsets(mention.trigger.span, article)
    yield t.SENTENCE_INDEX, integer(mention.sentence.index)
    if mention.time is not None:
        yield from _time(mention.time.when)
        yield from _text(t.TIMEX_VALUE, mention.time.value)
    for link in mention.links:
        yield t.ORDER[link.kind], mint(Kind.MENTION, link.other)
    if mention.attribution is not None and mention.attribution.actor is not None:
        yield t.ATTRIBUTED_TO, mint(Kind.ACTOR, mention.attribution.actor)


class _Phrase(NamedTuple):
    """Words of the article that fill a part of a mention; ``name`` ends their IRI.

    ``about`` is what they stand for, or which other mention they tie it to.
    """

    name: str
    predicate: Iri
    span: Span
    text: str
    about: Fact | None


def _participant(name: str, predicate: Iri, who: Participant) -> _Phrase:
    about = None if who.actor is None else (t.DENOTES, mint(Kind.ACTOR, who.actor))
    return _Phrase(name, predicate, who.span, who.text, about)


def _phrases(mention: EventMention) -> Iterator[_Phrase]:
    for number, source in enumerate(mention.sources):
        yield _participant(f"source{number}", t.SOURCE_WORDS, source)
    for number, target in enumerate(mention.targets):
        yield _participant(f"target{number}", t.TARGET_WORDS, target)
    if mention.attribution is not None:
        yield _participant("speaker", t.ATTRIBUTION_WORDS, mention.attribution)
    if mention.place is not None:
        place = mention.place
        where = (t.DENOTES, mint(Kind.PLACE, place.place.id))
        yield _Phrase("place", t.PLACE_WORDS, place.span, place.text, where)
    time = mention.time
    if time is not None and time.span is not None and time.text is not None:
        yield _Phrase("time", t.TIME_WORDS, time.span, time.text, None)
    for number, link in enumerate(mention.links):
        other = (t.RELATES_TO, mint(Kind.MENTION, link.other))
        yield _Phrase(f"order{number}", t.ORDER_WORDS, link.span, link.text, other)


def _phrase_facts(phrase: _Phrase, article: Iri) -> Iterator[Fact]:
    yield t.A_WORDS
    yield t.ANCHOR, string(phrase.text)
    yield from _offsets(phrase.span, article)
    if phrase.about is not None:
        yield phrase.about
