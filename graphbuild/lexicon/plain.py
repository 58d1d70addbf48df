"""Reads YAML that is written plainly without the YAML library, whose import alone takes as long as twenty articles.

Plain is a file of sections, each either ``name:`` with ``key: value`` lines below it, two blanks in, or
``name: [item, ...]`` over one line or several; comments have lines of their own; keys, values and items
are bare ASCII, or anything in double quotes but a backslash.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# No sign that could end a bare text in YAML, or mean something at its head.
_BARE = "[A-Za-z0-9](?:[A-Za-z0-9 './&_-]*[A-Za-z0-9'./&_-])?|-[0-9]+"
_TEXT = re.compile(f'"([^"\\\\]*)"|({_BARE})')
_ITEM = re.compile(f'[ \\n]*(?:"([^"\\\\\\n]*)"|({_BARE}))[ \\n]*(?:,|\\Z)')
_NAME = re.compile("[a-z_]+")


def parse_plain(text: str) -> dict[str, object] | None:
    """What a YAML library would read, as text throughout; None unless the text is plain.

    >>> parse_plain("days:\\n  noon: 12\\nlist: [a, \\"'ll\\"]")
    {'days': {'noon': '12'}, 'list': ['a', "'ll"]}
    >>> parse_plain("days: {noon: 12}")
    """
    found: dict[str, object] = {}
    section: dict[str, str] = {}
    lines = iter([line for line in text.split("\n") if line and not line.startswith("#")])
    for line in lines:
        if line.startswith("  "):
            if not _enter(line[2:], section):
                return None
            continue
        name, _, rest = line.partition(":")
        if name in found or not _NAME.fullmatch(name):
            return None
        section = {}
        items = _items(rest[2:], lines) if rest.startswith(" [") else None if rest else section
        if items is None:
            return None
        found[name] = items
    return found if all(found.values()) else None


def _enter(line: str, section: dict[str, str]) -> bool:
    """Put a row into its section; whether it is a plain one, and the first of its key."""
    key, _, value = line.partition(": ")
    names, values = _TEXT.fullmatch(key), _TEXT.fullmatch(value)
    if names is None or values is None:
        return False
    name = names[1] or names[2] or ""
    if name in section:
        return False
    section[name] = values[1] or values[2] or ""
    return True


def _items(row: str, lines: Iterator[str]) -> list[str] | None:
    """The items of a list from behind its opening bracket on, which may go on over the next lines."""
    while not row.endswith("]"):
        line = next(lines, "")
        if not line.startswith(" "):
            return None
        row += f"\n{line}"
    items, place, end = [], 0, len(row) - 1
    while place < end:
        item = _ITEM.match(row, place, end)
        if item is None:
            return None
        items.append(item[1] or item[2] or "")
        place = item.end()
    return items
