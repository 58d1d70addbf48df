from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from graphbuild.cli.main import cli
from graphbuild.stages.reading import Failure
from tests.plain_reader import article
from tests.small_builds import build_plainly, bytes_of

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = [
    article("a", "Iran hit Iraq 2020-01-02\nOman thank Iran"),
    article("b", "Iran hit Iraq 2020-01-02", outlet="Post"),
    article("c", "Iraq blame Iran 2020-01-05", None),
]
FAILED = Failure("x.txt", "no text")


def test_what_remains_is_a_build_without_the_article(tmp_path: Path) -> None:
    build_plainly([*ARTICLES, FAILED], tmp_path / "out")
    done = CliRunner().invoke(cli, ["remove", "a", "c.txt", "-d", str(tmp_path / "out"), "-f", "json"])
    assert done.exit_code == 0, done.output
    assert done.stderr == "2 articles removed: 2 events fell, 1 lost support, 0 changed in value\n"
    told = [(row["change"], row["of"], row["what"]) for row in json.loads(done.stdout)]
    assert sorted(told) == [
        ("gone", "actor", "Oman"),
        ("gone", "event", "2020-01-05 Iraq → blame → Iran"),
        ("gone", "event", "undated Oman → thank → Iran"),
        ("less support", "event", "2020-01-02 Iran → hit → Iraq"),
    ]
    build_plainly([ARTICLES[1], FAILED], tmp_path / "fresh")
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "fresh")


def test_a_build_stays_as_it_is_where_no_article_is_so_called(tmp_path: Path) -> None:
    build_plainly(ARTICLES, tmp_path)
    before = bytes_of(tmp_path)
    done = CliRunner().invoke(cli, ["remove", "nobody", "-d", str(tmp_path)])
    assert done.exit_code == 1
    assert "no article of this build" in str(done.exception)
    assert bytes_of(tmp_path) == before


def test_a_build_without_its_receipt_is_told_with_what_to_do(tmp_path: Path) -> None:
    build_plainly(ARTICLES, tmp_path)
    (tmp_path / "build.json").write_text("{}", "utf-8")
    done = CliRunner().invoke(cli, ["remove", "a", "-d", str(tmp_path)])
    assert "build again into this folder" in str(done.exception)


def test_another_actors_file_than_the_build_had_is_refused(tmp_path: Path) -> None:
    build_plainly(ARTICLES, tmp_path)
    (tmp_path / "actors.yaml").write_text("never-same:\n- [Iran, Iraq]\n", "utf-8")
    done = CliRunner().invoke(cli, ["remove", "a", "-d", str(tmp_path)])
    assert "built with another actors file" in str(done.exception)


def test_diff_prints_a_line_for_each_difference(tmp_path: Path) -> None:
    build_plainly(ARTICLES, tmp_path / "a")
    build_plainly(ARTICLES[1:], tmp_path / "b")
    done = CliRunner().invoke(cli, ["diff", str(tmp_path / "a"), str(tmp_path / "b")])
    assert done.exit_code == 0, done.output
    heading, *lines = done.stdout.splitlines()
    assert heading.split() == ["change", "of", "what", "field", "was", "now", "id"]
    assert len(lines) == 3
    assert done.stderr == "different: 2 events, 1 actor\n"
