"""Options that several commands share, read into the types that the library takes."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphbuild.errors import QueryError
from graphbuild.model.event import Status
from graphbuild.query.find import EventFilter, parse_period

if TYPE_CHECKING:
    from datetime import date

    from graphbuild.lexicon.actor_rules import ActorRules
    from graphbuild.model.timeline import Timeline

Command = Callable[..., None]

DEFAULT_FOLDER = "exports"
STATUSES = tuple(status.value for status in Status)
ALL_STATUSES = "all"


class Period(click.ParamType[Any]):
    """A day, month or year, as its first and last day."""

    name = "day"

    def convert(
        self, value: str | tuple[date, date], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        """The first and last day; a usage error for what is no day, month or year."""
        if isinstance(value, tuple):
            return value
        try:
            return parse_period(value)
        except QueryError as error:
            self.fail(str(error), param, ctx)


_FILTERS: dict[str, Callable[[Command], Command]] = {
    "who": click.option(
        "--who", multiple=True, metavar="ACTOR", help="Who did it: name, alias, id or country code."
    ),
    "did": click.option(
        "--did",
        "--type",
        "did",
        multiple=True,
        metavar="ACTION",
        help="What: event type, mode, action or CAMEO code.",
    ),
    "to": click.option(
        "--to", multiple=True, metavar="ACTOR", help="To whom: name, alias, id or country code."
    ),
    "where": click.option(
        "--where",
        "--place",
        "where",
        multiple=True,
        metavar="PLACE",
        help="Place or country, by name or code.",
    ),
    "first": click.option(
        "--from", "first", type=Period(), metavar="DAY", help="Not before this day, month or year."
    ),
    "last": click.option(
        "--until", "last", type=Period(), metavar="DAY", help="Not after this day, month or year."
    ),
    "statuses": click.option(
        "--status",
        "statuses",
        multiple=True,
        default=("asserted",),
        show_default=True,
        type=click.Choice((ALL_STATUSES, *STATUSES)),
        help="How sure; repeat for several.",
    ),
    "stories": click.option(
        "--story", "stories", multiple=True, metavar="ID", help="Of this story; see graphbuild stories."
    ),
    "min_outlets": click.option(
        "--min-outlets",
        type=click.IntRange(0),
        default=0,
        metavar="N",
        help="Told by at least N outlets, copies of one text counted once.",
    ),
}


def filter_options(*names: str) -> Callable[[Command], Command]:
    """Add the options that choose events (all of them, or those named) to a command.

    The command gets them as one ``asked``, an ``EventFilter``.
    """
    chosen = names or tuple(_FILTERS)

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def with_filter(**options: Any) -> None:
            asked = _read_filter({name: options.pop(name) for name in chosen})
            command(asked=asked, **options)

        optioned: Command = with_filter
        for name in reversed(chosen):
            optioned = _FILTERS[name](optioned)
        return optioned

    return decorate


def folder_option(command: Command) -> Command:
    """Add ``-d DIR``, the build folder that a command works on."""
    return click.option(
        "-d",
        "--folder",
        type=click.Path(path_type=Path),
        default=DEFAULT_FOLDER,
        show_default=True,
        metavar="DIR",
        help="The build folder.",
    )(command)


def form_option(*forms: str) -> Callable[[Command], Command]:
    """Add ``-f FORM``, with the first form as default."""
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="Output form.",
    )


def top_option(default: int | None, what: str) -> Callable[[Command], Command]:
    """Add ``--top N``; None means all."""
    return click.option(
        "--top",
        type=click.IntRange(1),
        default=default,
        show_default=default is not None,
        metavar="N",
        help=what,
    )


def output_option(what: str) -> Callable[[Command], Command]:
    """Add ``-o FILE``, which must be given."""
    return click.option("-o", "--output", required=True, metavar="FILE", help=what)


def rules_option(command: Command) -> Command:
    """Add ``--actors FILE``, the analyst's rules on actors, as ``rules``."""
    return click.option(
        "--actors",
        "rules",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Who is who, by you.  [default: DIR/actors.yaml, if there]",
    )(command)


def read_rules(file: Path | None, folder: Path) -> ActorRules:
    """The rules in a file, or else in the `actors.yaml` of a build folder, if there is one."""
    from graphbuild.lexicon.actor_rules import NO_RULES, read_actor_rules
    from graphbuild.store.folder import RULES

    beside = folder / RULES
    found = file or (beside if beside.exists() else None)
    return read_actor_rules(found) if found else NO_RULES


def open_build(folder: Path) -> Timeline:
    """The timeline in a build folder."""
    from graphbuild.store.folder import open_timeline

    return open_timeline(folder)


def _read_filter(options: dict[str, Any]) -> EventFilter:
    if options.get("first") is not None:
        options["first"] = options["first"][0]
    if options.get("last") is not None:
        options["last"] = options["last"][1]
    if "statuses" in options:
        options["statuses"] = _read_statuses(options["statuses"])
    return EventFilter(**options)


def _read_statuses(words: tuple[str, ...]) -> tuple[Status, ...]:
    if ALL_STATUSES in words:
        return tuple(Status)
    return tuple(status for status in Status if status.value in words)
