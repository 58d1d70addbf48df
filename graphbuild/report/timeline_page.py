"""A timeline as one static page: its picture, and every event on one line with all its quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.query.ordering import is_undated
from graphbuild.query.wording import name_actors
from graphbuild.report.page import PICTURED_EVENTS, say_facts, styles
from graphbuild.report.rows import Row, Source, articles_of, make_rows, sources_of
from graphbuild.report.svg import open_templates
from graphbuild.report.timeline_picture import draw_timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model.event import Event
    from graphbuild.model.timeline import Timeline
    from graphbuild.report.scene import Scene


@dataclass(frozen=True, slots=True)
class _Page:
    """All that the template prints."""

    heading: str
    chosen: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    picture: Scene
    dated: tuple[Row, ...]
    undated: tuple[Row, ...]
    sources: tuple[Source, ...]


def render_timeline(
    timeline: Timeline, events: Sequence[Event], heading: str, chosen: tuple[str, ...]
) -> bytes:
    """The page of these events, in their order; ``chosen`` says in words what was asked for."""
    names = name_actors(timeline.actors)
    articles = articles_of(timeline)
    rows = make_rows(events, timeline.mentions, articles, names)
    undated = {event.id for event in events if is_undated(event)}
    sources = sources_of(events, articles)
    page = _Page(
        heading=heading,
        chosen=chosen,
        facts=(("Articles", f"{len(sources):,}"), *say_facts(events)),
        picture=draw_timeline(events, names, PICTURED_EVENTS, {event.id for event in events}),
        dated=tuple(row for row in rows if row.id not in undated),
        undated=tuple(row for row in rows if row.id in undated),
        sources=sources,
    )
    template = open_templates().get_template("timeline.html")
    return template.render(page=page, **styles()).encode(errors="replace")
