"""Which actors of different articles are the same: by what they are, never by likeness alone.

An actor that the gazetteer knows, or an institution of a country, is the same everywhere.
A name of several words is the same actor wherever it stands. A single word (a bare surname)
joins a fuller name only if exactly one actor of the whole build has it; a person of whom
nothing but such a word is known stays an actor of its article, as does what has no name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from graphbuild.model.actor import Actor, ActorKind, ArticleActor
from graphbuild.model.ids import actor_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_Text = TypeVar("_Text", bound=str)


@dataclass(slots=True)
class _Cluster:
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    entry: str | None = None
    wikidata: str | None = None

    def add(self, actor: ArticleActor) -> None:
        """Count what one article says."""
        self.names[actor.name] += 1
        self.kinds[actor.kind] += 1
        if actor.country:
            self.countries[actor.country] += 1
        if actor.sector:
            self.sectors[actor.sector] += 1
        self.roles.update(actor.roles)
        self.aliases.update(actor.aliases)
        self.entry = self.entry or actor.entry
        self.wikidata = self.wikidata or actor.wikidata

    def freeze(self, key: str) -> Actor:
        """The actor that the articles agree on: the longest usual name, the majority's facts."""
        name = max(self.names, key=lambda n: (len(n.split()), self.names[n], n))
        return Actor(
            actor_id(key),
            name,
            tuple(sorted(self.aliases)),
            _most(self.kinds) or ActorKind.UNKNOWN,
            _most(self.countries),
            _most(self.sectors),
            self.entry,
            self.wikidata,
            tuple(sorted(self.roles)),
        )


def _most(counts: Counter[_Text]) -> _Text | None:
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """The actors of a build, and which of them each article's actors are."""

    full_names: Mapping[str, str]
    bare: frozenset[str]
    clusters: Mapping[str, _Cluster]

    def id_of(self, article: str, actor: ArticleActor) -> str:
        """The id of the actor that an article's actor was linked to."""
        return actor_id(self._key(article, actor))

    def _key(self, article: str, actor: ArticleActor) -> str:
        key = _key(article, actor)
        return _within(article, key) if key in self.bare else self.full_names.get(key, key)

    def actors(self) -> Iterator[Actor]:
        """All actors, sorted by id."""
        yield from sorted((c.freeze(k) for k, c in self.clusters.items()), key=lambda a: a.id)


def _key(article: str, actor: ArticleActor) -> str:
    """What an actor is called across articles; unnamed ones by their article."""
    return _within(article, actor.key) if actor.key.startswith("u:") else actor.key


def _within(article: str, key: str) -> str:
    return f"{article}\x1f{key}"


def link_actors(articles: Iterable[tuple[str, tuple[ArticleActor, ...]]]) -> ActorIndex:
    """Link the actors of all articles; ``articles`` are (article id, its actors) in any order."""
    clusters: dict[str, _Cluster] = defaultdict(_Cluster)
    single: list[tuple[str, ArticleActor]] = []
    for article, actors in articles:
        for actor in actors:
            clusters[_key(article, actor)].add(actor)
            if _is_bare(actor):
                single.append((article, actor))
    joined = dict(_surnames(clusters))
    for short, full in sorted(joined.items()):
        _absorb(clusters[full], clusters.pop(short))
    bare = frozenset(key for key, cluster in clusters.items() if _is_bare_person(key, cluster))
    for key in bare:
        del clusters[key]
    for article, actor in single:
        if actor.key in bare:
            clusters[_within(article, actor.key)].add(actor)
    return ActorIndex(joined, bare, dict(clusters))


def _is_bare(actor: ArticleActor) -> bool:
    return actor.key.startswith("n:") and " " not in actor.key


def _is_bare_person(key: str, cluster: _Cluster) -> bool:
    """Whether a single word is all that is known of a person: the Smith of one article is not that of another."""
    return key.startswith("n:") and " " not in key and _most(cluster.kinds) is ActorKind.PERSON


def _surnames(clusters: Mapping[str, _Cluster]) -> Iterator[tuple[str, str]]:
    """Bare surnames and the one fuller name that each can be short for."""
    people: dict[str, list[str]] = defaultdict(list)
    for key, cluster in clusters.items():
        if _most(cluster.kinds) is ActorKind.PERSON and not key.startswith("u:"):
            for surname in {s for name in (*cluster.names, *cluster.aliases) for s in _last_names(name)}:
                people[surname].append(key)
    for key, cluster in clusters.items():
        is_bare = key.startswith("n:") and not any(len(name.split()) > 1 for name in cluster.names)
        if is_bare and _most(cluster.kinds) in (ActorKind.PERSON, ActorKind.UNKNOWN):
            candidates = people.get(_plain(key[2:]), [])
            if len(candidates) == 1 and _agree(cluster, clusters[candidates[0]]):
                yield key, candidates[0]


def _last_names(name: str) -> tuple[str, ...]:
    """What a person of several words may be called for short: "Abdul-Mahdi", "al-Sadr" and "Sadr"."""
    words = name.split()
    return (_plain(words[-1]), _plain(words[-1]).split()[-1]) if len(words) > 1 else ()


def _plain(surname: str) -> str:
    """A surname as it is compared: "Abdul-Mahdi" and "Abdul Mahdi" are one."""
    return surname.lower().replace("-", " ").strip() or surname


def _agree(short: _Cluster, full: _Cluster) -> bool:
    """A bare surname needs the same country, or an office in common, where both are known."""
    if short.countries and full.countries and not short.countries.keys() & full.countries.keys():
        return False
    last = {role.split()[-1] for role in short.roles}
    return not last or not full.roles or bool(last & {role.split()[-1] for role in full.roles})


def _absorb(full: _Cluster, short: _Cluster) -> None:
    full.names.update(dict.fromkeys(short.names, 0))
    full.aliases.update(short.aliases)
    full.countries.update(short.countries)
    full.sectors.update(short.sectors)
    full.roles.update(short.roles)
