"""The extension beside PLOVER: what its reader refuses, and that PLOVER wins where both fit."""

from __future__ import annotations

import copy

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon.codebook import Frame
from graphbuild.lexicon.codebook_reader import load_codebook, parse_codebook
from graphbuild.model.clause import TriggerKind

ACCUSE = {
    "label": "Accuse",
    "definition": "Somebody blames another.",
    "quad_class": "3",
    "goldstein": "-3.0",
    "cameo": ["11"],
    "modes": {},
}
SUE = {
    "label": "Sue",
    "definition": "A business sues.",
    "modes": {"patent": {"definition": "Over a patent."}},
}
PEOPLE_SUE = {
    "verbs": ["sue"],
    "code": "115",
    "unless": {"subject": ["$business"]},
    "examples": [{"text": "Residents sued the mine."}],
}
FIRMS_SUE = {
    "verbs": ["sue"],
    "where": {"subject": ["$business"], "object": "any", "over": ["patent"]},
    "mode": "patent",
    "examples": [{"text": "The firm sued a rival over a patent."}],
}


def plover(**changes: object) -> dict[str, object]:
    data = {
        "classes": {"business": ["firm", "bank"]},
        "types": {"ACCUSE": ACCUSE},
        "patterns": {"ACCUSE": [PEOPLE_SUE]},
    }
    return copy.deepcopy({**data, **changes})


def society(**changes: object) -> dict[str, object]:
    data = {"classes": {}, "types": {"SUE": SUE}, "patterns": {"SUE": [FIRMS_SUE]}}
    return copy.deepcopy({**data, **changes})


def sued(subject: str, over: str = "patent") -> Frame:
    return Frame(TriggerKind.VERB, "sue", {"subject": (subject,), "object": ("rival",), "over": (over,)})


def test_its_types_have_neither_quad_class_nor_score_nor_code():
    sue = parse_codebook(plover(), society()).types["SUE"]
    assert (sue.quad_class, sue.goldstein, sue.cameo, sue.planned) == (None, None, (), None)
    assert not sue.is_plover
    assert [mode.goldstein for mode in sue.modes] == [None]


def test_plover_wins_where_both_fit_however_much_the_extension_asks():
    book = parse_codebook(
        plover(patterns={"ACCUSE": [{**PEOPLE_SUE, "unless": {"for": ["peace"]}}]}), society()
    )
    found = book.match(sued("firm"))
    assert found is not None
    assert found.type == "ACCUSE"


def test_what_plover_leaves_is_the_extensions():
    book = parse_codebook(plover(), society())
    kinds = {subject: book.match(sued(subject)) for subject in ("firm", "farmer")}
    assert {subject: p and p.type for subject, p in kinds.items()} == {"firm": "SUE", "farmer": "ACCUSE"}
    assert book.match(sued("firm", over="border")) is None


def test_a_deed_is_what_plover_types():
    book = parse_codebook(
        plover(),
        society(
            patterns={"SUE": [FIRMS_SUE, {"nouns": ["suit"], "examples": [{"text": "The suit failed."}]}]}
        ),
    )
    assert book.knows_deed(TriggerKind.VERB, "sue")
    assert book.knows(TriggerKind.NOUN, "suit")
    assert not book.knows_deed(TriggerKind.NOUN, "suit")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"types": {"SUE": {**SUE, "quad_class": "3"}}}, "quad_class"),
        ({"types": {"SUE": {**SUE, "cameo": ["11"]}}}, "cameo"),
        ({"types": {"SUE": {**SUE, "planned": "SUE"}}}, "planned"),
        (
            {"types": {"SUE": {**SUE, "modes": {"patent": {"definition": "So.", "goldstein": "1"}}}}},
            "goldstein",
        ),
        ({"types": {"SUE": SUE, "ACCUSE": SUE}}, "ACCUSE"),
        ({"classes": {"business": ["firm"]}}, "business"),
        ({"patterns": {"SUE": [{**FIRMS_SUE, "code": "115"}]}}, "no CAMEO codes"),
        ({"patterns": {"SUE": [{**FIRMS_SUE, "mode": "libel"}]}}, "libel"),
        ({"patterns": {"ACCUSE": [FIRMS_SUE]}}, "ACCUSE"),
        (
            {"patterns": {"SUE": [{**FIRMS_SUE, "where": {"subjekt": ["firm"]}}]}},
            "'subjekt' is no slot of a verb",
        ),
        ({"patterns": {"SUE": [{**FIRMS_SUE, "target": ["whom"]}]}}, "'whom' is no slot of a verb"),
        ({"patterns": {"SUE": [{**FIRMS_SUE, "where": {"object_owner": ["firm"]}}]}}, "only fills roles"),
        ({"patterns": {"SUE": [{**FIRMS_SUE, "unless": {"subject": ["firm", "bank"]}}]}}, "forbids"),
        ({"patterns": {"SUE": [{**FIRMS_SUE, "unless": {"object": "any"}}]}}, "forbids"),
    ],
)
def test_mistakes_are_refused_by_name(changes, named):
    with pytest.raises(LexiconError, match=r"codebook_society[.]yaml") as error:
        parse_codebook(plover(), society(**changes))
    assert named in str(error.value)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"over": ["patent"]}),
        ({"subject": "any"}, {"subject": ["firm"]}),
        ({"subject": ["firm", "bank"]}, {"subject": ["firm"], "object": "any"}),
    ],
)
def test_a_pattern_that_plover_always_forestalls_is_refused(first, second):
    taken = {**PEOPLE_SUE, "unless": {}, "where": first}
    with pytest.raises(LexiconError, match="ACCUSE and SUE; the latter could never apply"):
        parse_codebook(
            plover(patterns={"ACCUSE": [taken]}), society(patterns={"SUE": [{**FIRMS_SUE, "where": second}]})
        )


def test_exceptions_of_the_first_that_the_second_shares_keep_it_dead():
    taken = {**PEOPLE_SUE, "unless": {"over": ["peace"]}}
    beside = {**FIRMS_SUE, "where": {"subject": ["firm"]}, "unless": {"over": ["peace", "war"]}}
    with pytest.raises(LexiconError, match="could never apply"):
        parse_codebook(plover(patterns={"ACCUSE": [taken]}), society(patterns={"SUE": [beside]}))


def test_the_installed_extension_is_small_and_says_what_it_means():
    extension = [t for t in load_codebook().types.values() if not t.is_plover]
    assert [t.name for t in extension] == [
        *("APPOINT", "RESIGN", "DISMISS", "ELECT", "ACQUIRE", "TRADE", "SUE", "LAUNCH", "CLOSE", "RESULT"),
        *("RISE", "FALL", "DIE", "DISASTER"),
    ]
    for event_type in extension:
        assert "ource" in event_type.definition or "arget" in event_type.definition, event_type.name
