"""Finding actors by what people call them, and counting what they are in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from graphbuild.errors import QueryError
from graphbuild.query.wording import fold, one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from graphbuild.model.actor import Actor
    from graphbuild.model.event import Status
    from graphbuild.model.timeline import Timeline

_SHOWN_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class CountedActor:
    """An actor, and in how many events it is source, target or either."""

    actor: Actor
    as_source: int
    as_target: int
    events: int


def actors_called(actors: Iterable[Actor], term: str) -> list[Actor]:
    """Actors with this id, name or alias; failing that, with these words in a name.

    Case, accents and the form of apostrophes do not matter. Sorted by id, may be empty.
    """
    exact, partial = _split_by_name(actors, term)
    return exact or partial


def actors_meant(actors: Iterable[Actor], term: str) -> list[Actor]:
    """Actors called so and actors of the country with this alpha-3 code, sorted by id.

    "USA" is both: the United States and everybody of it. QueryError if there is nobody.
    """
    known = list(actors)
    exact, partial = _split_by_name(known, term)
    of_country = [actor for actor in known if actor.country is not None and fold(actor.country) == fold(term)]
    found = {actor.id: actor for actor in (*exact, *of_country)} or {actor.id: actor for actor in partial}
    if not found:
        raise QueryError(_nobody(known, term))
    return [found[key] for key in sorted(found)]


def the_actor(actors: Iterable[Actor], term: str) -> Actor:
    """The one actor called so; QueryError lists the candidates when there are several."""
    known = list(actors)
    found = actors_called(known, term)
    if not found:
        raise QueryError(_nobody(known, term))
    if len(found) > 1:
        candidates = [f"  {actor.id}  {_introduce(actor)}" for actor in found[:_SHOWN_CANDIDATES]]
        more = ["  ..."] if len(found) > _SHOWN_CANDIDATES else []
        lines = "\n".join(candidates + more)
        raise QueryError(f"{len(found)} actors are called {term!r}; say which by id:\n{lines}")
    return found[0]


def count_actors(timeline: Timeline, statuses: Collection[Status]) -> list[CountedActor]:
    """Every actor with its events of these statuses, most events first, ties by name."""
    as_source: Counter[str] = Counter()
    as_target: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for event in timeline.events:
        if event.status in statuses:
            as_source.update(set(event.sources))
            as_target.update(set(event.targets))
            events.update({*event.sources, *event.targets})
    counted = (
        CountedActor(actor, as_source[actor.id], as_target[actor.id], events[actor.id])
        for actor in timeline.actors
    )
    return sorted(counted, key=lambda c: (-c.events, c.actor.name, c.actor.id))


def _split_by_name(actors: Iterable[Actor], term: str) -> tuple[list[Actor], list[Actor]]:
    """Actors with exactly this id or name, and those with these words in a name."""
    wanted = fold(term)
    exact: list[Actor] = []
    partial: list[Actor] = []
    for actor in actors:
        names = [fold(name) for name in (actor.name, *actor.aliases)]
        if actor.id == term or wanted in names:
            exact.append(actor)
        elif wanted and any(f" {wanted} " in f" {name} " for name in names):
            partial.append(actor)
    return exact, partial


def _introduce(actor: Actor) -> str:
    facts = [actor.kind.value, actor.country, actor.sector, *actor.roles[:2]]
    return f"{one_line(actor.name)} ({', '.join(one_line(fact) for fact in facts if fact)})"


def _nobody(actors: Iterable[Actor], term: str) -> str:
    names = {fold(name): one_line(name) for actor in actors for name in (actor.name, *actor.aliases)}
    close = [names[name] for name in get_close_matches(fold(term), sorted(names), n=4)]
    hint = f"did you mean {' or '.join(close)}?" if close else "`graphbuild actors` lists them all"
    return f"no actor of this build is called {term!r}; {hint}"
