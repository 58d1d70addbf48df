"""The analyst's word on the linked actors: the last step of linking.

First `never-same` takes apart, then `same` joins, then names and facts are set. Each step
looks at all its entries at once, so their order in the file makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.lexicon.actor_rules import NO_RULES, ActorRules, Fact
from graphbuild.model.actor import Actor, ActorKind
from graphbuild.stages.rules.directory import Directory, complain, final
from graphbuild.stages.rules.joining import combine, join
from graphbuild.stages.rules.parting import ArticleActors, Linked, part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from graphbuild.model.actor import ArticleActor

__all__ = ["ArticleActors", "Linked", "SettledActors", "combine", "settle"]


@dataclass(frozen=True, slots=True)
class SettledActors:
    """The actors of a build as the analyst's rules leave them.

    ``problems`` tells of each entry that did nothing: file, section, entry, what to do.
    """

    linked: Linked
    parted: Mapping[tuple[str, str], str]
    joined: Mapping[str, str]
    settled: tuple[Actor, ...]
    problems: tuple[str, ...]

    def id_of(self, article: str, actor: ArticleActor) -> str:
        """The id of the actor that an article's actor belongs to."""
        found = self.parted.get((article, actor.key)) or self.linked.id_of(article, actor)
        return self.joined.get(found, found)

    def actors(self) -> Iterator[Actor]:
        """All actors, sorted by id."""
        yield from self.settled


def settle(
    linked: Linked,
    articles: Iterable[ArticleActors],
    link: Callable[[Iterable[ArticleActors]], Linked],
    rules: ActorRules = NO_RULES,
) -> SettledActors:
    """Apply rules to linked actors.

    ``articles`` are (article id, its actors) as they were linked, ``link`` is what linked
    them; both are used only where a rule takes an actor apart.
    """
    known = {a.id: a for a in linked.actors()}
    if rules.is_empty:
        return SettledActors(linked, {}, {}, tuple(known.values()), ())
    parted = part(linked, known, rules.never_same, articles, link)
    known = {i: a for i, a in known.items() if i not in parted.gone} | {a.id: a for a in parted.actors}
    directory = Directory(known.values(), rules)
    joined = join(known, rules, directory)
    known = {i: a for i, a in known.items() if i not in joined.ids} | {a.id: a for a in joined.actors}
    problems = [*parted.problems, *joined.problems]
    told = _set_facts(known, rules, lambda name: final(directory.find(name), joined.ids), problems)
    settled = tuple(sorted(told.values(), key=lambda a: a.id))
    return SettledActors(linked, parted.ids, joined.ids, settled, tuple(dict.fromkeys(problems)))


def _set_facts(
    known: Mapping[str, Actor],
    rules: ActorRules,
    find: Callable[[str], frozenset[str]],
    problems: list[str],
) -> dict[str, Actor]:
    """The actors with what is said of each; entries that contradict each other are reported and left out."""
    told = dict(known)
    sections: tuple[tuple[tuple[Fact, ...], Callable[[Actor, str | None], Actor]], ...] = (
        (rules.rename, _rename),
        (rules.kind, _set_kind),
        (rules.country, _set_country),
        (rules.sector, _set_sector),
    )
    for facts, change in sections:
        for actor, said in sorted(_by_actor(facts, find, problems).items()):
            if len({fact.value for fact in said}) > 1:
                problems += [_contradiction(fact, known[actor], said) for fact in said]
            else:
                told[actor] = change(told[actor], said[0].value)
    for actor, said in _by_actor(rules.alias, find, problems).items():
        told[actor] = _call(told[actor], *(fact.value for fact in said))
    return told


def _by_actor(
    facts: Iterable[Fact], find: Callable[[str], frozenset[str]], problems: list[str]
) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        ids = find(fact.name)
        if len(ids) == 1:
            found[min(ids)].append(fact)
        else:
            problems.append(complain(fact.where, fact.name, ids))
    return found


def _contradiction(fact: Fact, actor: Actor, said: Iterable[Fact]) -> str:
    others = " and ".join(other.where for other in said if other is not fact)
    return f"{fact.where}: {others} says otherwise of the same actor ({actor.id}), so neither is applied; delete one"


def _call(actor: Actor, *names: str | None) -> Actor:
    return replace(actor, aliases=tuple(sorted({*actor.aliases, *(n for n in names if n)})))


def _rename(actor: Actor, value: str | None) -> Actor:
    return replace(_call(actor, actor.name, value), name=value or actor.name)


def _set_kind(actor: Actor, value: str | None) -> Actor:
    return replace(actor, kind=ActorKind(value or ActorKind.UNKNOWN))


def _set_country(actor: Actor, value: str | None) -> Actor:
    return replace(actor, country=value)


def _set_sector(actor: Actor, value: str | None) -> Actor:
    return replace(actor, sector=value)
