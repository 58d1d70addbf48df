"""Who did what to whom, as a picture: actors as discs, what they did to each other as arrows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from math import log2, sqrt
from typing import TYPE_CHECKING

from graphbuild.query.wording import count_of, one_line
from graphbuild.report.layout import Point, lay_out, spread
from graphbuild.report.legend import LEGEND_HEIGHT, draw_line_legend
from graphbuild.report.measure import label_box, shorten
from graphbuild.report.placing import Named, place_labels
from graphbuild.report.scene import (
    Arrow,
    Box,
    Dash,
    Ink,
    Label,
    Mark,
    Panel,
    Scene,
    Shape,
    ink_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphbuild.writers.links import Pair

_STEP = 125.0  # points between linked actors, where few are linked
_FLATTEN = 0.75  # names are wide: so is the picture
_APART = 64.0  # points between any two
_MARGIN = 24.0
_TITLE = 48.0
_NARROWEST = 640.0  # the legend fits
_BOW = 0.14  # how far an arrow bends, as a share of its length
_TEXT = 10.0
_WIDEST_NAME = 190.0


@dataclass(frozen=True, slots=True)
class _Node:
    """An actor as drawn."""

    actor: str
    name: str
    events: int
    x: float
    y: float
    radius: float


def draw_links(pairs: Sequence[Pair], top: int) -> Scene:
    """The ``top`` actors with the most events between them, and all pairs among them.

    The picture says how many actors and events it leaves out.
    """
    nodes = _make_nodes(pairs, top)
    kept = [pair for pair in pairs if pair.source in nodes and pair.target in nodes]
    placed = _place_nodes(nodes, kept)
    labels = _label_nodes(placed, [_arrow(pair, placed) for pair in kept])
    frame = _frame(placed.values(), labels)
    moved = {key: replace(node, x=node.x - frame.x, y=node.y - frame.y) for key, node in placed.items()}
    shapes: list[Shape] = [Panel(Box(0, 0, frame.width, frame.height), Ink.PAPER)]
    # Thick arrows first, so that thin ones are not covered.
    shapes += [_arrow(pair, moved) for pair in kept]
    shapes += [Mark(node.x, node.y, node.radius, Ink.NODE, hint=_say_node(node)) for node in moved.values()]
    shapes += [replace(label, x=label.x - frame.x, y=label.y - frame.y) for label in labels]
    shapes += _write_around(pairs, kept, len(moved), frame)
    return Scene(frame.width, frame.height, "Actor links", _describe(kept, len(moved)), tuple(shapes))


def _make_nodes(pairs: Sequence[Pair], top: int) -> dict[str, _Node]:
    """Actors of the pairs that matter most, by id, those with most events first; nowhere yet."""
    events: Counter[str] = Counter()
    names: dict[str, str] = {}
    for pair in pairs:
        events.update({pair.source: pair.count, pair.target: pair.count})
        names.update({pair.source: pair.source_name, pair.target: pair.target_name})
    chosen = _choose_actors(pairs, events, top)
    most = max(events.values(), default=1)
    return {
        actor: _Node(actor, one_line(names[actor]), events[actor], 0, 0, _radius(events[actor], most))
        for actor in sorted(chosen, key=lambda actor: (-events[actor], names[actor], actor))
    }


def _choose_actors(pairs: Sequence[Pair], events: Mapping[str, int], top: int) -> set[str]:
    """Both ends of the pairs whose less busy end is busiest, so that a web shows and not a star.

    Nobody is shown whose links are not.
    """

    def weight(pair: Pair) -> tuple[int, int, int, str, str]:
        less, more = sorted((events[pair.source], events[pair.target]))
        return -less, -pair.count, -more, pair.source, pair.target

    chosen: set[str] = set()
    for pair in sorted(pairs, key=weight):
        if len(chosen | {pair.source, pair.target}) <= top:
            chosen |= {pair.source, pair.target}
    return chosen


def _radius(events: int, most: int) -> float:
    """The area of a disc grows with its events."""
    return 4.0 + 12.0 * sqrt(events / most)


def _place_nodes(nodes: Mapping[str, _Node], pairs: Sequence[Pair]) -> dict[str, _Node]:
    number = {actor: n for n, actor in enumerate(nodes)}
    places = lay_out(len(nodes), [(number[pair.source], number[pair.target]) for pair in pairs])
    # Many arrows in little room hide each other.
    step = _STEP * max(1.0, 0.75 * sqrt(len(pairs) / max(len(nodes), 1)))
    spots = spread([(x * step, y * step * _FLATTEN) for x, y in places], _APART)
    return {node.actor: replace(node, x=x, y=y) for node, (x, y) in zip(nodes.values(), spots, strict=True)}


def _arrow(pair: Pair, nodes: Mapping[str, _Node]) -> Arrow:
    """From rim to rim, bent to the right of its direction: there and back are two curves."""
    source, target = nodes[pair.source], nodes[pair.target]
    dx, dy = target.x - source.x, target.y - source.y
    control = (source.x + dx / 2 - dy * _BOW, source.y + dy / 2 + dx * _BOW)
    return Arrow(
        start=_on_rim(source, control),
        control=control,
        end=_on_rim(target, control),
        ink=ink_of(pair.quads[0][0] if pair.quads else None),
        width=min(1.0 + log2(pair.count) * 0.9, 6.0),
        hint=_say_pair(pair),
        dash=Dash.SOLID if pair.asserted else Dash.DASHED,
    )


def _on_rim(node: _Node, towards: Point) -> Point:
    dx, dy = towards[0] - node.x, towards[1] - node.y
    length = sqrt(dx * dx + dy * dy) or 1.0
    reach = node.radius + 2
    return node.x + dx / length * reach, node.y + dy / length * reach


def _label_nodes(nodes: Mapping[str, _Node], arrows: Sequence[Arrow]) -> list[Label]:
    named = [
        Named(node.x, node.y, node.radius, shorten(node.name, _TEXT, _WIDEST_NAME), _TEXT, bold=number < 3)
        for number, node in enumerate(nodes.values())
    ]
    return place_labels(named, [point for arrow in arrows for point in _points_on(arrow)])


def _points_on(arrow: Arrow) -> Iterator[Point]:
    """Points along the curve, a label's height apart or less."""
    (x0, y0), (x1, y1), (x2, y2) = arrow.start, arrow.control, arrow.end
    steps = 4 + int((abs(x2 - x0) + abs(y2 - y0)) / 10)
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) * (1 - t), 2 * t * (1 - t), t * t
        yield a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2


