"""Whom a description is described by, and what its noun says: "U.S. troops", "Boeing's chief executive"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorKind
from graphbuild.stages.mentions.actors import Draft
from graphbuild.syntax.phrases import dependents, modifiers_with

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphbuild.lexicon.roles import Role, Roles
    from graphbuild.model.parse import Parse

# Institutions that a country has one of: "Iraqi troops" in two texts are one army.
_INSTITUTIONS = {"GOV": "Government", "MIL": "Armed forces", "COP": "Police", "LEG": "Parliament"}
_INSTITUTION_WORDS = frozenset(
    [
        "government",
        "regime",
        "administration",
        "cabinet",
        "authority",
        "army",
        "military",
        "force",
        "troop",
        "navy",
        "police",
        "parliament",
        "legislature",
    ]
) | {"air force", "armed forces"}
_TAKES_ARTICLE = re.compile(
    r"^(United|Czech|Dominican|Central African)|(Netherlands|Philippines|Maldives|Bahamas|Union)$"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a description is described by: its demonym, possessor or "of" phrase."""

    draft: Draft
    is_country: bool


def owner_of(parse: Parse, noun: int, by_head: Mapping[int, Draft]) -> Owner | None:
    """Whom a noun is described by: a modifier, possessor or "of" phrase that names an actor.

    "Hungarian and Romanian officials" are of neither alone.
    """
    for child in parse.children[noun]:
        token = parse.tokens[child]
        if token.dep in ("amod", "compound", "poss", "nmod") and child in by_head:
            several = {by_head[m].key for m in modifiers_with(parse, child) if m in by_head}
            return _owner(by_head[child]) if len(several) == 1 else None
        if token.dep in ("compound", "nmod", "amod") and token.pos in ("PROPN", "NOUN"):
            inner = owner_of(parse, child, by_head)
            if inner is not None:
                return inner
        if token.dep == "prep" and token.lemma in ("of", "for", "from"):
            for thing in dependents(parse, child, "pobj"):
                if thing in by_head:
                    return _owner(by_head[thing])
    return None


def _owner(draft: Draft) -> Owner:
    return Owner(draft, draft.kind is ActorKind.COUNTRY)


def role_of(parse: Parse, noun: int, roles: Roles) -> Role | None:
    """The role that a noun tells, alone or with the word in front ("prime minister", "armed forces")."""
    token = parse.tokens[noun]
    word = token.text.lower()
    if noun and parse.tokens[noun - 1].dep in ("compound", "amod"):
        before = parse.tokens[noun - 1].text.lower()
        pair = roles.find_phrase((before, token.lemma)) or roles.find_phrase((before, word))
        if pair is not None:
            return pair
    if word == "forces":  # a country's forces are its armed forces
        return roles.find_phrase(("armed", "forces"))
    return roles.find(token.lemma)


def side_of(owner: Owner | None, role: Role) -> Draft | None:
    """Whom somebody in a role speaks for; a member of parliament for no government, nobody for a town."""
    speaks = owner is not None and role.person and role.speaks_for and role.sector != "LEG"
    return owner.draft if owner is not None and speaks and not owner.draft.is_place else None


def title_words(parse: Parse, noun: int) -> str:
    """A title with its modifiers, in small letters, without the country or body in front."""
    first = noun
    while (
        first > 0
        and parse.tokens[first - 1].dep in ("compound", "amod")
        and parse.tokens[first - 1].entity == ""
    ):
        first -= 1
    return " ".join(t.text.lower() for t in parse.tokens[first : noun + 1])


def institution_of(role: Role, owner: Owner | None, drafts: dict[str, Draft]) -> Draft | None:
    """The organ that a country has one of, the same in every article; None for anything else."""
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
