"""`graphbuild timexes`."""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graphbuild.cli.main import cli
from graphbuild.errors import BuildError, InputError
from tests.contracts.sessions import ROOT
from tests.contracts.test_ontology import complaints

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TEXT = "Talks began on Monday. They had failed in the third quarter of 2013, after two years.\n"
FORMS = ("jsonl", "html", "timeml")


def run(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["timexes", *map(str, words)], input=stdin)


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(f"Date: 2021-03-10\n\n{TEXT}", "utf-8")
    return path


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    articles = [
        {"id": "one", "text": "It rained on Monday.", "published": "2021-03-10"},
        {"id": "two", "text": "It snowed on Sunday.", "published": "2021-03-17"},
    ]
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    return path


def test_each_expression_is_a_line_with_its_days(file: Path) -> None:
    first, second, third = lines(run(file))
    assert first == {
        "article": first["article"],
        "start": 15,
        "end": 21,
        "text": "Monday",
        "type": "DATE",
        "value": "2021-03-08",
        "mod": None,
        "first": "2021-03-08",
        "last": "2021-03-08",
        "granularity": "day",
        "basis": "relative",
        "edtf": "2021-03-08",
    }
    assert (second["value"], second["edtf"], second["basis"]) == ("2013-Q3", "2013-35", "stated")
    assert (third["type"], third["value"], third["first"], third["edtf"]) == ("DURATION", "P2Y", None, None)


def test_lines_keep_to_their_schema_and_stand_in_order(file: Path) -> None:
    schema = json.loads(files("graphbuild.ontology").joinpath("timexes.schema.json").read_text("utf-8"))
    found = lines(run(file))
    assert [list(complaints(line, schema, schema)) for line in found] == [[], [], []]
    assert all(TEXT[line["start"] : line["end"]] == line["text"] for line in found)
    assert found == sorted(found, key=lambda line: line["start"])


def test_jsonl_takes_many_articles_each_with_its_own_date(rows: Path) -> None:
    found = [(line["article"], line["value"]) for line in lines(run(rows))]
    assert found == [("one", "2021-03-08"), ("two", "2021-03-14")]


@pytest.mark.parametrize("form", ["html", "timeml"])
def test_a_document_is_of_one_article_and_it_says_what_to_do(rows: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    result = run(rows, "-f", form, "-o", target)
    assert isinstance(result.exception, InputError)
    assert str(result.exception).startswith(f"{rows}: holds several articles; ")
    assert "-f jsonl" in str(result.exception)
    assert not target.exists()


def test_what_the_user_says_of_the_date_comes_first(file: Path) -> None:
    assert lines(run(file, "--published", "2021-03-17"))[0]["value"] == "2021-03-15"


@pytest.mark.parametrize("form", FORMS)
def test_without_a_date_it_warns_once_and_dates_nothing_relative(form: str) -> None:
    result = run("-", "-f", form, stdin=TEXT)
    assert result.exit_code == 0
    (warning,) = result.stderr.splitlines()
    assert "no publication date known" in warning
    assert "--published" in warning
    assert "2021" not in result.stdout


def test_the_date_may_stand_in_the_dateline() -> None:
    text = "BAGHDAD, Dec. 30, 2019 (HP) - A rocket fell on Sunday.\n"
    result = run("-", stdin=text)
    assert [line["value"] for line in lines(result)] == ["2019-12-30", "2019-12-29"]
    assert result.stderr == ""


@pytest.mark.parametrize("form", FORMS)
def test_a_file_gets_what_stdout_gets(file: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    assert run(file, "-f", form, "-o", target).exit_code == 0
    assert target.read_bytes() == run(file, "-f", form).stdout_bytes


def test_timeml_is_xml_with_the_same_expressions(file: Path) -> None:
    root = ET.fromstring(run(file, "-f", "timeml").stdout_bytes)
    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == TEXT
    assert [mark.get("value") for mark in text] == [line["value"] for line in lines(run(file))]


def test_characters_that_xml_cannot_hold_are_counted() -> None:
    result = run("-", "-f", "timeml", "--published", "2021-03-10", stdin="It rained\x0c on \x1bMonday.\n")
    assert result.exit_code == 0
    assert "2 characters that XML cannot hold are written as U+FFFD" in result.stderr
    assert "It rained\ufffd on \ufffd<TIMEX3" in result.stdout


@pytest.mark.parametrize("form", FORMS)
def test_a_text_without_times_is_no_error(form: str) -> None:
    result = run("-", "-f", form, "--published", "2021-03-10", stdin="Nobody came.\n")
    assert result.exit_code == 0
    assert (result.stdout == "") == (form == "jsonl")


@pytest.mark.parametrize("form", FORMS)
def test_what_cannot_be_read_is_named(tmp_path: Path, form: str) -> None:
    result = run(tmp_path / "nowhere.txt", "-f", form)
    assert isinstance(result.exception, InputError)
    assert "nowhere.txt" in str(result.exception)


def test_a_bad_row_is_named_and_leaves_no_file(rows: Path, tmp_path: Path) -> None:
    rows.write_text(rows.read_text("utf-8") + "{\n", "utf-8")
    result = run(rows, "-o", tmp_path / "out")
    assert isinstance(result.exception, InputError)
    assert str(result.exception).startswith(f"{rows}:3: ")
    assert [path.name for path in tmp_path.iterdir()] == [rows.name]


def test_an_output_that_cannot_be_written_is_named(file: Path, tmp_path: Path) -> None:
    result = run(file, "-o", tmp_path / "no" / "such.jsonl")
    assert isinstance(result.exception, BuildError)
    assert "such.jsonl" in str(result.exception)


def test_no_model_and_no_heavy_library_is_loaded(file: Path) -> None:
    heavy = ("spacy", "rdflib", "matplotlib", "networkx", "pyoxigraph", "trafilatura", "numpy")
    script = (
        "import sys; from graphbuild.cli.main import cli\n"
        f"for form in {FORMS!r}:\n"
        f"  try: cli(['timexes', {str(file)!r}, '-f', form, '-o', {str(file)!r} + '.' + form])\n"
        "  except SystemExit as end: assert not end.code\n"
        f"print(sorted(set({heavy!r}) & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"
