from __future__ import annotations

import pytest

from graphbuild.lexicon.cues import load_cues
from graphbuild.stages.status import find_standing
from tests.parses import clause_at, index_of, parse_of, text_of, words_at

ASSERTED = [
    "plain attacked", "said attacked", "manage arrest", "force leave", "before fleeing", "after attacking",
    "help evacuate", "motion meet", "refuse refused", "fail failed", "prevent prevented", "deny denied",
    "claim claimed", "plan plans", "threaten threatened", "order ordered", "light_plan plans", "without left",
    "coord_fin attacked", "warned threatened", "purpose fired", "notfail stop", "threat_noun threat",
    "quote said", "nobody blast", "believe attacked", "review attack",
]  # fmt: skip
DENIED = [
    "not attack", "never attacked", "no_subject killed", "nobody hurt", "no_longer arrested", "deny attacked",
    "deny_gerund ordering", "refuse resign", "fail stop", "prevent storming", "without firing", "light_not attack",
    "noun_no attack", "denied_noun attack", "coord enter", "coord shoot", "neither attacked", "few attack",
    "quote attack", "denied_claims attacked", "unable retake", "avoid hitting", "notfail fail", "not_said say",
]  # fmt: skip
PLANNED = [
    "will visit", "would_said visit", "to visit", "going buy", "if respond", "plan close", "threaten bomb", "want leave",
    "order leave", "ask protect", "urge stop", "plan_noun attack", "threat_noun attack", "light_plan attack",
    "coord_to enter", "coord_to arrest", "warned attack", "purpose disperse", "agree exchange", "head visit",
    "hope release", "vow avenge", "prepared attack", "ready release", "exp raise",
    "take delivery",
]  # fmt: skip
HYPOTHETICAL = [
    "would attack", "may attack", "could kill", "might_have attacked", "must release", "should leave", "can hit",
    "if attack", "unless pays", "question attack", "not_said attacked", "try kill", "noun_possible attack",
    "unclear attacked", "perhaps attacked", "until left",
]  # fmt: skip
ALLEGED = [
    "claims_that attacked",
    "claim killed",
    "allege took",
    "allegedly shot",
    "suspect killed",
    "reportedly attacked",
]
EXPECTED = [
    *(("asserted", c) for c in ASSERTED),
    *(("denied", c) for c in DENIED),
    *(("planned", c) for c in PLANNED),
    *(("hypothetical", c) for c in HYPOTHETICAL),
    *(("alleged", c) for c in ALLEGED),
    ("alleged", "accused killing"),
    ("denied", "not_true attacked"),
    ("hypothetical", "notdeny attacked"),
    ("asserted", "cease shelling"),
    ("planned", "about attack"),
    ("hypothetical", "against massacre"),
]
CARRIED = {"light_not": "launch", "light_plan": "launch", "deny_gerund attack": "ordering"}
WRONG = [
    ("denied", "instead closing", "the second of two prepositions hides the first"),
    ("asserted", "able retake", "being able, told as past, is taken for a mere possibility"),
    ("hypothetical", "learned attack", "a noun does not take part in the condition of its clause"),
]


def _status(case: str) -> str:
    name, trigger = case.split()
    parse = parse_of(f"st_{name}")
    carrier = CARRIED.get(name)
    noun = parse.tokens[index_of(parse, trigger)].pos == "NOUN"
    clause = clause_at(parse, trigger, carrier=index_of(parse, carrier) if carrier and noun else None)
    return find_standing(parse, [clause], load_cues())[0].status.value


@pytest.mark.parametrize(("status", "case"), EXPECTED, ids=[c.replace(" ", "-") for _, c in EXPECTED])
def test_reads_whether_it_happened(status: str, case: str) -> None:
    assert _status(case) == status, text_of(f"st_{case.split(maxsplit=1)[0]}")


@pytest.mark.parametrize(
    ("status", "case"),
    [
        pytest.param(s, c, id=c.replace(" ", "-"), marks=pytest.mark.xfail(strict=True, reason=r))
        for s, c, r in WRONG
    ],
)
def test_reads_what_is_hard_to_read(status: str, case: str) -> None:
    assert _status(case) == status, text_of(f"st_{case.split(maxsplit=1)[0]}")


@pytest.mark.parametrize(
    ("name", "trigger", "speakers", "speech"),
    [
        ("said", "attacked", ["army"], "said"),
        ("would_said", "visit", ["minister"], "said"),
        ("deny", "attacked", ["group"], "denied"),
        ("quote", "attack", ["general"], "said"),
        ("plain", "attacked", [], None),
        ("said", "said", [], None),
    ],
)
def test_says_whom_it_is_credited_to(
    name: str, trigger: str, speakers: list[str], speech: str | None
) -> None:
    parse = parse_of(f"st_{name}")
    (standing,) = find_standing(parse, [clause_at(parse, trigger)], load_cues())
    assert words_at(parse, standing.speakers) == speakers
    assert standing.speech == (None if speech is None else index_of(parse, speech))


def test_clauses_keep_their_order() -> None:
    parse = parse_of("st_would_said")
    clauses = [clause_at(parse, "visit"), clause_at(parse, "said")]
    assert [s.status.value for s in find_standing(parse, clauses, load_cues())] == ["planned", "asserted"]
    assert find_standing(parse, [], load_cues()) == ()
