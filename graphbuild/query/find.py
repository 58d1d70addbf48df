"""Choosing events by who, what, whom, where, when, how sure and how widely told."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.errors import QueryError
from graphbuild.model.actor import ActorKind, Place
from graphbuild.model.event import Event, Status
from graphbuild.query.actors import actors_called, actors_meant
from graphbuild.query.ordering import in_order, is_undated
from graphbuild.query.stories import the_story
from graphbuild.query.wording import fold, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model.timeline import Timeline

_PERIOD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What is asked for; several values of one field mean any of them, fields mean all.

    ``who`` and ``to`` are ids, names, aliases or alpha-3 country codes of actors, ``did``
    types, modes, actions or the beginning of a CAMEO code, ``where`` names or ids of
    places, or a country's code or name for any place in it; ``about`` is who did it or to
    whom it was done, as ``who``; ``stories`` are ids of stories, or their beginnings. ``first`` and ``last`` bound
    a period; an event whose days may lie in it belongs to it, an undated one does not.
    Only what is asserted to have happened is found unless ``statuses`` says more;
    ``min_outlets`` counts copies of one text once.
    """

    who: tuple[str, ...] = ()
    did: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    statuses: tuple[Status, ...] = (Status.ASSERTED,)
    min_outlets: int = 0
    about: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise QueryError(f"the period ends before it begins: {self.first} to {self.last}")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A filter with its names looked up; None where nothing was asked."""

    asked: EventFilter
    sources: frozenset[str] | None
    targets: frozenset[str] | None
    places: frozenset[str] | None
    actions: tuple[str, ...]
    about: frozenset[str] | None
    events: frozenset[str] | None


def select_events(timeline: Timeline, asked: EventFilter) -> list[Event]:
    """The events that fit, in order of time (see ``in_order``).

    Raises QueryError for a name, place or action that nothing in the timeline has.
    """
    wanted = _look_up(timeline, asked)
    return in_order(e for e in timeline.events if _fits(e, wanted))


def narrow(timeline: Timeline, asked: EventFilter) -> Timeline:
    """The timeline with only the events that fit, in order of id, and their mentions."""
    events = tuple(sorted(select_events(timeline, asked), key=lambda event: event.id))
    kept = {event.id for event in events}
    mentions = tuple(mention for mention in timeline.mentions if mention.event in kept)
    return replace(timeline, events=events, mentions=mentions)


def say_filter(asked: EventFilter, names: Mapping[str, str]) -> tuple[str, ...]:
    """What is asked for, in words; ``names`` are those of actors, by id."""
    fields: tuple[tuple[str, Sequence[str]], ...] = (
        ("about", [names.get(actor, actor) for actor in asked.about]),
        ("story", asked.stories),
        ("who", asked.who),
        ("did", asked.did),
        ("to whom", asked.to),
        ("where", asked.where),
        ("from", _day(asked.first)),
        ("until", _day(asked.last)),
        ("told by", [f"{asked.min_outlets} outlets or more"] if asked.min_outlets else []),
    )
    words = [f"{name}: {' or '.join(map(one_line, values))}" for name, values in fields if values]
    statuses = "any" if set(asked.statuses) == set(Status) else " or ".join(asked.statuses)
    return (*words, f"status: {statuses}")


def _day(day: date | None) -> list[str]:
    return [day.isoformat()] if day else []


def parse_period(text: str) -> tuple[date, date]:
    """First and last day of a day, month or year; QueryError for anything else.

    >>> parse_period("2020-02")
    (datetime.date(2020, 2, 1), datetime.date(2020, 2, 29))
    """
    try:
        match = _PERIOD.fullmatch(text)
        year, month, day = (int(part) if part else None for part in match.groups()) if match else (0, 0, 0)
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise QueryError(f"not a day, month or year like 2020-01-03, 2020-01 or 2020: {text!r}") from error
    if month is None:
        return first, date(first.year, 12, 31)
    if day is None:
        return first, date(first.year, first.month, monthrange(first.year, first.month)[1])
    return first, first


def _look_up(timeline: Timeline, asked: EventFilter) -> _Wanted:
    _check_actions(timeline, asked.did)
    return _Wanted(
        asked,
        _actor_ids(timeline, asked.who),
        _actor_ids(timeline, asked.to),
        _place_ids(timeline, asked.where),
        tuple(map(fold, asked.did)),
        _actor_ids(timeline, asked.about),
        frozenset(e for key in asked.stories for e in the_story(timeline, key).events) or None,
    )


def _actor_ids(timeline: Timeline, terms: Iterable[str]) -> frozenset[str] | None:
    found = [actor.id for term in terms for actor in actors_meant(timeline.actors, term)]
    return frozenset(found) or None


def _place_ids(timeline: Timeline, terms: Iterable[str]) -> frozenset[str] | None:
    return frozenset(place.id for term in terms for place in _places_meant(timeline, term)) or None


def _places_meant(timeline: Timeline, term: str) -> list[Place]:
    """Places so named or in the country so named; failing that, with these words in the name."""
    wanted = fold(term)
    countries = {
        actor.country
        for actor in actors_called(timeline.actors, term)
        if actor.kind is ActorKind.COUNTRY and wanted in map(fold, (actor.name, *actor.aliases))
    }
    exact: list[Place] = []
    partial: list[Place] = []
    for place in timeline.places:
        in_country = place.country is not None and (
            place.country in countries or fold(place.country) == wanted
        )
        if in_country or place.id == term or fold(place.name) == wanted:
            exact.append(place)
        elif f" {wanted} " in f" {fold(place.name)} ":
            partial.append(place)
    if not exact and not partial:
        raise QueryError(f"no place of this build is called {term!r}")
    return exact or partial


def _check_actions(timeline: Timeline, terms: Iterable[str]) -> None:
    open_terms = {fold(term): term for term in terms}
    if not open_terms:
        return
    for event in timeline.events:
        for term in [term for term in open_terms if _is_action(event, term)]:
            del open_terms[term]
    if open_terms:
        term = next(iter(open_terms.values()))
        raise QueryError(f"no event of this build has the type, mode, action or code {term!r}")


def _is_action(event: Event, folded: str) -> bool:
    names = [fold(name) for name in (event.type, event.mode, event.action) if name]
    return folded in names or (folded.isdigit() and (event.code or "").startswith(folded))


def _fits(event: Event, wanted: _Wanted) -> bool:
    asked = wanted.asked
    return (
        event.status in asked.statuses
        and len(event.independent_outlets) >= asked.min_outlets
        and _has_roles(event, wanted)
        and _is_in_period(event, asked)
        and (not wanted.actions or any(_is_action(event, action) for action in wanted.actions))
    )


def _has_roles(event: Event, wanted: _Wanted) -> bool:
    if wanted.sources is not None and wanted.sources.isdisjoint(event.sources):
        return False
    if wanted.targets is not None and wanted.targets.isdisjoint(event.targets):
        return False
    if wanted.about is not None and wanted.about.isdisjoint((*event.sources, *event.targets)):
        return False
    if wanted.events is not None and event.id not in wanted.events:
        return False
    return wanted.places is None or (event.place is not None and event.place.id in wanted.places)


def _is_in_period(event: Event, asked: EventFilter) -> bool:
    if asked.first is None and asked.last is None:
        return True
    if is_undated(event):
        return False
    ends_before = asked.first is not None and event.time.last is not None and event.time.last < asked.first
    begins_after = asked.last is not None and event.time.first is not None and event.time.first > asked.last
    return not ends_before and not begins_after
