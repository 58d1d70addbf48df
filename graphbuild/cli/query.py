"""`graphbuild query`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

import click

from graphbuild.cli import options
from graphbuild.cli.printing import Cell, Column, print_lines, print_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graphbuild.query.canned import CannedQuery
    from graphbuild.query.sparql import Answer, Value

Given = dict[str, list[str]]


def _read_given(ctx: click.Context, param: click.Parameter, pairs: tuple[str, ...]) -> Given:
    given: Given = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not (name and equals):
            raise click.BadParameter(f"{pair!r} is not NAME=VALUE", ctx, param)
        given.setdefault(name, []).append(value)
    return given


def _list_questions(ctx: click.Context, _: click.Parameter, asked: object) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from graphbuild.query.canned import list_canned

    for canned in list_canned():
        print_lines(_describe(canned))
    ctx.exit()


@click.command()
@options.folder_option
@click.argument("file", required=False, type=click.File(encoding="utf-8"))
@click.option("-e", "--expression", "sparql", metavar="SPARQL", help="The question itself.")
@click.option("--canned", metavar="NAME", help="A question that comes with graphbuild; see --list.")
@click.option(
    "-p",
    "--param",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_read_given,
    help='Fill in VALUES ?NAME { "..." }; repeat for several.',
)
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_questions,
    help="List the canned questions with their parameters and stop.",
)
@options.form_option("table", "json", "csv", "xml", "ttl")
def query(
    folder: Path, file: TextIO | None, sparql: str | None, canned: str | None, given: Given, form: str
) -> None:
    """Ask a build in SPARQL: with -e, from FILE ("-" is stdin), or with --canned.

    The usual prefixes (gb, gbt, gbs, sem, gaf, nif, schema, rdfs, xsd) are known.
    docs/ontology.md describes the graph.
    """
    from graphbuild.query.sparql import ask, open_graph, write_answer

    text = _the_question(file, sparql, canned, given)
    store = open_graph(folder)
    if form == "table":
        answer = ask(store, text)
        print_rows(_columns(answer), answer.rows, "table")
    else:
        write_answer(store, text, form, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _the_question(file: TextIO | None, sparql: str | None, canned: str | None, given: Given) -> str:
    from graphbuild.query.canned import bind, fill_in, find_canned

    if sum(way is not None for way in (file, sparql, canned)) != 1:
        raise click.UsageError("ask one question: -e SPARQL, FILE or --canned NAME")
    if canned is not None:
        return fill_in(find_canned(canned), given)
    return bind(sparql or "" if file is None else file.read(), given)


def _columns(answer: Answer) -> list[Column[tuple[Value, ...]]]:
    return [_column(name, number) for number, name in enumerate(answer.variables)]


def _column(name: str, number: int) -> Column[tuple[Value, ...]]:
    from graphbuild.query.sparql import show

    def cell(row: tuple[Value, ...]) -> Cell:
        value = row[number]
        # A number stays one, so that its column is set flush right.
        return value if isinstance(value, int) and not isinstance(value, bool) else show(value)

    return Column(name, cell)


def _describe(canned: CannedQuery) -> Iterator[str]:
    yield f"{canned.name}: {canned.title}"
    for parameter in canned.parameters:
        default = ", ".join(parameter.default) or "any"
        yield f"    {parameter.name} = {default}: {parameter.meaning}"
