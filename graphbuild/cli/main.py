"""The `graphbuild` command; each subcommand's module is imported only when it is used."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from graphbuild.errors import GraphbuildError

COMMANDS = {
    "build": "Read articles and write the timeline of events behind them.",
    "remove": "Take articles out of a build and say what falls with them.",
    "diff": "Say which events and actors differ between two builds.",
    "find": "List events by who, what, whom, where, when.",
    "show": "Show one event, actor or article with its evidence.",
    "timeline": "Print what happened, or what an actor did, in order.",
    "stories": "List the stories that the articles tell, largest first.",
    "actors": "List actors, show one, find those in doubt.",
    "conflicts": "List where articles contradict each other.",
    "links": "Show how actors are linked.",
    "query": "Ask a build in SPARQL.",
    "draw": "Draw actor links and the timeline as SVG or PNG.",
    "report": "Write one static page about a build.",
    "export": "Write a build in another format.",
    "check": "Verify a build: shapes, offsets, files.",
    "timexes": "Tag the time expressions of a text.",
    "inspect": "Show what each stage saw in an article.",
    "codebook": "List, show, try and export the event types.",
}


class LazyGroup(click.Group):
    """A group that imports a command's module on use, so that --help answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of a working session."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from ``graphbuild.cli.NAME``."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"graphbuild.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List commands from the table above: importing them all would take a second."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="graphbuild")
def cli() -> None:
    """Read news articles and build the event timeline behind them as a knowledge graph."""


def main() -> None:
    """Run the command line; a known failure is one line on stderr and exit code 2."""
    try:
        cli(prog_name="graphbuild")
    except GraphbuildError as error:
        click.echo(f"graphbuild: {error}", err=True)
        sys.exit(2)
