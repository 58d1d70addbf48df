"""Events in whole articles by their triggers, with the roles of matched ones, by MEANTIME.

A found event is the gold one's when its words hold the gold trigger in the same sentence, one to one,
those first that have more roles right. Then the slots: ``actor`` is Arg0, ``target`` Arg1 or else
Arg2, ``place`` Argm-LOC; any name by which the document calls the filler counts. ``pair`` wants actor
and target of one event. ``date`` is counted among matched events whose gold has a day: its recall is
the share that has exactly this day. Mentions of being and having (class GRAMMATICAL) are neither demanded nor
punished.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from published.cat import LAST_SENTENCE
from scoring.tally import Tally
from scoring.words import alike, stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from published.cat import GoldEvent, Slot

LEVELS = ("trigger", "actor", "target", "pair", "place", "date")
_GRAMMATICAL = "GRAMMATICAL"


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention that a program found: sentence number, trigger, names of its fillers, its day."""

    sentence: int
    trigger: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    day: date | None


def score_slots(pairs: Sequence[tuple[Sequence[GoldEvent], Sequence[FoundMention]]]) -> Mapping[str, Tally]:
    """Tallies by level over documents; only the sentences that are annotated in full count."""
    gold, found, right = Counter[str](), Counter[str](), Counter[str]()
    for events, mentions in pairs:
        _count(
            [e for e in events if e.sentence <= LAST_SENTENCE],
            [m for m in mentions if m.sentence <= LAST_SENTENCE],
            (gold, found, right),
        )
    return {level: Tally(right[level], found[level], gold[level]) for level in LEVELS}


def _count(
    events: Sequence[GoldEvent],
    mentions: Sequence[FoundMention],
    counts: tuple[Counter[str], Counter[str], Counter[str]],
) -> None:
    """Add one document to the counts of what there is, what was found and what is right."""
    gold, found, right = counts
    matched = list(_matches(events, mentions))
    passed = {there for at, there in matched if events[at].kind == _GRAMMATICAL}
    for event in events:
        gold.update(_asked(event) if event.kind != _GRAMMATICAL else ())
    for number, mention in enumerate(mentions):
        found.update(_given(mention) if number not in passed else ())
    for event, mention in ((events[at], mentions[there]) for at, there in matched if there not in passed):
        right.update(_right(event, mention))
        if event.day is not None:
            gold["date"] += 1
            found["date"] += mention.day is not None


def _matches(gold: Sequence[GoldEvent], found: Sequence[FoundMention]) -> Iterator[tuple[int, int]]:
    candidates = []
    for at, event in enumerate(gold):
        wanted = set(stems(event.trigger))
        for there, mention in enumerate(found):
            words = stems(mention.trigger)
            if mention.sentence == event.sentence and wanted and wanted <= set(words):
                roles = len({"actor", "target"} & _right(event, mention))
                candidates.append((roles, -len(words), at, there))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, _, at, there in sorted(candidates, reverse=True):
        if at not in used_gold and there not in used_found:
            used_gold.add(at)
            used_found.add(there)
            yield at, there


def _asked(event: GoldEvent) -> set[str]:
    asked = {
        "actor": _actor(event),
        "target": _target(event),
        "place": _place(event),
        "pair": _actor(event) and _target(event),
    }
    return {"trigger", *(level for level, there in asked.items() if there)}


def _given(mention: FoundMention) -> set[str]:
    given = {
        "actor": mention.actors,
        "target": mention.targets,
        "place": mention.places,
        "pair": mention.actors and mention.targets,
    }
    return {"trigger", *(level for level, there in given.items() if there)}


def _right(event: GoldEvent, mention: FoundMention) -> set[str]:
    right = {
        "actor": _filled(_actor(event), mention.actors),
        "target": _filled(_target(event), mention.targets),
        "place": _filled(_place(event), mention.places),
        "date": event.day is not None and event.day == mention.day,
    }
    right["pair"] = right["actor"] and right["target"]
    return {"trigger", *(level for level, holds in right.items() if holds)}


def _filled(slots: Sequence[Slot], names: Sequence[str]) -> bool:
    return any(alike(name, given) for slot in slots for name in slot.names for given in names)


def _actor(event: GoldEvent) -> Sequence[Slot]:
    return event.roles.get("Arg0", ())


def _target(event: GoldEvent) -> Sequence[Slot]:
    return event.roles.get("Arg1", ()) or event.roles.get("Arg2", ())


def _place(event: GoldEvent) -> Sequence[Slot]:
    return event.roles.get("Argm-LOC", ())
