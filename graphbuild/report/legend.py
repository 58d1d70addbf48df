"""What colours, forms and lines mean, in one row under a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.event import Status
from graphbuild.query.wording import QUAD_CLASSES
from graphbuild.report.measure import text_width
from graphbuild.report.scene import Dash, Ink, Label, Line, Mark, Shape, ink_of, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LEGEND_HEIGHT = 44.0
_SIZE = 9.0
_GAP = 16.0
_OTHER = "outside the codebook"


def draw_legend(x: float, y: float, quads: Sequence[int], statuses: Mapping[Status, Dash]) -> Iterator[Shape]:
    """Two lines of keys from (x, y) on: quad classes (0 is none), and under them statuses."""
    at = x
    for quad in quads:
        words = QUAD_CLASSES.get(quad, _OTHER)
        yield Mark(at + 5, y + 12, 4.5, ink_of(quad), shape_of(quad))
        yield Label(at + 14, y + 12 + _SIZE * 0.35, words, _SIZE, Ink.FAINT)
        at += 14 + text_width(words, _SIZE) + _GAP
    yield from _draw_statuses(x, y, statuses)


def draw_line_legend(x: float, y: float, quads: Sequence[int]) -> Iterator[Shape]:
    """One line of keys from (x, y) on: quad classes (0 is none) of arrows."""
    at = x
    for quad in quads:
        words = QUAD_CLASSES.get(quad, _OTHER)
        yield Line(at, y + 12, at + 16, y + 12, ink_of(quad), 3.0)
        yield Label(at + 22, y + 12 + _SIZE * 0.35, words, _SIZE, Ink.FAINT)
        at += 22 + text_width(words, _SIZE) + _GAP


def _draw_statuses(x: float, y: float, statuses: Mapping[Status, Dash]) -> Iterator[Shape]:
    at = x
    for status, dash in statuses.items():
        hollow = status is not Status.ASSERTED
        yield Line(at, y + 30, at + 26, y + 30, Ink.FAINT, 2.0, dash)
        yield Mark(at + 13, y + 30, 4.0, Ink.FAINT, hollow=hollow, dash=dash)
        yield Label(at + 33, y + 30 + _SIZE * 0.35, status.value, _SIZE, Ink.FAINT)
        at += 33 + text_width(status.value, _SIZE) + _GAP
