"""All mentions of one parse: names first, then descriptions, then pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.lexicon.gazetteer import Entry, Gazetteer, NameForm
from graphbuild.model.actor import ActorKind, ActorMention, MentionForm, Mentions, PlaceMention
from graphbuild.model.text import Span
from graphbuild.stages.mentions.actors import Draft
from graphbuild.stages.mentions.descriptions import describe_phrases
from graphbuild.stages.mentions.names import Name, find_names, words_of
from graphbuild.stages.mentions.naming import name_actors
from graphbuild.stages.mentions.people import describe_bodies, describe_people
from graphbuild.stages.mentions.places import find_places, stands_for_place
from graphbuild.stages.mentions.pronouns import resolve_pronouns
from graphbuild.stages.mentions.surnames import bare_surnames

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graphbuild.lexicon.places import PlaceIndex
    from graphbuild.lexicon.roles import Roles
    from graphbuild.model.parse import Parse


_OF_A_COUNTRY = frozenset({"PTY", "LEG", "JUD", "GOV", "COP"})


@dataclass(frozen=True, slots=True)
class ActorKnowledge:
    """What the stage knows of actors, roles and places, and which verbs report."""

    gazetteer: Gazetteer
    roles: Roles
    places: PlaceIndex
    reports: Callable[[str], bool]


def find_mentions(parse: Parse, text: str, knowledge: ActorKnowledge) -> Mentions:
    """Who and where, for the whole parse; ``text`` is the article's."""
    full = find_names(parse, knowledge.gazetteer, knowledge.roles)
    names = tuple(sorted((*full, *bare_surnames(parse, full)), key=lambda n: n.first))
    countries = _countries(names)
    places = find_places(parse, text, names, countries, knowledge.places)
    acting = [n for n in names if not (n.head in places and stands_for_place(parse, n))]
    located = {p.place.country for p in places.values() if p.place.country}
    entries = _choose_entries(acting, (*countries, *sorted(located - set(countries))))
    by_name = name_actors(parse, acting, entries, knowledge.roles)
    by_head = {acting[i].head: draft for i, draft in by_name.items()}
    by_head.update(_peoples(parse, acting, entries))
    forms = {n.head: MentionForm.DEMONYM if n.form is NameForm.DEMONYM else MentionForm.NAME for n in acting}
    describe_bodies(parse, {n.head: n for n in acting}, by_head, knowledge.gazetteer, knowledge.roles)
    describe_people(parse, by_head, knowledge.roles)
    described = describe_phrases(parse, by_head, knowledge.roles)
    forms.update(dict.fromkeys(described, MentionForm.DESCRIPTION))
    by_head.update(described)
    pronouns = resolve_pronouns(parse, by_head, knowledge.roles, knowledge.reports)
    forms.update(dict.fromkeys(pronouns, MentionForm.PRONOUN))
    by_head.update(pronouns)
    spans = {n.head: Span(parse.tokens[n.first].start, parse.tokens[n.last - 1].end) for n in acting}
    return _freeze(parse, text, by_head, forms, spans, places)


def _countries(names: Sequence[Name]) -> tuple[str, ...]:
    """Countries that the article names, the most frequent first."""
    counts: dict[str, int] = {}
    for name in names:
        for entry in name.entries[:1]:
            if entry.country:
                counts[entry.country] = counts.get(entry.country, 0) + 1
    return tuple(sorted(counts, key=lambda c: (-counts[c], c)))


def _peoples(parse: Parse, names: Sequence[Name], entries: Mapping[int, Entry]) -> dict[int, Draft]:
    """Demonyms that name people: "hundreds of Iranians" are not the state of Iran."""
    found = {}
    for index, name in enumerate(names):
        token = parse.tokens[name.head]
        people = name.form is NameForm.DEMONYM and token.tag in ("NNS", "NNPS")
        if people and index in entries and token.dep not in ("amod", "compound", "nmod"):
            draft = Draft(f"u:{name.head}", ActorKind.UNNAMED, entries[index].country, "CVL")
            draft.names[words_of(parse, name.first, name.last)] += 1
            found[name.head] = draft
    return found


def _choose_entries(names: Sequence[Name], countries: Sequence[str]) -> dict[int, Entry]:
    """The gazetteer entry of each name; where the article speaks for another reading, none.

    Of several entries the one of a country in play is meant; a seat of government that acts
    is the government. A party or an organ of state is not that of a country the article
    never names, while it names others.
    """
    chosen: dict[int, Entry] = {}
    for index, name in enumerate(names):
        if len(name.entries) == 1:
            entry = name.entries[0]
            foreign = countries and entry.country not in countries
            if not (foreign and entry.sector in _OF_A_COUNTRY and entry.kind is ActorKind.ORGANISATION):
                chosen[index] = entry
        elif name.entries:
            supported = [e for e in name.entries if e.country in countries[:3]]
            seats = [e for e in name.entries if e.key.startswith("gov:")]
            if len(supported) == 1 or len(seats) == 1:
                chosen[index] = supported[0] if len(supported) == 1 else seats[0]
    return chosen


def _freeze(
    parse: Parse,
    text: str,
    by_head: Mapping[int, Draft],
    forms: Mapping[int, MentionForm],
    spans: Mapping[int, Span],
    places: Mapping[int, PlaceMention],
) -> Mentions:
    mentions = {}
    for head in sorted(by_head):
        token = parse.tokens[head]
        span = spans.get(head) or Span(token.start, token.end)
        mentions[head] = ActorMention(span, span.of(text), head, forms[head], by_head[head].key)
    drafts = {d.key: d for d in by_head.values()}
    actors = tuple(
        drafts[key].freeze()
        for key in sorted(drafts)
        if drafts[key].names or drafts[key].kind is ActorKind.UNNAMED
    )
    return Mentions(actors, mentions, places)
