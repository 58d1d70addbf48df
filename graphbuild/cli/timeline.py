"""`graphbuild timeline`."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.find import print_events
from graphbuild.cli.printing import print_lines, say
from graphbuild.query import wording
from graphbuild.query.actors import the_actor
from graphbuild.query.find import select_events
from graphbuild.query.wording import count_of, name_actors, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from graphbuild.model.event import Event
    from graphbuild.query.find import EventFilter


@click.command()
@click.argument("actor")
@options.folder_option
@options.filter_options("did", "where", "first", "last", "statuses", "min_outlets")
@options.form_option("table", "jsonl", "csv")
def timeline(actor: str, folder: Path, asked: EventFilter, form: str) -> None:
    """Print what an actor did and what was done to it, day by day.

    ACTOR is a name, an alias or an id; of several with one name the candidates are
    listed. Events that nobody dates are "undated": they come last, or where order words
    ("before", "hours after") put them.
    """
    build = options.open_build(folder)
    about = the_actor(build.actors, actor)
    events = [e for e in select_events(build, asked) if about.id in (*e.sources, *e.targets)]
    names = name_actors(build.actors)
    if form == "table":
        print_lines(_tell_days(events, names))
    else:
        print_events(build, events, form)
    say(f"{one_line(about.name)}: {count_of(len(events), 'event')}")


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
