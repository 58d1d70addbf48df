"""`graphbuild actors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import Column, print_rows, say
from graphbuild.query.actors import actors_called, count_actors
from graphbuild.query.wording import count_of, one_line

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.query.actors import CountedActor
    from graphbuild.query.find import EventFilter


@click.command()
@click.argument("name", required=False)
@options.folder_option
@options.filter_options("statuses")
@options.top_option(None, "Only the N with the most events.")
@options.form_option("table", "json", "jsonl", "csv")
def actors(name: str | None, folder: Path, asked: EventFilter, top: int | None, form: str) -> None:
    """List actors with their aliases, those with the most events first.

    With NAME, only those called so, or with NAME in a name.
    """
    timeline = options.open_build(folder)
    counted = count_actors(timeline, asked.statuses)
    if name is not None:
        called = {actor.id for actor in actors_called(timeline.actors, name)}
        counted = [c for c in counted if c.actor.id in called]
    print_rows(_columns(), counted[:top], form)
    say(count_of(len(counted), "actor"))


def _columns() -> list[Column[CountedActor]]:
    return [
        Column("events", lambda c: c.events),
        Column("source", lambda c: c.as_source),
        Column("target", lambda c: c.as_target),
        Column("name", lambda c: one_line(c.actor.name)),
        Column("kind", lambda c: c.actor.kind.value),
        Column("country", lambda c: c.actor.country),
        Column("sector", lambda c: c.actor.sector),
        Column("id", lambda c: c.actor.id),
        Column(
            "also called", lambda c: [one_line(a) for a in c.actor.aliases if a != c.actor.name], "people"
        ),
        Column("aliases", lambda c: list(c.actor.aliases), "program"),
        Column("roles", lambda c: list(c.actor.roles), "program"),
        Column("wikidata", lambda c: c.actor.wikidata, "program"),
    ]
