"""The lines of `articles.jsonl`, `mentions.jsonl`, `events.jsonl`, `actors.jsonl`, `places.jsonl`, `appearances.jsonl`.

Their keys are a contract with other programs and are never renamed (DESIGN, section 4;
JSON Schemas in `ontology/`). A missing value is null or [], never a guess.
"""

from __future__ import annotations

from datetime import date

import msgspec

from graphbuild.model.actor import ActorKind, MentionForm
from graphbuild.model.event import LinkKind, Status
from graphbuild.model.text import PassageKind, PublishedFrom
from graphbuild.model.time import Basis, Granularity, TimexType


class _Line(msgspec.Struct, frozen=True):
    """One line, or part of one."""


class SkippedLine(_Line, frozen=True):
    """A stretch of text that was not read."""

    start: int
    end: int
    kind: PassageKind


class StretchLine(_Line, frozen=True):
    """A stretch of an article's text."""

    start: int
    end: int


class ChangedLine(StretchLine, frozen=True):
    """A sentence of a copy, and the one it stands for in what it copies."""

    other_start: int
    other_end: int


class CopyLine(_Line, frozen=True):
    """What differs between a copy and what it copies, sentence by sentence."""

    added: list[StretchLine]
    removed: list[StretchLine]
    changed: list[ChangedLine]
    other_headline: bool


class ArticleLine(_Line, frozen=True):
    """An article; ``passages`` are the stretches that were read, ``skipped`` those that were not.

    ``copy_of`` is the id of the article whose text it repeats, ``changes`` what differs; null
    where it repeats none, or stands for its copies.
    """

    id: str
    outlet: str | None
    title: str | None
    published: date | None
    published_from: PublishedFrom | None
    url: str | None
    origin: str
    text: str
    passages: list[SkippedLine]
    skipped: list[SkippedLine]
    copy_of: str | None
    changes: CopyLine | None


class SentenceLine(_Line, frozen=True):
    """Where a sentence stands."""

    start: int
    end: int
    index: int


class TriggerLine(_Line, frozen=True):
    """The trigger of a mention."""

    start: int
    end: int
    text: str
    lemma: str


class ParticipantLine(_Line, frozen=True):
    """A filled role: the actor (null where nobody known is named) and the words that were there."""

    actor: str | None
    name: str | None
    country: str | None
    sector: str | None
    start: int
    end: int
    text: str


class PlaceLine(_Line, frozen=True):
    """A place."""

    place: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames: str | None


class PlaceMentionLine(PlaceLine, frozen=True):
    """A place and the words that name it."""

    start: int
    end: int
    text: str


class SpanOfTimeLine(_Line, frozen=True):
    """A closed range of days, either end open (null); ``edtf`` is the same days as text (EDTF)."""

    first: date | None
    last: date | None
    granularity: Granularity
    basis: Basis
    edtf: str | None


class TimeLine(SpanOfTimeLine, frozen=True):
    """The time of a mention with the words that say it, null where none do."""

    value: str | None
    start: int | None
    end: int | None
    text: str | None


class TimexLine(_Line, frozen=True):
    """A time expression of an article; what follows ``mod`` is null where it is on no calendar day."""

    article: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None
    first: date | None
    last: date | None
    granularity: Granularity | None
    basis: Basis | None
    edtf: str | None


class QuantityLine(_Line, frozen=True):
    """A number that belongs to an event."""

    role: str
    low: float | None
    high: float | None
    unit: str | None
    start: int
    end: int
    text: str


class LinkLine(_Line, frozen=True):
    """What came before, after or during what: the other mention, and the words that say so."""

    kind: LinkKind
    mention: str
    start: int
    end: int
    text: str


class MentionLine(_Line, frozen=True):
    """An event as one sentence tells it."""

    id: str
    event: str | None
    article: str
    sentence: SentenceLine
    trigger: TriggerLine
    action: str
    type: str | None
    mode: str | None
    code: str | None
    quad_class: int | None
    sources: list[ParticipantLine]
    targets: list[ParticipantLine]
    place: PlaceMentionLine | None
    time: TimeLine | None
    status: Status
    attribution: ParticipantLine | None
    quantities: list[QuantityLine]
    links: list[LinkLine]


class RoleLine(_Line, frozen=True):
    """An actor in a role of an event."""

    actor: str
    name: str


class EvidenceLine(_Line, frozen=True):
    """Where an event was read; ``copy_of`` as in an article."""

    mention: str
    article: str
    outlet: str | None
    status: Status
    start: int
    end: int
    quote: str
    copy_of: str | None


class EventLinkLine(_Line, frozen=True):
    """Before, after or during which other event it was, and the mentions that say so."""

    kind: LinkKind
    event: str
    mentions: list[str]


class EventLine(_Line, frozen=True):
    """An event with everything that was read about it.

    ``independent_outlets`` are those of ``outlets`` that tell it in a text of their own.
    """

    id: str
    type: str | None
    mode: str | None
    code: str | None
    quad_class: int | None
    action: str
    sources: list[RoleLine]
    targets: list[RoleLine]
    place: PlaceLine | None
    time: SpanOfTimeLine
    status: Status
    quantities: list[QuantityLine]
    mentions: list[str]
    outlets: list[str]
    evidence: list[EvidenceLine]
    links: list[EventLinkLine]
    independent_outlets: list[str]


class ActorLine(_Line, frozen=True):
    """An actor with every alias seen."""

    id: str
    name: str
    aliases: list[str]
    kind: ActorKind
    country: str | None
    sector: str | None
    entry: str | None
    wikidata: str | None
    roles: list[str]


class NameLine(_Line, frozen=True):
    """Words that an article uses for an actor, how often, and where first."""

    text: str
    form: MentionForm
    count: int
    start: int
    end: int
    sentence: StretchLine


class AppearanceLine(_Line, frozen=True):
    """An actor in one article: what the article calls it and says of it."""

    actor: str
    article: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    roles: list[str]
    names: list[NameLine]
