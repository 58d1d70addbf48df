from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from graphbuild.lexicon.codebook_reader import load_codebook
from graphbuild.lexicon.cues import load_cues
from graphbuild.lexicon.gazetteer import load_gazetteer
from graphbuild.lexicon.nouns import load_nouns
from graphbuild.lexicon.places import load_places
from graphbuild.lexicon.roles import load_roles
from graphbuild.model.explanation import Idleness
from graphbuild.stages.clauses import Knowledge, explain_clauses, find_clauses, find_idle
from graphbuild.stages.mentions import ActorKnowledge, find_mentions
from tests.parses import make_parse, names, parse_of, text_of

if TYPE_CHECKING:
    from graphbuild.model.explanation import Explanation, IdleTrigger, RoleChoice


@cache
def _knowledge() -> tuple[Knowledge, ActorKnowledge]:
    cues = load_cues()
    return (
        Knowledge(load_codebook(), cues, load_nouns()),
        ActorKnowledge(load_gazetteer(), load_roles(), load_places(), cues.reports),
    )


@cache
def _explain(name: str) -> dict[str, Explanation]:
    parse = parse_of(name)
    events, actors = _knowledge()
    mentions = find_mentions(parse, text_of(name), actors)
    clauses = find_clauses(parse, mentions, events)
    explained = explain_clauses(parse, mentions, clauses, events)
    return {parse.tokens[c.head].text: e for c, e in zip(clauses, explained, strict=True)}


def _idle(name: str) -> tuple[IdleTrigger, ...]:
    parse = parse_of(name)
    events, actors = _knowledge()
    mentions = find_mentions(parse, text_of(name), actors)
    return find_idle(parse, mentions, find_clauses(parse, mentions, events), events)


def _ways(choice: RoleChoice) -> list[str]:
    return [" ".join(("<" if s.upward else ">") + s.label for s in f.path) for f in choice.fillers]


@pytest.mark.parametrize(
    ("name", "trigger", "role", "slot", "ways"),
    [
        ("c_assault", "attacked", "source", "subject", [">nsubj"]),
        ("c_assault", "attacked", "target", "object", [">dobj"]),
        ("c_tried", "seize", "source", "subject", ["<xcomp >nsubj"]),
        ("c_threat", "threatened", "target", "complement_target", [">xcomp >dobj"]),
        ("c_light", "attack", "source", "subject", ["<dobj >nsubj"]),
        ("c_noun_by", "attack", "source", "by", [">prep >pobj"]),
        ("c_accuse", "sending", "source", "subject", ["<pcomp <prep >dobj"]),
    ],
)
def test_the_way_to_a_role_is_told(name: str, trigger: str, role: str, slot: str, ways: list[str]) -> None:
    choice: RoleChoice = getattr(_explain(name)[trigger], role)
    assert (choice.slot, _ways(choice)) == (slot, ways)


def test_an_empty_role_names_the_slots_that_were_looked_in():
    target = _explain("c_demand")["demanded"].target
    assert (target.slot, target.fillers) == (None, ())
    assert target.wanted


def test_a_rejected_pattern_says_which_condition_fails_and_on_what():
    seize = _explain("c_tried")["seize"]
    assert seize.fired is not None
    failed = [
        (check.condition.slot, check.found)
        for candidate in seize.candidates
        if candidate.mode == "abduct" and not candidate.fits
        for check in candidate.checks
        if not check.holds
    ]
    assert ("object", ("port",)) in failed


def test_a_trigger_none_of_whose_patterns_fits_is_explained_too():
    raised = _explain("c_open")["raised"]
    assert raised.candidates
    assert raised.fired is None
    assert raised.source.slot == "subject"


def test_a_trigger_that_the_codebook_does_not_know_has_no_candidates():
    angered = _explain("c_noun_poss")["angered"]
    assert (angered.candidates, angered.fired) == ((), None)


@pytest.mark.parametrize("name", [name for name in names() if name.startswith("c_")])
def test_what_is_explained_is_what_was_found(name: str) -> None:
    parse = parse_of(name)
    events, actors = _knowledge()
    mentions = find_mentions(parse, text_of(name), actors)
    clauses = find_clauses(parse, mentions, events)
    for clause, why in zip(clauses, explain_clauses(parse, mentions, clauses, events), strict=True):
        fired = why.candidates[why.fired] if why.fired is not None else None
        assert (
            (fired.type, fired.mode, fired.code) == (clause.type, clause.mode, clause.code)
            if fired and clause.coded_with is None
            else (clause.type is None)
        )
        for heads, choice in ((clause.sources, why.source), (clause.targets, why.target)):
            assert [f.word for f in choice.fillers] == [parse.tokens[h].text for h in heads]
            assert not heads or choice.slot is not None


@pytest.mark.parametrize(
    ("name", "action", "idleness", "with_word"),
    [
        ("c_light", "launch", Idleness.CARRIES, "attack"),
        ("c_sanction", "sanction", Idleness.ABSORBED, "imposed"),
    ],
)
def test_a_trigger_without_an_event_says_why(
    name: str, action: str, idleness: Idleness, with_word: str
) -> None:
    found = [(idle.action, idle.idleness, idle.with_word) for idle in _idle(name)]
    assert (action, idleness, with_word) in found


def test_an_event_noun_without_roles_stands_alone():
    parse = make_parse("""
        The the DET DT det 2
        assault assault NOUN NN nsubj 3
        mattered matter VERB VBD ROOT 0
    """)
    events, actors = _knowledge()
    mentions = find_mentions(parse, "The assault mattered", actors)
    clauses = find_clauses(parse, mentions, events)
    (idle,) = find_idle(parse, mentions, clauses, events)
    assert (idle.token, idle.action, idle.idleness) == (1, "assault", Idleness.ALONE)


def test_a_participle_before_a_noun_tells_nothing():
    parse = make_parse("""
        Wounded wound VERB VBN amod 2
        soldiers soldier NOUN NNS nsubj 3
        slept sleep VERB VBD ROOT 0
    """)
    events, actors = _knowledge()
    mentions = find_mentions(parse, "Wounded soldiers slept", actors)
    (idle,) = find_idle(parse, mentions, find_clauses(parse, mentions, events), events)
    assert (idle.action, idle.idleness, idle.with_word) == ("wound", Idleness.PLACE, "amod")


def test_what_tells_an_event_is_not_idle():
    assert _idle("c_assault") == ()