def _frame(nodes: Iterable[_Node], labels: Sequence[Label]) -> Box:
    """The paper: room for everything, a title above and a legend below."""
    boxes = [label_box(label) for label in labels]
    boxes += [Box(n.x - n.radius, n.y - n.radius, 2 * n.radius, 2 * n.radius) for n in nodes]
    left = min((box.x for box in boxes), default=0) - _MARGIN
    right = max((box.x + box.width for box in boxes), default=0) + _MARGIN
    above = min((box.y for box in boxes), default=0) - _MARGIN - _TITLE
    below = max((box.y + box.height for box in boxes), default=0) + _MARGIN + LEGEND_HEIGHT
    missing = max(0.0, _NARROWEST - (right - left))
    return Box(left - missing / 2, above, right - left + missing, below - above)


def _write_around(pairs: Sequence[Pair], kept: Sequence[Pair], actors: int, frame: Box) -> Iterator[Shape]:
    everybody = len({actor for pair in pairs for actor in (pair.source, pair.target)})
    events, shown = sum(pair.count for pair in pairs), sum(pair.count for pair in kept)
    yield Label(16, 24, "Who did what to whom", 14, bold=True)
    words = f"{actors:,} of {count_of(everybody, 'linked actor')}, {shown:,} of {count_of(events, 'link')}"
    yield Label(16, 40, words, 9, Ink.FAINT)
    quads = sorted({pair.quads[0][0] if pair.quads else 0 for pair in kept})
    y = frame.height - LEGEND_HEIGHT
    yield from draw_line_legend(16, y, quads)
    key = "An arrow goes from who did it to whom; wider is more often; its colour is what was done most."
    if any(pair.statuses for pair in kept):
        key += " Broken: none of it is asserted."
    yield Label(16, y + 33, key, 9, Ink.FAINT)


def _say_pair(pair: Pair) -> str:
    kinds = ", ".join(f"{name} {count}" for name, count in (*pair.types, *pair.statuses))
    days = "/".join(dict.fromkeys(day for day in (pair.first_day, pair.last_day) if day)) or "undated"
    names = f"{one_line(pair.source_name)} → {one_line(pair.target_name)}"
    return f"{names}: {count_of(pair.count, 'event')} ({kinds}), {days}"


def _say_node(node: _Node) -> str:
    return f"{node.name}: {count_of(node.events, 'link')}"


def _describe(pairs: Sequence[Pair], actors: int) -> str:
    if not pairs:
        return "No actor did anything to another."
    most = "; ".join(map(_say_pair, pairs[:5]))
    return f"{count_of(actors, 'actor')}. Most often: {most}."
