"""What the data files know of an actor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphbuild.model.actor import ActorKind


class NameForm(StrEnum):
    """How a known name stands for its actor."""

    NAME = "name"
    DEMONYM = "demonym"  # "Iraqi", "Iraqis": of the country, not the country itself
    METONYM = "metonym"  # "Baghdad", "the Kremlin": a seat that may stand for who sits there


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the data files.

    ``key`` is "country:IRQ", "gov:IRQ", "org:NATO", "group:kataib-hezbollah",
    "person:mark-esper", "region:US-TX" or "thing:..."; ``country`` is ISO 3166-1 alpha-3,
    ``sector`` PLOVER's; ``names`` holds every word it is known by, demonyms and seats too.
    """

    key: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    wikidata: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """The claim of an entry to a name; what a gazetteer is built from."""

    name: str
    entry: Entry
    form: NameForm


class Shouted(StrEnum):
    """When a name that is also a word counts in a line that is all capitals."""

    NEVER = "never"  # "WHO", "IS"
    BEFORE_WORD = "before-word"  # "US TROOPS LEAVE", not "JOIN US!"


@dataclass(frozen=True, slots=True)
class Traps:
    """Names that need care.

    ``ambiguous``: names that several entries share, and are known to. ``masks``: phrases
    in which a name names no actor ("Gulf of Mexico"). ``shouted``: see Shouted.
    """

    ambiguous: tuple[str, ...]
    masks: tuple[str, ...]
    shouted: Mapping[str, Shouted]
