"""`never-same`: an actor whose names may not be one actor's is taken apart, article by article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Protocol

from graphbuild.lexicon.actor_rules import name_key
from graphbuild.model.ids import actor_id
from graphbuild.stages.rules.directory import names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from graphbuild.lexicon.actor_rules import Names
    from graphbuild.model.actor import Actor, ArticleActor


class Linked(Protocol):
    """The actors of some articles, and which of them each article's actors are."""

    def id_of(self, article: str, actor: ArticleActor) -> str:
        """The id of the actor that an article's actor was linked to."""

    def actors(self) -> Iterator[Actor]:
        """All actors, sorted by id."""


ArticleActors = tuple[str, tuple["ArticleActor", ...]]


@dataclass(frozen=True, slots=True)
class Parted:
    """What came apart: ids of article's actors by (article id, key), the new actors, whom they replace."""

    ids: Mapping[tuple[str, str], str]
    actors: tuple[Actor, ...]
    gone: frozenset[str]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Quarrel:
    """Two names that are never one actor's, by key, and the entry that says so."""

    where: str
    names: tuple[str, str]

    @property
    def keys(self) -> frozenset[str]:
        """Both names by key."""
        return frozenset(map(name_key, self.names))


def part(
    linked: Linked,
    known: Mapping[str, Actor],
    rules: Iterable[Names],
    articles: Iterable[ArticleActors],
    link: Callable[[Iterable[ArticleActors]], Linked],
) -> Parted:
    """Take apart every actor that bears both names of a pair.

    An article's actor goes with the name it bears there; where the article bears neither,
    with the name the actor is shown by. ``link`` makes actors of each part anew, so that
    names and facts are those of the part alone. ``articles`` are read once, and only if
    there is anything to part.
    """
    quarrels = [_Quarrel(r.where, pair) for r in rules for pair in combinations(r.names, 2)]
    torn = {a.id: found for a in known.values() if (found := _inside(a, quarrels))}
    if not torn:
        return Parted({}, (), frozenset(), ())
    members: dict[str, list[tuple[str, ArticleActor]]] = defaultdict(list)
    for article, actors in articles:
        for actor in actors:
            if (owner := linked.id_of(article, actor)) in torn:
                members[owner].append((article, actor))
    ids: dict[tuple[str, str], str] = {}
    taken = dict.fromkeys(known.keys() - torn.keys())
    made: list[Actor] = []
    problems: list[str] = []
    for owner in sorted(torn):
        parts, stuck = _sort_out(known[owner], torn[owner], sorted(members[owner], key=_by_article))
        problems += stuck
        for number, group in enumerate(parts):
            fresh = link((article, (actor,)) for article, actor in group)
            new_ids = _settle_ids(fresh, taken, number)
            taken |= dict.fromkeys(new_ids.values())
            made += [replace(actor, id=new_ids[actor.id]) for actor in fresh.actors()]
            ids |= {(article, a.key): new_ids[fresh.id_of(article, a)] for article, a in group}
    return Parted(ids, tuple(made), frozenset(torn), tuple(problems))


def _by_article(member: tuple[str, ArticleActor]) -> tuple[str, str]:
    return member[0], member[1].key


def _inside(actor: Actor, quarrels: Sequence[_Quarrel]) -> list[_Quarrel]:
    if not quarrels:
        return []
    names = names_of(actor)
    return [q for q in quarrels if q.keys <= names]


def _settle_ids(fresh: Linked, taken: Mapping[str, None], number: int) -> dict[str, str]:
    """Ids of a part's actors: their own, or another where two parts would share it (one name, two people)."""
    return {a.id: actor_id(f"{a.id}\x1fapart\x1f{number}") if a.id in taken else a.id for a in fresh.actors()}


def _sort_out(
    actor: Actor, quarrels: Sequence[_Quarrel], members: Sequence[tuple[str, ArticleActor]]
) -> tuple[list[list[tuple[str, ArticleActor]]], list[str]]:
    """The members by the part they belong to, and what could not be parted."""
    borne = [(member, frozenset(map(name_key, (member[1].name, *member[1].aliases)))) for member in members]
    part_of = _colour(_ranked(actor, quarrels, [keys for _, keys in borne]), quarrels)
    parts: list[list[tuple[str, ArticleActor]]] = [[] for _ in range(max(part_of.values()) + 1)]
    stuck: list[str] = []
    for member, keys in borne:
        wanted = sorted({part_of[key] for key in keys & part_of.keys()}) or [0]
        parts[wanted[0]].append(member)
        if len(wanted) > 1:
            stuck += [_stuck(q, member[0]) for q in quarrels if q.keys <= keys]
    return [p for p in parts if p], stuck


def _ranked(actor: Actor, quarrels: Iterable[_Quarrel], borne: Sequence[frozenset[str]]) -> list[str]:
    """The names in dispute, the one the actor is shown by first, then the most used."""
    names = {key for q in quarrels for key in q.keys}
    shown = name_key(actor.name)
    return sorted(names, key=lambda n: (n != shown, -sum(n in keys for keys in borne), n))


def _colour(names: Iterable[str], quarrels: Iterable[_Quarrel]) -> dict[str, int]:
    """The number of the part that each name goes to: the first where nobody quarrels with it."""
    foes = frozenset(q.keys for q in quarrels)
    part_of: dict[str, int] = {}
    for name in names:
        number = 0
        while any(p == number and frozenset({name, other}) in foes for other, p in part_of.items()):
            number += 1
        part_of[name] = number
    return part_of


def _stuck(quarrel: _Quarrel, article: str) -> str:
    one, other = quarrel.names
    return (
        f"{quarrel.where}: article {article} itself calls one actor both {one!r} and {other!r}, so there they "
        "stay one; see why with `graphbuild inspect`"
    )
