"""The scorers' rules, case by case."""

from __future__ import annotations

from datetime import date

import pytest

from published.cat import GoldEvent, Slot
from published.plover import Party, Record
from scoring.dyads import FoundEvent, score_dyads
from scoring.slots import FoundMention, score_slots
from scoring.tally import Tally, largest_matching
from scoring.words import alike, same_party, stems

IRAQ, IRAN = Party("Iraq", "IRQ"), Party("Iran", "IRN")
REBELS = Party("Kurdish rebels", None)
BLAMES = Record("1", "Iraq blamed Iran.", "", "ACCUSE", (IRAQ,), (IRAN,), reciprocal=False)
MEETING = Record("2", "Iraq met Iran.", "", "CONSULT", (IRAQ, IRAN), (), reciprocal=True)


def found(kind: str, source: Party | None, target: Party | None) -> FoundEvent:
    return FoundEvent(kind, (source,) if source else (), (target,) if target else ())


def right(record: Record, *events: FoundEvent) -> dict[str, int]:
    return {level: tally.right for level, tally in score_dyads([(record, events)]).overall.items()}


def test_figures_are_zero_where_there_is_nothing():
    assert (Tally(0, 0, 0).precision, Tally(0, 0, 0).recall, Tally(0, 0, 0).f1) == (0, 0, 0)
    assert (Tally(1, 2, 4).precision, Tally(1, 2, 4).recall) == (0.5, 0.25)
    assert Tally(1, 2, 4).f1 == pytest.approx(1 / 3)


def test_the_matching_is_the_largest_not_the_first():
    edges = {(0, 0), (0, 1), (1, 0)}
    assert largest_matching(2, 2, lambda a, b: (a, b) in edges) == 2
    assert largest_matching(2, 1, lambda _a, _b: True) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the rebels", "Kurdish rebels", True),
        ("army of the north", "navy", False),
        ("the", "the", False),
        ("old grey ship", "old grey boat house", True),
        ("old ship", "new old red boat house", False),
    ],
)
def test_phrases_are_alike_when_one_holds_the_other_or_half_is_shared(
    one: str, other: str, same: bool
) -> None:
    assert alike(one, other) is same


def test_a_party_may_share_only_its_head_and_titles_do_not_count():
    assert same_party("senior northern army officers", "two retired officers")
    assert not alike("senior northern army officers", "two retired officers")
    assert not same_party("President Rossi", "President Meyer")


def test_verb_forms_have_one_stem():
    assert stems("launching attacks") == stems("launched attack")


def test_the_right_event_is_right_on_every_level():
    assert set(right(BLAMES, found("ACCUSE", IRAQ, IRAN)).values()) == {1}


def test_a_code_is_right_by_its_country_and_words_count_where_a_side_has_no_code():
    assert right(BLAMES, found("ACCUSE", Party("its army", "IRQMIL"), IRAN))["pair+type"] == 1
    uncoded = Record("3", "", "", "ACCUSE", (REBELS,), (IRAN,), reciprocal=False)
    assert right(uncoded, found("ACCUSE", Party("the rebels", "TURREB"), IRAN))["source"] == 1


def test_sides_are_not_exchanged_unless_the_event_is_reciprocal():
    turned = right(BLAMES, found("ACCUSE", IRAN, IRAQ))
    assert (turned["type"], turned["source"], turned["dyad"]) == (1, 0, 0)
    assert right(MEETING, found("CONSULT", IRAN, IRAQ))["pair+type"] == 1
    half = right(MEETING, found("CONSULT", IRAN, None))
    assert (half["source"], half["dyad"]) == (1, 0)


def test_an_empty_gold_target_asks_for_an_empty_one():
    alone = Record("4", "", "", "PROTEST", (IRAQ,), (), reciprocal=False)
    assert right(alone, found("PROTEST", IRAQ, None))["pair+type"] == 1
    assert right(alone, found("PROTEST", IRAQ, IRAN))["target"] == 0


def test_levels_of_a_type_count_only_events_of_that_type():
    events = (found("ACCUSE", IRAQ, None), found("REJECT", IRAQ, IRAN))
    scores = score_dyads([(BLAMES, events)])
    assert scores.overall["dyad"] == Tally(1, 2, 1)
    assert scores.overall["pair+type"] == Tally(0, 2, 1)
    assert scores.by_type["ACCUSE"]["type"] == Tally(1, 1, 1)
    assert scores.by_type["ACCUSE"]["target"] == Tally(0, 1, 1)
    assert scores.by_type["REJECT"]["type"] == Tally(0, 1, 0)


def gold(trigger: str = "bought", kind: str = "OTHER", day: date | None = None, **roles: str) -> GoldEvent:
    names = {"LOC": "Argm-LOC"}
    slots = {names.get(role, role): (Slot((words,)),) for role, words in roles.items()}
    return GoldEvent(2, trigger, kind, slots, day)


def mention(
    trigger: str = "bought", actor: str = "", target: str = "", place: str = "", day: date | None = None
) -> FoundMention:
    fillers = [(words,) if words else () for words in (actor, target, place)]
    return FoundMention(2, trigger, *fillers, day)  # type: ignore[arg-type]


def test_roles_of_a_matched_event_are_scored_by_slot():
    day = date(2011, 5, 3)
    event = gold(day=day, Arg0="the airline", Arg1="two ships", LOC="Oslo")
    tallies = score_slots([([event], [mention("bought up", "airline", "two planes", "Oslo", day)])])
    rights = {level: (t.right, t.found, t.gold) for level, t in tallies.items()}
    assert rights == {
        "trigger": (1, 1, 1),
        "actor": (1, 1, 1),
        "target": (1, 1, 1),
        "pair": (1, 1, 1),
        "place": (1, 1, 1),
        "date": (1, 1, 1),
    }


def test_what_is_missed_and_what_is_found_for_nothing_counts():
    tallies = score_slots([([gold(Arg0="Oslo")], [mention("sold", "Oslo", "ships")])])
    assert tallies["trigger"] == Tally(0, 1, 1)
    assert tallies["actor"] == Tally(0, 1, 1)
    assert tallies["target"] == Tally(0, 1, 0)


def test_a_day_is_compared_only_where_the_gold_has_one():
    day, other = date(2011, 5, 3), date(2011, 5, 4)
    dated, undated = gold("bought", day=day), gold("sold")
    tallies = score_slots([([dated, undated], [mention("bought", day=other), mention("sold", day=other)])])
    assert tallies["date"] == Tally(0, 1, 1)
    assert score_slots([([dated], [mention("bought")])])["date"] == Tally(0, 0, 1)


def test_the_target_is_arg2_where_there_is_no_arg1():
    assert score_slots([([gold(Arg2="Oslo")], [mention(target="Oslo")])])["target"].right == 1


def test_being_and_having_are_neither_demanded_nor_punished():
    tallies = score_slots([([gold("has", "GRAMMATICAL", Arg0="Oslo")], [mention("has", "Oslo")])])
    assert set(tallies.values()) == {Tally(0, 0, 0)}


def test_of_two_mentions_the_one_with_the_right_roles_is_matched():
    tallies = score_slots([([gold(Arg0="Oslo")], [mention(actor="Bergen"), mention(actor="Oslo")])])
    assert tallies["actor"] == Tally(1, 2, 1)


def test_only_sentences_annotated_in_full_count():
    late = GoldEvent(6, "bought", "OTHER", {}, None)
    tallies = score_slots([([late], [FoundMention(6, "bought", (), (), (), None)])])
    assert tallies["trigger"] == Tally(0, 0, 0)
