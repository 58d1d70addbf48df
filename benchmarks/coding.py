"""What graphbuild finds in gold texts, in the form that the scorers compare."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.model.event import Status
from graphbuild.model.ids import article_id
from graphbuild.model.text import Article
from graphbuild.pipeline import build, link_records, load_toolkit, read_records
from published.plover import Party
from scoring.clusters import FoundActor
from scoring.dyads import FoundEvent
from scoring.slots import FoundMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphbuild.model.actor import Actor, Participant
    from graphbuild.model.event import EventMention
    from graphbuild.model.timeline import ArticleRecord
    from graphbuild.stages.linking import ActorIndex
    from published.cat import CatDocument
    from published.plover import Record


def code_records(records: Sequence[Record]) -> list[tuple[FoundEvent, ...]]:
    """The typed events of each record, built as an article of its own; what is denied is left out."""
    articles = [_article(record.id, None, record.text, _whole_day(record.date)) for record in records]
    timeline = build(articles)
    actors = {actor.id: actor for actor in timeline.actors}
    mentions = _by_article(timeline.mentions)
    return [
        tuple(
            FoundEvent(m.type, tuple(_parties(m.sources, actors)), tuple(_parties(m.targets, actors)))
            for m in mentions[article.id]
            if m.type and m.status is not Status.DENIED
        )
        for article in articles
    ]


def code_documents(documents: Sequence[CatDocument]) -> list[tuple[FoundMention, ...]]:
    """The mentions of each document, built together as one corpus."""
    articles = [
        _article(document.name, document.title, document.text, document.published) for document in documents
    ]
    timeline = build(articles)
    actors = {actor.id: actor for actor in timeline.actors}
    mentions = _by_article(timeline.mentions)
    return [
        tuple(_mention(m, document.starts, actors) for m in mentions[article.id])
        for article, document in zip(articles, documents, strict=True)
    ]


def code_actors(documents: Sequence[CatDocument]) -> list[tuple[FoundActor, ...]]:
    """The mentions of actors in each document, with the actors that they are across all of them."""
    articles = [
        _article(document.name, document.title, document.text, document.published) for document in documents
    ]
    records = tuple(read_records(articles, load_toolkit()))
    index = link_records(records)
    return [tuple(_found_actors(record, index)) for record in records]


def _found_actors(record: ArticleRecord, index: ActorIndex) -> Iterator[FoundActor]:
    actors = {actor.key: index.id_of(record.article.id, actor) for actor in record.actors}
    for mention in record.actor_mentions:
        yield FoundActor(mention.span.start, mention.span.end, actors[mention.actor])


def _article(name: str, title: str | None, text: str, published: date | None) -> Article:
    return Article(article_id(text, name), None, title, published, text, None, name)


def _whole_day(value: str) -> date | None:
    return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def _by_article(mentions: Iterable[EventMention]) -> Mapping[str, list[EventMention]]:
    found: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        found[mention.article].append(mention)
    return found


def _parties(participants: Sequence[Participant], actors: Mapping[str, Actor]) -> Iterator[Party]:
    """Each participant by the words in the text and by the actor's name."""
    for participant in participants:
        actor = actors.get(participant.actor or "")
        code = f"{actor.country}{actor.sector or ''}" if actor and actor.country else None
        yield Party(participant.text, code)
        if actor is not None:
            yield Party(actor.name, code)


def _mention(mention: EventMention, starts: Sequence[int], actors: Mapping[str, Actor]) -> FoundMention:
    when = mention.time.when if mention.time else None
    place = mention.place
    return FoundMention(
        sentence=bisect_right(starts, mention.trigger.span.start) - 1,
        trigger=mention.trigger.text,
        actors=tuple(party.text for party in _parties(mention.sources, actors)),
        targets=tuple(party.text for party in _parties(mention.targets, actors)),
        places=(place.text,) if place else (),
        day=when.first if when and when.first == when.last else None,
    )
