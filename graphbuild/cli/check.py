"""`graphbuild check`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import print_lines, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graphbuild.query.checking import Checked


@click.command()
@options.folder_option
def check(folder: Path) -> None:
    """Verify a build: its lines, hashes, references, characters and graph.

    Every stretch of text that a mention or an event points to is looked up in the stored
    article; timeline.ttl must say what the lines say and conform to the shapes. Exit
    code 1 if anything is wrong.
    """
    from graphbuild.query.checking import check_folder

    wrong = 0
    for checked in check_folder(folder):
        print_lines(_tell(checked))
        wrong += checked.wrong
    say(f"{folder}: {f'{wrong} findings' if wrong else 'all is right'}")
    sys.exit(1 if wrong else 0)


def _tell(checked: Checked) -> Iterator[str]:
    yield f"{'ok   ' if checked.is_right else 'WRONG'} {checked.verified:>10,}  {checked.subject}"
    for finding in checked.findings:
        yield f"        {finding}"
    if checked.wrong > len(checked.findings):
        yield f"        ... and {checked.wrong - len(checked.findings):,} more"
