"""The analyst's word on who is who: the reader of an `actors.yaml` beside a build.

Seven sections, each of which may be left out; names are any name or alias of an actor, or its id::

    same:        [[Karim Haddad, Karem Hadad]]
    never-same:  [[Karim Haddad, Karim Haddad Jr.]]
    rename:      {KH: Kata'ib Hezbollah}
    kind:        {Tiffany: organisation}
    country:     {Karim Haddad: IRQ}
    sector:      {Karim Haddad: none}
    alias:       {Karim Haddad: [the Engineer]}
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.loading import (
    expect_choice,
    expect_keys,
    expect_list,
    expect_mapping,
    expect_text,
    expect_texts,
    parse_yaml,
    read_yaml,
)
from graphbuild.lexicon.names import key_of, name_pieces
from graphbuild.lexicon.sectors import SECTORS
from graphbuild.model.actor import ActorKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

NOBODY_KNOWS = "none"
"""What a country or sector is set to when it is to stay open."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names that an entry of `same` or `never-same` puts together; ``where`` is file, section and entry."""

    where: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What an entry says of the actor called ``name``; a ``value`` of None leaves it open."""

    where: str
    name: str
    value: str | None


@dataclass(frozen=True, slots=True)
class ActorRules:
    """All rules of a file, in its order; ``digest`` is the SHA-256 of its bytes, None where there is no file."""

    same: tuple[Names, ...] = ()
    never_same: tuple[Names, ...] = ()
    rename: tuple[Fact, ...] = ()
    kind: tuple[Fact, ...] = ()
    country: tuple[Fact, ...] = ()
    sector: tuple[Fact, ...] = ()
    alias: tuple[Fact, ...] = ()
    digest: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not (self.same or self.never_same or self.facts or self.alias)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is said of one actor each, aliases apart."""
        return (*self.rename, *self.kind, *self.country, *self.sector)

    def names(self) -> Iterator[str]:
        """Every name that addresses an actor."""
        for together in (*self.same, *self.never_same):
            yield from together.names
        for fact in (*self.facts, *self.alias):
            yield fact.name


NO_RULES = ActorRules()


def name_key(name: str) -> str:
    """What spellings of one name share: case, accents, hyphens, dots and a leading "the" do not count.

    >>> name_key("The al-Qaeda") == name_key("Al Qaeda")
    True
    """
    return key_of(name_pieces(name.split())) or name.casefold()


def read_actor_rules(path: Path) -> ActorRules:
    """The rules of a file. LexiconError names file and place, and says what to do."""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8")
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}; give another with --actors") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    try:
        return parse_actor_rules(text, str(path), hashlib.sha256(content).hexdigest())
    except LexiconError as error:
        raise LexiconError(f"{error}; correct or delete this entry (docs/cli.md shows the form)") from error


def parse_actor_rules(text: str, name: str, digest: str | None = None) -> ActorRules:
    """The same for a text in hand; ``name`` is what errors and reports call it."""
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return ActorRules(digest=digest)
    data = expect_mapping(parse_yaml(text, name), name)
    sections = ("same", "never-same", "rename", "kind", "country", "sector", "alias")
    expect_keys(data, name, optional=sections)
    countries = expect_mapping(read_yaml("countries.yaml"), "countries.yaml") if "country" in data else {}
    kinds = [kind.value for kind in ActorKind]

    def facts(section: str, check: Callable[[object, str], str]) -> tuple[Fact, ...]:
        return tuple(_facts(data.get(section, {}), f"{name}: {section}", check))

    return ActorRules(
        same=tuple(_together(data.get("same", []), f"{name}: same")),
        never_same=tuple(_together(data.get("never-same", []), f"{name}: never-same")),
        rename=facts("rename", expect_text),
        kind=facts("kind", lambda value, where: expect_choice(value, where, kinds)),
        country=facts("country", lambda value, where: _country(value, where, countries)),
        sector=facts("sector", lambda value, where: expect_choice(value, where, {*SECTORS, NOBODY_KNOWS})),
        alias=tuple(_aliases(data.get("alias", {}), f"{name}: alias")),
        digest=digest,
    )


def _together(value: object, section: str) -> Iterator[Names]:
    for number, item in enumerate(expect_list(value, section), 1):
        where = f"{section}, entry {number}"
        names = expect_texts(item, where)
        if len(names) < 2:
            raise LexiconError(f"{where}: two names or more are needed, found {len(names)}")
        keys = [name_key(name) for name in names]
        if twice := [name for name, key in zip(names, keys, strict=True) if keys.count(key) > 1]:
            raise LexiconError(
                f"{where}: {' and '.join(map(repr, twice))} count as one name; use ids instead"
            )
        yield Names(where, names)


def _facts(value: object, section: str, check: Callable[[object, str], str]) -> Iterator[Fact]:
    for name, said in expect_mapping(value, section).items():
        where = f"{section}: {expect_text(name, section)}"
        text = check(said, where)
        is_open = text == NOBODY_KNOWS and check is not expect_text
        yield Fact(where, name, None if is_open else text)


def _aliases(value: object, section: str) -> Iterator[Fact]:
    for name, said in expect_mapping(value, section).items():
        where = f"{section}: {expect_text(name, section)}"
        yield from (Fact(where, name, alias) for alias in expect_texts(said, where))


def _country(value: object, where: str, countries: Mapping[str, object]) -> str:
    code = expect_text(value, where)
    if code != NOBODY_KNOWS and code not in countries:
        raise LexiconError(f"{where}: {code!r} is no ISO 3166-1 alpha-3 code such as IRQ, and not 'none'")
    return code
