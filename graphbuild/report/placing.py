"""Where to put labels so that they cover neither each other nor anything else.

A label is tried all around its node, nearest first, wherever the fewest lines pass under
it; failing that ever farther away, so that in the end there is always room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.report.measure import ASCENT, DESCENT, text_width
from graphbuild.report.scene import Anchor, Box, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Point = tuple[float, float]

# Direction of the label from its node, and how much we dislike it: readers look right first.
_DIRECTIONS = (
    (1.0, 0.0, 0.0),
    (-1.0, 0.0, 0.4),
    (0.0, 1.0, 0.5),
    (0.0, -1.0, 0.5),
    (0.8, 0.7, 0.8),
    (0.8, -0.7, 0.8),
    (-0.8, 0.7, 1.0),
    (-0.8, -0.7, 1.0),
)
_RINGS = 40
_RING_STEP = 8.0
_FARNESS = 3.0  # dislike of each ring outwards
_CLEARANCE = 1.5


@dataclass(frozen=True, slots=True)
class Named:
    """A node with its name: the label's text, size and weight."""

    x: float
    y: float
    radius: float
    text: str
    size: float
    bold: bool


def place_labels(nodes: Sequence[Named], lines: Sequence[Point]) -> list[Label]:
    """A label for every node, in order; ``lines`` are points on lines better left uncovered.

    Earlier nodes get the better places.
    """
    taken = [_disc_box(node) for node in nodes]
    labels: list[Label] = []
    for node in nodes:
        box = _best_box(node, taken, lines)
        taken.append(box)
        baseline = box.y + ASCENT * node.size
        labels.append(
            Label(box.x, baseline, node.text, node.size, anchor=Anchor.START, bold=node.bold, halo=True)
        )
    return labels


def _best_box(node: Named, taken: Iterable[Box], lines: Sequence[Point]) -> Box:
    obstacles = list(taken)
    best: tuple[float, Box] | None = None
    for dislike, box in _candidates(node):
        if best is not None and dislike >= best[0]:
            continue
        wider = Box(
            box.x - _CLEARANCE, box.y - _CLEARANCE, box.width + 2 * _CLEARANCE, box.height + 2 * _CLEARANCE
        )
        if any(wider.overlaps(obstacle) for obstacle in obstacles):
            continue
        cost = dislike + 0.6 * sum(wider.holds(x, y) for x, y in lines)
        if best is None or cost < best[0]:
            best = (cost, box)
    # So many labels that no ring is free: below everything, there always is room.
    return best[1] if best is not None else _below(node, obstacles)


def _candidates(node: Named) -> Iterator[tuple[float, Box]]:
    width = text_width(node.text, node.size, bold=node.bold)
    height = (ASCENT + DESCENT) * node.size
    for ring in range(_RINGS):
        gap = node.radius + 3 + ring * _RING_STEP
        for dx, dy, dislike in _DIRECTIONS:
            middle_x = node.x + dx * (gap + width / 2) if dx else node.x
            middle_y = node.y + dy * (gap + height / 2)
            yield ring * _FARNESS + dislike, Box(middle_x - width / 2, middle_y - height / 2, width, height)


def _below(node: Named, obstacles: Sequence[Box]) -> Box:
    width = text_width(node.text, node.size, bold=node.bold)
    lowest = max(box.y + box.height for box in obstacles)
    return Box(node.x - width / 2, lowest + 2 * _CLEARANCE, width, (ASCENT + DESCENT) * node.size)


def _disc_box(node: Named) -> Box:
    return Box(node.x - node.radius, node.y - node.radius, 2 * node.radius, 2 * node.radius)
