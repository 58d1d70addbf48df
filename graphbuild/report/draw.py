"""A scene as PNG, by matplotlib's Agg: no screen, no fonts but its own."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Literal, assert_never

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from graphbuild.report.scene import (
    HOLLOW_LINE,
    LIGHT,
    SQUARE_HALF,
    Anchor,
    Arrow,
    Box,
    Dash,
    Ink,
    Label,
    Line,
    Mark,
    MarkShape,
    Panel,
    Scene,
)
from graphbuild.report.scene import Shape as SceneShape

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LineStyle = Literal["solid"] | tuple[float, tuple[float, ...]]

_POINTS_PER_INCH = 72
_FONT = "DejaVu Sans"  # comes with matplotlib
_ALIGNMENTS: dict[Anchor, Literal["left", "center", "right"]] = {
    Anchor.START: "left",
    Anchor.MIDDLE: "center",
    Anchor.END: "right",
}


def render_png(scene: Scene, dots_per_inch: int = 144) -> bytes:
    """The scene as a PNG file on white paper."""
    figure = draw_figure(scene)
    file = io.BytesIO()
    with warnings.catch_warnings():
        # A script the font lacks shows as boxes; the SVG has the text.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure.savefig(file, format="png", dpi=dots_per_inch, metadata={"Software": None})
    return file.getvalue()


def draw_figure(scene: Scene) -> Figure:
    """The scene as a figure of the same size, one point a unit."""
    figure = Figure((scene.width / _POINTS_PER_INCH, scene.height / _POINTS_PER_INCH), dpi=_POINTS_PER_INCH)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, scene.width)
    axes.set_ylim(scene.height, 0)
    axes.set_axis_off()
    for shape in scene.shapes:
        _draw(shape, axes)
    return figure


def _draw(shape: SceneShape, axes: Axes) -> None:
    match shape:
        case Panel():
            axes.add_patch(_rectangle(shape.box, shape.ink))
        case Line():
            axes.add_line(_line(shape))
        case Arrow():
            _draw_arrow(shape, axes)
        case Mark():
            axes.add_patch(_mark(shape))
        case Label():
            _draw_label(shape, axes)
        case _:
            assert_never(shape)


def _rectangle(box: Box, ink: Ink) -> Rectangle:
    return Rectangle((box.x, box.y), box.width, box.height, facecolor=LIGHT[ink], edgecolor="none")


def _line(line: Line) -> Line2D:
    return Line2D(
        (line.x1, line.x2),
        (line.y1, line.y2),
        color=LIGHT[line.ink],
        linewidth=line.width,
        linestyle=_line_style(line.dash, line.width),
    )


def _draw_arrow(arrow: Arrow, axes: Axes) -> None:
    curve = Path([arrow.start, arrow.control, arrow.neck], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    style = _line_style(arrow.dash, arrow.width)
    axes.add_patch(
        PathPatch(curve, facecolor="none", edgecolor=LIGHT[arrow.ink], linewidth=arrow.width, linestyle=style)
    )
    axes.add_patch(Polygon([arrow.end, *arrow.barbs], facecolor=LIGHT[arrow.ink], edgecolor="none"))


def _mark(mark: Mark) -> Circle | Rectangle:
    colour = LIGHT[mark.ink]
    face = LIGHT[Ink.PAPER] if mark.hollow else colour
    edge = colour if mark.hollow else "none"
    if mark.shape is MarkShape.SQUARE:
        half = mark.radius * SQUARE_HALF
        corner = (mark.x - half, mark.y - half)
        return Rectangle(
            corner, 2 * half, 2 * half, facecolor=face, edgecolor=edge, linewidth=HOLLOW_LINE, zorder=3
        )
    centre = (mark.x, mark.y)
    return Circle(centre, mark.radius, facecolor=face, edgecolor=edge, linewidth=HOLLOW_LINE, zorder=3)


def _draw_label(label: Label, axes: Axes) -> None:
    halo = [withStroke(linewidth=3, foreground=LIGHT[Ink.PAPER])] if label.halo else []
    axes.text(
        label.x,
        label.y,
        label.text,
        fontsize=label.size,
        fontfamily=_FONT,
        fontweight="bold" if label.bold else "normal",
        color=LIGHT[label.ink],
        horizontalalignment=_ALIGNMENTS[label.anchor],
        verticalalignment="baseline",
        parse_math=False,  # "$27" is money
        path_effects=halo,
        zorder=4,
    )


def _line_style(dash: Dash, width: float) -> LineStyle:
    if dash is Dash.SOLID:
        return "solid"
    # matplotlib counts dashes in line widths.
    return 0.0, tuple(float(length) / width for length in dash.value.split())
