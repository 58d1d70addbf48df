from __future__ import annotations

from functools import cache

import pytest

from graphbuild.lexicon.codebook_reader import load_codebook
from graphbuild.lexicon.cues import load_cues
from graphbuild.lexicon.gazetteer import load_gazetteer
from graphbuild.lexicon.nouns import load_nouns
from graphbuild.lexicon.places import load_places
from graphbuild.lexicon.roles import load_roles
from graphbuild.model.actor import Mentions
from graphbuild.model.clause import Clause, TriggerKind
from graphbuild.model.parse import Parse
from graphbuild.stages.clauses import Knowledge, find_clauses
from graphbuild.stages.mentions import ActorKnowledge, find_mentions
from tests.parses import index_of, names, parse_of, text_of, words_at


@cache
def _knowledge() -> tuple[Knowledge, ActorKnowledge]:
    cues = load_cues()
    return (
        Knowledge(load_codebook(), cues, load_nouns()),
        ActorKnowledge(load_gazetteer(), load_roles(), load_places(), cues.reports),
    )


@cache
def _find(name: str) -> dict[str, Clause]:
    parse, text = parse_of(f"c_{name}"), text_of(f"c_{name}")
    events, actors = _knowledge()
    found = find_clauses(parse, find_mentions(parse, text, actors), events)
    return {parse.tokens[c.head].text: c for c in found}


@pytest.mark.parametrize(
    ("name", "trigger", "kind", "sources", "targets"),
    [
        ("assault", "attacked", "ASSAULT", "Rebels", "army"),
        ("particle", "raid", "ASSAULT", "Soldiers", "camp"),
        ("light", "attack", "ASSAULT", "army", "village"),
        ("noun_by", "attack", "ASSAULT", "rebels", "mosque"),
        ("noun_poss", "attack", "ASSAULT", "Iran", "base"),
        ("noun_mod", "airstrikes", "ASSAULT", "Turkish", ""),
        ("protest", "protested", "PROTEST", "people", "government"),
        ("meet", "met", "CONSULT", "ministers", ""),
        ("sanction", "imposed", "SANCTION", "States", "Iran"),
        ("tried", "seize", "COERCE", "army", "port"),
        ("threat", "threatened", "THREATEN", "Rebels", "port"),
        ("demand", "demanded", "REQUEST", "Workers", ""),
        ("demand_passive", "demanded", "REQUEST", "Students", ""),
        ("pledge_thing", "pledged", "AGREE", "Norway", ""),
        ("arrest", "arrested", "COERCE", "Police", "students"),
        ("visit", "visited", "CONSULT", "president", "Ankara"),
        ("accuse", "accused", "ACCUSE", "ministry", "Iran"),
        ("accuse", "sending", "AID", "Iran", "weapons"),
        ("aid", "sent", "AID", "Japan", "Nepal"),
        ("open", "raised", None, "bank", ""),
        ("noun_poss", "angered", None, "", "Iraq"),
        ("according", "left", "RETREAT", "army", ""),
    ],
)
def test_codes_who_did_what_to_whom(
    name: str, trigger: str, kind: str | None, sources: str, targets: str
) -> None:
    parse, clause = parse_of(f"c_{name}"), _find(name)[trigger]
    assert clause.type == kind
    assert words_at(parse, clause.sources) == sources.split()
    assert words_at(parse, clause.targets) == targets.split()


@pytest.mark.parametrize(
    ("name", "triggers"),
    [
        ("particle", ["raid"]),
        ("light", ["attack"]),
        ("aux", []),
        ("tried", ["seize"]),
        ("according", ["left"]),
        ("following", ["closed", "attack"]),
        ("amod", ["left"]),
        ("sanction", ["imposed"]),
    ],
)
def test_light_verbs_auxiliaries_and_participles_are_no_events_of_their_own(
    name: str, triggers: list[str]
) -> None:
    assert list(_find(name)) == triggers


def test_a_noun_knows_the_verb_that_carries_it() -> None:
    clause = _find("light")["attack"]
    assert clause.kind is TriggerKind.NOUN
    assert clause.carrier == index_of(parse_of("c_light"), "launched")
    assert _find("noun_by")["attack"].carrier is None


@pytest.mark.parametrize("name", [n.removeprefix("c_") for n in names() if n.startswith("c_")])
def test_clauses_come_in_text_order_and_fill_nobody_twice(name: str) -> None:
    clauses = list(_find(name).values())
    assert [c.head for c in clauses] == sorted(c.head for c in clauses)
    for clause in clauses:
        assert clause.head in clause.tokens
        assert not set(clause.sources) & set(clause.targets)
        assert clause.head not in (*clause.sources, *clause.targets)
        assert clause.action


def test_an_empty_parse_tells_nothing() -> None:
    assert find_clauses(Parse((), (), ()), Mentions((), {}, {}), _knowledge()[0]) == ()
