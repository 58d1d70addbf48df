"""Phrases that describe an actor: "Iraqi officials", "the company", "Apple's chief executive"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphbuild.lexicon.gazetteer import Gazetteer
from graphbuild.lexicon.roles import Role, Roles
from graphbuild.model.actor import ActorKind
from graphbuild.model.parse import Parse
from graphbuild.stages.mentions.actors import Draft
from graphbuild.stages.mentions.names import Name, words_of
from graphbuild.syntax.phrases import dependents, left_edge

# Institutions that a country has one of: "Iraqi troops" in two texts are one army.
_INSTITUTIONS = {"GOV": "Government", "MIL": "Armed forces", "COP": "Police", "LEG": "Parliament"}
_INSTITUTION_WORDS = frozenset(
    {
        "government",
        "regime",
        "administration",
        "cabinet",
        "authority", "air force", "armed forces",
        "army",
        "military",
        "force",
        "troop",
        "navy",
        "air force",
        "police",
        "parliament",
        "legislature",
    }
)
_FEW = frozenset(
    {"a", "an", "one", "some", "another", "two", "three", "four", "five", "several", "many", "no", "any"}
)


# Sorts of actors that follow a name without being another actor.
_SORTS = frozenset(
    {"group", "militia", "movement", "party", "organization", "organisation", "company", "airline", "bank", "agency"}
    | {"faction", "network", "newspaper", "firm", "carrier", "maker", "giant", "alliance", "gang", "cartel", "manufacturer"}
)
_VEHICLES = frozenset({"fighter", "bomber", "carrier", "destroyer", "tanker"})
_TAKES_ARTICLE = re.compile(r"^(United|Czech|Dominican|Central African)|(Netherlands|Philippines|Maldives|Bahamas|Union)$")
_DESIGNATION = re.compile(r"[A-Z]{1,3}-?\d{1,3}[A-Z]?s?")


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whom a description is described by: its demonym, possessor or "of" phrase."""

    draft: Draft
    is_country: bool


def describe_bodies(parse: Parse, names: Mapping[int, Name], by_head: dict[int, Draft], gazetteer: Gazetteer, roles: Roles) -> None:
    """What an organisation's own name says: "Iraqi News Agency" is of Iraq.

    ``names`` maps heads to names. A country's organ by its plain name ("Indian Navy") is
    the same actor as its description ("the Indian navy").
    """
    drafts: dict[str, Draft] = {}
    for head, name in names.items():
        draft = by_head.get(head)
        if draft is None or draft.entry or draft.kind is ActorKind.PERSON or name.last - name.first < 2:
            continue
        draft.add_facts(None, _sector_of(parse, name, roles), None)
        matches = gazetteer.match([t.text for t in parse.tokens[name.first : name.last]], 0)
        country = matches[0].entry if matches and matches[0].entry.kind is ActorKind.COUNTRY else None
        if country is None or matches[0].length >= name.last - name.first:
            continue
        role = _role_of(parse, name.last - 1, roles)
        rest = name.last - name.first - matches[0].length
        owner = _Owner(Draft(country.key, country.kind, country.country, known_as=country.name), is_country=True)
        organ = _institution(role, owner, drafts) if role and rest <= 2 else None
        if organ is not None:
            by_head[head] = organ
        else:
            draft.add_facts(country.country, role.sector if role else None, None)


def _sector_of(parse: Parse, name: Name, roles: Roles) -> str | None:
    """The sector that the last word of a body's name tells: "Liberation Front", "Supreme Court"."""
    last = parse.tokens[name.last - 1]
    role = roles.find(last.text.lower())
    return role.sector if role is not None and role.group else None


