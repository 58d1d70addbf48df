"""TimeML: running text with elements in it (TempEval-3, TimeBank, AQUAINT, WikiWars)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotated time expression: half-open character range, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text with its creation date and its time expressions, the creation time not among them."""

    name: str
    text: str
    published: date
    marks: tuple[Mark, ...]


def read_timeml(path: Path) -> DatedText | None:
    """A TimeML document: its TEXT with the tags taken out; None without a text or a creation date."""
    root = ET.parse(path).getroot()
    created = next((each for each in root.iter("TIMEX3") if is_creation(each)), None)
    body = next(root.iter("TEXT"), None)
    published = None if created is None else day_of(created.get("value", ""))
    if body is None or published is None:
        return None
    pieces: list[str] = []
    marks: list[Mark] = []
    _walk(body, pieces, marks, 0)
    text = "".join(pieces)
    worded = (mark for mark in marks if text[mark.start : mark.end].strip())
    return DatedText(path.stem, text, published, tuple(worded))


def _walk(element: ET.Element, pieces: list[str], marks: list[Mark], at: int) -> int:
    start = at
    for words, child in ((element.text, None), *((child.tail, child) for child in element)):
        if child is not None:
            at = _walk(child, pieces, marks, at)
        if words:
            pieces.append(words)
            at += len(words)
    if element.tag == "TIMEX3" and not is_creation(element):
        # The element's own tail is its parent's text and is not yet in ``at``.
        marks.append(Mark(start, at, element.get("type", ""), element.get("value", "")))
    return at


def is_creation(element: ET.Element) -> bool:
    """Whether a TIMEX3 is the day on which the document was written."""
    return element.get("functionInDocument") == "CREATION_TIME" or element.get("tid") == "t0"


def day_of(value: str) -> date | None:
    """The day of a TIMEX3 value, None where it is coarser or none."""
    figures = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", value)
    return date(*map(int, figures.groups())) if figures else None
