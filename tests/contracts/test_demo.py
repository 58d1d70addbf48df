"""exports/demo is what the program writes from samples/ today."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

from tests.contracts.sessions import ROOT, other_versions

if TYPE_CHECKING:
    from pathlib import Path

DEMO = ROOT / "exports" / "demo"
RECEIPT = "build.json"


@pytest.fixture(scope="module")
def committed() -> dict[str, Any]:
    """The receipt that is committed; skips where other versions read the samples."""
    if other := other_versions():
        pytest.skip(f"exports/demo was made with other versions: {other}")
    receipt: dict[str, Any] = json.loads((DEMO / RECEIPT).read_text("utf-8"))
    return receipt


def build(folder: Path) -> Path:
    command = [sys.executable, "-m", "graphbuild", "build", "samples", "-o", str(folder)]
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.model
def test_the_committed_demo_is_fresh(committed: dict[str, Any], tmp_path: Path) -> None:
    """Byte for byte, with another hash seed and in another folder."""
    made = build(tmp_path / "demo")
    fresh = json.loads((made / RECEIPT).read_text("utf-8"))
    assert fresh["outputs"] == committed["outputs"], "run `make exports readme` and look at the difference"
    names = [*committed["outputs"], RECEIPT]
    assert [name for name in names if (made / name).read_bytes() != (DEMO / name).read_bytes()] == []


def test_the_pictures_and_the_page_are_there():
    for name in ("timeline.svg", "links.svg"):
        assert ET.parse(DEMO / name).getroot().tag.endswith("svg")
    assert "<script" not in (DEMO / "report.html").read_text("utf-8")
