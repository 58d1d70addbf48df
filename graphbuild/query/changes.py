"""What differs between two builds: events and actors that are new, gone, changed, merged or split.

Things of two builds are the same by what tells them, not by their ids: an event whose first
report was retracted has another id, and is still the event of its other reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from graphbuild.model.actor import Actor
from graphbuild.model.event import Event, EventMention
from graphbuild.query.wording import (
    count_of,
    name_actors,
    one_line,
    say_actors,
    say_event,
    say_quantity,
    say_time,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphbuild.model.timeline import Timeline

_Thing = TypeVar("_Thing", Event, Actor, EventMention)


class ChangeKind(StrEnum):
    """What happened to a thing on the way from one build to the other."""

    GONE = "gone"
    LESS = "less support"
    MORE = "more support"
    CHANGED = "changed"
    MERGED = "merged"
    SPLIT = "split"
    NEW = "new"


class Subject(StrEnum):
    """What a change is about."""

    EVENT = "event"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: of a whole thing, or of one field of a thing that both builds have.

    ``before`` and ``after`` are ids, of several things where they were merged or split;
    ``was`` and ``now`` the values of ``field``, in words.
    """

    kind: ChangeKind
    subject: Subject
    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    field: str = ""
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class _Side:
    """What differs of one build: its own events and actors that the other has not just so."""

    events: dict[str, Event]
    actors: dict[str, Actor]
    names: Mapping[str, str]

    def say(self, event: Event) -> str:
        """An event with its day, in words."""
        return f"{say_time(event.time)} {say_event(event, self.names)}"


def compare_builds(before: Timeline, after: Timeline) -> list[Change]:
    """All differences, events first, in an order that only the two builds decide."""
    events, actors = _unequal(before.events, after.events), _unequal(before.actors, after.actors)
    old = _Side(events[0], actors[0], name_actors(before.actors))
    new = _Side(events[1], actors[1], name_actors(after.actors))
    moved = _moved(before.mentions, after.mentions)
    return [*_compare_events(old, new), *_compare_actors(old, new, moved)]


def _unequal(
    before: Iterable[_Thing], after: Iterable[_Thing]
) -> tuple[dict[str, _Thing], dict[str, _Thing]]:
    """The things of either side, both sorted by id, that the other side has not just so.

    Only these are held in memory.
    """
    old: dict[str, _Thing] = {}
    new: dict[str, _Thing] = {}
    for one, other in _side_by_side(before, after):
        if one == other:
            continue
        if one is not None:
            old[one.id] = one
        if other is not None:
            new[other.id] = other
    return old, new


def _side_by_side(
    before: Iterable[_Thing], after: Iterable[_Thing]
) -> Iterator[tuple[_Thing | None, _Thing | None]]:
    """Two streams sorted by id as one of pairs with the same id, None where a side has none."""
    ones, others = iter(before), iter(after)
    one, other = next(ones, None), next(others, None)
    while one is not None or other is not None:
        if other is None or (one is not None and one.id < other.id):
            yield one, None
            one = next(ones, None)
        elif one is None or other.id < one.id:
            yield None, other
            other = next(others, None)
        else:
            yield one, other
            one, other = next(ones, None), next(others, None)


def _compare_events(old: _Side, new: _Side) -> Iterator[Change]:
    shared = _shared_reports(old.events.values(), new.events.values())
    pairs = _pair(shared)
    partners = {other: one for one, other in pairs.items()}
    into: dict[str, list[str]] = defaultdict(list)
    out_of: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(shared):
        into[one].append(other)
        out_of[other].append(one)
    for key, event in old.events.items():
        if key not in pairs:
            kind = ChangeKind.MERGED if into[key] else ChangeKind.GONE
            yield Change(kind, Subject.EVENT, old.say(event), (key,), tuple(into[key]))
    for key, other in sorted(pairs.items()):
        yield from _compare_event(old, new, key, other)
    for key, event in new.events.items():
        if key not in partners:
            kind = ChangeKind.SPLIT if out_of[key] else ChangeKind.NEW
            yield Change(kind, Subject.EVENT, new.say(event), tuple(out_of[key]), (key,))


def _shared_reports(before: Iterable[Event], after: Iterable[Event]) -> Counter[tuple[str, str]]:
    """How many reports each event of one build shares with each of the other."""
    owner = {mention: event.id for event in before for mention in event.mentions}
    return Counter((owner[m], event.id) for event in after for m in event.mentions if m in owner)


