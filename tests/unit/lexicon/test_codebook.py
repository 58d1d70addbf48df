"""The codebook: what its reader refuses, how a pattern is chosen, and that its data holds together."""

from __future__ import annotations

import copy
from itertools import combinations

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon.cameo import load_cameo
from graphbuild.lexicon.codebook import Codebook, Frame, Pattern
from graphbuild.lexicon.codebook_reader import load_codebook, parse_codebook
from graphbuild.model.clause import TriggerKind

ASSAULT = {
    "label": "Assault",
    "definition": "Force is used.",
    "quad_class": "4",
    "goldstein": "-9.0",
    "cameo": ["18"],
    "modes": {"aerial": {"definition": "From the air.", "goldstein": "-9.5"}},
}
SHELLS = {
    "verbs": ["hit"],
    "mode": "aerial",
    "code": "195",
    "source": [],
    "where": {"subject": ["$weapon", "fire"]},
    "unless": {"object": ["market"]},
    "examples": [{"text": "Shells hit the port.", "whom": "port"}],
}
RAIDS = {"nouns": ["raid"], "code": "190", "examples": [{"text": "The raid failed."}]}


def book(**changes: object) -> dict[str, object]:
    """A small valid codebook, as the YAML reader would give it, with some of its parts changed."""
    data: dict[str, object] = {
        "classes": {"weapon": ["rocket", "shell"]},
        "types": {"ASSAULT": ASSAULT},
        "patterns": {"ASSAULT": [SHELLS, RAIDS], "OPEN": [{**SHELLS, "where": {}, "mode": None}]},
    }
    patterns = data["patterns"]
    assert isinstance(patterns, dict)
    patterns["OPEN"] = [{"verbs": ["hit"], "examples": [{"text": "Sales hit a low."}]}]
    return copy.deepcopy({**data, **changes})


def verb(lemma: str, **slots: str) -> Frame:
    return Frame(TriggerKind.VERB, lemma, {slot: tuple(words.split()) for slot, words in slots.items()})


def test_the_pattern_with_more_conditions_is_chosen():
    found = parse_codebook(book()).match(verb("hit", subject="shell", object="port"))
    assert found is not None
    assert (found.type, found.mode, found.source) == ("ASSAULT", "aerial", ())


def test_a_blocked_pattern_leaves_the_next_one():
    found = parse_codebook(book()).match(verb("hit", subject="shell", object="market"))
    assert found is not None
    assert found.type is None


def test_a_class_stands_for_its_words_beside_others():
    read = parse_codebook(book())
    for subject, expected in (("rocket", "ASSAULT"), ("fire", "ASSAULT"), ("storm", None)):
        found = read.match(verb("hit", subject=subject))
        assert found is not None
        assert found.type == expected, subject


def test_any_in_a_list_is_refused_because_no_word_is_called_so():
    data = book(patterns={"ASSAULT": [{**SHELLS, "unless": {"object": ["any"]}}]})
    with pytest.raises(LexiconError, match="any"):
        parse_codebook(data)


def test_any_asks_only_that_the_slot_is_filled():
    data = book(patterns={"ASSAULT": [{**SHELLS, "where": {"object": "any"}, "unless": {}}]})
    read = parse_codebook(data)
    assert read.match(verb("hit", object="whatever")) is not None
    assert read.match(verb("hit", subject="shell")) is None


def test_an_unknown_trigger_and_the_other_kind_of_word_match_nothing():
    read = parse_codebook(book())
    assert read.match(verb("raid")) is None
    assert read.knows(TriggerKind.NOUN, "raid")
    assert not read.knows(TriggerKind.VERB, "raid")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"more": {}}, "more"),
        ({"patterns": {"HUG": [RAIDS]}}, "HUG"),
        ({"patterns": {"ASSAULT": [{**RAIDS, "verbs": ["raid"]}]}}, "verbs or nouns"),
        ({"patterns": {"ASSAULT": [{**RAIDS, "mode": "naval"}]}}, "naval"),
        ({"patterns": {"ASSAULT": [{**RAIDS, "code": "19x"}]}}, "19x"),
        ({"patterns": {"ASSAULT": [{**RAIDS, "examples": []}]}}, "example"),
        ({"patterns": {"ASSAULT": [{**RAIDS, "when": {}}]}}, "when"),
        ({"patterns": {"ASSAULT": [{**RAIDS, "where": {"by": ["$gun"]}}]}}, "$gun"),
        ({"patterns": {"ASSAULT": [RAIDS, RAIDS]}}, "raid"),
        ({"patterns": {"ASSAULT": [RAIDS], "OPEN": [RAIDS]}}, "raid"),
        ({"types": {"ASSAULT": {**ASSAULT, "quad_class": "5"}}}, "quad_class"),
        ({"types": {"ASSAULT": {**ASSAULT, "goldstein": "much"}}}, "much"),
        ({"types": {"ASSAULT": {**ASSAULT, "planned": "TALK"}}}, "TALK"),
        ({"classes": {"weapon": ["shell", "shell"]}}, "shell"),
    ],
)
def test_mistakes_are_refused_by_name(changes, named):
    with pytest.raises(LexiconError) as error:
        parse_codebook(book(**changes))
    assert named in str(error.value)
    assert "codebook.yaml" in str(error.value)


