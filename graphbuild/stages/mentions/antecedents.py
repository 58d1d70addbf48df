"""Whom a definite description takes up again: "the company", "the commission", "the minister".

A description is somebody named only where one candidate stands out: the only holder of the
title, the only body whose name ends in the noun, or the only body of the sort in the sentence
or in one of the two before it, the subject where there are several (centering: Grosz, Joshi
and Weinstein 1995). Otherwise it stays an actor of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorKind
from graphbuild.stages.mentions.actors import Draft, name_key
from graphbuild.stages.mentions.owners import title_words
from graphbuild.syntax.phrases import dependents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.lexicon.roles import Role
    from graphbuild.model.parse import Parse

# Sorts of actors: such a noun is somebody, whereas a shop or a market mostly belongs to somebody.
SORTS = frozenset(
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
        "corporation",
        "conglomerate",
        "retailer",
        "automaker",
        "carmaker",
        "insurer",
        "lender",
        "publisher",
        "broadcaster",
        "operator",
        "developer",
        "producer",
        "supplier",
        "planemaker",
    ]
)
_BODIES = (ActorKind.ORGANISATION, ActorKind.GROUP)
_BELOW = frozenset({"vice", "deputy", "assistant", "under", "former", "ex", "acting"})
_SUBJECTS = ("nsubj", "nsubjpass")
_BACK = 2  # sentences
# Which bodies a noun of a sector may take up; the nouns of other sectors name their own kind.
_TAKES_UP = {"BUS": ("BUS", "MNC", None), "REB": ("REB", None), None: (None,)}
# What makes a description one of several: "the other company", "the company that sued".
_NARROWING = ("relcl", "acl", "amod", "prep", "nummod", "poss")


def antecedent(
    parse: Parse, noun: int, role: Role, by_head: Mapping[int, Draft], found: Mapping[int, Draft]
) -> Draft | None:
    """Whom a definite phrase takes up again, if just one actor fits.

    ``by_head`` are the named actors, ``found`` the descriptions before this one.
    """
    token = parse.tokens[noun]
    if token.tag not in ("NN", "NNP"):
        return _again(parse, noun, found) if _is_definite(parse, noun) else None
    if not _is_definite(parse, noun):
        return None
    if role.person:
        return _holder(parse, noun, by_head) or _again(parse, noun, found)
    named = _named_so(parse, noun, by_head)
    if named is not None:
        return named
    if role.sector not in _TAKES_UP or token.lemma not in SORTS:
        return _again(parse, noun, found)
    if _is_narrowed(parse, noun):
        return None
    fitting = {h: d for h, d in by_head.items() if h < noun and _fits(d, role)}
    return _standing_out(parse, noun, fitting) or _again(parse, noun, found)


def _is_definite(parse: Parse, noun: int) -> bool:
    determiners = {parse.tokens[d].lemma for d in dependents(parse, noun, "det")}
    return not determiners.isdisjoint(("the", "this", "that"))


def _is_narrowed(parse: Parse, noun: int) -> bool:
    """Whether it is told which one is meant: "the other company", "the iTunes store".

    What stands behind a comma does not tell it: "the airline, which is based in Doha".
    """
    labels = [label for label in _NARROWING if label not in ("relcl", "acl") or not _has_comma(parse, noun)]
    names = (c for c in dependents(parse, noun, "compound", "nmod") if parse.tokens[c].text[:1].isupper())
    return bool(dependents(parse, noun, *labels)) or next(names, None) is not None


def _has_comma(parse: Parse, noun: int) -> bool:
    return any(t.text == "," for t in parse.tokens[noun + 1 : noun + 2])


def _again(parse: Parse, noun: int, found: Mapping[int, Draft]) -> Draft | None:
    """The last description by the same noun in the same number."""
    token = parse.tokens[noun]
    again = [
        d
        for h, d in found.items()
        if h < noun and parse.tokens[h].lemma == token.lemma and parse.tokens[h].tag == token.tag
    ]
    return again[-1] if again else None


def _holder(parse: Parse, noun: int, by_head: Mapping[int, Draft]) -> Draft | None:
    """The only one with this title, else the only one whose title ends so: "the minister" for a foreign minister."""
    lemma, title = parse.tokens[noun].lemma, title_words(parse, noun)
    whole = {d.key: d for d in by_head.values() if title in d.roles}
    tail = {d.key: d for d in by_head.values() if any(_is_short_for(lemma, r) for r in d.roles)}
    holders = whole or tail
    return next(iter(holders.values())) if len(holders) == 1 else None


def _is_short_for(noun: str, title: str) -> bool:
    """Whether a title may be told by its last word alone: a minister's, not a deputy minister's."""
    words = title.split()
    return words[-1] == noun and _BELOW.isdisjoint(words)


def _named_so(parse: Parse, noun: int, by_head: Mapping[int, Draft]) -> Draft | None:
    """The only body whose name ends in the noun: "the commission" for the European Commission."""
    if _is_narrowed(parse, noun):
        return None
    words = tuple(title_words(parse, noun).split())
    bodies = _distinct(d for d in by_head.values() if d.kind in _BODIES and _ends_in(d, words))
    return bodies[0] if len(bodies) == 1 else None


def _ends_in(draft: Draft, words: tuple[str, ...]) -> bool:
    names = (name_key(name) for name in (*draft.names, draft.known_as or ""))
    plural = (*words[:-1], f"{words[-1]}s")  # "the airline" for China Eastern Airlines
    return any(len(key) > len(words) and key[-len(words) :] in (words, plural) for key in names)


def _fits(draft: Draft, role: Role) -> bool:
    return draft.kind in _BODIES and not draft.is_place and draft.sector in _TAKES_UP[role.sector]


def _standing_out(parse: Parse, noun: int, fitting: Mapping[int, Draft]) -> Draft | None:
    """Of those that fit, the one of the nearest sentence; of several there, its subject."""
    here = parse.sentence_of[noun]
    for number in range(here, max(here - _BACK, 0) - 1, -1):
        heads = [h for h in fitting if parse.sentence_of[h] == number]
        bodies = _distinct(fitting[h] for h in heads)
        if len(bodies) > 1:
            bodies = _distinct(fitting[h] for h in heads if parse.tokens[h].dep in _SUBJECTS)
            return bodies[0] if len(bodies) == 1 else None
        if bodies:
            return bodies[0]
    bodies = _distinct(fitting.values())
    return bodies[0] if len(bodies) == 1 else None


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    return list({draft.key: draft for draft in drafts}.values())