def describe_people(parse: Parse, by_head: Mapping[int, Draft], roles: Roles) -> None:
    """Give named actors what titles and appositions say of them: office, country, sector."""
    for head, draft in by_head.items():
        if draft.kind not in (ActorKind.PERSON, ActorKind.UNKNOWN):
            continue
        for noun in _titles(parse, head):
            role = _role_of(parse, noun, roles)
            if role is None or not role.person:
                continue
            owner = _owner(parse, noun, by_head) or _owner(parse, head, by_head) or _country_before(parse, head, by_head)
            if draft.kind is ActorKind.UNKNOWN:
                draft.kind = ActorKind.PERSON
            country = owner.draft.country if owner and role.speaks_for else None
            sector = (
                owner.draft.sector if owner and not owner.is_country and role.speaks_for else None
            ) or role.sector
            draft.add_facts(country, sector, _title_words(parse, noun))


def _country_before(parse: Parse, head: int, by_head: Mapping[int, Draft]) -> _Owner | None:
    """The country named among the words in front of a name: "Iranian Foreign Ministry spokesman X"."""
    for index in range(left_edge(parse, head), head):
        if index in by_head and by_head[index].kind is ActorKind.COUNTRY:
            return _Owner(by_head[index], is_country=True)
    return None


def _titles(parse: Parse, head: int) -> Iterator[int]:
    """Nouns that stand by a name: in front of it, or in apposition on either side."""
    for child in parse.children[head]:
        token = parse.tokens[child]
        if token.dep == "appos" or (
            token.dep in ("compound", "nmod") and child < head and token.pos in ("NOUN", "PROPN")
        ):
            yield child
    token = parse.tokens[head]
    if token.dep == "appos" and parse.tokens[token.head].pos == "NOUN":
        yield token.head


def _title_words(parse: Parse, noun: int) -> str:
    first = noun
    while (
        first > 0
        and parse.tokens[first - 1].dep in ("compound", "amod")
        and parse.tokens[first - 1].entity == ""
    ):
        first -= 1
    return " ".join(t.text.lower() for t in parse.tokens[first : noun + 1])


def _role_of(parse: Parse, noun: int, roles: Roles) -> Role | None:
    token = parse.tokens[noun]
    if noun and parse.tokens[noun - 1].dep in ("compound", "amod"):
        pair = roles.find_phrase((parse.tokens[noun - 1].text.lower(), token.lemma))
        if pair is not None:
            return pair
    return roles.find(token.lemma)


def describe_phrases(parse: Parse, by_head: Mapping[int, Draft], roles: Roles) -> dict[int, Draft]:
    """Actors of common nouns that name a role or a group, by head token.

    A definite phrase that only one earlier actor fits is that actor; an institution of a
    country is the same everywhere; any other phrase is an unnamed actor of its own.
    """
    found: dict[int, Draft] = {}
    drafts: dict[str, Draft] = {}
    for token in parse.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.index in by_head or token.dep in ("compound", "amod"):
            continue
        role = _role_of(parse, token.index, roles)
        if role is None:
            continue
        if token.lemma in _VEHICLES and _is_designated(parse, token.index):
            continue
        named = _named_by(parse, token.index, by_head)
        if named is not None:
            found[token.index] = named
            continue
        owner = _owner(parse, token.index, by_head)
        same = None if owner else _antecedent(parse, token.index, role, by_head, found)
        if same is None:
            same = _institution(role, owner, drafts) or _unnamed(parse, token.index, role, owner, drafts)
        found[token.index] = same
    return found


def _named_by(parse: Parse, noun: int, by_head: Mapping[int, Draft]) -> Draft | None:
    """ "The Hezbollah militia", "the Boeing company": a sort of actor after its name is that actor."""
    if parse.tokens[noun].lemma not in _SORTS or parse.tokens[noun].tag != "NN":
        return None
    for child in dependents(parse, noun, "compound", "nmod", "appos"):
        if child in by_head and by_head[child].kind in (ActorKind.ORGANISATION, ActorKind.GROUP):
            return by_head[child]
    return None