# The installed codebook.


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def patterns_of(codebook: Codebook) -> list[Pattern]:
    return list({id(p): p for found in codebook.patterns.values() for p in found}.values())


def test_it_has_the_sixteen_types_in_their_quad_classes(codebook):
    by_quad = {q: {t.name for t in codebook.types.values() if t.quad_class == q} for q in (1, 2, 3, 4)}
    assert by_quad == {
        1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
        2: {"COOPERATE", "AID", "RETREAT"},
        3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
        4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
    }


def test_promised_cooperation_is_an_agreement_and_an_announced_retreat_a_concession(codebook):
    planned = {t.name: t.planned for t in codebook.types.values() if t.planned}
    assert planned == {
        "AID": "AGREE",
        "SUPPORT": "AGREE",
        "COOPERATE": "AGREE",
        "CONSULT": "AGREE",
        "RETREAT": "CONCEDE",
    }


def test_conflict_scores_below_cooperation(codebook):
    for event_type in filter(lambda t: t.is_plover, codebook.types.values()):
        scores = [event_type.goldstein, *(m.goldstein for m in event_type.modes if m.goldstein is not None)]
        if event_type.quad_class <= 2:
            assert min(scores) > 0, event_type.name
        else:
            assert max(scores) <= 0.5, event_type.name
        assert -10 <= min(scores) <= max(scores) <= 10


def test_each_root_of_cameo_with_a_type_is_covered_by_that_type(codebook):
    covered = {(root, t.name) for t in codebook.types.values() for root in t.cameo}
    assert covered == {(r.code, name) for r in load_cameo().roots.values() for name in r.types}


def test_each_code_is_one_of_cameo_and_belongs_to_its_type_or_the_roots_of_its_type(codebook):
    cameo = load_cameo()
    for pattern in patterns_of(codebook):
        if pattern.code is None:
            continue
        assert pattern.type is not None, pattern.triggers
        assert cameo.types_of(pattern.code), (pattern.code, pattern.triggers)
        roots = codebook.types[pattern.type].cameo
        assert pattern.type in cameo.types_of(pattern.code) or pattern.code[:2] in roots, pattern.triggers


def test_there_are_enough_words_for_every_type(codebook):
    words: dict[str, set[tuple[str, str]]] = {name: set() for name in codebook.types}
    for pattern in patterns_of(codebook):
        if pattern.type is not None:
            words[pattern.type].update((pattern.kind, t) for t in pattern.triggers)
    for name, told in words.items():
        assert len(told) >= (20 if codebook.types[name].is_plover else 3), name
    assert sum(map(len, words.values())) >= 1000


def test_triggers_are_lemmas_in_lower_case(codebook):
    for _, trigger in codebook.patterns:
        assert trigger == trigger.lower(), trigger


def test_no_pattern_is_dead(codebook):
    """A pattern whose every frame fits an earlier one, which nothing blocks, could never apply."""
    for (_, trigger), found in codebook.patterns.items():
        for earlier, later in combinations(found, 2):
            assert earlier.blocked or not _covers(earlier, later), (trigger, earlier.type, later.type)


def _covers(earlier: Pattern, later: Pattern) -> bool:
    wanted = dict(later.conditions)
    return all(
        slot in wanted and (not words or (wanted[slot] and wanted[slot] <= words))
        for slot, words in earlier.conditions
    )


def test_no_condition_contradicts_its_own_pattern(codebook):
    for pattern in patterns_of(codebook):
        wanted = dict(pattern.conditions)
        for slot, words in pattern.blocked:
            assert slot not in wanted or not wanted[slot] or (words and not wanted[slot] <= words), (
                pattern.triggers
            )


def test_every_example_holds_the_words_of_its_roles(codebook):
    for pattern in patterns_of(codebook):
        for example in pattern.examples:
            for words in (example.source, example.target):
                assert words is None or words in example.text, example.text


def test_no_example_stands_twice(codebook):
    texts = [e.text for p in patterns_of(codebook) for e in p.examples]
    assert len(set(texts)) == len(texts)


def test_weighing_tells_of_every_pattern_in_order_which_conditions_hold():
    frame = verb("hit", subject="shell", object="market")
    demanding, plain = parse_codebook(book()).weigh(frame)
    assert (demanding.type, demanding.fits, plain.type, plain.fits) == ("ASSAULT", False, None, True)
    held = [(c.condition.slot, c.condition.forbidden, c.found, c.holds) for c in demanding.checks]
    assert held == [("subject", False, ("shell",), True), ("object", True, ("market",), False)]
    assert demanding.checks[0].condition.words == ("fire", "rocket", "shell")


def test_the_first_that_fits_when_weighed_is_the_one_that_matches():
    codebook = load_codebook()
    for kind, lemma in codebook.patterns:
        frame = Frame(kind, lemma, {"subject": ("rebel",), "object": ("town",), "with": ("talk",)})
        fits = [c for c in codebook.weigh(frame) if c.fits]
        pattern = codebook.match(frame)
        chosen = (pattern.type, pattern.mode, pattern.code) if pattern else None
        assert chosen == ((fits[0].type, fits[0].mode, fits[0].code) if fits else None), lemma
