"""What names, titles and appositions say of named actors: office, country, sector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorKind
from graphbuild.stages.mentions.actors import Draft
from graphbuild.stages.mentions.owners import Owner, institution_of, owner_of, role_of, side_of, title_words
from graphbuild.syntax.phrases import left_edge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graphbuild.lexicon.gazetteer import Gazetteer
    from graphbuild.lexicon.roles import Roles
    from graphbuild.model.parse import Parse
    from graphbuild.stages.mentions.names import Name


def describe_bodies(
    parse: Parse, names: Mapping[int, Name], by_head: dict[int, Draft], gazetteer: Gazetteer, roles: Roles
) -> None:
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
        role = role_of(parse, name.last - 1, roles)
        rest = name.last - name.first - matches[0].length
        owner = Owner(
            Draft(country.key, country.kind, country.country, known_as=country.name), is_country=True
        )
        organ = institution_of(role, owner, drafts) if role and rest <= 2 else None
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
            role = role_of(parse, noun, roles)
            if role is None or not role.person:
                continue
            owner = (
                owner_of(parse, noun, by_head)
                or owner_of(parse, head, by_head)
                or _country_before(parse, head, by_head)
            )
            if draft.kind is ActorKind.UNKNOWN:
                draft.kind = ActorKind.PERSON
            country = owner.draft.country if owner and role.speaks_for else None
            sector = (
                owner.draft.sector if owner and not owner.is_country and role.speaks_for else None
            ) or role.sector
            draft.add_facts(country, sector, title_words(parse, noun))
            draft.side = draft.side or side_of(owner, role)


def _country_before(parse: Parse, head: int, by_head: Mapping[int, Draft]) -> Owner | None:
    """The country named among the words in front of a name: "Iranian Foreign Ministry spokesman X"."""
    for index in range(left_edge(parse, head), head):
        if index in by_head and by_head[index].kind is ActorKind.COUNTRY:
            return Owner(by_head[index], is_country=True)
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
