"""`graphbuild query`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from graphbuild.cli.main import cli, main
from tests.folders import write_folder
from tests.unit.sample_timeline import sample_timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return write_folder(sample_timeline(), tmp_path)


@pytest.fixture
def run(build: Path) -> Callable[..., Result]:
    """Run `query` on a build folder."""
    return lambda *words, **options: CliRunner().invoke(cli, ["query", "-d", str(build), *words], **options)


def test_a_question_is_answered_as_a_table(run: Callable[..., Result]) -> None:
    result = run(
        "-e",
        "SELECT ?action ?type { ?e a gb:Event ; gb:action ?action ; sem:eventType ?type } ORDER BY ?action",
    )
    assert result.stdout.splitlines()[:2] == ["action    type", "accuse    ACCUSE"]


def test_numbers_are_flush_right_and_dates_are_days(run: Callable[..., Result]) -> None:
    assert run("--canned", "pairs").stdout.splitlines() == [
        "source        target   events  first       last",
        "Borland       Avonia        2  2021-01-01  2021-03-08",
        "Avonia        Borland       1  2021-03-09  2021-03-09",
        "Avonian Army  Borland       1  2021-03-08  2021-03-08",
    ]


def test_a_canned_question_takes_parameters(run: Callable[..., Result]) -> None:
    result = run("--canned", "who-did-what", "-p", "who=borland", "-p", "until=2021-02", "-f", "csv")
    assert len(result.stdout.splitlines()) == 2
    assert "withdraw" in result.stdout


def test_a_question_comes_from_a_file_or_stdin(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text('ASK { VALUES ?a { "x" } ?e gb:action ?a }', "utf-8")
    assert run(str(tmp_path / "q.rq")).stdout == "answer\nno\n"
    assert run(str(tmp_path / "q.rq"), "-p", "a=shell").stdout == "answer\nyes\n"
    assert run("-", input="ASK {}").stdout == "answer\nyes\n"


def test_other_forms_are_those_of_the_w3c(run: Callable[..., Result]) -> None:
    assert json.loads(run("-e", "ASK {}", "-f", "json").stdout)["boolean"] is True
    assert run("-e", "ASK {}", "-f", "xml").stdout.startswith("<?xml")
    assert "@prefix time:" in run("--canned", "owl-time", "-f", "ttl").stdout


def test_the_questions_are_listed_without_a_build(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["query", "-d", str(tmp_path), "--list"])
    assert "pairs: Pairs of actors" in result.stdout
    assert "    status = asserted: " in result.stdout


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("-e", "ASK {}", "--canned", "pairs"),
        ("-e", "ASK {}", "-p", "novalue"),
        ("-e", "ASK {}", "-p", "=x"),
        ("-f", "yaml", "-e", "ASK {}"),
    ],
)
def test_wrong_use_is_exit_code_2(run: Callable[..., Result], words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_what_is_not_sparql_is_one_line_on_stderr(
    build: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["graphbuild", "query", "-d", str(build), "-e", "SELECT"])
    with pytest.raises(SystemExit) as stop:
        main()
    said = capsys.readouterr()
    assert (stop.value.code, said.out) == (2, "")
    assert said.err.startswith("graphbuild: not SPARQL: line 1")
    assert said.err.count("\n") == 1
