"""The analyst's word on the actors of the samples."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from graphbuild import build, read_articles
from graphbuild.cli.main import cli
from graphbuild.query.checking import check_folder
from tests.end_to_end.conftest import bytes_of, lines_of, run_build

if TYPE_CHECKING:
    from click.testing import Result

pytestmark = pytest.mark.model

SAMPLES = Path(__file__).parents[2] / "samples" / "crisis"
INPUTS = (SAMPLES / "2019-12-30-halyard-airstrikes.txt", SAMPLES / "2019-12-27-halyard-rockets.txt")
RULES = """\
same: [[Pentagon, Mark Esper]]
rename: {KH: the Brigades}
country: {KH: none, Nobody There: IRQ}
alias: {Mike Pompeo: [the secretary]}
"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of two articles without rules."""
    target = tmp_path_factory.mktemp("plain")
    assert run_build(*INPUTS, "-o", target).exit_code == 0
    return target


def _actors(folder: Path) -> dict[str, dict[str, Any]]:
    return {alias: actor for actor in lines_of(folder / "actors.jsonl") for alias in actor["aliases"]}


def _with_rules(folder: Path, text: str) -> Result:
    folder.mkdir(exist_ok=True)
    (folder / "actors.yaml").write_text(text, "utf-8")
    return run_build(*INPUTS, "-o", folder)


def test_rules_beside_a_build_have_the_last_word(plain: Path, tmp_path: Path) -> None:
    before = _actors(plain)
    assert before["Pentagon"] != before["Mark Esper"]
    assert before["KH"]["country"] == "IRQ"
    result = _with_rules(tmp_path, RULES)
    assert result.exit_code == 0
    after = _actors(tmp_path)
    assert after["Pentagon"] == after["Mark Esper"]
    assert after["Pentagon"]["id"] in (before["Pentagon"]["id"], before["Mark Esper"]["id"])
    assert (after["KH"]["name"], after["KH"]["country"]) == ("the Brigades", None)
    assert after["the secretary"]["name"] == "Mike Pompeo"
    named = [s for e in lines_of(tmp_path / "events.jsonl") for s in (*e["sources"], *e["targets"])]
    assert {s["actor"] for s in named} <= {a["id"] for a in lines_of(tmp_path / "actors.jsonl")}
    assert "the Brigades" in {s["name"] for s in named}
    assert [c.findings for c in check_folder(tmp_path) if c.wrong] == []


def test_a_rule_that_finds_nobody_is_told_once_with_file_and_entry(tmp_path: Path) -> None:
    told = [line for line in _with_rules(tmp_path, RULES).stderr.splitlines() if "actors.yaml" in line]
    assert len(told) == 1
    assert told[0].startswith(f"{tmp_path / 'actors.yaml'}: country: Nobody There: no actor of this build")


def test_rules_survive_every_rebuild_and_give_the_same_bytes(plain: Path, tmp_path: Path) -> None:
    _with_rules(tmp_path / "one", RULES)
    first = bytes_of(tmp_path / "one")
    assert run_build(*INPUTS[::-1], "-o", tmp_path / "one").exit_code == 0
    assert bytes_of(tmp_path / "one") == first
    elsewhere = tmp_path / "rules.yaml"
    elsewhere.write_text(RULES, "utf-8")
    assert run_build(*INPUTS, "-o", tmp_path / "two", "--actors", elsewhere).exit_code == 0
    del first["actors.yaml"]
    assert bytes_of(tmp_path / "two") == first
    (tmp_path / "one" / "actors.yaml").unlink()
    result = run_build(*INPUTS, "-o", tmp_path / "one")
    assert "built with an actors file before, without one now" in result.stderr
    assert bytes_of(tmp_path / "one") == bytes_of(plain)


def test_the_receipt_tells_rules_apart(plain: Path, tmp_path: Path) -> None:
    _with_rules(tmp_path, "# nothing yet\n")
    receipts = [json.loads((folder / "build.json").read_text("utf-8")) for folder in (plain, tmp_path)]
    assert receipts[0].pop("actor_rules") is None
    assert len(receipts[1].pop("actor_rules")) == 64
    assert receipts[0] == receipts[1]


def test_a_malformed_file_stops_with_one_line_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text("kind: {KH: militia}\n", "utf-8")
    words = [sys.executable, "-m", "graphbuild", "build", *map(str, INPUTS), "-o", str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(f"graphbuild: {tmp_path / 'actors.yaml'}: kind: KH: 'militia' is none of")
    assert "correct or delete this entry" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["actors.yaml"]


def test_rules_work_in_memory_too(tmp_path: Path) -> None:
    _with_rules(tmp_path / "out", RULES)
    built = build(read_articles(list(map(str, INPUTS))), actors=tmp_path / "out" / "actors.yaml")
    assert [a.id for a in built.actors] == [a["id"] for a in lines_of(tmp_path / "out" / "actors.jsonl")]


def _doubts(folder: Path) -> list[dict[str, Any]]:
    found = CliRunner().invoke(cli, ["actors", "--doubt", "-f", "json", "-d", str(folder)])
    assert found.exit_code == 0, found.output
    doubts: list[dict[str, Any]] = json.loads(found.stdout)
    return doubts


def test_the_line_of_a_doubt_put_into_the_file_settles_it(tmp_path: Path) -> None:
    inputs = (tmp_path / "one.txt", tmp_path / "two.txt")
    inputs[0].write_text("Date: 2020-01-07\n\nPrime Minister Karim Haddad visited Kirkuk on Monday.\n")
    inputs[1].write_text("Date: 2020-01-08\n\nHaddad met Omar Khalil in Basra on Tuesday, police said.\n")
    assert run_build(*inputs, "-o", tmp_path).exit_code == 0
    joined = [d for d in _doubts(tmp_path) if d["section"] == "never-same"]
    assert joined
    texts = {a["id"]: a["text"] for a in lines_of(tmp_path / "articles.jsonl")}
    for quote in (q for d in joined for q in d["evidence"]):
        assert texts[quote["article"]][quote["start"] : quote["end"]] in quote["sentence"]
    lines = "".join(f"  {d['entry']}\n" for d in joined)
    (tmp_path / "actors.yaml").write_text(f"never-same:\n{lines}", "utf-8")
    result = run_build(*inputs, "-o", tmp_path)
    assert "actors.yaml" not in result.stderr
    assert [d for d in _doubts(tmp_path) if d["section"] == "never-same"] == []
    after = lines_of(tmp_path / "actors.jsonl")
    assert not [a for a in after for d in joined if set(d["names"]) <= set(a["aliases"])]
