"""The fields of a row of JSONL or CSV, whatever its file calls them.

A field is looked for under the key that the user mapped it to; else under our own name,
in any case; else under its synonyms, when only one of them is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.model.text import PublishedFrom
from graphbuild.stages.reading.dates import parse_published
from graphbuild.stages.reading.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from graphbuild.stages.reading.options import ReadOptions

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "id": (),
    "text": ("body", "content"),
    "title": ("headline",),
    "published": ("date", "published_at", "pubdate"),
    "outlet": ("source", "publisher"),
    "url": ("link",),
}


def read_row(row: Mapping[str, object], origin: str, options: ReadOptions) -> Draft:
    """Make a draft of one row; InputError when it has no text or a field is wrong."""
    text = _find("text", row, options)
    if text is None:
        raise InputError(origin, explain_missing_text(row, options))
    if not isinstance(text, str):
        raise InputError(origin, "its text is not a string; give the article's text as one")
    published = None if options.published else _read_date(_find("published", row, options), origin)
    return Draft(
        origin=origin,
        text=text,
        id=_read_id(_find("id", row, options), origin),
        title=_read_words("title", row, origin, options),
        published=published,
        published_from=PublishedFrom.HEADER if published else None,
        outlet=_read_words("outlet", row, origin, options),
        url=_read_words("url", row, origin, options),
        table=origin.rpartition(":")[0],
    )


def explain_missing_text(keys: Iterable[str], options: ReadOptions) -> str:
    """Say which key was looked for, which are there, and what to do."""
    wanted = dict(options.field_map).get("text", "text")
    there = ", ".join(sorted(key[:40] for key in keys)[:12]) or "none"
    return f"no {wanted!r} among its keys ({there}); name the key of the text with --map text=KEY"


def has_text_column(names: Iterable[str], options: ReadOptions) -> bool:
    """Whether rows with these columns can have a text."""
    return _find("text", dict.fromkeys(names, "?"), options) is not None


def _find(field: str, row: Mapping[str, object], options: ReadOptions) -> object | None:
    """The value of a field, None when it is missing, null or under several synonyms."""
    for ours, theirs in options.field_map:
        if ours == field:
            return row.get(theirs)
    if row.get(field) is not None:
        return row[field]
    by_name = {key.strip().lower(): value for key, value in row.items() if value not in (None, "")}
    if field in by_name:
        return by_name[field]
    others = [by_name[name] for name in _SYNONYMS[field] if name in by_name]
    return others[0] if len(others) == 1 and isinstance(others[0], str | int) else None


def _read_id(value: object, origin: str) -> str | None:
    """The id that a row gives itself, as text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise InputError(origin, "its id is neither a string nor a number; change it or take it out")
    return None if value is None or not str(value).strip() else str(value)


def _read_words(field: str, row: Mapping[str, object], origin: str, options: ReadOptions) -> str | None:
    """A field that is a string or not there."""
    value = _find(field, row, options)
    if not isinstance(value, str | None):
        raise InputError(origin, f"its {field} is not a string; change it or take it out")
    return value.strip() or None if value else None


def _read_date(value: object, origin: str) -> date | None:
    """The publication date of a row; one that cannot be read is an InputError."""
    if value is None or value == "":
        return None
    try:
        return parse_published(str(value))
    except ValueError as error:
        raise InputError(origin, str(error)) from error
