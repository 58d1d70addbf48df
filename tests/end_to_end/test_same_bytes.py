"""Same input, same bytes: whatever the hash seed, the order of inputs, the number of processes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.conftest import bytes_of, run_build
from tests.end_to_end.texts import rows

pytestmark = pytest.mark.model
ROOT = Path(__file__).parents[2]


def _parts(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_the_hash_seed_and_the_order_of_arguments_make_no_difference(
    built: Path, inputs: Path, tmp_path: Path, seed: str
) -> None:
    command = [sys.executable, "-m", "graphbuild", "build", *_parts(inputs)[::-1], "-o", tmp_path]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=ROOT, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    assert bytes_of(tmp_path) == bytes_of(built)


def test_several_processes_give_the_bytes_of_one(built: Path, inputs: Path, tmp_path: Path) -> None:
    assert run_build(inputs, "-o", tmp_path, "--workers", "2").exit_code == 0
    assert bytes_of(tmp_path) == bytes_of(built)


def test_the_order_of_lines_makes_no_difference(tmp_path: Path) -> None:
    lines = rows()
    source = tmp_path / "rows.jsonl"
    found = []
    for turn in range(2):
        source.write_text("\n".join(lines) + "\n", "utf-8")
        assert run_build(source, "-o", tmp_path / str(turn)).exit_code == 0
        found.append(bytes_of(tmp_path / str(turn)))
        random.Random(7).shuffle(lines)
    assert found[0] == found[1]


def test_building_twice_into_one_folder_changes_nothing(built: Path, inputs: Path) -> None:
    before = bytes_of(built)
    assert run_build(inputs, "-o", built).exit_code == 0
    assert bytes_of(built) == before


def test_building_in_two_steps_gives_what_one_step_gives(built: Path, inputs: Path, tmp_path: Path) -> None:
    assert run_build(*_parts(inputs)[:4], "-o", tmp_path).exit_code == 0
    assert run_build(inputs, "-o", tmp_path).exit_code == 0
    assert bytes_of(tmp_path) == bytes_of(built)


def test_nothing_of_this_machine_or_moment_is_in_a_build(built: Path, tmp_path: Path) -> None:
    for name, content in bytes_of(built).items():
        assert str(built).encode() not in content, name
    receipt = (built / "build.json").read_text("utf-8")
    assert "time" not in receipt.replace("timeline", "").replace("timex", "").replace("runtime", "")
