"""Where the reports of one event contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.query.wording import UNDATED, one_line, say_participants, say_quantity, say_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from graphbuild.model.event import Event, EventMention
    from graphbuild.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Difference:
    """Something on which the reports of one event differ: each claim, and who makes it."""

    what: str
    claims: tuple[tuple[str, tuple[str, ...]], ...]


def reports_of(timeline: Timeline, event: Event) -> list[EventMention]:
    """The mentions of an event, in the order of its evidence."""
    wanted = {mention: number for number, mention in enumerate(event.mentions)}
    found = (mention for mention in timeline.mentions if mention.id in wanted)
    return sorted(found, key=lambda mention: wanted[mention.id])


def find_differences(reports: Iterable[EventMention], names: Mapping[str, str]) -> tuple[Difference, ...]:
    """Where the reports of one event do not say the same; silence is not a claim."""
    told = list(reports)
    claims: dict[str, Callable[[EventMention], str]] = {
        "who": lambda report: say_participants(report.sources, names),
        "to whom": lambda report: say_participants(report.targets, names),
        "type": lambda report: report.type or "",
        "when": lambda report: say_time(report.time.when) if report.time else "",
        "where": lambda report: one_line(report.place.place.name) if report.place else "",
        "status": lambda report: report.status.value,
    }
    for role in sorted({quantity.role for report in told for quantity in report.quantities}):
        claims[role] = _quantities_of(role)
    found = (_difference(what, claim, told) for what, claim in claims.items())
    return tuple(difference for difference in found if difference is not None)


def _difference(
    what: str, claim: Callable[[EventMention], str], reports: Iterable[EventMention]
) -> Difference | None:
    by_claim: dict[str, list[str]] = {}
    for report in reports:
        said = claim(report)
        if said and said != UNDATED:
            by_claim.setdefault(said, []).append(report.id)
    if len(by_claim) < 2:
        return None
    return Difference(what, tuple((said, tuple(ids)) for said, ids in by_claim.items()))


def _quantities_of(role: str) -> Callable[[EventMention], str]:
    return lambda report: ", ".join(say_quantity(q) for q in report.quantities if q.role == role)
