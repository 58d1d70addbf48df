"""Events as a table (CSV), and as JSON lines."""

from __future__ import annotations

import csv
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from graphbuild.model.edtf import edtf
from graphbuild.store.convert import event_line, facts_of
from graphbuild.writers.rdf import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphbuild.model.event import Event
    from graphbuild.model.timeline import Timeline

COLUMNS: Final = (
    "id",
    "type",
    "mode",
    "code",
    "action",
    "sources",
    "targets",
    "first_day",
    "last_day",
    "granularity",
    "edtf",
    "place",
    "country",
    "status",
    "outlets",
    "reports",
    "quote",
    "independent_outlets",
)

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_csv(timeline: Timeline, file: BinaryIO) -> None:
    """Write one row an event, in order of id; several names in a cell are joined by "; ".

    The quote is the first report's that has the event's status. News is not to be
    trusted: a cell that a spreadsheet would take for a formula (it begins with ``=``,
    ``+``, ``-``, ``@``, a tab or a carriage return) gets a leading apostrophe.
    """
    names = {actor.id: actor.name for actor in timeline.actors}
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    rows = csv.writer(text, lineterminator="\r\n")  # as RFC 4180 has it
    rows.writerow(COLUMNS)
    for event in timeline.events:
        rows.writerow([guard(cell) for cell in _cells(event, names)])
    text.detach()


def write_jsonl(timeline: Timeline, file: BinaryIO) -> None:
    """Write one JSON object an event, as in `events.jsonl` (`ontology/events.schema.json`)."""
    facts = facts_of({actor.id: actor for actor in timeline.actors})
    encoder = msgspec.json.Encoder()
    for event in timeline.events:
        file.write(encoder.encode(event_line(event, facts)) + b"\n")


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> guard("=1+1"), guard("1+1")
    ("'=1+1", '1+1')
    """
    safe = clean(cell)
    return f"'{safe}" if safe.startswith(_FORMULA) else safe


def _cells(event: Event, names: Mapping[str, str]) -> tuple[str, ...]:
    time, place = event.time, event.place
    told = [e.quote for e in event.evidence if e.status == event.status] or [e.quote for e in event.evidence]
    return (
        event.id,
        event.type or "",
        event.mode or "",
        event.code or "",
        event.action,
        "; ".join(names[actor] for actor in event.sources),
        "; ".join(names[actor] for actor in event.targets),
        time.first.isoformat() if time.first else "",
        time.last.isoformat() if time.last else "",
        time.granularity,
        edtf(time) or "",
        place.name if place else "",
        (place.country or "") if place else "",
        event.status,
        "; ".join(event.outlets),
        str(len(event.evidence)),
        told[0] if told else "",
        "; ".join(event.independent_outlets),
    )
