"""Reads the hand-written cases of ``tests/data/gold``: ``NAME.txt`` beside ``NAME.yaml``.

The text may open with a line ``Date: YYYY-MM-DD`` (the publication date) and an empty line. Its news is made up.
The YAML lists what a careful analyst takes from the text. How to hold a program against it:

- each of ``events`` is there: one event mention fits everything the entry says; what it leaves out is not
  checked, and further events are no fault;
- ``a | b`` means that either is right; a trigger fits when it shares characters with these words;
- every name of a list is among the participants (others may be, too); an empty list: nobody is;
- a name fits a participant when it is the name or an alias of its actor or place, or stands in its words;
- ``when`` is [first, last] day, null where that end is open; ``[null, null]``: the text does not say;
- a number (``killed: 3``) is the lower bound of that quantity;
- ``before``, ``after``, ``during``: an order word links the event so to the one with this trigger; what
  must not be linked stands under ``never``;
- no event fits all that an entry of ``never`` says; there a name fits only when it is the actor's or place's
  name or the participant's words as a whole ("Iranian-backed militia" is not Iran), and ``when`` is a single day;
- ``xfail`` says why the program is known to fail the case.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER = Path(__file__).parents[1] / "data" / "gold"

Either = tuple[str, ...]  # the alternatives of "a | b"
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """An event that must be found; None is not checked."""

    trigger: Either
    type: Either | None = None
    status: Either | None = None
    who: tuple[Either, ...] | None = None
    whom: tuple[Either, ...] | None = None
    where: tuple[Either, ...] | None = None
    said_by: tuple[Either, ...] | None = None
    when: Days | None = None
    killed: int | None = None
    wounded: int | None = None
    arrested: int | None = None
    before: Either | None = None
    after: Either | None = None
    during: Either | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverEvent:
    """An event that must not be found: one that fits everything said here."""

    trigger: str | None = None
    type: str | None = None
    status: str | None = None
    who: str | None = None
    whom: str | None = None
    where: str | None = None
    when: date | None = None
    before: str | None = None
    after: str | None = None
    during: str | None = None


@dataclass(frozen=True, slots=True)
class GoldCase:
    """A text with what is, and what is not, to be read in it."""

    name: str
    published: date | None
    text: str
    events: tuple[GoldEvent, ...]
    never: tuple[NeverEvent, ...]
    xfail: str | None


def read_cases(folder: Path = FOLDER) -> Iterator[GoldCase]:
    """Yield every case of a folder, by name."""
    for path in sorted(folder.glob("*.txt")):
        yield read_case(path)


def read_case(path: Path) -> GoldCase:
    """Read one text and the YAML beside it; unknown keys raise KeyError or TypeError."""
    published, text = _split_header(path.read_text("utf-8"))
    # BaseLoader: every scalar is a string, so that a trigger "No" stays one.
    notes = yaml.load(path.with_suffix(".yaml").read_text("utf-8"), yaml.BaseLoader)
    return _case(path.stem, published, text, **notes)


def _case(
    name: str,
    published: date | None,
    text: str,
    *,
    events: list[dict[str, Any]],
    never: list[dict[str, str]] | None = None,
    xfail: str | None = None,
) -> GoldCase:
    wanted = tuple(GoldEvent(**{key: _READERS[key](value) for key, value in e.items()}) for e in events)
    unwanted = tuple(NeverEvent(**_with_date(entry)) for entry in never or ())
    return GoldCase(name, published, text, wanted, unwanted, xfail)


def _split_header(raw: str) -> tuple[date | None, str]:
    head, _, rest = raw.partition("\n\n")
    if head.startswith("Date: "):
        return date.fromisoformat(head.removeprefix("Date: ")), rest
    return None, raw


def _with_date(entry: Mapping[str, str]) -> dict[str, Any]:
    return {key: date.fromisoformat(value) if key == "when" else value for key, value in entry.items()}


def _either(value: str) -> Either:
    return tuple(part.strip() for part in value.split("|"))


def _names(values: list[str]) -> tuple[Either, ...]:
    return tuple(map(_either, values))


def _days(values: list[str]) -> Days:
    first, last = (None if value == "null" else date.fromisoformat(value) for value in values)
    return first, last


_READERS: Mapping[str, Any] = {
    **dict.fromkeys(("trigger", "type", "status", "before", "after", "during"), _either),
    **dict.fromkeys(("who", "whom", "where", "said_by"), _names),
    **dict.fromkeys(("killed", "wounded", "arrested"), int),
    "when": _days,
}
