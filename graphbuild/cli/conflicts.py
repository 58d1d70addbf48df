"""`graphbuild conflicts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from graphbuild.cli import options
from graphbuild.cli.printing import Column, print_lines, print_rows, say
from graphbuild.query import wording
from graphbuild.query.conflicts import find_conflicts
from graphbuild.query.wording import count_of, name_actors, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from graphbuild.query.conflicts import Claim, Conflict
    from graphbuild.query.find import EventFilter


class _Row(NamedTuple):
    conflict: Conflict
    claim: Claim


@click.command()
@options.folder_option
@options.filter_options()
@options.form_option("table", "json", "csv")
def conflicts(folder: Path, asked: EventFilter, form: str) -> None:
    """List where articles contradict each other on one event.

    On its days, a number, its place, or on whether it happened at all. Each claim comes with
    its outlet, article and quote. Days that only the date of publication gives are no claim,
    numbers contradict where their bounds do not meet, and a place does not contradict a
    larger one around it.
    """
    build = options.open_build(folder)
    found = list(find_conflicts(build, asked))
    names = name_actors(build.actors)
    if form == "table":
        print_lines(_tell(found, names))
    else:
        print_rows(_columns(names), [_Row(each, claim) for each in found for claim in each.claims], form)
    events = len({each.event.id for each in found})
    say(f"{count_of(len(found), 'conflict')} on {count_of(events, 'event')}")


def _tell(found: Iterable[Conflict], names: Mapping[str, str]) -> Iterator[str]:
    """A block for each conflict: the event, what it is about, and every claim with its quote."""
    for each in found:
        event = each.event
        yield "  ".join((wording.say_time(event.time), wording.say_event(event, names), event.id))
        yield f"  {each.about}"
        for said, report in ((claim.said, claim.report) for claim in each.claims):
            yield f"    {said}  {one_line(report.outlet or 'outlet unknown')}, {report.article}"
            yield f"      {one_line(report.quote)} [{report.span.start}:{report.span.end}]"


def _columns(names: Mapping[str, str]) -> list[Column[_Row]]:
    return [
        Column("event", lambda r: r.conflict.event.id),
        Column("action", lambda r: wording.say_event(r.conflict.event, names)),
        Column("about", lambda r: r.conflict.about),
        Column("claim", lambda r: r.claim.said),
        Column("outlet", lambda r: r.claim.report.outlet),
        Column("article", lambda r: r.claim.report.article),
        Column("copy_of", lambda r: r.claim.report.copy_of),
        Column("mention", lambda r: r.claim.report.mention),
        Column("start", lambda r: r.claim.report.span.start),
        Column("end", lambda r: r.claim.report.span.end),
        Column("quote", lambda r: r.claim.report.quote),
    ]
