"""TIMEX2 in SGML, the form in which WikiWars is published.

Such files need not be well-formed XML, so tags are read one by one. TIMEX2 has no types; they follow from
its guidelines: a set is marked as one, a period begins with P, a time of day has a T.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from published.timeml import DatedText, Mark, day_of

if TYPE_CHECKING:
    from pathlib import Path

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*"([^"]*)\"""")
_WRITTEN = re.compile(r"<DATETIME>(.*?)</DATETIME>", re.DOTALL | re.IGNORECASE)
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL | re.IGNORECASE)


def read_timex2(path: Path) -> DatedText | None:
    """A document's TEXT with the tags taken out; None without a text or a day of writing."""
    source = path.read_text(encoding="utf-8", errors="replace")
    written, body = _WRITTEN.search(source), _BODY.search(source)
    if written is None or body is None:
        return None
    value = dict(_ATTRIBUTE.findall(written[1])).get("val", "")
    published = day_of(value or _TAG.sub("", written[1]).strip())
    if published is None:
        return None
    text, marks = _untagged(body[1])
    worded = (mark for mark in marks if text[mark.start : mark.end].strip())
    return DatedText(path.stem, text, published, tuple(worded))


def _untagged(source: str) -> tuple[str, list[Mark]]:
    """Running text, and the TIMEX2 elements in it in the order of their ends."""
    pieces: list[str] = []
    opened: list[tuple[int, str]] = []
    marks: list[Mark] = []
    at = behind = 0
    for tag in _TAG.finditer(source):
        pieces.append(html.unescape(source[behind : tag.start()]))
        at, behind = at + len(pieces[-1]), tag.end()
        if tag[2].upper() != "TIMEX2":
            continue
        if not tag[1]:
            opened.append((at, tag[3]))
        elif opened:
            marks.append(_mark(*opened.pop(), at))
    pieces.append(html.unescape(source[behind:]))
    return "".join(pieces), marks


def _mark(start: int, attributes: str, end: int) -> Mark:
    known = {key.lower(): value for key, value in _ATTRIBUTE.findall(attributes)}
    value = known.get("val", "")
    return Mark(start, end, "SET" if known.get("set", "").upper() == "YES" else _type(value), value)


def _type(value: str) -> str:
    if value.endswith("_REF"):
        return "DATE"
    if value.startswith("P"):
        return "DURATION"
    return "TIME" if "T" in value else "DATE"
