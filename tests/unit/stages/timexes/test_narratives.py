"""Histories, lives and accounts of disasters: every time expression with its value, without being told the genre.

In ``tests/data/narratives`` a time stands in the text as ``[words|value]``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from graphbuild.stages.timexes import find_timexes

if TYPE_CHECKING:
    from datetime import date

_MARKED = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)\]")
_FILES = sorted((Path(__file__).parents[3] / "data" / "narratives").glob("*.yaml"))


def _read(path: Path) -> tuple[date | None, str, set[tuple[int, int, str]]]:
    """Publication date, plain text, and start, end and value of each time in it."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    plain, times, done = "", set(), 0
    for hit in _MARKED.finditer(content["text"]):
        plain += content["text"][done : hit.start()]
        times.add((len(plain), len(plain) + len(hit[1]), hit[2]))
        plain += hit[1]
        done = hit.end()
    return content.get("published"), plain + content["text"][done:], times


def test_there_are_narratives() -> None:
    assert len(_FILES) >= 8


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_a_narrative_is_dated_throughout(path: Path) -> None:
    published, text, times = _read(path)
    found = {(t.span.start, t.span.end, t.value) for t in find_timexes(text, published)}
    wrong = [
        f"{text[start:end]!r} at {start} {side} {value}"
        for side, rest in (("should be", times - found), ("was read as", found - times))
        for start, end, value in sorted(rest)
    ]
    right = len(times & found) / len(times)
    assert not wrong, f"{path.stem}: {right:.0%} of {len(times)} times right\n" + "\n".join(wrong)
