"""Places by name: countries, regions, cities, seas, bases."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from graphbuild.lexicon.geonames import (
    STATE_WEIGHT,
    Candidate,
    Cities,
    country_rows,
    place_key,
    place_keys,
    subdivisions,
    us_states,
)
from graphbuild.lexicon.place_files import read_place_files
from graphbuild.model.actor import Place
from graphbuild.model.ids import place_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graphbuild.lexicon.place_files import PlaceFiles, Site

# How many times bigger a place abroad must be to be meant rather than its namesake in a
# country the article is about: with only Canada in play "London" is England's all the same,
# with only the United States "Birmingham" is Alabama's.
_FAME = 20
_FAME_OF_CAPITAL = 6

_REGION_WORDS = frozenset(
    {"province", "state", "governorate", "region", "oblast", "prefecture", "department"}
)
_PLACE_WORDS = _REGION_WORDS | {"city", "town", "village", "district", "county", "island", "area"}
_DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "downtown",
        "occupied",
        "rural",
        "greater",
        "suburban",
        "mainland",
    ]
)
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ]")
_ARTICLES = ("al", "el", "ar", "as", "ash", "an", "ad", "at", "az")


class PlaceIndex:
    """The known places; the list of cities is read when a name is first looked up in it."""

    def __init__(self, files: PlaceFiles) -> None:
        self._known: dict[str, list[Candidate]] = {}
        self._by_key: dict[str, Candidate] = {}
        rows = country_rows()
        for code, names in files.countries:
            self._add(Candidate.of_country(code, names[0], *rows.get(code, (None, 0))), names)
        for site in files.sites:
            self._add(_of_site(site), site.names)
        for state in us_states():
            self._add(state, (state.name,))
        self._aliases = {place_key(name): f"geonames:{number}" for number, name in files.called.items()}
        self._aliases |= {_alias_key(alias): target for alias, target in files.aliases.items()}
        self._called = files.called
        self._words = frozenset(map(place_key, files.words))

    def find(self, name: str, countries: Sequence[str] = ()) -> Place | None:
        """The place that a name means, None if unknown.

        ``countries`` are the ISO alpha-3 codes of countries in play, most likely first: a
        namesake there is preferred unless another is far better known. "Paris, Texas" is
        read as written. A name without a capital is none.
        """
        best = _choose(self._candidates(name), countries)
        return None if best is None else self._place(best)

    def is_place(self, name: str) -> bool:
        """Whether this is the name of a known place."""
        return bool(self._candidates(name))

    @cached_property
    def _cities(self) -> Cities:
        return Cities()

    @cached_property
    def _subdivisions(self) -> dict[str, list[Candidate]]:
        found: dict[str, list[Candidate]] = {}
        parts = list(subdivisions())
        for key, part in zip(place_keys([part.name for part in parts]), parts, strict=True):
            found.setdefault(key, []).append(part)
        return found

    def _place(self, found: Candidate) -> Place:
        name = self._called.get(found.geonames or "", found.name)
        return Place(
            place_id(found.key), name, found.country, found.latitude, found.longitude, found.geonames
        )

    def _add(self, place: Candidate, names: Iterable[str]) -> None:
        self._by_key[place.key] = place
        for key in dict.fromkeys(map(place_key, names)):
            self._known.setdefault(key, []).append(place)

    def _candidates(self, name: str) -> list[Candidate]:
        inner, comma, outer = name.strip().partition(", ")
        if not _CAPITAL.search(inner):
            return []
        if comma and _alias_key(name) not in self._aliases:
            around = self._candidates(outer)
            return [c for c in self._named(inner, bare=False) if any(_inside(c, o) for o in around)]
        return self._named(name.strip(), bare=True)

    def _named(self, name: str, *, bare: bool) -> list[Candidate]:
        meant = self._aliased(name)
        if meant and bare:
            return meant
        for key, is_region in _readings(place_key(name)):
            found = self._lookup(key, bare=bare)
            if is_region and (regions := [c for c in found if not c.key.startswith("geonames:")]):
                return regions
            if found:
                return [*meant, *found]
        return meant

    def _aliased(self, name: str) -> list[Candidate]:
        target = self._aliases.get(name) or self._aliases.get(place_key(name))
        if target is None:
            return []
        if target.startswith("geonames:"):
            return self._cities.numbered(target.removeprefix("geonames:"))
        known = self._by_key.get(target)
        return self._lookup(place_key(target), bare=False) if known is None else [known]

    def _lookup(self, key: str, *, bare: bool) -> list[Candidate]:
        known = self._known.get(key, [])
        if any(not place.key.startswith("region:") for place in known):
            return known  # countries and sites need no city of that name
        # A city whose name is a word or a surname first must come with its region: "Troy, N.Y.".
        cities = [] if bare and key in self._words else self._cities.named(key)
        return [*known, *cities, *self._subdivisions.get(key, ())]


def load_places() -> PlaceIndex:
    """The index over `places.yaml`, GeoNames' cities and ISO 3166-2; raises LexiconError."""
    return PlaceIndex(read_place_files())


def _of_site(site: Site) -> Candidate:
    return Candidate(
        site.key, site.names[0], site.country, STATE_WEIGHT, latitude=site.latitude, longitude=site.longitude
    )


def _alias_key(alias: str) -> str:
    """Abbreviations count with their dot: "Miss." is Mississippi, "Miss" is not."""
    return alias if alias.endswith(".") else place_key(alias)


def _readings(key: str) -> Iterator[tuple[str, bool]]:
    """A key, and what is left of it without words that say what kind or which part of a place.

    The part is in the place: that "northern Iraq" is somewhere in Iraq is all that is known.
    """
    yield key, False
    words = key.split(" ")
    if len(words) > 1 and words[-1] in _PLACE_WORDS:
        yield " ".join(words[:-1]), words[-1] in _REGION_WORDS
    if len(words) > 2 and words[0] in _PLACE_WORDS and words[1] == "of":
        yield " ".join(words[2:]), words[0] in _REGION_WORDS
    if len(words) > 1 and words[0] in _DIRECTIONS:
        yield " ".join(words[1:]), False
    if len(words) > 1 and words[0] in _ARTICLES:
        yield " ".join(words[1:]), False
    else:
        yield f"al {key}", False


def _inside(place: Candidate, around: Candidate) -> bool:
    if place.country != around.country or place.key == around.key:
        return False
    # Only for the United States do both lists name first-level regions by the same codes.
    return around.country != "USA" or around.region is None or place.region == around.region


def _choose(candidates: Sequence[Candidate], countries: Sequence[str]) -> Candidate | None:
    if not candidates:
        return None
    best = max(candidates, key=_rank)
    for code in countries:
        at_home = [place for place in candidates if place.country == code]
        if at_home and _may_be_meant(home := max(at_home, key=_rank), best):
            return home
    return best


def _may_be_meant(home: Candidate, best: Candidate) -> bool:
    if best.key.startswith("country:"):
        return True
    return home.weight * (_FAME_OF_CAPITAL if best.capital else _FAME) >= best.weight


def _rank(place: Candidate) -> tuple[int, str]:
    return (place.weight, place.key)
