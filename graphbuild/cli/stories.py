"""`graphbuild stories`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import Column, print_rows, say
from graphbuild.query.stories import largest_first, say_cast, say_days, say_size, say_title
from graphbuild.query.wording import name_actors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from graphbuild.model.story import Story


@click.command()
@options.folder_option
@options.top_option(None, "Only the N largest.")
@options.form_option("table", "json", "csv")
def stories(folder: Path, top: int | None, form: str) -> None:
    """List the stories that the articles tell, largest first.

    A story is a group of articles about the same actors and places within weeks, with the
    events of that time. Its title is one of their headlines. `find`, `timeline` and
    `report` take its id with --story, `show` tells all of it.
    """
    build = options.open_build(folder)
    found = largest_first(build.stories)
    print_rows(_columns(name_actors(build.actors)), islice(found, top), "list" if form == "table" else form)
    say("1 story" if len(found) == 1 else f"{len(found):,} stories")


def _columns(names: Mapping[str, str]) -> list[Column[Story]]:
    return [
        Column("days", say_days, "people"),
        Column("title", say_title),
        Column("size", say_size, "people"),
        Column("cast", lambda s: say_cast(s, names), "people"),
        Column("id", lambda s: s.id),
        Column("first", lambda s: s.first.isoformat() if s.first else None, "program"),
        Column("last", lambda s: s.last.isoformat() if s.last else None, "program"),
        Column("articles", lambda s: len(s.articles), "program"),
        Column("events", lambda s: len(s.events), "program"),
        Column("titled_by", lambda s: s.titled_by, "program"),
        Column("actors", lambda s: [names.get(a, a) for a in s.actors], "program"),
        Column("actor_ids", lambda s: list(s.actors), "program"),
    ]
