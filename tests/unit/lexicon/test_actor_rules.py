from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon.actor_rules import Fact, Names, name_key, parse_actor_rules, read_actor_rules

DATA = Path(__file__).parents[2] / "data" / "actor_rules"
BAD = sorted((DATA / "bad").glob("*.yaml"))


def test_every_kind_of_rule_is_read() -> None:
    path = DATA / "every_kind.yaml"
    rules = read_actor_rules(path)
    assert rules.same[0] == Names(f"{path}: same, entry 1", ("Karim Haddad", "Karem Hadad"))
    assert [r.names[0] for r in (*rules.same, *rules.never_same)] == ["Karim Haddad", "KH", "Mona Haddad"]
    assert rules.rename == (Fact(f"{path}: rename: KH", "KH", "Kata'ib Hezbollah"),)
    assert [(f.name, f.value) for f in rules.facts[1:]] == [
        ("Tiffany", "organisation"),
        ("Karim Haddad", "IRQ"),
        ("Mona Haddad", None),
        ("Karim Haddad", "GOV"),
        ("Tiffany", None),
    ]
    assert [f.value for f in rules.alias] == ["the Engineer", "K. Haddad"]
    assert rules.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_with_comments_only_says_nothing() -> None:
    rules = read_actor_rules(DATA / "nothing_said.yaml")
    assert rules.is_empty
    assert rules.digest


def test_there_are_bad_files() -> None:
    assert len(BAD) > 12


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_a_bad_file_is_refused_for_its_reason_and_says_what_to_do(path: Path) -> None:
    reason = path.read_text("utf-8").splitlines()[0].removeprefix("# ")
    with pytest.raises(LexiconError) as caught:
        read_actor_rules(path)
    said = str(caught.value)
    assert said.startswith(f"{path}: ")
    assert reason in said
    assert "correct or delete this entry" in said
    assert "\n" not in said


def test_a_file_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"gone\.yaml: cannot be read: .* --actors"):
        read_actor_rules(tmp_path / "gone.yaml")
    (tmp_path / "latin.yaml").write_bytes("rename: {Jos\xe9: A}".encode("latin-1"))
    with pytest.raises(LexiconError, match=r"latin\.yaml: not UTF-8 at byte 12; save it as UTF-8"):
        read_actor_rules(tmp_path / "latin.yaml")


def test_a_name_may_be_none() -> None:
    assert parse_actor_rules("rename: {A: none}", "x").rename[0].value == "none"


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Kata’ib Hezbollah", "Kata'ib Hezbollah", True),
        ("the U.N.", "UN", True),
        ("Al-Qaeda", "al Qaeda", True),
        ("Haddad", "Hadad", False),
        ("北京", "上海", False),
        ("...", "!!!", False),
    ],
)
def test_spellings_of_one_name_count_as_one(one: str, other: str, is_one: bool) -> None:
    assert (name_key(one) == name_key(other)) is is_one


def test_the_schema_has_the_sections_and_values_that_are_read() -> None:
    schema = json.loads(files("graphbuild.ontology").joinpath("actor-rules.schema.json").read_text("utf-8"))
    known = parse_actor_rules((DATA / "every_kind.yaml").read_text("utf-8"), "x")
    assert not known.is_empty
    for section, part in schema["properties"].items():
        assert part["description"], section
        shapes = {"array": "[[A, B]]", "object": "{}"}
        parse_actor_rules(f"{section}: {shapes[part['type']]}", "x")
    for kind in schema["properties"]["kind"]["additionalProperties"]["enum"]:
        parse_actor_rules(f"kind: {{A: {kind}}}", "x")
    for sector in schema["properties"]["sector"]["additionalProperties"]["enum"]:
        parse_actor_rules(f"sector: {{A: {sector}}}", "x")
    with pytest.raises(LexiconError) as caught:
        parse_actor_rules("nonsense: {}", "x")
    assert f"(known: {', '.join(sorted(schema['properties']))})" in str(caught.value)
