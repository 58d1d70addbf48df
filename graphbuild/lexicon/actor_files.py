"""The readers of `countries.yaml`, `actors.yaml` and `people.yaml`.

The files are written to be read by people: one line an actor, its names in one text with
"; " between them, the first of them the one to show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.entries import Entry, NameForm, Naming, Shouted, Traps
from graphbuild.lexicon.loading import expect_keys, expect_list, expect_mapping, expect_text, read_yaml
from graphbuild.lexicon.sectors import SECTORS
from graphbuild.model.actor import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KINDS = {
    "group": ActorKind.GROUP,
    "org": ActorKind.ORGANISATION,
    "region": ActorKind.ORGANISATION,
    "thing": ActorKind.THING,
}
_COUNTRY_KEYS = frozenset(
    {"name", "names", "demonyms", "capital", "metonym", "seats", "government", "wikidata"}
)
_ACTOR_KEYS = frozenset({"names", "adjectives", "seats", "country", "sector", "wikidata"})
_PERSON_KEYS = frozenset({"names", "offices", "sector", "wikidata"})
_INTERNATIONAL = "international"  # the section of people.yaml for offices of no country
_OFFICE = re.compile(r"(\D+) (\d{4})(?:-(\d{4})?)?")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held; years are inclusive, an open end is None."""

    title: str
    country: str | None
    first: int
    last: int | None


@dataclass(frozen=True, slots=True)
class ActorFiles:
    """Everything that the three files say, in their order."""

    entries: tuple[Entry, ...]
    namings: tuple[Naming, ...]
    traps: Traps
    offices: Mapping[str, tuple[Office, ...]]


