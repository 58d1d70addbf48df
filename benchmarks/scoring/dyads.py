"""Who did what to whom in sentences with one known event each, by the PLOVER records.

For every level the largest one-to-one matching inside a sentence counts:

    type          the event type
    source        the source alone; target likewise, and an empty gold target asks for an empty one
    dyad          source and target of one event
    pair+type     dyad and type of one event

A party is right when the codes agree in their country, or where either side has no code, when the
words share the last one or half of all. Parties of a reciprocal event may stand on either side. For
single types every level asks for the type too, so that the lines of a table add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.tally import NOTHING, Tally, largest_matching
from scoring.words import same_party

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from published.plover import Party, Record

LEVELS = ("type", "source", "target", "dyad", "pair+type")
# Country codes of the records that are not those of ISO 3166-1.
_COUNTRIES = {"JAP": "JPN", "ROM": "ROU"}
_NO_COUNTRY = "---"


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event that a program found: its type, and every name of the parties on each side."""

    type: str
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class DyadScores:
    """Tallies by level over all types, and by type and level."""

    overall: Mapping[str, Tally]
    by_type: Mapping[str, Mapping[str, Tally]]


def score_dyads(pairs: Sequence[tuple[Record, Sequence[FoundEvent]]]) -> DyadScores:
    """Hold what was found in each sentence against its record."""
    kinds = sorted({record.type for record, _ in pairs} | {e.type for _, found in pairs for e in found})
    by_type = {}
    for kind in kinds:
        records = [
            ([record] if record.type == kind else [], [e for e in found if e.type == kind])
            for record, found in pairs
        ]
        by_type[kind] = {level: _sum(records, level) for level in LEVELS if level != "dyad"}
    whole = [([record], list(found)) for record, found in pairs]
    return DyadScores({level: _sum(whole, level) for level in LEVELS}, by_type)


def _sum(sentences: Iterable[tuple[Sequence[Record], Sequence[FoundEvent]]], level: str) -> Tally:
    total = NOTHING
    for records, found in sentences:
        verdicts = [[_levels(record, event) for event in found] for record in records]
        right = largest_matching(len(records), len(found), lambda a, b, v=verdicts: level in v[a][b])  # type: ignore[misc]
        total += Tally(right, len(found), len(records))
    return total


def _levels(record: Record, event: FoundEvent) -> frozenset[str]:
    """The levels on which an event is the record's."""
    sides = _reciprocal(record, event) if record.reciprocal else _directed(record, event)
    dyad = {"dyad"} if sides >= {"source", "target"} else set()
    if event.type == record.type:
        return frozenset({*sides, *dyad, "type", *({"pair+type"} if dyad else ())})
    return frozenset({*sides, *dyad})


def _directed(record: Record, event: FoundEvent) -> set[str]:
    return {
        side
        for side, gold, found in (
            ("source", record.sources, event.sources),
            ("target", record.targets, event.targets),
        )
        if (_any_same(gold, found) if gold else not found)
    }


def _reciprocal(record: Record, event: FoundEvent) -> set[str]:
    there = (*event.sources, *event.targets)
    met = [_any_same((party,), there) for party in record.sources]
    return {side for side, holds in (("source", any(met)), ("target", all(met))) if holds}


def _any_same(gold: Iterable[Party], found: Sequence[Party]) -> bool:
    return any(_same(one, other) for one in gold for other in found)


def _same(gold: Party, found: Party) -> bool:
    if gold.code and found.code:
        if gold.code.upper() == found.code.upper():
            return True
        known = not (gold.code.startswith(_NO_COUNTRY) or found.code.startswith(_NO_COUNTRY))
        if known and _country(gold.code) == _country(found.code):
            return True
    return same_party(gold.text, found.text)


def _country(code: str) -> str:
    country = code[:3].upper()
    return _COUNTRIES.get(country, country)
