from __future__ import annotations

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon import roles as roles_module
from graphbuild.lexicon.roles import Roles, load_roles


@pytest.fixture(scope="module")
def roles() -> Roles:
    return load_roles()


@pytest.mark.parametrize(
    ("lemma", "sector", "person", "speaks_for"),
    [
        ("official", "GOV", True, True),
        ("minister", "GOV", True, True),
        ("government", "GOV", False, True),
        ("police", "COP", False, True),
        ("troops", "MIL", False, True),
        ("soldier", "MIL", True, True),
        ("rebel", "REB", True, False),
        ("militia", "PRM", False, True),
        ("protester", "CVL", True, False),
        ("lawmaker", "LEG", True, True),
        ("court", "JUD", False, True),
        ("company", "BUS", False, True),
        ("airline", "BUS", False, True),
        ("union", "LAB", False, True),
        ("gunman", "UAF", True, False),
        ("student", "EDU", True, False),
        ("refugee", "REF", True, False),
        ("spokesman", None, True, True),
        ("journalist", "JRN", True, False),
        ("bishop", "REL", True, False),
        ("doctor", "MED", True, False),
        ("farmer", "AGR", True, False),
        ("smuggler", "CRM", True, False),
        ("spy", "SPY", True, True),
        ("activist", "SOC", True, False),
    ],
)
def test_a_noun_tells_sector_number_and_side(roles, lemma, sector, person, speaks_for) -> None:
    role = roles.find(lemma)
    assert role is not None
    assert (role.sector, role.person, role.group, role.speaks_for) == (
        sector,
        person,
        not person,
        speaks_for,
    )


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        (["prime", "minister"], "GOV"),
        (["Prime", "Ministers"], "GOV"),
        (["security", "forces"], "MIL"),
        (["chief", "executive"], "BUS"),
        (["foreign", "ministry"], "GOV"),
        (["foreign", "ministries"], "GOV"),
        (["attorneys", "general"], "GOV"),
        (["commander", "-", "in", "-", "chief"], "MIL"),
        (["commander-in-chief"], "MIL"),
        (["police", "officers"], "COP"),
        (["gunmen"], "UAF"),
    ],
)
def test_phrases_are_found_in_any_case_number_and_hyphenation(roles, words, sector) -> None:
    role = roles.find_phrase(words)
    assert role is not None
    assert role.sector == sector


@pytest.mark.parametrize("words", [[], ["-"], ["blue", "minister"], ["table"], ["prime"] * 9])
def test_other_words_are_no_role(roles, words) -> None:
    assert roles.find_phrase(words) is None


def test_gender_is_told_only_where_the_noun_tells_it(roles: Roles) -> None:
    told = {w: r.gender for w in ("spokeswoman", "policeman", "queen", "official") if (r := roles.find(w))}
    assert told == {"spokeswoman": "female", "policeman": "male", "queen": "female", "official": None}


def test_plurals_and_capitals_are_no_lemmas(roles: Roles) -> None:
    assert roles.find("officials") is None
    assert roles.find("Official") is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"groups": [], "male": "ogre", "female": "queen"}, "unknown words: ogre, queen"),
        ({"groups": [], "male": "heir", "female": "heir"}, "both male and female: heir"),
        ({"groups": [{"about": "x", "is": "person", "speaks": "no", "words": "a", "extra": "b"}]}, "extra"),
        ({"groups": [{"about": "x", "is": "ghost", "speaks": "no", "words": "a"}]}, "x: 'ghost' is none of"),
        ({"groups": [{"about": "x", "is": "person", "speaks": "no", "words": "a; b-c; b c"}]}, "x: 'b c'"),
        ({"groups": [{"about": "x", "is": "person", "speaks": "no", "words": "Cat"}]}, "x: 'Cat'"),
        ({"groups": [{"about": "x", "sector": "XXX", "is": "person", "speaks": "no", "words": "a"}]}, "XXX"),
    ],
)
def test_contradictions_in_the_file_are_refused(monkeypatch, data, message) -> None:
    whole = {"male": "a", "female": "b"} | data
    monkeypatch.setattr(roles_module, "read_yaml", lambda _name: whole)
    with pytest.raises(LexiconError, match=message):
        load_roles()
