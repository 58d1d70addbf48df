"""What the reading room is asked, and how it says that an input could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graphbuild.errors import InputError

if TYPE_CHECKING:
    from datetime import date

FIELDS = ("id", "text", "title", "published", "outlet", "url")


class InputFormat(StrEnum):
    """How the bytes of an input are to be understood."""

    AUTO = "auto"
    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"
    CSV = "csv"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about all inputs of one run.

    ``published`` and ``outlet`` outrank what an input says of itself. ``field_map``
    holds pairs (our field, their column). ``max_bytes`` bounds a file of text, HTML or
    feed, and a single line of JSONL or CSV; those two are streamed and may be larger.
    """

    published: date | None = None
    outlet: str | None = None
    format: InputFormat = InputFormat.AUTO
    field_map: tuple[tuple[str, str], ...] = ()
    max_bytes: int = 50_000_000

    def __post_init__(self) -> None:
        ours = [field for field, _ in self.field_map]
        for field in ours:
            if field not in FIELDS:
                raise InputError("--map", f"no field {field!r}; the fields are {', '.join(FIELDS)}")
            if ours.count(field) > 1:
                raise InputError("--map", f"field {field!r} is given twice; name one column for it")


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: where it is, and what is to be done about it."""

    origin: str
    reason: str


def parse_field_map(words: str) -> tuple[tuple[str, str], ...]:
    """Read the value of ``--map``; InputError when it is not pairs of ``field=column``.

    >>> parse_field_map("text=body, published=date")
    (('text', 'body'), ('published', 'date'))
    """
    pairs: list[tuple[str, str]] = []
    for part in words.split(","):
        field, sign, column = (side.strip() for side in part.partition("="))
        if not (field and sign and column):
            raise InputError("--map", f"{part.strip()!r} is not field=column, as in text=body,published=date")
        pairs.append((field, column))
    return tuple(pairs)
