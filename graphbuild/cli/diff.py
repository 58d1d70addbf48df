"""`graphbuild diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import Column, print_rows, say
from graphbuild.query.changes import Subject, compare_builds
from graphbuild.query.wording import count_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphbuild.query.changes import Change


@click.command()
@click.argument("before", type=click.Path(path_type=Path), metavar="BUILD_A")
@click.argument("after", type=click.Path(path_type=Path), metavar="BUILD_B")
@options.form_option("table", "json", "jsonl", "csv")
def diff(before: Path, after: Path, form: str) -> None:
    """Say which events and actors differ between two builds.

    An event is the same where it is told by the same reports, whatever its id: what is gone
    from BUILD_A, what has less or more support, what changed (type, who, to whom, when,
    where, status, numbers), what was merged or split, and what is new in BUILD_B.
    """
    changes = compare_builds(options.open_build(before), options.open_build(after))
    print_rows(change_columns(), changes, form)
    say("different: " + ", ".join(count_of(n, subject) for subject, n in _touched(changes)))


def change_columns() -> list[Column[Change]]:
    """How a difference is printed, a line for each."""
    return [
        Column("change", lambda c: c.kind.value),
        Column("of", lambda c: c.subject.value),
        Column("what", lambda c: c.what),
        Column("field", lambda c: c.field),
        Column("was", lambda c: c.was),
        Column("now", lambda c: c.now),
        Column("id", lambda c: list(dict.fromkeys((*c.before, *c.after))), "people"),
        Column("before", lambda c: list(c.before), "program"),
        Column("after", lambda c: list(c.after), "program"),
    ]


def _touched(changes: Iterable[Change]) -> list[tuple[str, int]]:
    """How many different events and actors the changes are about."""
    things = {(c.subject, c.before or c.after) for c in changes}
    return [(s.value, sum(subject is s for subject, _ in things)) for s in Subject]
