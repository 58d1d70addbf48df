"""The articles and events of a build with the keys of what they write; what is not kept yet is made."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from graphbuild.model.copy import Copy
from graphbuild.model.event import Event
from graphbuild.parts import (
    ArticleFacts,
    article_key,
    article_parts,
    copies_key,
    event_key,
    event_part,
    linked_key,
)
from graphbuild.pipeline import link_record
from graphbuild.stages.copies import find_copies, find_pairs, page_of_record
from graphbuild.stages.merging import Digest
from graphbuild.stages.ordering import link_events, linked_events
from graphbuild.stages.telling import group_by_event, make_event
from graphbuild.store.records import FinishedMention, Part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from graphbuild.parts import People
    from graphbuild.store.records import Cast, RecordStore


_values = attrgetter(*(field.name for field in fields(Digest)))


@dataclass(frozen=True, slots=True)
class GatheredArticle:
    """An article of the build: the keys of its record and of its parts, and its facts."""

    record: bytes
    key: bytes
    facts: ArticleFacts


def gather_articles(store: RecordStore, casts: Sequence[Cast], people: People) -> list[GatheredArticle]:
    """The articles of a build in the order of their casts; parts that are not kept are made."""
    decode = msgspec.msgpack.Decoder(ArticleFacts).decode
    found = []
    pool: dict[Any, Any] = {}
    copies = _copies(store, casts, people)
    for cast in casts:
        copy = copies.get(cast.article)
        key = article_key(cast, people, copy)
        facts = store.facts(key)
        if facts is None:
            for part_key, part in article_parts(store.record(cast.key), key, people, copy):
                store.keep(part_key, part)
            facts = store.facts(key) or b""
        found.append(GatheredArticle(cast.key, key, _sharing(decode(facts), pool)))
    return found


def _sharing(facts: ArticleFacts, pool: dict[Any, Any]) -> ArticleFacts:
    """The same facts with equal texts and sets held once for the whole build: most of them repeat.

    Only texts and sets: numbers are left alone, as True equals 1.
    """
    digests = tuple(
        Digest(*(pool.setdefault(v, v) if type(v) in (str, frozenset) else v for v in _values(digest)))
        for digest in facts.compared.digests
    )
    return msgspec.structs.replace(facts, compared=replace(facts.compared, digests=digests))


def _copies(store: RecordStore, casts: Iterable[Cast], people: People) -> Mapping[str, Copy]:
    """Article id to what it copies; texts are compared once for each group that may hold copies."""
    keys = {cast.article: cast.key for cast in casts}
    pairs = find_pairs(cast.candidate for cast in casts)
    found: dict[str, Copy] = {}
    used = []
    for group in _groups(pairs):
        key = copies_key(((keys[a], pairs.get(a, ())) for a in group), people)
        facts = store.facts(key)
        if facts is None:
            own = {a: pairs[a] for a in group if a in pairs}
            copies = find_copies(own, (page_of_record(store.record(keys[a])) for a in group))
            facts = msgspec.msgpack.encode(copies)
            store.keep(key, Part(facts, b"", b""))
        found |= msgspec.msgpack.decode(facts, type=dict[str, Copy])
        used.append(key)
    store.use_parts(used)
    return found


def _groups(pairs: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Articles that are connected by pairs, each group sorted."""
    above: dict[str, str] = {}

    def top(article: str) -> str:
        while (higher := above.setdefault(article, article)) != article:
            above[article] = above[higher]
            article = higher
        return article

    for one, others in pairs.items():
        for other in others:
            above[top(other)] = top(one)
    groups: dict[str, list[str]] = defaultdict(list)
    for article in sorted(above):
        groups[top(article)].append(article)
    return list(groups.values())


def gather_events(
    store: RecordStore, articles: Iterable[GatheredArticle], events_of: Mapping[str, str], people: People
) -> list[bytes]:
    """Keys of the parts of all events, sorted by event; parts that are not kept are made."""
    in_order = sorted(articles, key=lambda a: (str(a.facts.published or "9999"), a.facts.article))
    told: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
    for article in in_order:
        for mention in article.facts.mentions:
            told[events_of[mention]].append((mention, article.key))
    keys = {event: event_key(event, told[event], people) for event in sorted(told)}
    new = {event for event, key in keys.items() if not store.has_part(key)}
    store.add_mentions(_mentions_of(new, store, in_order, events_of, people))
    outlets = {a.facts.article: a.facts.outlet for a in in_order}
    copies = {a.facts.article: a.facts.copy for a in in_order if a.facts.copy}
    for event, group in group_by_event(store.mentions_by_event()):
        store.keep(keys[event], event_part(make_event(event, group, outlets, copies), people))
    store.use_parts(keys.values())
    return list((keys | _linked(store, in_order, events_of, keys, people)).values())


def _mentions_of(
    events: Collection[str],
    store: RecordStore,
    in_order: Sequence[GatheredArticle],
    events_of: Mapping[str, str],
    people: People,
) -> Iterator[FinishedMention]:
    """The merged mentions of some events; only the records that tell them are read."""
    for place, article in enumerate(in_order):
        if not any(events_of[m] in events for m in article.facts.mentions):
            continue
        record = store.record(article.record)
        for number, mention in enumerate(link_record(record, people.index)):
            event = events_of[mention.id]
            if event in events:
                quote = mention.sentence.span.of(record.article.text)
                yield FinishedMention(replace(mention, event=event), place * 1_000_000 + number, quote)


def _linked(
    store: RecordStore,
    articles: Iterable[GatheredArticle],
    events_of: Mapping[str, str],
    keys: Mapping[str, bytes],
    people: People,
) -> dict[str, bytes]:
    """Keys of the parts of events that are linked to others, in place of those without their links."""

    def bare(event: str) -> Event:
        return msgspec.msgpack.decode(store.facts(keys[event]) or b"", type=Event)

    told = [link for article in articles for link in article.facts.links]
    times = {event: bare(event).time for event in linked_events(told, events_of)}
    found = {}
    for event, links in link_events(told, events_of, times).items():
        linked = replace(bare(event), links=links)
        found[event] = linked_key(keys[event], linked)
        if not store.has_part(found[event]):
            store.keep(found[event], event_part(linked, people))
    return found