class _Collector:
    """What has been read so far; refuses a key that comes twice."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.namings: list[Naming] = []
        self.offices: dict[str, tuple[Office, ...]] = {}

    def add(self, entry: Entry, seats: tuple[str, ...] = (), demonyms: tuple[str, ...] = ()) -> None:
        """Take up an entry; of its names these are seats and these demonyms."""
        if entry.key in self.entries:
            raise LexiconError(f"{entry.key}: described twice")
        self.entries[entry.key] = entry
        forms = dict.fromkeys(seats, NameForm.METONYM) | dict.fromkeys(demonyms, NameForm.DEMONYM)
        self.namings.extend([Naming(n, entry, forms.get(n, NameForm.NAME)) for n in entry.names])


def read_actor_files() -> ActorFiles:
    """Read all three; raises LexiconError naming file and entry."""
    found = _Collector()
    for code, value in expect_mapping(read_yaml("countries.yaml"), "countries.yaml").items():
        _read_country(found, code, expect_mapping(value, f"countries.yaml: {code}"))
    traps = _read_actors(found, expect_mapping(read_yaml("actors.yaml"), "actors.yaml"))
    for country, people in expect_mapping(read_yaml("people.yaml"), "people.yaml").items():
        for slug, value in expect_mapping(people, f"people.yaml: {country}").items():
            where = f"people.yaml: {country}: {slug}"
            _read_person(found, country, slug, expect_mapping(value, where))
    return ActorFiles(tuple(found.entries.values()), tuple(found.namings), traps, found.offices)


def names_in(value: object, where: str) -> tuple[str, ...]:
    """The names in one text, "; " between them; () for None.

    >>> names_in("Burma; Union of Myanmar", "here")
    ('Burma', 'Union of Myanmar')
    """
    if value is None:
        return ()
    names = tuple(expect_text(value, where).split("; "))
    for name in names:
        if not name or ";" in name or name != name.strip():
            raise LexiconError(f"{where}: misplaced semicolon or blank in {value!r}")
    if len(set(names)) < len(names):
        raise LexiconError(f"{where}: a name stands twice in {value!r}")
    return names


def _read_country(found: _Collector, code: str, row: Mapping[str, object]) -> None:
    where = f"countries.yaml: {code}"
    if len(code) != 3 or not code.isupper():
        raise LexiconError(f"{where}: not an alpha-3 code")
    expect_keys(row, where, required=("name", "demonyms"), optional=_COUNTRY_KEYS)
    names = (expect_text(row["name"], where), *names_in(row.get("names"), where))
    demonyms = tuple([d for d in names_in(row["demonyms"], where) if d not in names])
    entry = Entry(
        f"country:{code}",
        names[0].removeprefix("The "),
        ActorKind.COUNTRY,
        code,
        None,
        _wikidata(row, where),
        names + demonyms,
    )
    found.add(entry, demonyms=demonyms)
    _add_government(found, entry, row, where)


def _add_government(found: _Collector, country: Entry, row: Mapping[str, object], where: str) -> None:
    adjective = names_in(row["demonyms"], where)[0]
    capital = row.get("capital")
    if row.get("metonym", "no") != "no":
        raise LexiconError(f"{where}: metonym: only 'no' can be said")
    acts = capital is not None and "metonym" not in row and capital not in country.names
    seats = (*((expect_text(capital, where),) if acts else ()), *names_in(row.get("seats"), where))
    names = (
        f"Government of {country.name}",
        f"government of {country.name}",
        f"{adjective} government",
        *names_in(row.get("government"), where),
    )
    key = f"gov:{country.country}"
    all_names = tuple(dict.fromkeys(names + seats))
    found.add(
        Entry(key, names[0], ActorKind.ORGANISATION, country.country, "GOV", None, all_names), seats=seats
    )


def _read_actors(found: _Collector, data: Mapping[str, object]) -> Traps:
    expect_keys(data, "actors.yaml", required=("actors", "ambiguous", "masks", "shouted"))
    for index, value in enumerate(expect_list(data["actors"], "actors.yaml: actors")):
        _read_section(found, expect_mapping(value, f"actors.yaml: section {index + 1}"), index + 1)
    shouted = expect_mapping(data["shouted"], "actors.yaml: shouted")
    expect_keys(shouted, "actors.yaml: shouted", optional=list(Shouted))
    return Traps(
        names_in(data["ambiguous"], "actors.yaml: ambiguous"),
        names_in(data["masks"], "actors.yaml: masks"),
        {n: Shouted(when) for when, text in shouted.items() for n in names_in(text, "actors.yaml: shouted")},
    )


def _read_section(found: _Collector, section: Mapping[str, object], number: int) -> None:
    where = f"actors.yaml: {section.get('about', f'section {number}')}"
    expect_keys(section, where, required=("about", "kind", "entries"), optional=("country", "sector"))
    kind = section["kind"]
    if not isinstance(kind, str) or kind not in _KINDS:
        raise LexiconError(f"{where}: kind {kind!r} is none of {', '.join(_KINDS)}")
    shared = {key: section[key] for key in ("country", "sector") if key in section}
    for slug, value in expect_mapping(section["entries"], where).items():
        own = {"names": value} if isinstance(value, str) else expect_mapping(value, f"{where}: {slug}")
        _read_actor(found, f"{kind}:{slug}", {**shared, **own}, f"{where}: {slug}")


def _read_actor(found: _Collector, key: str, row: Mapping[str, object], where: str) -> None:
    expect_keys(row, where, required=("names",), optional=_ACTOR_KEYS)
    names, adjectives, seats = (names_in(row.get(k), where) for k in ("names", "adjectives", "seats"))
    country = _country(found, row.get("country"), where)
    kind = _KINDS[key.partition(":")[0]]
    sector = _sector(row.get("sector"), where)
    every = names + adjectives + seats
    entry = Entry(key, names[0], kind, country, sector, _wikidata(row, where), every)
    found.add(entry, seats=seats, demonyms=adjectives)


def _read_person(found: _Collector, country: str, slug: str, row: Mapping[str, object]) -> None:
    where = f"people.yaml: {country}: {slug}"
    expect_keys(row, where, required=("names",), optional=_PERSON_KEYS)
    home = None if country == _INTERNATIONAL else _country(found, country, where)
    names = names_in(row["names"], where)
    if single := [name for name in names if len(name.split()) == 1 and name != names[0]]:
        raise LexiconError(f"{where}: {single[0]!r} alone is not enough to know a person by")
    key = f"person:{slug}"
    sector = _sector(row.get("sector", "GOV" if home else "IGO"), where)
    found.add(Entry(key, names[0], ActorKind.PERSON, home, sector, _wikidata(row, where), names))
    found.offices[key] = tuple(_offices(row.get("offices"), home, where))


def _offices(value: object, country: str | None, where: str) -> Iterator[Office]:
    for text in names_in(value, where):
        parts = _OFFICE.fullmatch(text)
        if parts is None:
            raise LexiconError(f"{where}: {text!r} is not an office such as 'prime minister 2006-2014'")
        first = int(parts[2])
        last = int(parts[3]) if parts[3] else None if text.endswith("-") else first
        if last is not None and last < first:
            raise LexiconError(f"{where}: {text!r} ends before it begins")
        yield Office(parts[1], country, first, last)


def _country(found: _Collector, value: object, where: str) -> str | None:
    if value is not None and f"country:{value}" not in found.entries:
        raise LexiconError(f"{where}: country {value!r} is not in countries.yaml")
    return None if value is None else str(value)


def _sector(value: object, where: str) -> str | None:
    if value is not None and value not in SECTORS:
        raise LexiconError(f"{where}: sector {value!r} is none of PLOVER's")
    return None if value is None else str(value)


def _wikidata(row: Mapping[str, object], where: str) -> str | None:
    value = row.get("wikidata")
    if value is None:
        return None
    if not _WIKIDATA.fullmatch(text := expect_text(value, where)):
        raise LexiconError(f"{where}: {text!r} is no Wikidata id")
    return text
