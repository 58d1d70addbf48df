"""Templates, and a scene as a standalone SVG file: small, searchable, the same bytes everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graphbuild.report.scene import HOLLOW_LINE, LIGHT, SQUARE_HALF, Ink, Scene, Shape

if TYPE_CHECKING:
    from collections.abc import Mapping
from urllib.parse import quote


def open_templates() -> Environment:
    """The templates of this package; whatever they print is escaped."""
    templates = Environment(
        loader=PackageLoader("graphbuild.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=False,
    )
    templates.filters["pt"] = say_points
    templates.filters["kind"] = _kind
    templates.filters["fragment"] = _fragment
    templates.globals.update(square_half=SQUARE_HALF, hollow_line=HOLLOW_LINE)
    return templates


def render_svg(scene: Scene) -> bytes:
    """The scene as an SVG file on white paper."""
    macros = open_templates().get_template("scene.html").module
    drawn: str = macros.draw(scene, "picture", Markup(style_of(LIGHT)))  # type: ignore[attr-defined]
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'.encode(errors="replace")


def style_of(colours: Mapping[Ink, str]) -> str:
    """The style sheet of a scene: fill, stroke and text classes of every ink."""
    lines = ["svg text { font-family: 'DejaVu Sans', Verdana, sans-serif; stroke: none }"]
    lines.append("svg path { fill: none }")
    for ink, colour in colours.items():
        lines.append(
            f".f-{ink} {{ fill: {colour} }} .s-{ink} {{ stroke: {colour} }} .t-{ink} {{ fill: {colour} }}"
        )
    lines.append(
        f".halo {{ stroke: {colours[Ink.PAPER]}; stroke-width: 3; paint-order: stroke; stroke-linejoin: round }}"
    )
    return "\n".join(lines) + "\n"


def say_points(length: float) -> str:
    """A length with one decimal at most.

    >>> say_points(12.0), say_points(0.05), say_points(-0.01)
    ('12', '0.1', '0')
    """
    return f"{round(length + 1e-9, 1) + 0.0:g}"


def _kind(shape: Shape) -> str:
    return type(shape).__name__


def _fragment(anchor: str) -> str:
    """An element's id as the address that leads to it."""
    return quote(anchor, safe=":")