def _pair(shared: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Each event with the one that it is in the other build: that with the most reports in common."""
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for one, other in sorted(shared, key=lambda p: (-shared[p], p[0] != p[1], p)):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _compare_event(old: _Side, new: _Side, key: str, other: str) -> Iterator[Change]:
    """Every field in which an event of both builds differs; its support comes first."""
    one, two = old.events[key], new.events[other]
    what = old.say(one)
    if one.evidence != two.evidence:
        yield Change(
            _support_kind(one, two),
            Subject.EVENT,
            what,
            (key,),
            (other,),
            "support",
            _support(one),
            _support(two),
        )
    said = zip(_values(one, old.names), _values(two, new.names), strict=True)
    for (field, value, was), (_, value_after, now) in said:
        if value != value_after:
            yield Change(ChangeKind.CHANGED, Subject.EVENT, what, (key,), (other,), field, was, now)


def _support_kind(one: Event, two: Event) -> ChangeKind:
    """More or fewer reports; as many but others is a change like any."""
    more = len(two.evidence) - len(one.evidence)
    if more == 0:
        return ChangeKind.CHANGED
    return ChangeKind.MORE if more > 0 else ChangeKind.LESS


def _support(event: Event) -> str:
    articles = {report.article for report in event.evidence}
    return ", ".join(
        (
            count_of(len(event.evidence), "report"),
            count_of(len(articles), "article"),
            count_of(len(event.outlets), "outlet"),
        )
    )


def _values(event: Event, names: Mapping[str, str]) -> tuple[tuple[str, object, str], ...]:
    """The fields that are compared: name, value, and how it is said."""
    place = event.place
    numbers = tuple(dict.fromkeys(map(say_quantity, event.quantities)))
    return (
        ("type", (event.type, event.mode), " ".join(filter(None, (event.type, event.mode)))),
        ("action", event.action, one_line(event.action)),
        ("who", event.sources, say_actors(event.sources, names)),
        ("to whom", event.targets, say_actors(event.targets, names)),
        ("when", event.time, say_time(event.time)),
        ("where", place and place.id, one_line(place.name) if place else ""),
        ("status", event.status, event.status.value),
        ("numbers", frozenset(numbers), ", ".join(numbers)),
    )


def _moved(before: Iterable[EventMention], after: Iterable[EventMention]) -> frozenset[tuple[str, str]]:
    """Pairs of different actors that the same words of the same report stand for, before and after."""
    found: set[tuple[str, str]] = set()
    for one, other in _side_by_side(before, after):
        if one is None or other is None or one == other:
            continue
        was, now = _fillers(one), _fillers(other)
        found.update((was[role], now[role]) for role in was.keys() & now.keys() if was[role] != now[role])
    return frozenset(found)


def _fillers(mention: EventMention) -> dict[tuple[str, int, int], str]:
    """The actor of each filled role of a report, by role and characters."""
    speaker = (mention.attribution,) if mention.attribution else ()
    roles = (("source", mention.sources), ("target", mention.targets), ("speaker", speaker))
    return {(role, p.span.start, p.span.end): p.actor for role, filled in roles for p in filled if p.actor}


def _compare_actors(old: _Side, new: _Side, moved: frozenset[tuple[str, str]]) -> Iterator[Change]:
    into: dict[str, list[str]] = defaultdict(list)
    out_of: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(moved):
        into[one].append(other)
        out_of[other].append(one)
    for key, actor in old.actors.items():
        after = new.actors.get(key)
        if after is not None:
            yield from _compare_facts(actor, after, (key,), (key,))
        elif len(into[key]) == 1 and into[key][0] not in old.names and out_of[into[key][0]] == [key]:
            (successor,) = into[key]
            yield Change(
                ChangeKind.CHANGED, Subject.ACTOR, old.names[key], (key,), (successor,), "id", key, successor
            )
            yield from _compare_facts(actor, new.actors[successor], (key,), (successor,))
        else:
            kind = (ChangeKind.GONE, ChangeKind.MERGED, ChangeKind.SPLIT)[min(2, len(into[key]))]
            yield Change(kind, Subject.ACTOR, old.names[key], (key,), tuple(into[key]))
    for key in sorted(new.actors.keys() - old.names.keys()):
        origins = tuple(one for one in out_of[key] if one in new.names)
        if origins:
            yield Change(ChangeKind.SPLIT, Subject.ACTOR, new.names[key], origins, (*origins, key))
        elif not out_of[key]:
            yield Change(ChangeKind.NEW, Subject.ACTOR, new.names[key], (), (key,))


def _compare_facts(
    one: Actor, two: Actor, before: tuple[str, ...], after: tuple[str, ...]
) -> Iterator[Change]:
    """What is held of an actor in both builds; more aliases are no change of who it is."""
    facts = (
        ("name", one.name, two.name),
        ("kind", one.kind, two.kind),
        ("country", one.country or "", two.country or ""),
        ("sector", one.sector or "", two.sector or ""),
    )
    for field, was, now in facts:
        if was != now:
            said = (one_line(was), one_line(now))
            yield Change(ChangeKind.CHANGED, Subject.ACTOR, one_line(one.name), before, after, field, *said)
