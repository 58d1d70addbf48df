"""Who acts, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graphbuild.model.text import Span


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"  # a country, or its government by the country's name
    GROUP = "group"  # a named movement, militia, people
    UNNAMED = "unnamed"  # "three officials": an actor of its article only
    THING = "thing"  # a named product, ship, building that news lets act
    UNKNOWN = "unknown"


class MentionForm(StrEnum):
    """How a text calls an actor."""

    NAME = "name"
    DESCRIPTION = "description"
    DEMONYM = "demonym"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Participant:
    """The filler of a role: the words that were there, and the actor they stand for.

    ``actor`` is the key of an ``ArticleActor`` inside an ``ArticleRecord`` and the id of
    an ``Actor`` in a ``Timeline``; None where the words name nobody known.
    """

    span: Span
    text: str
    actor: str | None


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that stand for an actor; ``head`` is the index of their head token."""

    span: Span
    text: str
    head: int
    form: MentionForm
    actor: str


@dataclass(frozen=True, slots=True)
class ArticleActor:
    """An actor as one article tells of it: the unit that linking clusters.

    ``key`` is unique in its article. ``entry`` is the key of the gazetteer entry it was
    recognised as, if any; ``aliases`` are the names this article uses, most complete
    first; ``roles`` the titles and functions it gives ("defense secretary").
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sector: str | None
    entry: str | None
    wikidata: str | None
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor in the world, as far as the articles of a build tell it apart.

    ``country`` is ISO 3166-1 alpha-3, ``sector`` a PLOVER sector (GOV, MIL, REB ...).
    ``aliases`` holds every name seen, sorted.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sector: str | None
    entry: str | None
    wikidata: str | None
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameSeen:
    """Words that one article uses for an actor, how often, and where first: the words and their sentence."""

    text: str
    form: MentionForm
    count: int
    span: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor in one article: what this article calls it and says of it, before others were asked.

    ``actor`` is the id of an ``Actor``; the facts are those of the ``ArticleActor``, so that
    they show why linking joined what it did. ``names`` are in reading order.
    """

    actor: str
    article: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    roles: tuple[str, ...]
    names: tuple[NameSeen, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map, or only its name when the gazetteer does not know it.

    ``country`` is ISO 3166-1 alpha-3; degrees are WGS 84; ``geonames`` a GeoNames id.
    """

    id: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames: str | None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that say where, and the place they stand for."""

    span: Span
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mentions:
    """Who and where, for one parse.

    ``by_head`` maps the head token of a phrase to the actor it stands for, ``places`` the
    head token of a name to the place on the map; a word may be in both ("Baghdad").
    """

    actors: tuple[ArticleActor, ...]
    by_head: Mapping[int, ActorMention]
    places: Mapping[int, PlaceMention]
