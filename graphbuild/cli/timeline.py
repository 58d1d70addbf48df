"""`graphbuild timeline`."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.find import print_events
from graphbuild.cli.printing import STDOUT, print_lines, say, write_whole
from graphbuild.query import wording
from graphbuild.query.actors import the_actor
from graphbuild.query.find import say_filter, select_events
from graphbuild.query.stories import say_title, the_story
from graphbuild.query.wording import count_of, name_actors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from graphbuild.model.event import Event
    from graphbuild.model.timeline import Timeline
    from graphbuild.query.find import EventFilter

_EVERYTHING = "Timeline of events"


@click.command()
@click.argument("actor", required=False)
@options.folder_option
@options.filter_options("did", "where", "first", "last", "stories", "statuses", "min_outlets")
@options.form_option("table", "json", "jsonl", "csv", "timelinejs", "ics", "html")
def timeline(actor: str | None, folder: Path, asked: EventFilter, form: str) -> None:
    """Print what happened, or what an actor did and what was done to it, in order.

    ACTOR is a name, an alias or an id; of several with one name the candidates are
    listed. One line an event, however many articles tell it. Events that nobody dates are
    "undated": they come last, or where order words ("before", "hours after") put them.
    The formats timelinejs (Knight Lab TimelineJS) and ics (a calendar) have no place for
    them and leave them out.
    """
    build = options.open_build(folder)
    names = name_actors(build.actors)
    heading = _EVERYTHING
    if actor is not None:
        about = the_actor(build.actors, actor)
        asked = replace(asked, about=(about.id,))
        heading = names[about.id]
    elif len(asked.stories) == 1:
        heading = say_title(the_story(build, asked.stories[0]))
    events = select_events(build, asked)
    if form == "table":
        print_lines(_tell_days(events, names))
    elif form in ("json", "jsonl", "csv"):
        print_events(build, events, form)
    elif form == "html":
        _write_page(build, events, heading, say_filter(asked, names))
    else:
        _write_placed(build, events, form, (heading, *say_filter(asked, names)))
    say(f"{heading}: {count_of(len(events), 'event')}")


def _write_page(build: Timeline, events: Sequence[Event], heading: str, chosen: tuple[str, ...]) -> None:
    from graphbuild.report.timeline_page import render_timeline

    write_whole(STDOUT, render_timeline(build, events, heading, chosen))


def _write_placed(build: Timeline, events: Sequence[Event], form: str, words: Sequence[str]) -> None:
    """Write slides or a calendar and say what has no place in them."""
    from graphbuild.report.calendar import render_calendar
    from graphbuild.report.placed import place_events
    from graphbuild.report.rows import articles_of
    from graphbuild.report.timelinejs import render_timelinejs

    placed, without = place_events(events, name_actors(build.actors), articles_of(build))
    left_out = f"{count_of(without, 'event')} on no known day left out" if without else ""
    heading, *chosen = words
    if form == "ics":
        written = render_calendar(placed, heading)
    else:
        written = render_timelinejs(placed, heading, "; ".join(filter(None, (*chosen, left_out))))
    write_whole(STDOUT, written)
    if left_out:
        say(left_out)


def _tell_days(events: Iterable[Event], names: Mapping[str, str]) -> Iterator[str]:
    """A line for each time, and under it one for each event."""
    for when, group in groupby(events, key=lambda event: wording.say_time(event.time)):
        yield when
        for event in group:
            parts = (
                wording.say_event(event, names),
                wording.say_kind(event),
                wording.one_line(event.place.name) if event.place else "",
                wording.say_status(event.status),
                wording.say_outlets(event),
                event.id,
            )
            yield "  " + "  ".join(part for part in parts if part)
