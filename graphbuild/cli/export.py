"""`graphbuild export`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import click

from graphbuild.cli import options
from graphbuild.cli.printing import STDOUT
from graphbuild.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
    with _opened(output) as file:
        write(timeline, file)


@contextmanager
def _opened(output: str) -> Iterator[BinaryIO]:
    """The output; a file takes its name only when it was written to the end."""
    if output == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    from graphbuild.store.folder import atomic

    try:
        with atomic(Path(output)) as file:
            yield file
    except OSError as error:
        raise BuildError(f"cannot write {output}: {error.strerror or error}") from error
