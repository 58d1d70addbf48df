"""`graphbuild export`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from graphbuild.cli.export import WRITERS
from graphbuild.cli.main import cli
from graphbuild.errors import BuildError
from tests.folders import write_folder
from tests.unit.sample_timeline import sample_timeline

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return write_folder(sample_timeline(), tmp_path)


def export(build: Path, form: str, output: str) -> Result:
    return CliRunner().invoke(cli, ["export", form, "-d", str(build), "-o", output])


@pytest.mark.parametrize("form", WRITERS)
def test_every_format_is_the_same_on_stdout_and_in_a_file(build: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    assert export(build, form, str(target)).exit_code == 0
    assert target.read_bytes() == export(build, form, "-").stdout_bytes
    assert target.stat().st_size > 100


def test_turtle_is_the_graph_of_the_build(build: Path) -> None:
    assert export(build, "turtle", "-").stdout_bytes == (build / "timeline.ttl").read_bytes()


def test_jsonl_is_the_events_of_the_build(build: Path) -> None:
    written, kept = export(build, "jsonl", "-").stdout, (build / "events.jsonl").read_text("utf-8")
    assert list(map(json.loads, written.splitlines())) == list(map(json.loads, kept.splitlines()))


def test_a_failed_export_leaves_the_old_file_and_nothing_else(build: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "out.ttl"
    target.parent.mkdir()
    target.write_text("old")
    (build / "events.jsonl").write_text("{\n")
    assert isinstance(export(build, "turtle", str(target)).exception, BuildError)
    assert [path.name for path in target.parent.iterdir()] == ["out.ttl"]
    assert target.read_text() == "old"


def test_an_output_that_cannot_be_written_is_named(build: Path, tmp_path: Path) -> None:
    result = export(build, "csv", str(tmp_path / "no" / "such.csv"))
    assert isinstance(result.exception, BuildError)
    assert "such.csv" in str(result.exception)


def test_an_unknown_format_is_wrong_use(build: Path) -> None:
    assert export(build, "docx", "-").exit_code == 2
