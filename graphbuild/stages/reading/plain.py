"""Plain text, with or without a header.

A header is a block of lines at the very top that begin with ``Title:``, ``Date:``,
``Outlet:`` or ``URL:``, in any order and case. The article's text, which all offsets
point into, is what follows it and the blank lines after it. Without a header the text
is the file as it was decoded, line ends included.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.model.text import PublishedFrom
from graphbuild.stages.reading.dates import parse_published
from graphbuild.stages.reading.decoding import decode
from graphbuild.stages.reading.drafts import Draft

if TYPE_CHECKING:
    from graphbuild.stages.reading.options import ReadOptions

_HEADER_LINE = re.compile(r"(title|date|outlet|url):[ \t]*([^\r\n]*)(?:\r\n|\r|\n|\Z)", re.I)
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")


def read_text(data: bytes, origin: str, options: ReadOptions) -> Draft:
    """Read one plain text; InputError when it is not text or its header is wrong."""
    try:
        whole = decode(data)
    except ValueError as error:
        raise InputError(origin, str(error)) from error
    header, start = _read_header(whole, origin)
    words = header.get("date")
    try:
        published = parse_published(words) if words and options.published is None else None
    except ValueError as error:
        raise InputError(origin, f"Date: {error}") from error
    return Draft(
        origin=origin,
        text=whole[start:],
        title=header.get("title") or None,
        published=published,
        published_from=PublishedFrom.HEADER if published else None,
        outlet=header.get("outlet") or None,
        url=header.get("url") or None,
    )


def _read_header(whole: str, origin: str) -> tuple[dict[str, str], int]:
    """The header's fields by lower-case name, and where the text begins."""
    header: dict[str, str] = {}
    start = 0
    while match := _HEADER_LINE.match(whole, start):
        name = match[1].lower()
        if name in header:
            raise InputError(origin, f"the header says {match[1]}: twice; keep one line")
        header[name] = match[2].strip()
        start = match.end()
    blank = _BLANK_LINES.match(whole, start)
    return header, blank.end() if blank and header else start
