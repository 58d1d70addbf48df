"""PLOVER's gold standard records: one sentence with one event each, as a list in a JSON file.

Records are those of https://github.com/openeventdata/PLOVER (CC BY-SA 4.0). They were written for
version 0.5 of the scheme; its types are read as those of the present one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Renamed or merged since version 0.5.
_TYPES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of an event: its words and, as far as known, its code (country, then sector)."""

    text: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """A sentence and its one event; ``reciprocal`` events list all parties as sources."""

    id: str
    text: str
    date: str
    type: str
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    reciprocal: bool


def read_plover(path: Path) -> tuple[Record, ...]:
    """The records of a file, in its order. Raises ValueError where the file is no such list."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # not JSON, or not UTF-8
        raise ValueError(f"{path}: {error}") from error
    if not isinstance(rows, list) or not all(map(_is_record, rows)):
        raise ValueError(f"{path}: no list of PLOVER gold standard records")
    return tuple(_record(row) for row in rows)


def _is_record(row: object) -> bool:
    return isinstance(row, dict) and {"id", "event", "text"} <= row.keys()


def _record(row: dict[str, Any]) -> Record:
    sources, targets = tuple(_parties(row.get("source"))), tuple(_parties(row.get("target")))
    about = row.get("textInfo")
    return Record(
        id=row["id"],
        text=row["text"],
        date=row.get("date") or "",
        type=_TYPES.get(row["event"], row["event"]),
        sources=sources,
        targets=targets,
        reciprocal=isinstance(about, dict) and "SRC/TAR" in about.get("markup", ""),
    )


def _parties(given: object) -> Iterator[Party]:
    """Parties of a role; a few records have a word or nothing in the list's place."""
    for each in given if isinstance(given, list) else ():
        yield Party(
            each.get("actorText") or "", (each.get("code") or "") + (each.get("sector") or "") or None
        )
