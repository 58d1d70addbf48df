from __future__ import annotations

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon import place_files
from graphbuild.lexicon.place_files import read_place_files
from graphbuild.lexicon.places import PlaceIndex, load_places


@pytest.fixture(scope="module")
def places() -> PlaceIndex:
    return load_places()


@pytest.mark.parametrize(
    ("name", "countries", "found", "country"),
    [
        ("Iraq", (), "Iraq", "IRQ"),
        ("the Philippines", (), "Philippines", "PHL"),
        ("BAGHDAD", (), "Baghdad", "IRQ"),
        ("Basra", (), "Basra", "IRQ"),
        ("Al-Basrah", (), "Basra", "IRQ"),
        ("Kiev", (), "Kyiv", "UKR"),
        ("Bombay", (), "Mumbai", "IND"),
        ("Anbar province", (), "Anbar", "IRQ"),
        ("northern Iraq", (), "Iraq", "IRQ"),
        ("Ain al-Asad air base", (), "Ain al-Asad", "IRQ"),
        ("the Strait of Hormuz", (), "Strait of Hormuz", None),
        ("Bavaria", (), "Bavaria", "DEU"),
        ("Calif.", (), "California", "USA"),
        ("New York", (), "New York City", "USA"),
        ("N.Y.", (), "New York", "USA"),
        ("Washington", (), "Washington", "USA"),
        ("Washington state", (), "Washington", "USA"),
        ("Paris", (), "Paris", "FRA"),
        ("Congo", (), "Democratic Republic of the Congo", "COD"),
        ("Congo", ("COG",), "Republic of the Congo", "COG"),
    ],
)
def test_a_name_is_found_in_the_spelling_news_uses(places, name, countries, found, country) -> None:
    place = places.find(name, countries)
    assert place is not None
    assert (place.name, place.country) == (found, country)


def test_a_namesake_in_a_country_in_play_is_preferred(places: PlaceIndex) -> None:
    def country(name: str, *countries: str) -> str | None:
        place = places.find(name, countries)
        return None if place is None else place.country

    assert country("Birmingham") == "GBR"
    assert country("Birmingham", "USA") == "USA"
    assert country("Tripoli", "LBN") == "LBN"
    assert country("Tripoli", "LBY", "LBN") == "LBY"
    assert country("Georgia") == "GEO"
    assert country("Georgia", "USA") == "USA"


def test_a_village_is_not_preferred_to_a_city_the_world_knows(places: PlaceIndex) -> None:
    assert [p.country for c in ("USA", "CAN") if (p := places.find("Paris", (c,)))] == ["FRA", "FRA"]


def test_words_after_a_comma_say_which_one(places: PlaceIndex) -> None:
    texan, french = places.find("Paris, Texas"), places.find("Paris, France")
    assert texan is not None
    assert french is not None
    assert (texan.country, french.country) == ("USA", "FRA")
    assert texan.id != french.id
    assert places.find("Paris, Iraq") is None
    troy = places.find("Troy, N.Y.")
    assert troy is not None
    assert round(troy.latitude or 0) == 43


@pytest.mark.parametrize("name", ["police", "Police", "Of", "Miss", "Xyzzyville", "", " ", "iraq", "Jackson"])
def test_words_and_surnames_are_no_places(places, name) -> None:
    assert places.find(name) is None
    assert not places.is_place(name)


def test_cities_carry_coordinates_and_a_geonames_id(places: PlaceIndex) -> None:
    place = places.find("Mosul")
    assert place is not None
    assert place.geonames is not None
    assert (round(place.latitude or 0), round(place.longitude or 0)) == (36, 43)
    assert place.id.startswith("p:")


def test_every_name_in_the_data_is_found(places: PlaceIndex) -> None:
    files = read_place_files()
    for code, names in files.countries:
        for name in names:
            assert places.find(name, (code,)), (code, name)
    for site in files.sites:
        for name in site.names:
            found = places.find(name)
            assert found is not None, name
            assert found.name == site.names[0], name
    for alias, target in files.aliases.items():
        assert places.find(alias), alias
        assert alias != target


def test_cities_go_by_the_name_that_finds_them(places: PlaceIndex) -> None:
    for number, name in read_place_files().called.items():
        found = places.find(name)
        assert found is not None, name
        assert found.geonames == number or found.geonames is None, name


def test_spellings_of_one_place_have_one_id(places: PlaceIndex) -> None:
    ids = {place.id for name in ("Fallujah", "Falluja", "Al-Fallujah") if (place := places.find(name))}
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("places_part", "message"),
    [
        ({"IRQ": {"x": "Xa @ 33 44"}}, "one decimal"),
        ({"IRQ": {"x": "Xa @ 133.0 44.0"}}, "no such point"),
        ({"Iraq": {"x": "Xa"}}, "neither an alpha-3"),
        ({"IRQ": {"x": "Xa; Xa"}}, "twice"),
        ({"IRQ": {"x": "Xa"}, "IRN": {"x": "Xb"}}, "IRN: x: described twice"),
    ],
)
def test_mistakes_in_the_file_are_refused(monkeypatch, places_part, message) -> None:
    whole = {"places": places_part, "called": {}, "aliases": {}, "words": "Of"}
    monkeypatch.setattr(place_files, "read_yaml", lambda _name: whole)
    with pytest.raises(LexiconError, match=message):
        read_place_files()
