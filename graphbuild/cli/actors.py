"""`graphbuild actors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import Column, print_lines, print_plain, print_rows, say
from graphbuild.query.actors import actors_called, count_actors
from graphbuild.query.wording import count_of, one_line

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.model.timeline import Timeline
    from graphbuild.query.actors import CountedActor
    from graphbuild.query.find import EventFilter


@click.command()
@click.argument("name", required=False)
@options.folder_option
@options.filter_options("statuses")
@options.top_option(None, "Only the N with the most events, or most in doubt.")
@click.option(
    "--doubt", is_flag=True, help="Joined or kept apart, and worth a look: why, and the rule to write."
)
@options.rules_option
@options.form_option("table", "json", "jsonl", "csv")
def actors(  # noqa: PLR0913 - one parameter an option
    *,
    name: str | None,
    folder: Path,
    asked: EventFilter,
    top: int | None,
    doubt: bool,
    rules: Path | None,
    form: str,
) -> None:
    """List actors with their aliases, those with the most events first.

    With NAME, the card of the one called so: names with counts and evidence, roles over time,
    related actors, events by type; of several, the list. With --doubt, what linking joined or
    kept apart that is worth a look, the most mentioned first, each with the line to put into
    actors.yaml; what --actors says already is left out.
    """
    timeline = options.open_build(folder)
    if doubt:
        _print_doubts(timeline, name, (rules, folder), top, form)
        return
    counted = count_actors(timeline, asked.statuses)
    if name is None:
        print_rows(_columns(), counted[:top], form)
        say(count_of(len(counted), "actor"))
        return
    called = {actor.id for actor in actors_called(timeline.actors, name)}
    _print_called(timeline, [c for c in counted if c.actor.id in called][:top], asked, form)


def _print_called(timeline: Timeline, counted: list[CountedActor], asked: EventFilter, form: str) -> None:
    from graphbuild.query.cards import describe_card, make_cards

    if form in ("json", "jsonl"):
        print_plain(make_cards(timeline, counted, asked.statuses), form)
    elif form == "table" and len(counted) == 1:
        print_lines(describe_card(next(make_cards(timeline, counted, asked.statuses))))
    else:
        print_rows(_columns(), counted, form)
    say(count_of(len(counted), "actor") + ("; ask by id for the card of one" if len(counted) > 1 else ""))


def _print_doubts(
    timeline: Timeline, name: str | None, where: tuple[Path | None, Path], top: int | None, form: str
) -> None:
    from graphbuild.query.doubts import describe_doubt, find_doubts

    chosen = None if name is None else {a.id for a in actors_called(timeline.actors, name)}
    found = find_doubts(timeline, options.read_rules(*where))
    doubts = [d for d in found if chosen is None or chosen & set(d.actors)]
    if form in ("json", "jsonl"):
        print_plain(doubts[:top], form)
    elif form == "csv":
        raise click.UsageError("doubts come as table, json or jsonl")
    else:
        print_lines(line for doubt in doubts[:top] for line in describe_doubt(doubt))
    say(count_of(len(doubts), "doubt"))


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
