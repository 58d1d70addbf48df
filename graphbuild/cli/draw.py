"""`graphbuild draw`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import say, write_whole

if TYPE_CHECKING:
    from graphbuild.model.timeline import Timeline
    from graphbuild.query.find import EventFilter
    from graphbuild.report.scene import Scene

_TOP = {"links": 20, "timeline": 40}


@click.command()
@click.argument("what", type=click.Choice(tuple(_TOP)))
@options.output_option("FILE.svg or FILE.png; - writes SVG to stdout.")
@options.folder_option
@options.filter_options()
@options.top_option(None, "At most N actors (20) or events (40).")
def draw(what: str, output: str, folder: Path, asked: EventFilter, top: int | None) -> None:
    """Draw who did what to whom (links), or what happened when (timeline).

    Colours are quad classes, squares and discs material and verbal events; what is not
    asserted is hollow and marked. The picture says what it leaves out.
    """
    form = _form_of(output)
    scene = _make_scene(what, options.open_build(folder), asked, top or _TOP[what])
    write_whole(output, _render(scene, form))
    say(scene.description)


def _form_of(output: str) -> str:
    suffix = ".svg" if output == "-" else Path(output).suffix.lower()
    if suffix not in (".svg", ".png"):
        raise click.BadParameter(f"{output!r} is neither .svg nor .png", param_hint="-o")
    return suffix


def _make_scene(what: str, timeline: Timeline, asked: EventFilter, top: int) -> Scene:
    from graphbuild.query.find import narrow, select_events
    from graphbuild.query.wording import name_actors
    from graphbuild.report.links_picture import draw_links
    from graphbuild.report.timeline_picture import draw_timeline
    from graphbuild.writers.graph import project_actors
    from graphbuild.writers.links import list_pairs

    if what == "timeline":
        return draw_timeline(select_events(timeline, asked), name_actors(timeline.actors), top)
    return draw_links(list_pairs(project_actors(narrow(timeline, asked), asked.statuses)), top)


def _render(scene: Scene, form: str) -> bytes:
    if form == ".png":
        from graphbuild.report.draw import render_png

        return render_png(scene)
    from graphbuild.report.svg import render_svg

    return render_svg(scene)
