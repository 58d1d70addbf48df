"""Where different articles contradict each other on one event; `disagreements.rq` asks the same in SPARQL."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from graphbuild.model.actor import Place
from graphbuild.model.event import Quantity, Status
from graphbuild.model.time import Basis, TimeSpan
from graphbuild.query.find import select_events
from graphbuild.query.wording import one_line, say_quantity, say_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphbuild.model.event import Event, EventMention, Evidence
    from graphbuild.model.timeline import Timeline
    from graphbuild.query.find import EventFilter

_Value = TimeSpan | Quantity | Place | Status
_SAID = (Basis.STATED, Basis.RELATIVE)  # a day taken from the date of publication is no claim of the text


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report says on the matter, and where it says so."""

    said: str
    report: Evidence


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports of one event that cannot all be right.

    ``about`` is days, place, status, or number with what is counted ("number killed"). Every
    claim is contradicted by at least one of another article; they are in reading order.
    """

    event: Event
    about: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with its value: days, a number, a place or a status."""

    claim: Claim
    value: _Value


def find_conflicts(timeline: Timeline, asked: EventFilter) -> Iterator[Conflict]:
    """The conflicts of the events that fit, in the order in which `find` lists them.

    Raises QueryError for a name, place or action that nothing in the timeline has.
    """
    events = select_events(timeline, asked)
    wanted = {mention for event in events for mention in event.mentions}
    mentions = {m.id: m for m in timeline.mentions if m.id in wanted}
    for event in events:
        topics: dict[str, list[_Said]] = defaultdict(list)
        for report in event.evidence:
            for about, said in _claims(mentions[report.mention], report):
                topics[about].append(said)
        for about in sorted(topics):
            claims = _contradicted(topics[about])
            if claims:
                yield Conflict(event, about, claims)


def _claims(mention: EventMention, report: Evidence) -> Iterator[tuple[str, _Said]]:
    if mention.time is not None and mention.time.when.basis in _SAID:
        when = mention.time.when
        yield "days", _Said(Claim(say_time(when), report), when)
    for quantity in mention.quantities:
        unit = f" {quantity.unit}" if quantity.unit else ""
        yield f"number {quantity.role}{unit}", _Said(Claim(say_quantity(quantity), report), quantity)
    if mention.place is not None:
        place = mention.place.place
        yield "place", _Said(Claim(one_line(place.name), report), place)
    yield "status", _Said(Claim(mention.status.value, report), mention.status)


def _contradicted(told: Iterable[_Said]) -> tuple[Claim, ...]:
    """The claims that one of another article contradicts."""
    against: set[str] = set()
    every = list(told)
    for one, other in combinations(every, 2):
        if one.claim.report.article != other.claim.report.article and _contradict(one.value, other.value):
            against |= {one.claim.report.mention, other.claim.report.mention}
    return tuple(dict.fromkeys(said.claim for said in every if said.claim.report.mention in against))


def _contradict(one: _Value, other: _Value) -> bool:
    match one, other:
        case TimeSpan(), TimeSpan():
            return one.precedes(other) or other.precedes(one)
        case Quantity(), Quantity():
            return _is_less(one, other) or _is_less(other, one)
        case Place(), Place():
            return _is_elsewhere(one, other)
        case Status(), Status():
            return {one, other} == {Status.ASSERTED, Status.DENIED}
    return False


def _is_less(one: Quantity, other: Quantity) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _is_elsewhere(one: Place, other: Place) -> bool:
    """Whether neither can be in the other: other countries, or two different points on the map."""
    if one.country and other.country and one.country != other.country:
        return True
    return one.id != other.id and one.latitude is not None and other.latitude is not None
