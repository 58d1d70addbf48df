"""Measuring, the axis, the layout and the placing of labels."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise
from math import dist
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.report.axis import make_axis
from graphbuild.report.layout import lay_out, spread
from graphbuild.report.measure import label_box, shorten, text_width
from graphbuild.report.placing import Named, place_labels
from graphbuild.report.scene import Anchor, Box, Label

DAYS = st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=40)


@pytest.mark.parametrize(
    "text", ["Ministry of Foreign Affairs", "iiiillll", "WWMM@@", "→ “a” – b…", "Émile Ürsu", "e\u0301"]
)
def test_a_text_is_measured_at_least_as_wide_as_it_is_drawn(text):
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    for weight, bold in (("normal", False), ("bold", True)):
        font = FontProperties(family="DejaVu Sans", weight=weight)
        drawn = TextPath((0, 0), text, size=10, prop=font).get_extents().width
        assert drawn <= text_width(text, 10, bold=bold) + 0.3


def test_a_short_text_is_not_cut_and_a_long_one_fits():
    assert shorten("Fenn", 10, 100) == "Fenn"
    assert shorten("Northern Liberation Front", 10, 80).endswith("…")
    assert text_width(shorten("Northern Liberation Front", 10, 80), 10) <= 80
    assert shorten("Fenn", 10, 1) == "…"


def test_a_label_takes_its_room_on_the_side_of_its_anchor():
    boxes = [label_box(Label(100, 50, "Fenn", 10, anchor=anchor)) for anchor in Anchor]
    width = text_width("Fenn", 10)
    assert [box.x for box in boxes] == [100, 100 - width / 2, 100 - width]


@given(DAYS, st.dates(date(1890, 1, 1), date(2110, 1, 1)), st.dates(date(1890, 1, 1), date(2110, 1, 1)))
def test_a_later_day_is_never_to_the_left(days, one, other):
    axis = make_axis(days, 10, 500)
    early, late = sorted((one, other))
    assert 10 - 1e-6 <= axis.x_of(early) <= axis.x_of(late) <= 500 + 1e-6


@given(DAYS)
def test_days_named_on_the_axis_keep_their_distance_and_their_place(days):
    axis = make_axis(days, 0, 800)
    ticks = axis.ticks(60)
    assert all(right.x - left.x >= 60 for left, right in pairwise(ticks))
    assert all(axis.x_of(date.fromisoformat(tick.text)) == pytest.approx(tick.x) for tick in ticks)


def test_one_old_event_does_not_crush_a_week():
    week = [date(2021, 3, 1) + timedelta(days=n) for n in range(7)]
    axis = make_axis([date(1979, 5, 4), *week], 0, 700)
    assert axis.x_of(week[-1]) - axis.x_of(week[0]) > 400
    (fold,) = axis.folds
    assert fold.days == (week[0] - date(1979, 5, 4)).days


def test_evenly_spread_years_are_drawn_to_scale():
    years = [date(year, 1, 1) for year in range(2000, 2010)]
    axis = make_axis(years, 0, 900)
    assert axis.folds == ()
    assert axis.x_of(date(2004, 1, 1)) == pytest.approx(400, abs=1)


def test_linked_nodes_lie_nearer_than_unlinked_ones():
    places = lay_out(6, [(0, n) for n in range(1, 5)])
    assert dist(places[0], places[1]) < dist(places[1], places[3])
    assert dist(places[0], places[1]) < dist(places[0], places[5])


def test_a_chain_lies_level():
    places = lay_out(5, [(n, n + 1) for n in range(4)])
    xs, ys = [x for x, _ in places], [y for _, y in places]
    assert max(xs) - min(xs) > 4 * (max(ys) - min(ys))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_tiny_graphs_have_places_too(count):
    assert len(lay_out(count, [])) == count


def test_spread_places_are_apart():
    chance = Random(3)
    places = [(chance.random() * 50, chance.random() * 50) for _ in range(15)]
    places.append(places[0])
    assert all(dist(a, b) >= 40 - 1e-6 for a, b in combinations(spread(places, 40), 2))


def test_labels_cover_neither_each_other_nor_a_node_however_crowded():
    chance = Random(5)
    nodes = [
        Named(
            chance.random() * 150,
            chance.random() * 100,
            5,
            "Northern Front " * chance.randint(1, 3),
            10,
            bold=n < 3,
        )
        for n in range(40)
    ]
    labels = [label_box(label) for label in place_labels(nodes, [])]
    discs = [Box(n.x - n.radius, n.y - n.radius, 10, 10) for n in nodes]
    assert not any(a.overlaps(b) for a, b in combinations(labels, 2))
    assert not any(label.overlaps(disc) for label in labels for disc in discs)


def test_a_label_gives_way_to_lines():
    node = Named(0, 0, 5, "Fenn", 10, bold=False)
    (free,) = place_labels([node], [])
    (moved,) = place_labels([node], [(x, 0.0) for x in range(5, 60)])
    assert free.x > 0
    assert label_box(moved) != label_box(free)
