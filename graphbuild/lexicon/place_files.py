"""The reader of `places.yaml`, and of the names of countries for places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.actor_files import names_in
from graphbuild.lexicon.loading import expect_keys, expect_mapping, expect_text, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "places.yaml"
_NOWHERE = "international"
_POINT = re.compile(r"(?P<names>.+) @ (?P<latitude>-?\d+\.\d) (?P<longitude>-?\d+\.\d)")


@dataclass(frozen=True, slots=True)
class Site:
    """A place of `places.yaml`; ``latitude`` and ``longitude`` are WGS 84 degrees or None."""

    key: str
    names: tuple[str, ...]
    country: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class PlaceFiles:
    """What the files say: countries with their names, sites, and of cities
    what news calls them (``called``, by GeoNames id), other names, and words to mistrust."""

    countries: tuple[tuple[str, tuple[str, ...]], ...]
    sites: tuple[Site, ...]
    called: Mapping[str, str]
    aliases: Mapping[str, str]
    words: tuple[str, ...]


def read_place_files() -> PlaceFiles:
    """Read `places.yaml` and `countries.yaml`; raises LexiconError naming file and entry."""
    data = expect_mapping(read_yaml(_FILE), _FILE)
    expect_keys(data, _FILE, required=("places", "called", "aliases", "words"))
    sites: dict[str, Site] = {}
    for country, rows in expect_mapping(data["places"], _FILE).items():
        for slug, text in expect_mapping(rows, f"{_FILE}: {country}").items():
            site = _site(country, slug, expect_text(text, f"{_FILE}: {country}: {slug}"))
            if site.key in sites:
                raise LexiconError(f"{_FILE}: {country}: {slug}: described twice")
            sites[site.key] = site
    return PlaceFiles(
        tuple(_countries()),
        tuple(sites.values()),
        _texts(data["called"], f"{_FILE}: called"),
        _texts(data["aliases"], f"{_FILE}: aliases"),
        names_in(data["words"], f"{_FILE}: words"),
    )


def _texts(value: object, where: str) -> dict[str, str]:
    rows = expect_mapping(value, where)
    return {key: expect_text(text, f"{where}: {key}") for key, text in rows.items()}


def _countries() -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for code, value in expect_mapping(read_yaml("countries.yaml"), "countries.yaml").items():
        where = f"countries.yaml: {code}"
        row = expect_mapping(value, where)
        name = expect_text(row.get("name"), where).removeprefix("The ")
        found.append((code, (name, *names_in(row.get("names"), where))))
    return found


def _site(country: str, slug: str, text: str) -> Site:
    where = f"{_FILE}: {country}: {slug}"
    if country != _NOWHERE and (len(country) != 3 or not country.isupper()):
        raise LexiconError(f"{where}: {country!r} is neither an alpha-3 code nor {_NOWHERE!r}")
    home = None if country == _NOWHERE else country
    point = _POINT.fullmatch(text)
    if point is None:
        if "@" in text:
            raise LexiconError(f"{where}: expected '@ latitude longitude' with one decimal in {text!r}")
        return Site(f"site:{slug}", names_in(text, where), home, None, None)
    latitude, longitude = float(point["latitude"]), float(point["longitude"])
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise LexiconError(f"{where}: no such point: {latitude} {longitude}")
    return Site(f"site:{slug}", names_in(point["names"], where), home, latitude, longitude)