def _is_designated(parse: Parse, noun: int) -> bool:
    """Whether a fighter is an aircraft: "F-15E fighters"."""
    return any(_DESIGNATION.fullmatch(parse.tokens[c].text) for c in parse.children[noun])


def _owner(parse: Parse, noun: int, by_head: Mapping[int, Draft]) -> _Owner | None:
    for child in parse.children[noun]:
        token = parse.tokens[child]
        if token.dep in ("amod", "compound", "poss", "nmod") and child in by_head:
            draft = by_head[child]
            return _Owner(draft, draft.kind is ActorKind.COUNTRY)
        if token.dep in ("compound", "nmod", "amod") and token.pos in ("PROPN", "NOUN"):
            inner = _owner(parse, child, by_head)
            if inner is not None:
                return inner
        if token.dep == "prep" and token.lemma in ("of", "for", "from"):
            for thing in dependents(parse, child, "pobj"):
                if thing in by_head:
                    draft = by_head[thing]
                    return _Owner(draft, draft.kind is ActorKind.COUNTRY)
    return None


def _institution(role: Role, owner: _Owner | None, drafts: dict[str, Draft]) -> Draft | None:
    if (
        owner is None
        or not owner.is_country
        or role.sector not in _INSTITUTIONS
        or role.lemma not in _INSTITUTION_WORDS
    ):
        return None
    country = owner.draft.country
    key = f"gov:{country}" if role.sector == "GOV" else f"{role.sector.lower()}:{country}"
    if key not in drafts:
        name = f"{_INSTITUTIONS[role.sector]} of {_with_article(owner.draft.name)}"
        drafts[key] = Draft(key, ActorKind.ORGANISATION, country, role.sector, known_as=name)
        drafts[key].names[name] += 1
    return drafts[key]


def _with_article(country: str) -> str:
    """A country's name as it stands after "of"."""
    return f"the {country}" if _TAKES_ARTICLE.search(country) else country


def _unnamed(parse: Parse, noun: int, role: Role, owner: _Owner | None, drafts: dict[str, Draft]) -> Draft:
    first = left_edge(parse, noun)
    while first < noun and parse.tokens[first].pos in ("DET", "SPACE"):
        first += 1
    words = words_of(parse, first, noun + 1)
    key = f"u:{noun}"
    country = owner.draft.country if owner else None
    sector = role.sector
    if owner and not owner.is_country and role.speaks_for:
        sector = owner.draft.sector or role.sector
    draft = drafts[key] = Draft(key, ActorKind.UNNAMED, country, sector)
    draft.names[words] += 1
    return draft


def _antecedent(
    parse: Parse, noun: int, role: Role, by_head: Mapping[int, Draft], found: Mapping[int, Draft]
) -> Draft | None:
    """Whom a bare definite phrase takes up again, if just one actor fits."""
    determiners = [parse.tokens[d].lemma for d in dependents(parse, noun, "det")]
    if "the" not in determiners and "this" not in determiners and "that" not in determiners:
        return None
    token = parse.tokens[noun]
    again = [
        d
        for h, d in found.items()
        if h < noun and parse.tokens[h].lemma == token.lemma and parse.tokens[h].tag == token.tag
    ]
    holders = {
        d.key: d
        for d in by_head.values()
        if any(r.split()[-1:] == [token.lemma] or r == _title_words(parse, noun) for r in d.roles)
    }
    if role.person and token.tag in ("NN", "NNP"):
        if len(holders) == 1:
            return next(iter(holders.values()))
        return again[-1] if again and not holders else None
    if role.group and token.tag in ("NN", "NNP") and role.sector in ("BUS", "REB", None):
        orgs = {
            d.key: d
            for h, d in by_head.items()
            if h < noun
            and d.kind in (ActorKind.ORGANISATION, ActorKind.GROUP)
            and d.sector in (role.sector, None)
        }
        return next(iter(orgs.values())) if len(orgs) == 1 else None
    return again[-1] if again else None
