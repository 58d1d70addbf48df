"""A build as one static page: no script, nothing fetched, everything with its quote.

What articles say is printed as text, never as markup; an address of an article becomes a
link only when it is one of the web.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from graphbuild.query.find import EventFilter, narrow, say_filter
from graphbuild.query.ordering import in_order, is_undated
from graphbuild.query.stories import having, say_cast, say_days, say_size, say_title
from graphbuild.query.wording import count_of, name_actors
from graphbuild.report.links_picture import draw_links
from graphbuild.report.rows import Row, Source, articles_of, make_rows, sources_of
from graphbuild.report.scene import DARK, LIGHT, Ink, Scene
from graphbuild.report.svg import open_templates, style_of
from graphbuild.report.timeline_picture import draw_timeline, told_most
from graphbuild.writers.graph import project_actors
from graphbuild.writers.links import list_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model.event import Event
    from graphbuild.model.story import Story
    from graphbuild.model.timeline import Timeline

PICTURED_EVENTS = 40
PICTURED_ACTORS = 20
LISTED_STORIES = 40
_FEW = 3  # so many stories need no list


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read, and why."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class _StoryRow:
    """A story as the list shows it."""

    id: str
    days: str
    title: str
    size: str
    cast: str


@dataclass(frozen=True, slots=True)
class _Page:
    """All that the template prints."""

    chosen: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    stories: tuple[_StoryRow, ...]
    more_stories: str
    left_out: str
    timeline: Scene
    links: Scene
    dated: tuple[Row, ...]
    undated: tuple[Row, ...]
    sources: tuple[Source, ...]
    unread: tuple[Unread, ...]


def render_page(timeline: Timeline, asked: EventFilter, unread: Iterable[Unread], top: int) -> bytes:
    """The page about the events that fit, at most the ``top`` most widely told, as HTML."""
    page = _make_page(timeline, asked, tuple(unread), top)
    template = open_templates().get_template("page.html")
    return template.render(page=page, **styles()).encode(errors="replace")


_INKS = {ink: f"var(--{ink})" for ink in Ink}


def styles() -> dict[str, Markup]:
    """The colours of a page, in light and dark, and the style sheet of its pictures."""
    return {"light": _variables(LIGHT), "dark": _variables(DARK), "inks": Markup(style_of(_INKS))}


def _variables(colours: Mapping[Ink, str]) -> Markup:
    return Markup("; ".join(f"--{ink}: {colour}" for ink, colour in colours.items()))


def _make_page(timeline: Timeline, asked: EventFilter, unread: tuple[Unread, ...], top: int) -> _Page:
    chosen = narrow(timeline, asked)
    events = in_order(chosen.events)
    listed = in_order(told_most(events, top))
    names = name_actors(timeline.actors)
    articles = articles_of(timeline)
    stories = having(timeline.stories, frozenset(event.id for event in events))
    stories = stories if len(stories) > _FEW else []
    rows = make_rows(listed, chosen.mentions, articles, names)
    undated = {event.id for event in listed if is_undated(event)}
    pairs = list_pairs(project_actors(chosen, asked.statuses))
    return _Page(
        chosen=say_filter(asked, names),
        facts=(
            ("Articles", f"{len(articles):,}"),
            *say_facts(events),
            ("Not read", f"{len(unread):,}"),
        ),
        stories=tuple(_story_row(story, names) for story in stories[:LISTED_STORIES]),
        more_stories=_say_more(len(stories) - LISTED_STORIES),
        left_out=_say_left_out(len(events) - len(listed)),
        timeline=draw_timeline(events, names, PICTURED_EVENTS, {event.id for event in listed}),
        links=draw_links(pairs, PICTURED_ACTORS),
        dated=tuple(row for row in rows if row.id not in undated),
        undated=tuple(row for row in rows if row.id in undated),
        sources=sources_of(listed, articles),
        unread=unread,
    )


def say_facts(events: Sequence[Event]) -> tuple[tuple[str, str], ...]:
    """How much these events are, in numbers: names of facts and their values."""
    days = [day for event in events for day in (event.time.first, event.time.last) if day is not None]
    actors = {actor for event in events for actor in (*event.sources, *event.targets)}
    return (
        ("Events", f"{len(events):,}"),
        ("Actors in them", f"{len(actors):,}"),
        ("First day", min(days).isoformat() if days else "none"),
        ("Last day", max(days).isoformat() if days else "none"),
        ("Undated", f"{sum(map(is_undated, events)):,}"),
    )


def _story_row(story: Story, names: Mapping[str, str]) -> _StoryRow:
    cast = say_cast(story, names)
    return _StoryRow(story.id, say_days(story), say_title(story), say_size(story), cast)


def _say_more(number: int) -> str:
    return f"And {number:,} smaller ones: graphbuild stories lists them." if number > 0 else ""


def _say_left_out(number: int) -> str:
    return f"{count_of(number, 'less widely told event')} left out of the tables." if number else ""
