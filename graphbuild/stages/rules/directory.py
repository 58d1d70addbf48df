"""Whom an analyst means by a name: ids, then names, then aliases, then names that the rules give."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphbuild.lexicon.actor_rules import name_key
from graphbuild.model.actor import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.lexicon.actor_rules import ActorRules

_SHOWN = 6


class Directory:
    """The actors that the names in the rules stand for."""

    def __init__(self, actors: Iterable[Actor], rules: ActorRules) -> None:
        self._given: dict[str, list[str]] = defaultdict(list)
        for fact in (*rules.rename, *rules.alias):
            self._given[name_key(fact.value or "")].append(fact.name)
        wanted = set(rules.names())
        self._keys = frozenset(map(name_key, wanted))
        self._ids: set[str] = set()
        # Who is called so first of all, who among other names, and who has no name but is described so.
        self._levels: tuple[dict[str, set[str]], ...] = tuple(defaultdict(set) for _ in range(3))
        for actor in actors:
            if actor.id in wanted:
                self._ids.add(actor.id)
            self._enter(actor)

    def _enter(self, actor: Actor) -> None:
        first, other, unnamed = self._levels
        is_unnamed = actor.kind is ActorKind.UNNAMED
        for name in (actor.name, *actor.aliases):
            if (key := name_key(name)) in self._keys:
                level = unnamed if is_unnamed else first if name == actor.name else other
                level[key].add(actor.id)

    def find(self, name: str) -> frozenset[str]:
        """The ids of those meant: none, one, or several whom the name does not tell apart."""
        if found := self._seen(name):
            return found
        return frozenset(i for owner in self._given.get(name_key(name), ()) for i in self._seen(owner))

    def _seen(self, name: str) -> frozenset[str]:
        if name in self._ids:
            return frozenset({name})
        key = name_key(name)
        return next((frozenset(level[key]) for level in self._levels if key in level), frozenset())


def complain(where: str, name: str, found: Iterable[str]) -> str:
    """Why a name in an entry says nothing, and what to do about it."""
    ids = sorted(found)
    if not ids:
        return (
            f"{where}: no actor of this build is called {name!r}; "
            "look for it with `graphbuild actors NAME`, or delete the name here"
        )
    shown = ", ".join(ids[:_SHOWN]) + (" ..." if len(ids) > _SHOWN else "")
    return f"{where}: {len(ids)} actors of this build are called {name!r}; write the id of the one meant: {shown}"


def names_of(actor: Actor) -> frozenset[str]:
    """The keys of every name an actor goes by."""
    return frozenset(map(name_key, (actor.name, *actor.aliases)))


def final(ids: Iterable[str], joined: Mapping[str, str]) -> frozenset[str]:
    """Ids after joining."""
    return frozenset(joined.get(i, i) for i in ids)
