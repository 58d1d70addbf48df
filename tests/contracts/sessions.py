"""Sessions in documents: the commands that a page shows, run again.

A fenced block that begins with ```console holds commands after "$ ", each with what it
prints (stdout and stderr) under it. A line "..." stands for any lines. They run one after
another in one empty folder that holds `samples/`.

    python -m tests.contracts.sessions README.md docs/cli.md

writes the pages back with what the commands print now; a block that ends in "..." keeps
its length.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner

from graphbuild.cli.main import cli
from graphbuild.settings import versions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[2]
ANYTHING = "..."
_BLOCK = re.compile(r"(?m)^```console\n(?P<body>.*?)^```$", re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command, and the lines that a page shows under it."""

    command: str
    shown: tuple[str, ...]

    @property
    def is_help(self) -> bool:
        """Whether it only asks what there is, and so needs no process of its own."""
        return self.command.startswith("graphbuild ") and self.command.endswith((" --help", " --list"))


@dataclass(frozen=True)
class Session:
    """A folder in which commands run."""

    folder: Path

    def run(self, step: Step) -> tuple[str, ...]:
        """What a command prints."""
        if step.is_help:
            words = step.command.split()[1:]
            return lines_of(CliRunner().invoke(cli, words, prog_name="graphbuild").output)
        # A function, so that what is tested is this checkout and not what lies on the path.
        script = f'graphbuild() {{ "{sys.executable}" -m graphbuild "$@"; }}\n{step.command}\n'
        done = subprocess.run(
            ["/bin/sh", "-c", script],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=300,
        )
        return lines_of(done.stdout.decode())


def other_versions() -> dict[str, str]:
    """What exports/demo and the pages were made with, as far as it is not what is installed here."""
    receipt = json.loads((ROOT / "exports" / "demo" / "build.json").read_text("utf-8"))
    here = versions_of(receipt["model"])
    return {name: made for name, made in receipt["versions"].items() if made != here.get(name)}


def open_session(folder: Path) -> Session:
    """An empty folder with the samples in it."""
    (folder / "samples").symlink_to(ROOT / "samples")
    return Session(folder)


def read_steps(page: str) -> Iterator[Step]:
    """The commands of a page, in order."""
    for block in _BLOCK.finditer(page):
        yield from _steps(block["body"])


def _steps(body: str) -> Iterator[Step]:
    for part in re.split(r"(?m)^\$ ", body)[1:]:
        command, *shown = part.splitlines()
        yield Step(command, tuple(line.rstrip() for line in shown))


def fits(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether what is printed is what is shown; a line "..." stands for any lines."""
    pieces = [re.escape(line) for line in shown]
    pattern = "".join("(?:.*\n)*?" if line == re.escape(ANYTHING) else f"{line}\n" for line in pieces)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def lines_of(output: str) -> tuple[str, ...]:
    """Lines without blanks at their ends, and without empty lines at the end."""
    return tuple(line.rstrip() for line in output.rstrip().splitlines())


def renew(page: str, session: Session) -> str:
    """A page with what its commands print now."""

    def block(found: re.Match[str]) -> str:
        return "```console\n" + "".join(_renewed(step, session) for step in _steps(found["body"])) + "```"

    return _BLOCK.sub(block, page)


def _renewed(step: Step, session: Session) -> str:
    printed = session.run(step)
    is_cut = bool(step.shown) and step.shown[-1] == ANYTHING
    if is_cut and len(printed) >= len(step.shown):
        printed = (*printed[: len(step.shown) - 1], ANYTHING)
    gap = ("",) if step.shown and not step.shown[-1] else ()
    return "".join(f"{line}\n" for line in (f"$ {step.command}", *printed, *gap))


def main(paths: Sequence[str]) -> None:
    """Renew pages in place."""
    for path in map(Path, paths):
        with tempfile.TemporaryDirectory() as folder:
            path.write_text(renew(path.read_text("utf-8"), open_session(Path(folder))), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
