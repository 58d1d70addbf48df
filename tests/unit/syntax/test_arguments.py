from __future__ import annotations

import pytest

from graphbuild.syntax.arguments import is_passive, verb_slots
from tests.parses import index_of, make_parse, parse_of, text_of, words_at

ROLES = [
    ("active", "attacked", "Rebels", "army"),
    ("passive_by", "attacked", "rebels", "army"),
    ("passive_bare", "killed", "", "soldiers"),
    ("passive_progressive", "repaired", "engineers", "bridge"),
    ("passive_coordinated", "burned", "militiamen", "village"),
    ("passive_coordinated", "shelled", "", "village"),
    ("reduced_passive", "arrested", "police", "journalist"),
    ("reduced_passive", "freed", "", "journalist"),
    ("reduced_passive_bare", "seized", "", "Weapons"),
    ("second_object", "given", "Iran", "rockets"),
    ("conj_subject", "burned", "Protesters", "flag"),
    ("conj_subjects", "signed", "Turkey Russia", "deal"),
    ("xcomp_subject", "seize", "minister", "port"),
    ("xcomp_object", "leave", "troops", "city"),
    ("promise", "send", "president", "weapons"),
    ("told_to", "go", "protesters", ""),
    ("participle", "killing", "Rockets", "contractor"),
    ("participle", "wounding", "Rockets", "soldiers"),
    ("relcl_subject", "attacked", "man", "mosque"),
    ("relcl_object", "seized", "rebels", "town"),
    ("relcl_gap", "launched", "rebels", "attack"),
    ("relcl_list", "treated", "doctors nurses", "victims"),
    ("list_victims", "killed", "Gunmen", "doctor nurses driver"),
    ("gerund_from", "leaving", "students", "campus"),
    ("gerund_by", "shelling", "army", "village"),
    ("plan_to", "close", "government", "port"),
    ("threat_to", "attack", "Rebels", "capital"),
    ("advcl_to", "meet", "envoy", "president"),
    ("said_after", "attacked", "Rebels", "base"),
    ("time_object", "waited", "Police", ""),
    ("date_and_subject", "expelled", "Chile", "envoy"),
    ("said_and_criticised", "criticised", "minister", "rebels"),
    ("said_and_criticised", "enter", "army", "town"),
]


@pytest.mark.parametrize(("name", "verb", "subject", "thing"), ROLES, ids=[f"{n}-{v}" for n, v, *_ in ROLES])
def test_finds_who_does_what_to_whom(name: str, verb: str, subject: str, thing: str) -> None:
    parse = parse_of(name)
    slots = verb_slots(parse, index_of(parse, verb))
    assert words_at(parse, slots.get("subject", ())) == subject.split(), text_of(name)
    assert words_at(parse, slots.get("object", ())) == thing.split(), text_of(name)


@pytest.mark.parametrize(
    ("name", "verb", "slot", "words"),
    [
        ("second_object", "given", "indirect", "militia"),
        ("dative", "gave", "indirect", "farmers"),
        ("dative_to", "gave", "to", "militia"),
        ("sanctions_on", "imposed", "on", "Iran"),
        ("object_prep", "signed", "with", "Ankara"),
        ("particle", "carried", "on", "camp"),
        ("out_of", "pulled", "out of", "Syria"),
        ("active", "attacked", "in", "Kirkuk"),
        ("xcomp_subject", "tried", "complement", "seize"),
        ("said_that", "said", "content", "attacked"),
        ("said_after", "said", "content", "attacked"),
    ],
)
def test_fills_the_other_slots_of_a_verb(name: str, verb: str, slot: str, words: str) -> None:
    parse = parse_of(name)
    assert words_at(parse, verb_slots(parse, index_of(parse, verb))[slot]) == words.split()


def test_a_day_fills_no_role() -> None:
    parse = parse_of("passive_bare")
    assert "on" not in verb_slots(parse, index_of(parse, "killed"))


@pytest.mark.parametrize(("name", "verb"), [("according", "attacked"), ("according_before", "attacked")])
def test_whom_a_report_goes_back_to_is_nobody_s_target(name: str, verb: str) -> None:
    parse = parse_of(name)
    assert "to" not in verb_slots(parse, index_of(parse, verb))


def test_a_set_phrase_names_nobody() -> None:
    parse = parse_of("in_response")
    assert verb_slots(parse, index_of(parse, "suspended")).keys() == {"subject", "object"}


def test_who_is_accused_of_a_deed_is_its_doer() -> None:
    parse = parse_of("gerund_of")
    assert words_at(parse, verb_slots(parse, index_of(parse, "ordering"))["subject"]) == ["general"]


@pytest.mark.parametrize(
    ("name", "verb", "passive"),
    [
        ("active", "attacked", False),
        ("passive_by", "attacked", True),
        ("passive_progressive", "repaired", True),
        ("passive_coordinated", "burned", True),
        ("reduced_passive", "arrested", True),
        ("conj_subject", "burned", False),
        ("participle", "killing", False),
        ("relcl_subject", "attacked", False),
    ],
)
def test_tells_passives(name: str, verb: str, passive: bool) -> None:
    parse = parse_of(name)
    assert is_passive(parse, index_of(parse, verb)) is passive


def _chain(link: str, dep: str, length: int = 3_000) -> str:
    """A verb, then tokens that each depend on the one before."""
    rows = ["They they PRON PRP nsubj 2", "hit hit VERB VBD ROOT 0", f"{link} dobj 2"]
    return "\n".join([*rows, *(f"{link} {dep} {n}" for n in range(3, 3 + length))])


def test_a_list_of_thousands_is_read_to_its_end() -> None:
    parse = make_parse(_chain("tanks tank NOUN NNS", "conj"))
    assert len(verb_slots(parse, 1)["object"]) == 3_001


def test_thousands_of_coordinated_participles_are_read() -> None:
    parse = make_parse(_chain("burned burn VERB VBN", "conj"))
    assert is_passive(parse, len(parse.tokens) - 1) is False


def test_a_parse_whose_heads_run_in_a_ring_of_shared_subjects_ends() -> None:
    parse = make_parse("flee flee VERB VB conj 2\nfight fight VERB VB conj 1\n. . PUNCT . punct 1")
    assert "subject" not in verb_slots(parse, 0)
