"""`same`: actors that the analyst knows to be one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from graphbuild.model.actor import Actor, ActorKind
from graphbuild.stages.rules.directory import complain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphbuild.lexicon.actor_rules import ActorRules, Names
    from graphbuild.stages.rules.directory import Directory

_OPEN = (ActorKind.UNKNOWN, ActorKind.UNNAMED)


@dataclass(frozen=True, slots=True)
class Joined:
    """The id that each joined actor has now, the actors made, and what was not done."""

    ids: Mapping[str, str]
    actors: tuple[Actor, ...]
    problems: tuple[str, ...]


def join(known: Mapping[str, Actor], rules: ActorRules, directory: Directory) -> Joined:
    """Join what `same` puts together, through as many entries as it takes.

    Entries that together join what `never-same` keeps apart contradict it: none of them is
    applied, whatever their order.
    """
    problems: list[str] = []
    meant: list[tuple[Names, frozenset[str]]] = []
    for rule in rules.same:
        ids: set[str] = set()
        for name in rule.names:
            found = directory.find(name)
            ids |= found if len(found) == 1 else set()
            problems += [complain(rule.where, name, found)] if len(found) != 1 else []
        meant.append((rule, frozenset(ids)))
    problems += _lost(rules.never_same, directory)
    groups = _components([ids for _, ids in meant if len(ids) > 1])
    apart = list(_kept_apart(rules.never_same, directory))
    made: list[Actor] = []
    joined: dict[str, str] = {}
    for group in groups:
        against = sorted({rule.where for rule, pair in apart if pair <= group})
        if against:
            entries = [rule for rule, ids in meant if len(ids) > 1 and ids <= group]
            problems += [_contradiction(rule, against) for rule in entries]
            continue
        one = combine([known[i] for i in group])
        made.append(one)
        joined |= dict.fromkeys(group, one.id)
    return Joined(joined, tuple(made), tuple(problems))


def combine(actors: Iterable[Actor]) -> Actor:
    """One actor of several: what the best known of them says, and of the others what it leaves open.

    Best known is whom the gazetteer knows, then whose kind is known, then who has the
    fullest name; its id stays.
    """
    first, *others = sorted(actors, key=_renown)
    everyone = (first, *others)
    kind = next((a.kind for a in everyone if a.kind not in _OPEN), first.kind)
    return replace(
        first,
        name=next((a.name for a in everyone if a.kind is not ActorKind.UNNAMED), first.name),
        aliases=tuple(sorted({n for a in everyone for n in a.aliases})),
        kind=kind,
        country=next((a.country for a in everyone if a.country), None),
        sector=next((a.sector for a in everyone if a.sector), None),
        wikidata=next((a.wikidata for a in everyone if a.wikidata), None),
        roles=tuple(sorted({r for a in everyone for r in a.roles})),
    )


def _renown(actor: Actor) -> tuple[bool, bool, int, str, str]:
    return actor.entry is None, actor.kind in _OPEN, -len(actor.name.split()), actor.name, actor.id


def _lost(rules: Iterable[Names], directory: Directory) -> Iterator[str]:
    for rule in rules:
        yield from (complain(rule.where, name, ()) for name in rule.names if not directory.find(name))


def _kept_apart(rules: Iterable[Names], directory: Directory) -> Iterator[tuple[Names, frozenset[str]]]:
    """Every two actors that may not be one; a name of several people keeps all of them off."""
    for rule in rules:
        for one, other in combinations([directory.find(name) for name in rule.names], 2):
            yield from ((rule, frozenset({a, b})) for a in one for b in other if a != b)


def _components(sets: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """What hangs together through shared members, in order of its least id."""
    of: dict[str, set[str]] = defaultdict(set)
    for ids in sets:
        whole = set(ids).union(*(of[i] for i in ids))
        for i in whole:
            of[i] = whole
    return sorted({frozenset(whole) for whole in of.values()}, key=min)


def _contradiction(rule: Names, against: Sequence[str]) -> str:
    return f"{rule.where}: joins what {' and '.join(against)} keeps apart, so nothing is joined; delete one of them"
