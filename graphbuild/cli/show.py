"""`graphbuild show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import print_lines
from graphbuild.query.show import describe, look_up

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("key", metavar="ID")
@options.folder_option
def show(key: str, folder: Path) -> None:
    """Show one event, actor, place, article or mention with its evidence.

    ID may be cut short, as long as only one id begins so. An event comes with every
    report of it: the quote and its characters, what that article says, and who said it;
    an article with its main event.
    """
    timeline = options.open_build(folder)
    print_lines(describe(timeline, look_up(timeline, key)))
