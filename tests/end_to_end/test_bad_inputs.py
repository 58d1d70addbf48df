from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.conftest import lines_of, run_build
from tests.end_to_end.texts import BAD, bad_inputs

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.model


def test_thirty_good_inputs_are_built_and_ten_bad_ones_named(inputs: Path, tmp_path: Path) -> None:
    bad = bad_inputs(tmp_path / "bad")
    result = run_build(inputs, bad, "-o", tmp_path / "out")
    assert result.exit_code == 1, result.output
    failed = {
        line["origin"].removeprefix(f"{bad}/"): line["reason"]
        for line in lines_of(tmp_path / "out" / "failed.jsonl")
    }
    assert set(failed) == set(BAD)
    for name, word in BAD.items():
        assert word in failed[name]
        assert f"{bad / name}: {failed[name]}" in result.stderr
    origins = [a["origin"] for a in lines_of(tmp_path / "out" / "articles.jsonl")]
    assert sum(o.startswith(str(inputs)) for o in origins) == 30
    assert sorted(o.rpartition("#")[2] for o in origins if o.startswith(str(bad))) == [
        "j0",
        "j1",
        "j2",
        "j3",
        "same",
    ]
    assert "10 inputs failed" in result.stderr
    assert result.stdout == ""


def test_strict_stops_at_the_first_bad_input(tmp_path: Path) -> None:
    bad = bad_inputs(tmp_path / "bad")
    result = run_build(bad, "-o", tmp_path / "out", "--strict")
    assert result.exit_code != 0
    assert "binary.txt" in str(result.exception)
    assert not (tmp_path / "out" / "events.jsonl").exists()


def test_an_input_that_is_not_there_is_a_failure_with_its_name(tmp_path: Path) -> None:
    result = run_build(tmp_path / "nowhere.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr


@pytest.mark.parametrize("words", [["--published", "soon"], ["--workers", "0"], ["--format", "pdf"], []])
def test_wrong_use_is_told_before_anything_is_built(tmp_path: Path, words: list[str]) -> None:
    inputs = [tmp_path] if words else []
    assert run_build(*inputs, *words, "-o", tmp_path / "out").exit_code == 2
    assert not (tmp_path / "out").exists()
