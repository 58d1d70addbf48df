"""Phrases that describe an actor: "Iraqi officials", "the company", "Apple's chief executive"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorKind
from graphbuild.stages.mentions.actors import Draft
from graphbuild.stages.mentions.names import words_of
from graphbuild.stages.mentions.owners import Owner, institution_of, owner_of, role_of, title_words
from graphbuild.syntax.phrases import dependents, left_edge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphbuild.lexicon.roles import Role, Roles
    from graphbuild.model.parse import Parse

# Sorts of actors that follow a name without being another actor.
_SORTS = frozenset(
    [
        "group",
        "militia",
        "movement",
        "party",
        "organization",
        "organisation",
        "company",
        "airline",
        "bank",
        "agency",
        "faction",
        "network",
        "newspaper",
        "firm",
        "carrier",
        "maker",
        "giant",
        "alliance",
        "gang",
        "cartel",
        "manufacturer",
    ]
)
_VEHICLES = frozenset({"fighter", "bomber", "carrier", "destroyer", "tanker"})
_DESIGNATION = re.compile(r"[A-Z]{1,3}-?\d{1,3}[A-Z]?s?")


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
        role = role_of(parse, token.index, roles)
        if role is None:
            continue
        if token.lemma in _VEHICLES and _is_designated(parse, token.index):
            continue
        if token.dep == "appos" and token.head in by_head and role.person:
            found[token.index] = by_head[token.head]  # "Haddad, the mayor of Basra"
            continue
        named = _named_by(parse, token.index, by_head)
        if named is not None:
            found[token.index] = named
            continue
        owner = owner_of(parse, token.index, by_head)
        same = None if owner else _antecedent(parse, token.index, role, by_head, found)
        if same is None:
            same = institution_of(role, owner, drafts) or _unnamed(parse, token.index, role, owner, drafts)
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


def _unnamed(parse: Parse, noun: int, role: Role, owner: Owner | None, drafts: dict[str, Draft]) -> Draft:
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
        if any(r.split()[-1:] == [token.lemma] or r == title_words(parse, noun) for r in d.roles)
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
