"""All about an actor on one page: names with evidence, roles over time, others, events by type."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.model.actor import Appearance, MentionForm
from graphbuild.query.quotes import Quote, articles_by_id, quote, say_quote
from graphbuild.query.wording import count_of, name_actors, one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from graphbuild.model.event import Event, Status
    from graphbuild.model.text import Article
    from graphbuild.model.timeline import Timeline
    from graphbuild.query.actors import CountedActor

UNTYPED = "untyped"

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class NameOnCard:
    """A name: how often it stands in how many articles, and its first sentence by date of publication."""

    text: str
    form: str
    count: int
    articles: int
    first: Quote


@dataclass(frozen=True, slots=True)
class RoleOnCard:
    """A title or function: the days of publication between which articles give it, None where none is known."""

    role: str
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class OtherOnCard:
    """Somebody else in the same events: how many, and by type those done to it, by it, and with it."""

    id: str
    name: str
    events: int
    to: dict[str, int]
    by: dict[str, int]
    along: dict[str, int]


@dataclass(frozen=True, slots=True)
class Card:
    """An actor with all that a build knows of it; each list has the most frequent first."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    wikidata: str | None
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    events: int
    source: int
    target: int
    types: dict[str, int]
    names: tuple[NameOnCard, ...]
    roles_seen: tuple[RoleOnCard, ...]
    related: tuple[OtherOnCard, ...]


def make_cards(
    timeline: Timeline, counted: Iterable[CountedActor], statuses: Collection[Status]
) -> Iterator[Card]:
    """A card for each of these actors; events of these statuses count."""
    wanted = {c.actor.id: c for c in counted}
    seen: dict[str, list[Appearance]] = defaultdict(list)
    for appearance in timeline.appearances:
        if appearance.actor in wanted:
            seen[appearance.actor].append(appearance)
    events: dict[str, list[Event]] = defaultdict(list)
    for event in timeline.events:
        if event.status in statuses:
            for actor in wanted.keys() & {*event.sources, *event.targets}:
                events[actor].append(event)
    articles = articles_by_id(timeline, {a.article for found in seen.values() for a in found})
    names = name_actors(timeline.actors)
    for key, c in wanted.items():
        yield Card(
            id=key,
            name=c.actor.name,
            kind=c.actor.kind.value,
            country=c.actor.country,
            sector=c.actor.sector,
            wikidata=c.actor.wikidata,
            aliases=c.actor.aliases,
            roles=c.actor.roles,
            events=c.events,
            source=c.as_source,
            target=c.as_target,
            types=_most(Counter(event.type or UNTYPED for event in events[key])),
            names=_names(seen[key], articles),
            roles_seen=_roles(seen[key], articles),
            related=_related(key, events[key], names),
        )


def _most(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _names(seen: Iterable[Appearance], articles: Mapping[str, Article]) -> tuple[NameOnCard, ...]:
    counts: Counter[tuple[str, str]] = Counter()
    quotes: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for appearance in seen:
        for name in appearance.names:
            key = (one_line(name.text), name.form.value)
            counts[key] += name.count
            quotes[key].append(quote(articles[appearance.article], name))
    found = [
        NameOnCard(text, form, count, len({q.article for q in quotes[text, form]}), min(quotes[text, form], key=_day))
        for (text, form), count in counts.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda n: (n.form == MentionForm.PRONOUN, -n.count, n.text, n.form)))


def _day(seen: Quote) -> tuple[str, str, int]:
    return str(seen.published or "9999"), seen.article, seen.start


def _roles(seen: Iterable[Appearance], articles: Mapping[str, Article]) -> tuple[RoleOnCard, ...]:
    told: dict[str, set[str]] = defaultdict(set)
    for appearance in seen:
        for role in appearance.roles:
            told[role].add(appearance.article)
    found = []
    for role, keys in told.items():
        days = sorted(day for key in keys if (day := articles[key].published))
        found.append(RoleOnCard(role, len(keys), days[0] if days else None, days[-1] if days else None))
    return tuple(sorted(found, key=lambda r: (str(r.first or "9999"), -r.articles, r.role)))


def _related(actor: str, events: Iterable[Event], names: Mapping[str, str]) -> tuple[OtherOnCard, ...]:
    ways: dict[str, tuple[Counter[str], Counter[str], Counter[str]]] = defaultdict(
        lambda: (Counter(), Counter(), Counter())
    )
    together: Counter[str] = Counter()
    for event in events:
        others = {*event.sources, *event.targets} - {actor}
        together.update(others)
        for other in others:
            ways[other][_way(event, actor, other)][event.type or UNTYPED] += 1
    found = [
        OtherOnCard(other, names.get(other, other), count, *map(_most, ways[other]))
        for other, count in together.items()
    ]
    return tuple(sorted(found, key=lambda o: (-o.events, o.name, o.id)))


def _way(event: Event, actor: str, other: str) -> int:
    """0 for what the actor did to the other, 1 for what the other did to it, 2 for what they did or bore together."""
    if actor in event.sources and other in event.targets:
        return 0
    return 1 if actor in event.targets and other in event.sources else 2


def describe_card(card: Card) -> Iterator[str]:
    """A card as lines."""
    yield f"{card.id}  {one_line(card.name)}"
    facts = (
        ("kind", card.kind),
        ("country", card.country),
        ("sector", card.sector),
        ("wikidata", card.wikidata),
    )
    yield from (f"  {name:<9} {value}" for name, value in facts if value)
    yield f"  {'events':<9} {card.events} (source of {card.source}, target of {card.target})"
    yield from _section("names", [_say_name(n) for n in card.names])
    yield from _section("roles", [_say_role(r) for r in card.roles_seen])
    yield from _section("with", [_say_other(o) for o in card.related])
    yield from _section("events by type", [f"{count:5}  {kind}" for kind, count in card.types.items()])


def _section(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{heading}:"
        yield from (f"  {line}" for line in lines[:_SHOWN])
        if len(lines) > _SHOWN:
            yield f"  ... and {len(lines) - _SHOWN} more (-f json has them all)"


def _say_name(name: NameOnCard) -> str:
    form = "" if name.form == MentionForm.NAME else f" ({name.form})"
    return (
        f"{name.count:5}  {name.text}{form}, in {count_of(name.articles, 'article')}: {say_quote(name.first)}"
    )


def _say_role(role: RoleOnCard) -> str:
    days = "undated" if role.first is None else str(role.first)
    until = f" to {role.last}" if role.last != role.first else ""
    return f"{days}{until}  {one_line(role.role)}, in {count_of(role.articles, 'article')}"


def _say_other(other: OtherOnCard) -> str:
    ways = (("to it", other.to), ("by it", other.by), ("together", other.along))
    said = "; ".join(f"{way} {_say_types(types)}" for way, types in ways if types)
    return f"{other.events:5}  {other.name} ({said})"


def _say_types(types: Mapping[str, int]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in types.items())
