"""Phrases that describe an actor: "Iraqi officials", "the company", "Apple's chief executive"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorKind
from graphbuild.stages.mentions.actors import Draft
from graphbuild.stages.mentions.antecedents import SORTS, antecedent
from graphbuild.stages.mentions.names import words_of
from graphbuild.stages.mentions.owners import Owner, institution_of, owner_of, role_of, side_of
from graphbuild.syntax.phrases import dependents, left_edge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphbuild.lexicon.roles import Role, Roles
    from graphbuild.model.parse import Parse

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
        share = _shares_title if role.person and token.tag in ("NN", "NNP") else _named_by
        named = share(parse, token.index, by_head)
        if named is not None:
            found[token.index] = named
            continue
        owner = owner_of(parse, token.index, by_head)
        same = None if owner else antecedent(parse, token.index, role, by_head, found)
        if same is None:
            same = institution_of(role, owner, drafts) or _unnamed(parse, token.index, role, owner, drafts)
            same.side = same.side or _side_of(parse, token.index, role, owner, found)
        found[token.index] = same
    return found


def _named_by(parse: Parse, noun: int, by_head: Mapping[int, Draft]) -> Draft | None:
    """ "The Hezbollah militia", "the Boeing company": a sort of actor after its name is that actor."""
    if parse.tokens[noun].lemma not in SORTS or parse.tokens[noun].tag != "NN":
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


def _side_of(
    parse: Parse, noun: int, role: Role, owner: Owner | None, found: Mapping[int, Draft]
) -> Draft | None:
    """Whom an unnamed official speaks for; one of several told of before, for whom they do."""
    token = parse.tokens[noun]
    if owner is not None or token.tag != "NN" or not role.person:
        return side_of(owner, role)
    many = [h for h in found if parse.tokens[h].lemma == token.lemma and parse.tokens[h].tag == "NNS"]
    return found[many[-1]].side if many else None


def _shares_title(parse: Parse, noun: int, by_head: Mapping[int, Draft]) -> Draft | None:
    """ "CEO and founder Karim Haddad": a bare title joined to one that has the name."""
    if dependents(parse, noun, "det", "poss"):
        return None
    for other in dependents(parse, noun, "conj"):
        titled = [c for c in dependents(parse, other, "compound", "nmod") if parse.tokens[c].pos == "NOUN"]
        if titled and other in by_head and by_head[other].kind is ActorKind.PERSON:
            return by_head[other]
    return None
