"""A picture as plain shapes, before anybody decides on a file format.

Lengths are points (1/72 inch), x to the right, y downwards. Two renderers draw a scene:
``draw`` as PNG, ``page`` as SVG.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt


class Ink(StrEnum):
    """What a colour stands for; quad classes first."""

    VERBAL_COOPERATION = "q1"
    MATERIAL_COOPERATION = "q2"
    VERBAL_CONFLICT = "q3"
    MATERIAL_CONFLICT = "q4"
    OTHER = "q0"  # outside the codebook
    TEXT = "text"
    FAINT = "faint"
    GRID = "grid"
    BAND = "band"
    NODE = "node"
    PAPER = "paper"


# Okabe and Ito 2008: told apart under every common colour blindness. Verbal is light and
# material dark, cooperation blue and conflict red, so that grey prints keep half of it.
LIGHT = {
    Ink.VERBAL_COOPERATION: "#56b4e9",
    Ink.MATERIAL_COOPERATION: "#0072b2",
    Ink.VERBAL_CONFLICT: "#e69f00",
    Ink.MATERIAL_CONFLICT: "#d55e00",
    Ink.OTHER: "#8a8a8a",
    Ink.TEXT: "#1b1b1b",
    Ink.FAINT: "#595959",
    Ink.GRID: "#dcdcdc",
    Ink.BAND: "#f4f4f4",
    Ink.NODE: "#4b5563",
    Ink.PAPER: "#ffffff",
}
DARK = {
    **LIGHT,
    Ink.MATERIAL_COOPERATION: "#3b9bdc",
    Ink.MATERIAL_CONFLICT: "#f0743e",
    Ink.OTHER: "#a0a0a0",
    Ink.TEXT: "#ececec",
    Ink.FAINT: "#b4b4b4",
    Ink.GRID: "#3a3f45",
    Ink.BAND: "#22262b",
    Ink.NODE: "#9aa5b1",
    Ink.PAPER: "#181b1f",
}


class Dash(StrEnum):
    """How a line is broken; the value is the lengths of dashes and gaps, in points."""

    SOLID = ""
    DASHED = "5 2.5"
    DOTTED = "1.2 2.2"
    DASH_DOT = "6 2 1.2 2"
    SPARSE = "2 4"


class Anchor(StrEnum):
    """Which end of a text stands at its point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class MarkShape(StrEnum):
    """The form of a mark: a second way, beside colour, to tell verbal from material."""

    DISC = "disc"
    SQUARE = "square"


HOLLOW_LINE = 1.6  # the outline of a hollow mark, in points
SQUARE_HALF = 0.9  # half a square's side, in radii of a disc that looks as big


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its upper left corner, its width and height."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x < x < self.x + self.width and self.y < y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled rectangle without outline."""

    box: Box
    ink: Ink


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; ``hint`` is what it says when pointed at."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink
    width: float = 1.0
    dash: Dash = Dash.SOLID
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A curve (quadratic Bézier) from a start past a control point to a head at its end."""

    start: tuple[float, float]
    control: tuple[float, float]
    end: tuple[float, float]
    ink: Ink
    width: float
    hint: str
    dash: Dash = Dash.SOLID

    @property
    def head(self) -> float:
        """The length of the head."""
        return 5.0 + 1.6 * self.width

    @property
    def neck(self) -> tuple[float, float]:
        """Where the line ends and the head begins."""
        dx, dy = self._direction
        return self.end[0] - dx * self.head * 0.8, self.end[1] - dy * self.head * 0.8

    @property
    def barbs(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The two back corners of the head."""
        dx, dy = self._direction
        x, y = self.end[0] - dx * self.head, self.end[1] - dy * self.head
        half = self.head * 0.45
        return (x - dy * half, y + dx * half), (x + dy * half, y - dx * half)

    @property
    def _direction(self) -> tuple[float, float]:
        dx, dy = self.end[0] - self.control[0], self.end[1] - self.control[1]
        length = sqrt(dx * dx + dy * dy) or 1.0
        return dx / length, dy / length


@dataclass(frozen=True, slots=True)
class Mark:
    """A disc or square; hollow ones show the paper inside a broken or solid outline."""

    x: float
    y: float
    radius: float
    ink: Ink
    shape: MarkShape = MarkShape.DISC
    hollow: bool = False
    dash: Dash = Dash.SOLID
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; ``y`` is its baseline, ``link`` where it leads, "" for nowhere.

    A halo of paper keeps it legible over lines.
    """

    x: float
    y: float
    text: str
    size: float
    ink: Ink = Ink.TEXT
    anchor: Anchor = Anchor.START
    bold: bool = False
    halo: bool = False
    link: str = ""


Shape = Panel | Line | Arrow | Mark | Label


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture, with words for those who do not see it."""

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]


def ink_of(quad_class: int | None) -> Ink:
    """The ink of a quad class; anything else is outside the codebook."""
    return Ink(f"q{quad_class}") if quad_class in (1, 2, 3, 4) else Ink.OTHER


def shape_of(quad_class: int | None) -> MarkShape:
    """Squares for material events, discs for words and whatever is outside the codebook."""
    return MarkShape.SQUARE if quad_class in (2, 4) else MarkShape.DISC
