"""Events in order of time: by their days, then by what order words say, then as they are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.model.event import LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model.event import Event

Days = tuple[date | None, date | None]


def in_order(events: Iterable[Event]) -> list[Event]:
    """The events so that the order of their days, and of their links where days allow it, is kept.

    An event without a day of its own stands where its links put it: it takes on the bounds of
    what it was before or after. A circle, which no build has but other files may, is cut where
    the later event stands first. All else is in order of ``event_order``.
    """
    by_id = {event.id: event for event in sorted(events, key=event_order)}
    earlier = _earlier(by_id)
    if not earlier:
        return list(by_id.values())
    first_guess = _pull(list(by_id), earlier)
    place = {event: number for number, event in enumerate(first_guess)}
    sound = {e: [p for p in before if place[p] < place[e]] for e, before in earlier.items()}
    days, sound = _bounded(by_id, first_guess, sound)

    def key(event: str) -> tuple[bool, int, int, bool, str, int, str]:
        first, last = days[event]
        return event_order(replace(by_id[event], time=replace(by_id[event].time, first=first, last=last)))

    return [by_id[event] for event in _pull(sorted(by_id, key=key), sound)]


def event_order(event: Event) -> tuple[bool, int, int, bool, str, int, str]:
    """Sort key: by first day, coarse before fine, then as the first article tells it.

    An event with only a last day stands before that day; undated ones come last.
    """
    time = event.time
    first = time.first or time.last or date.max
    last = time.last if time.first and time.last else date.max
    told = event.evidence[0] if event.evidence else None
    article, place = (told.article, told.span.start) if told else ("", 0)
    since = time.first is not None
    return is_undated(event), first.toordinal(), -last.toordinal(), since, article, place, event.id


def is_undated(event: Event) -> bool:
    """Whether nothing at all is known about when it happened."""
    return event.time.first is None and event.time.last is None


def _earlier(events: Mapping[str, Event]) -> dict[str, list[str]]:
    """For each event those of ``events`` that were before it, in their order."""
    found: dict[str, set[str]] = {}
    for event in events.values():
        for link in event.links:
            if link.event in events and link.event != event.id and link.kind is not LinkKind.DURING:
                one, other = event.id, link.event
                if link.kind is LinkKind.AFTER:
                    one, other = other, one
                found.setdefault(other, set()).add(one)
    place = {event: number for number, event in enumerate(events)}
    return {event: sorted(before, key=place.__getitem__) for event, before in found.items()}


def _pull(order: Sequence[str], earlier: Mapping[str, Sequence[str]]) -> list[str]:
    """The same events, each behind those that must be earlier; else in their order."""
    done: dict[str, None] = {}
    for top in order:
        path = [top] if top not in done else []
        while path:
            waiting = (e for e in earlier.get(path[-1], ()) if e not in done and e not in path)
            following = next(waiting, None)
            if following is None:
                done[path.pop()] = None
            else:
                path.append(following)
    return list(done)


def _bounded(
    events: Mapping[str, Event], order: Sequence[str], earlier: Mapping[str, Sequence[str]]
) -> tuple[dict[str, Days], dict[str, list[str]]]:
    """Each event's days narrowed by what was earlier and later, and the links that days allow.

    ``order`` has the ends of each link in its order, so that one pass each way is enough.
    """
    days: dict[str, Days] = {key: (e.time.first, e.time.last) for key, e in events.items()}
    sound: dict[str, list[str]] = {}
    for event in order:
        for one in earlier.get(event, ()):
            (first, last), (start, _) = days[event], days[one]
            if start and last and start > last:
                continue
            sound.setdefault(event, []).append(one)
            days[event] = (max((d for d in (first, start) if d), default=None), last)
    for event in reversed(order):
        for one in sound.get(event, ()):
            (first, last), (_, end) = days[one], days[event]
            if not (first and end and end < first):
                days[one] = (first, min((d for d in (last, end) if d), default=None))
    return days, sound
