"""What articles, events and actors write into the files of a build, in parts that are kept.

A part is kept under a key that says all that it was made from: the article and how it was
read, the linked actors it names, the code that writes. So a build that changes little copies
nearly all of its bytes, and gives the bytes of a build from nothing.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from typing import TYPE_CHECKING

import msgspec

from graphbuild.comparing import Compared, compare_record, comparison_of
from graphbuild.model.actor import Place
from graphbuild.model.copy import Copy
from graphbuild.model.event import Link
from graphbuild.model.timeline import ReadArticle
from graphbuild.pipeline import link_record
from graphbuild.settings import hash_of_code
from graphbuild.stages.appearing import find_appearances
from graphbuild.store import convert
from graphbuild.store.records import Part
from graphbuild.writers.rdf import turtle_blocks
from graphbuild.writers.triples import actor_quads, article_quads, event_quads, mention_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphbuild.model.actor import Actor
    from graphbuild.model.event import Event
    from graphbuild.model.timeline import ArticleRecord
    from graphbuild.stages.merging import Comparison
    from graphbuild.stages.rules import SettledActors
    from graphbuild.store.records import Cast

MENTIONS, APPEARANCES = b"mentions", b"appearances"
"""What is added to an article's key for its other parts."""

_NO_EVENT = b'"event":null'
_GROUP = len("a:fff")  # actors are written in up to 4,096 groups, by the beginning of their ids
_encode = msgspec.json.Encoder().encode


class ArticleFacts(msgspec.Struct, frozen=True):
    """What the rest of a build needs of an article; ``mentions`` are ids, in the order of its text."""

    article: str
    outlet: str | None
    published: date | None
    compared: Compared
    mentions: tuple[str, ...]
    places: tuple[Place, ...]
    links: tuple[tuple[str, Link], ...]
    copy: Copy | None


@dataclass(frozen=True, slots=True)
class People:
    """The actors of a build; ``told`` is by id all that a part may say of an actor, as bytes."""

    index: SettledActors
    actors: Mapping[str, Actor]
    by: Comparison
    told: Mapping[str, bytes]
    code: bytes


def people_of(index: SettledActors) -> People:
    """The actors of a build as parts need them."""
    actors = {a.id: a for a in index.actors()}
    told = {a.id: _encode((a.id, a.name, a.kind, a.country, a.sector)) for a in actors.values()}
    return People(index, actors, comparison_of(index), told, hash_of_code().encode())


def article_key(cast: Cast, people: People, copy: Copy | None) -> bytes:
    """What an article's parts are kept under: its record, whose copy it is, who its actors are."""
    told = (people.told[people.index.id_of(cast.article, a)] for a in cast.actors)
    return hashlib.sha256(b"\n".join((people.code, cast.key, _encode(copy), *told))).digest()


def article_parts(
    record: ArticleRecord, key: bytes, people: People, copy: Copy | None
) -> Iterator[tuple[bytes, Part]]:
    """The parts of an article, each with its key: itself, its mentions, who appears in it."""
    mentions = link_record(record, people.index)
    facts = ArticleFacts(
        record.article.id,
        record.article.outlet,
        record.article.published,
        compare_record(record, mentions, people.index, people.by),
        tuple(m.id for m in mentions),
        tuple({m.place.place.id: m.place.place for m in mentions if m.place}.values()),
        tuple((m.id, link) for m in mentions for link in m.links),
        copy,
    )
    read = ReadArticle(record.article, record.passages, copy)
    line = _encode(convert.article_line(read))
    yield key, Part(msgspec.msgpack.encode(facts), line, turtle_blocks(article_quads(read)))
    by_id = sorted(mentions, key=lambda m: m.id)
    lines = (_encode(convert.mention_line(m, people.actors.__getitem__)) for m in by_id)
    turtle = turtle_blocks(chain.from_iterable(map(mention_quads, by_id)))
    yield key + MENTIONS, Part(b"", b"\n".join(lines), turtle)
    seen = map(convert.appearance_line, find_appearances(record, people.index.id_of))
    yield key + APPEARANCES, Part(b"", b"\n".join(map(_encode, seen)), b"")


def with_events(lines: bytes, mentions: Iterable[str], events_of: Mapping[str, str]) -> bytes:
    """Lines of an article's mentions with their events; an article is written before they are known."""
    said = (b'"event":"%b"' % events_of[m].encode() for m in sorted(mentions))
    parts = (line.replace(_NO_EVENT, event, 1) for line, event in zip(lines.split(b"\n"), said, strict=True))
    return b"\n".join(parts) if lines else b""


def event_key(event: str, told: Iterable[tuple[str, bytes]], people: People) -> bytes:
    """What an event's part is kept under; ``told`` are its mentions, each with its article's key."""
    said = chain.from_iterable((mention.encode(), key) for mention, key in told)
    return hashlib.sha256(b"\n".join((people.code, event.encode(), *said))).digest()


def linked_key(key: bytes, event: Event) -> bytes:
    """What the part of an event with links is kept under; ``key`` is the event's without."""
    return hashlib.sha256(key + _encode(event.links)).digest()


def event_part(event: Event, people: People) -> Part:
    """The part of an event; its facts are the event."""
    line = _encode(convert.event_line(event, people.actors.__getitem__))
    return Part(msgspec.msgpack.encode(event), line, turtle_blocks(event_quads(event)))


def copies_key(group: Iterable[tuple[bytes, Sequence[str]]], people: People) -> bytes:
    """What the copies in a group are kept under: the keys of its records, each with whom it is held against."""
    return hashlib.sha256(b"\n".join((people.code, *(k + _encode(others) for k, others in group)))).digest()


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """Neighbours in the files, which are written together."""

    key: bytes
    lines: bytes
    actors: tuple[Actor, ...]

    def part(self) -> Part:
        """Their part; the lines are not kept, for they are the key."""
        return Part(b"", b"", turtle_blocks(chain.from_iterable(map(actor_quads, self.actors))))


def actor_groups(people: People) -> Iterator[ActorGroup]:
    """All actors, sorted by id."""
    in_order = (people.actors[key] for key in sorted(people.actors))
    for _, group in groupby(in_order, key=lambda a: a.id[:_GROUP]):
        actors = tuple(group)
        lines = b"\n".join(_encode(convert.actor_line(a)) for a in actors)
        yield ActorGroup(hashlib.sha256(people.code + lines).digest(), lines, actors)
