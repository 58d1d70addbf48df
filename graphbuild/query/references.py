"""Every id that one part of a build names, looked for in the part that describes it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from graphbuild.model.event import Event, EventMention
    from graphbuild.model.story import Story
    from graphbuild.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids that are described, and for each mention the event whose evidence it is."""

    articles: frozenset[str]
    actors: frozenset[str]
    places: frozenset[str]
    events: frozenset[str]
    event_of: dict[str, str]


def check_references(timeline: Timeline) -> Iterator[str | None]:
    """For each order and each reference, None if it is right, else what is wrong with it."""
    articles = [read.article.id for read in timeline.articles]
    actors = [actor.id for actor in timeline.actors]
    places = [place.id for place in timeline.places]
    events: list[str] = []
    event_of: dict[str, str] = {}
    for event in timeline.events:
        events.append(event.id)
        event_of |= dict.fromkeys(event.mentions, event.id)
    for part, ids in (("articles", articles), ("actors", actors), ("places", places), ("events", events)):
        yield from _check_order(part, ids)
    known = _Known(frozenset(articles), frozenset(actors), frozenset(places), frozenset(events), event_of)
    yield from _check_mentions(timeline.mentions, known)
    for event in timeline.events:
        yield from _check_event(event, known)
    for seen in timeline.appearances:
        yield _look_up("appearances", "actor", seen.actor, known.actors)
        yield _look_up("appearances", "article", seen.article, known.articles)
    yield from _check_stories(timeline.stories, known)


def _check_stories(stories: Iterable[Story], known: _Known) -> Iterator[str | None]:
    told: set[str] = set()
    before = ""
    for story in stories:
        yield from _check_order("stories", (before, story.id))
        before = story.id
        for article in (story.titled_by, *story.articles):
            yield _look_up(story.id, "article", article, known.articles)
        for actor in story.actors:
            yield _look_up(story.id, "actor", actor, known.actors)
        for event in story.events:
            yield _look_up(story.id, "event", event, known.events)
            yield f"{story.id}: {event!r} is in another story too" if event in told else None
        told.update(story.events)


def _check_order(part: str, ids: Iterable[str]) -> Iterator[str | None]:
    for before, after in pairwise(ids):
        yield None if before < after else f"{part}: {after!r} comes after {before!r}, or twice"


def _check_mentions(mentions: Iterable[EventMention], known: _Known) -> Iterator[str | None]:
    told: set[str] = set()
    before = ""
    for mention in mentions:
        yield from _check_order("mentions", (before, mention.id))
        yield from _check_mention(mention, known)
        told.add(mention.id)
        before = mention.id
    for mention_id, event in known.event_of.items():
        yield (
            None
            if mention_id in told
            else f"{event}: its evidence {mention_id!r} is no mention of this build"
        )


def _check_mention(mention: EventMention, known: _Known) -> Iterator[str | None]:
    yield _look_up(mention.id, "article", mention.article, known.articles)
    event = known.event_of.get(mention.id)
    yield (
        None
        if event == mention.event and event
        else f"{mention.id}: not evidence of its event {mention.event!r}"
    )
    said = () if mention.attribution is None else (mention.attribution,)
    for who in (*mention.sources, *mention.targets, *said):
        if who.actor is not None:
            yield _look_up(mention.id, "actor", who.actor, known.actors)
    if mention.place is not None:
        yield _look_up(mention.id, "place", mention.place.place.id, known.places)
    for link in mention.links:
        yield _look_up(mention.id, "mention", link.other, known.event_of)


def _check_event(event: Event, known: _Known) -> Iterator[str | None]:
    yield None if event.evidence else f"{event.id}: has no evidence"
    for actor in (*event.sources, *event.targets):
        yield _look_up(event.id, "actor", actor, known.actors)
    for evidence in event.evidence:
        yield _look_up(event.id, "article", evidence.article, known.articles)
    if event.place is not None:
        yield _look_up(event.id, "place", event.place.id, known.places)
    for link in event.links:
        yield _look_up(event.id, "event", link.event, known.events)
        for mention in link.mentions:
            yield _look_up(event.id, "mention", mention, known.event_of)


def _look_up(owner: str, kind: str, name: str, known: Container[str]) -> str | None:
    return None if name in known else f"{owner}: no {kind} {name!r} is described"
