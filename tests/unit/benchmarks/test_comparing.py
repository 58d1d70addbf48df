"""Figures that are kept: read back, compared, shown."""

from __future__ import annotations

import events
from comparing import differences, dump, load, tables
from scoring.tally import Tally

FIGURES = {"SET": {"all": {"type": Tally(300, 400, 500), "pair": Tally(1, 2, 4)}}}


def changed(**levels: Tally) -> list[str]:
    return list(differences(FIGURES, {"SET": {"all": {**FIGURES["SET"]["all"], **levels}}}))


def test_what_is_kept_reads_back_and_has_a_line_for_each_figure():
    assert load(dump(FIGURES)) == FIGURES
    assert (
        '    "pair": {"right": 1, "found": 2, "gold": 4, "precision": 0.5, "recall": 0.25, "f1": 0.333}'
        in (dump(FIGURES).splitlines())
    )


def test_a_count_in_a_hundred_is_no_difference_and_one_never_is():
    assert changed(type=Tally(303, 404, 500), pair=Tally(2, 3, 4)) == []


def test_a_drop_and_a_rise_are_differences():
    (drop,) = changed(type=Tally(296, 400, 500))
    assert drop.startswith("SET all type: 300 right of 400 found")
    assert len(changed(type=Tally(304, 400, 500))) == 1
    assert len(changed(pair=Tally(1, 4, 4))) == 1


def test_other_gold_is_a_difference_and_a_set_that_was_not_measured_is_none():
    assert len(changed(pair=Tally(1, 2, 5))) == 1
    assert list(differences(FIGURES, {})) == []


def test_tables_have_the_levels_and_then_the_types():
    kinds = {"all": {"type": Tally(1, 2, 4)}, "AID": {"type": Tally(1, 2, 4), "pair": Tally(0, 2, 4)}}
    assert tables({"SET": kinds}).splitlines() == [
        "| SET | there | found | precision | recall | F1 |",
        "|---|--:|--:|--:|--:|--:|",
        "| type | 4 | 2 | .500 | .250 | .333 |",
        "",
        "| SET, by type | there | found | precision | recall | F1 | pair F1 |",
        "|---|--:|--:|--:|--:|--:|--:|",
        "| AID | 4 | 2 | .500 | .250 | .333 | .000 |",
    ]


def test_the_page_shows_the_figures_that_are_kept():
    kept = load(events.KEPT.read_text("utf-8"))
    assert f"\n\n{tables(kept)}\n\n" in events.PAGE.read_text("utf-8"), "run `make figures`"
