from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from graphbuild.model.event import Status
from graphbuild.query.find import EventFilter, select_events
from graphbuild.query.wording import name_actors
from graphbuild.report.draw import draw_figure, render_png
from graphbuild.report.links_picture import draw_links
from graphbuild.report.measure import label_box
from graphbuild.report.scene import Arrow, Dash, Ink, Label, Mark, Scene
from graphbuild.report.svg import render_svg
from graphbuild.report.timeline_picture import draw_timeline
from graphbuild.writers.graph import project_actors
from graphbuild.writers.links import list_pairs
from tests.unit import sample_timeline as sample
from tests.unit.report.crowd import crowd

ANY = EventFilter(statuses=tuple(Status))


def timeline_scene(timeline=None, top: int = 40, asked: EventFilter = ANY) -> Scene:
    timeline = timeline or sample.sample_timeline()
    return draw_timeline(select_events(timeline, asked), name_actors(timeline.actors), top)


def links_scene(timeline=None, top: int = 20) -> Scene:
    return draw_links(list_pairs(project_actors(timeline or sample.sample_timeline(), tuple(Status))), top)


SCENES = {
    "timeline": timeline_scene(),
    "crowded timeline": timeline_scene(crowd()),
    "links": links_scene(),
    "crowded links": links_scene(crowd()),
    "crowded links in full": links_scene(crowd(), 100),
    "no timeline": timeline_scene(replace(sample.sample_timeline(), events=())),
    "no links": links_scene(replace(sample.sample_timeline(), events=())),
}


def of_type(scene: Scene, kind: type) -> list:
    return [shape for shape in scene.shapes if isinstance(shape, kind)]


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_no_two_labels_overlap_and_all_are_on_the_paper(scene):
    boxes = {label.text: label_box(label) for label in of_type(scene, Label)}
    assert [(a, b) for a, b in combinations(boxes, 2) if boxes[a].overlaps(boxes[b])] == []
    for box in boxes.values():
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= scene.width
        assert box.y + box.height <= scene.height


@pytest.mark.filterwarnings("ignore:Glyph .* missing")
@pytest.mark.parametrize("key", ["crowded timeline", "crowded links"])
def test_labels_do_not_overlap_as_drawn_either(key):
    figure = draw_figure(SCENES[key])
    (axes,) = figure.axes
    drawn = [(text.get_text(), text.get_window_extent(figure.canvas.get_renderer())) for text in axes.texts]
    latin = [(words, box) for words, box in drawn if "東" not in words]
    # A box of a font reaches above and below its letters by a little.
    hits = [
        (a, b)
        for (a, one), (b, other) in combinations(latin, 2)
        if min(one.x1, other.x1) - max(one.x0, other.x0) > 1
        and min(one.y1, other.y1) - max(one.y0, other.y0) > 2
    ]
    assert hits == []


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_the_svg_is_well_formed_and_says_what_it_shows(scene):
    root = ElementTree.fromstring(render_svg(scene))
    names = [child.tag.split("}")[1] for child in root]
    assert names[:2] == ["title", "desc"]
    assert "script" not in names
    texts = [element.text for element in root.iter() if element.tag.endswith("}text")]
    assert [label.text for label in of_type(scene, Label)] == texts


def test_hostile_names_stay_text():
    svg = render_svg(SCENES["crowded links in full"]).decode()
    assert "Galt &amp; Sons &lt;Holding&gt;" in svg
    assert "$5 Coalition" in svg


def test_the_png_is_an_image_and_the_same_twice():
    one, other = render_png(SCENES["timeline"], 72), render_png(SCENES["timeline"], 72)
    assert one.startswith(b"\x89PNG")
    assert one == other
    assert b"Software" not in one


def test_the_hash_seed_of_the_process_changes_no_byte():
    program = (
        "from tests.unit.report.test_pictures import SCENES, render_svg; import hashlib, sys;"
        "sys.stdout.write(hashlib.sha256(b''.join(map(render_svg, SCENES.values()))).hexdigest())"
    )
    root = Path(__file__).parents[3]
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": str(root), "HOME": str(Path.home())},
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode() == hashlib.sha256(b"".join(map(render_svg, SCENES.values()))).hexdigest()


def test_undated_events_are_left_out_and_counted():
    words = [label.text for label in of_type(SCENES["timeline"], Label)]
    assert "5 of 9 events; left out: 4 undated" in words
    assert not any("sign" in text for text in words)


def test_top_keeps_what_most_outlets_tell():
    words = [label.text for label in of_type(timeline_scene(top=1), Label)]
    assert "Avonian Army → shell → Borland" in words
    assert "1 of 9 events; left out: 4 less widely told, 4 undated" in words


def test_what_is_not_asserted_is_hollow_and_says_so():
    marks = {mark.hint.split(" (")[0]: mark for mark in of_type(SCENES["timeline"], Mark) if mark.hint}
    planned = marks["2021-03-15/2021-03-21: Ilva Tarn → meet → Borland  [planned]"]
    assert planned.hollow
    assert planned.dash is Dash.DOTTED
    assert not marks["2021-03-08: Avonian Army → shell → Borland"].hollow


def test_without_statuses_asked_for_nothing_planned_is_drawn():
    scene = timeline_scene(asked=EventFilter())
    assert not any("[" in label.text for label in of_type(scene, Label))


def test_colours_are_quad_classes():
    inks = {
        mark.hint.split(" ")[1]: mark.ink
        for mark in of_type(timeline_scene(asked=EventFilter()), Mark)
        if mark.hint
    }
    assert inks == {
        "Borland": Ink.VERBAL_CONFLICT,
        "Avonian": Ink.MATERIAL_CONFLICT,
        "Avonia": Ink.VERBAL_CONFLICT,
    }


def test_an_arrow_for_each_pair_goes_from_who_did_it_to_whom():
    hints = [arrow.hint for arrow in of_type(SCENES["links"], Arrow)]
    assert "Borland → Avonia: 2 events (ACCUSE 1, SANCTION 1), 2021-01-01/2021-03-08" in hints
    assert len(hints) == len(set(hints)) == 4


def test_an_arrow_of_nothing_asserted_is_broken():
    dashes = {arrow.hint.split(":")[0]: arrow.dash for arrow in of_type(SCENES["links"], Arrow)}
    assert dashes["Ilva Tarn → Borland"] is Dash.DASHED
    assert dashes["Borland → Avonia"] is Dash.SOLID
    assert any("Broken: none of it is asserted." in label.text for label in of_type(SCENES["links"], Label))


def test_the_picture_of_links_says_what_it_leaves_out():
    words = [label.text for label in of_type(links_scene(top=2), Label)]
    assert "2 of 4 linked actors, 3 of 5 links" in words
