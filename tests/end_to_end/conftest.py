from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from graphbuild.cli.main import cli
from tests.end_to_end.texts import good_inputs

if TYPE_CHECKING:
    from pathlib import Path


def run_build(*words: str | Path) -> Result:
    """Run ``graphbuild build`` in this process, where the model stays loaded."""
    return CliRunner().invoke(cli, ["build", *map(str, words)])


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a build that is not hidden."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()}


def lines_of(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty good articles."""
    return good_inputs(tmp_path_factory.mktemp("inputs") / "good")


@pytest.fixture(scope="session")
def built(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the thirty good articles."""
    target = tmp_path_factory.mktemp("built")
    result = run_build(inputs, "-o", target)
    assert result.exit_code == 0, result.output
    return target
