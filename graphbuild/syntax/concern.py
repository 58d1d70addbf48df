"""Whom a thing concerns: its possessor, its modifier, what its prepositions name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.syntax.phrases import dependents, left_edge

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from graphbuild.model.parse import Parse

# "Aid to Mali", "the war with Iraq", "a ban on the party": at whom a thing is aimed. Where it is from, and
# where it is, say less: cocaine from Colombia is not Colombia's.
ABOUT = ("of", "with", "for", "to", "on", "against")
_DEEPEST = 3  # "the resignation of the head of the army of X"


def concern_of(parse: Parse, head: int, known: Collection[int], preps: Iterable[str]) -> int | None:
    """The token of ``known`` that a phrase is about: itself, what stands before its head, or behind these prepositions.

    "A U.S. base" concerns the United States, "the curfew in Algiers" (with "in") Algiers.
    """
    allowed = frozenset(preps)
    top: int = head
    for _ in range(_DEEPEST):
        before = range(left_edge(parse, top), top)
        hit: int | None = top if top in known else next((i for i in before if i in known), None)
        if hit is not None:
            return hit
        behind = [p for p in dependents(parse, top, "prep") if parse.tokens[p].lemma in allowed]
        inner = [o for p in behind for o in dependents(parse, p, "pobj")]
        if not inner:
            return None
        hit = next((o for o in inner if o in known), None)
        if hit is not None:
            return hit
        top = inner[0]
    return None
