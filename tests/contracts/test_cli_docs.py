"""docs/cli.md names every command and option, and every one of them has help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

from graphbuild.cli.main import COMMANDS, cli
from tests.contracts.sessions import ROOT, Session, Step, read_steps

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = (ROOT / "docs" / "cli.md").read_text("utf-8")


def walk(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """A command and the commands below it, each with the words that call it."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for word in command.list_commands(context):
            below = command.get_command(context, word)
            assert below is not None
            yield from walk(below, f"{name} {word}")


ALL = dict(walk(cli, "graphbuild"))


def test_every_command_is_there():
    assert {name.split()[1] for name in ALL if name != "graphbuild"} == set(COMMANDS)
    assert all(text.endswith(".") for text in COMMANDS.values())


@pytest.mark.parametrize("name", ALL)
def test_every_command_and_option_has_help(name: str) -> None:
    command = ALL[name]
    assert command.help, f"{name} has no help"
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help, f"{name} {parameter.name}"


@pytest.mark.parametrize("name", [name for name in ALL if name != "graphbuild"])
def test_every_command_has_a_section_with_its_help(name: str) -> None:
    assert f"# {name}\n" in PAGE, f"docs/cli.md has no section on {name}"
    assert f"$ {name} --help\n" in PAGE, f"docs/cli.md does not show: $ {name} --help"


@pytest.mark.parametrize("step", tuple(read_steps(PAGE)), ids=lambda step: step.command)
def test_what_the_page_shows_is_what_the_program_prints(step: Step, tmp_path: Path) -> None:
    # Click's line breaks are its own; the words are ours.
    printed = " ".join(Session(tmp_path).run(step)).split()
    assert printed == " ".join(step.shown).split(), "run `make readme`"


def test_no_section_is_of_a_command_that_is_gone():
    sections = re.findall(r"(?m)^#+ (graphbuild .*)$", PAGE)
    assert set(sections) <= ALL.keys()
