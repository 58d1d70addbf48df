"""`graphbuild check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from graphbuild.cli.main import cli
from tests.folders import write_folder
from tests.unit.sample_timeline import sample_timeline

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return write_folder(sample_timeline(), tmp_path)


def check(build: Path) -> Result:
    return CliRunner().invoke(cli, ["check", "-d", str(build)])


def test_a_build_that_is_right_says_what_was_verified(build: Path) -> None:
    result = check(build)
    assert result.exit_code == 0
    assert all(line.startswith("ok ") for line in result.stdout.splitlines())
    assert "the words stand where they are said to" in result.stdout
    assert result.stderr.endswith("all is right\n")


def test_a_build_that_is_wrong_says_where_and_exits_1(build: Path) -> None:
    path = build / "articles.jsonl"
    path.write_text(
        path.read_text("utf-8").replace("withdrew its ambassador", "WITHDREW its ambassador"), "utf-8"
    )
    result = check(build)
    assert result.exit_code == 1
    assert "WRONG" in result.stdout
    assert "says 'withdrew', the text has 'WITHDREW'" in result.stdout
    assert "findings" in result.stderr
