"""`graphbuild links`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import Column, print_rows, say
from graphbuild.query.find import narrow
from graphbuild.query.wording import QUAD_CLASSES, count_of, one_line

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.query.find import EventFilter
    from graphbuild.writers.links import ActorLinks, Pair

MEASURES = ("degree", "pagerank", "betweenness")


@click.command()
@options.folder_option
@options.filter_options()
@options.top_option(20, "How many to show.")
@click.option("--by", type=click.Choice(MEASURES), default="degree", show_default=True, help="Sort by.")
@click.option("--pairs", "what", flag_value="pairs", help="Who did how much to whom, instead.")
@options.form_option("table", "json", "csv")
def links(folder: Path, asked: EventFilter, top: int, by: str, what: str | None, form: str) -> None:
    """Show how actors are linked by what one did to another.

    For each actor: how many others it is linked to (degree), by how many events,
    PageRank, betweenness, and the number of its community. With --pairs: for each
    source and target, how many events of what type, in what time.
    """
    from graphbuild.writers.graph import project_actors
    from graphbuild.writers.links import list_pairs, measure_links, rank_links

    graph = project_actors(narrow(options.open_build(folder), asked), asked.statuses)
    if what == "pairs":
        print_rows(_pair_columns(), list_pairs(graph)[:top], form)
    else:
        print_rows(_actor_columns(), rank_links(measure_links(graph), by)[:top], form)
    say(f"{count_of(len(graph), 'linked actor')}, {count_of(graph.number_of_edges(), 'pair')}")


def _actor_columns() -> list[Column[ActorLinks]]:
    return [
        Column("actor", lambda link: one_line(link.name)),
        Column("degree", lambda link: link.degree),
        Column("events", lambda link: link.events),
        Column("pagerank", lambda link: link.pagerank),
        Column("betweenness", lambda link: link.betweenness),
        Column("community", lambda link: link.community),
        Column("id", lambda link: link.id),
    ]


def _pair_columns() -> list[Column[Pair]]:
    return [
        Column("source", lambda pair: one_line(pair.source_name)),
        Column("target", lambda pair: one_line(pair.target_name)),
        Column("events", lambda pair: pair.count),
        Column("types", lambda pair: [f"{name} {count}" for name, count in pair.types]),
        Column(
            "quad classes", lambda pair: [f"{QUAD_CLASSES[quad]} {n}" for quad, n in pair.quads], "program"
        ),
        Column("not asserted", lambda pair: [f"{name} {count}" for name, count in pair.statuses]),
        Column("first", lambda pair: pair.first_day),
        Column("last", lambda pair: pair.last_day),
        Column("source_id", lambda pair: pair.source, "program"),
        Column("target_id", lambda pair: pair.target, "program"),
    ]
