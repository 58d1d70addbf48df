"""Sentences in the manner of several newswires, written for the tests, with every time in them marked.

The files of ``tests/data/timexes`` mark a time as ``[words | value]``, ``[words | value SET]`` or
``[words | value | MOD]``; the type follows from the value where it is not written. What is not marked is no time.
"""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from graphbuild.stages.timexes import find_timexes

FOLDER = Path(__file__).parents[3] / "data" / "timexes"
MARK = re.compile(
    r"\[(?P<words>[^|\]]+) \| (?P<value>[^|\] ]+)(?: (?P<type>SET))?(?: \| (?P<mod>[A-Z_]+))?\]"
)

Row = tuple[str, str, str, str | None]


def marked(sentence: str) -> tuple[str, list[Row]]:
    """The sentence without its marks, and the words, value, type and mod of each."""
    rows = [
        (mark["words"], mark["value"], mark["type"] or type_of(mark["value"]), mark["mod"])
        for mark in MARK.finditer(sentence)
    ]
    return MARK.sub(lambda mark: mark["words"], sentence), rows


def type_of(value: str) -> str:
    if value.endswith("_REF"):
        return "DATE"
    if value.startswith("P"):
        return "DURATION"
    return "TIME" if "T" in value else "DATE"


def cases() -> list[object]:
    return [
        pytest.param(published, sentence, id=f"{path.stem}: {sentence[:60]}")
        for path in sorted(FOLDER.glob("*.yaml"))
        for group in yaml.safe_load(path.read_text("utf-8"))
        for published, sentence in ((group["published"], sentence) for sentence in group["sentences"])
    ]


@pytest.mark.parametrize(("published", "sentence"), cases())
def test_every_marked_time_is_found_and_no_other(published: date, sentence: str) -> None:
    text, expected = marked(sentence)
    assert "[" not in text, "a mark is misspelt"
    found = [(t.span.of(text), t.value, str(t.type), t.mod) for t in find_timexes(text, published)]
    assert found == expected
