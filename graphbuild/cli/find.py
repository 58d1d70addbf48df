"""`graphbuild find`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import Column, print_plain, print_rows, say
from graphbuild.query import wording
from graphbuild.query.find import select_events
from graphbuild.query.wording import count_of, name_actors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from graphbuild.model.event import Event
    from graphbuild.model.timeline import Timeline
    from graphbuild.query.find import EventFilter


@click.command()
@options.folder_option
@options.filter_options()
@options.form_option("table", "jsonl", "csv")
def find(folder: Path, asked: EventFilter, form: str) -> None:
    """List events by who, what, whom, where, when, in order of time.

    Only what is asserted to have happened is listed unless --status says more; undated
    events are listed last, or where order words ("before") put them, and not at all when
    a period is asked for.
    """
    timeline = options.open_build(folder)
    events = select_events(timeline, asked)
    print_events(timeline, events, "list" if form == "table" else form)
    say(count_of(len(events), "event"))


def print_events(timeline: Timeline, events: Iterable[Event], form: str) -> None:
    """Print events as ``list`` or ``csv``, or as ``jsonl`` or ``json`` with the lines of `events.jsonl`."""
    if form in ("json", "jsonl"):
        from graphbuild.store.convert import event_line, facts_of

        facts = facts_of({actor.id: actor for actor in timeline.actors})
        print_plain((event_line(event, facts) for event in events), form)
    else:
        print_rows(event_columns(name_actors(timeline.actors)), events, form)


def event_columns(names: Mapping[str, str]) -> list[Column[Event]]:
    """What is said of an event in a line, and what programs get besides."""

    def name_all(ids: tuple[str, ...]) -> list[str]:
        return [names.get(actor, actor) for actor in ids]

    return [
        Column("when", lambda e: wording.say_time(e.time)),
        Column("event", lambda e: wording.say_event(e, names), "people"),
        Column("kind", wording.say_kind, "people"),
        Column("where", lambda e: wording.one_line(e.place.name) if e.place else None),
        Column("mark", lambda e: wording.say_status(e.status), "people"),
        Column("told", wording.say_outlets, "people"),
        Column("id", lambda e: e.id),
        Column("status", lambda e: e.status.value, "program"),
        Column("first", lambda e: e.time.first and e.time.first.isoformat(), "program"),
        Column("last", lambda e: e.time.last and e.time.last.isoformat(), "program"),
        Column("granularity", lambda e: e.time.granularity.value, "program"),
        Column("basis", lambda e: e.time.basis.value, "program"),
        Column("sources", lambda e: name_all(e.sources), "program"),
        Column("source_ids", lambda e: list(e.sources), "program"),
        Column("action", lambda e: e.action, "program"),
        Column("type", lambda e: e.type, "program"),
        Column("mode", lambda e: e.mode, "program"),
        Column("code", lambda e: e.code, "program"),
        Column("quad_class", lambda e: e.quad_class, "program"),
        Column("targets", lambda e: name_all(e.targets), "program"),
        Column("target_ids", lambda e: list(e.targets), "program"),
        Column("country", lambda e: e.place.country if e.place else None, "program"),
        Column("outlets", lambda e: list(e.outlets), "program"),
        Column("reports", lambda e: len(e.evidence), "program"),
        Column("independent_outlets", lambda e: list(e.independent_outlets), "program"),
    ]
