"""`graphbuild export`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Final

import click

from graphbuild.cli import options
from graphbuild.cli.printing import open_output

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graphbuild.model.timeline import Timeline

WRITERS: Final = {
    "turtle": ("rdf", "write_turtle"),
    "ntriples": ("rdf", "write_ntriples"),
    "nquads": ("rdf", "write_nquads"),
    "jsonld": ("jsonld", "write_jsonld"),
    "graphml": ("graph", "write_graphml"),
    "gexf": ("graph", "write_gexf"),
    "csv": ("tables", "write_csv"),
    "jsonl": ("tables", "write_jsonl"),
}
"""For each format the module of `graphbuild.writers` and its function."""


@click.command()
@click.argument("form", type=click.Choice(tuple(WRITERS)), metavar="FORMAT")
@options.folder_option
@options.output_option('Where to; "-" is stdout.')
def export(form: str, folder: Path, output: str) -> None:
    """Write a build as turtle, ntriples, nquads, jsonld, graphml, gexf, csv or jsonl.

    nquads has a named graph for each article; csv and jsonl have one event a line. In
    csv, a cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    module, function = WRITERS[form]
    write: Callable[[Timeline, BinaryIO], None] = getattr(
        import_module(f"graphbuild.writers.{module}"), function
    )
    timeline = options.open_build(folder)
    with open_output(output) as file:
        write(timeline, file)
