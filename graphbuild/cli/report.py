"""`graphbuild report`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import say, write_whole
from graphbuild.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graphbuild.query.find import EventFilter
    from graphbuild.report.page import Unread


@click.command()
@options.output_option("The page, FILE.html; - is stdout.")
@options.folder_option
@options.filter_options()
@options.top_option(1000, "At most N events in the tables, those that most outlets tell.")
def report(output: str, folder: Path, asked: EventFilter, top: int) -> None:
    """Write one static page about a build: pictures, and every event with its quotes.

    The page holds no script and fetches nothing. The options choose events as in `find`.
    """
    from graphbuild.report.page import render_page

    page = render_page(options.open_build(folder), asked, _read_failures(folder), top)
    write_whole(output, page)
    if output != "-":
        say(f"{output}: {len(page):,} bytes")


def _read_failures(folder: Path) -> Iterator[Unread]:
    """The lines of ``failed.jsonl``, if there is one."""
    from graphbuild.report.page import Unread
    from graphbuild.store.folder import FAILED

    path = folder / FAILED
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            failure = json.loads(line)
            yield Unread(str(failure["origin"]), str(failure["reason"]))
        except (ValueError, KeyError, TypeError) as error:
            raise BuildError(f"{path}:{number}: not a failure; build again into this folder") from error
