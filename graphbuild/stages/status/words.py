"""How statuses combine, and what single words make of what depends on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.event import Status
from graphbuild.syntax.phrases import left_edge

if TYPE_CHECKING:
    from graphbuild.lexicon.cues import Cues
    from graphbuild.model.parse import Parse

UNDONE = frozenset({"without", "instead", "instead of"})
_WEIGHT = {
    Status.ASSERTED: 0,
    Status.ALLEGED: 1,
    Status.PLANNED: 2,
    Status.HYPOTHETICAL: 3,
    Status.DENIED: 4,
}


def stronger(one: Status, other: Status) -> Status:
    """The one of two statuses that holds when both apply: a denied plan is denied."""
    if other is Status.ASSERTED:
        return one
    return one if _WEIGHT[one] >= _WEIGHT[other] else other


def is_none(parse: Parse, noun: int, cues: Cues) -> bool:
    """Whether a noun names nobody or nothing: "no diplomat", "not one American", "nobody"."""
    if parse.tokens[noun].lemma in ("nobody", "none", "nothing"):
        return True
    words = parse.tokens[left_edge(parse, noun) : noun]  # "no diplomat", "not one American"
    return any(w.lemma in ("no", "neither", "not") and w.dep in ("det", "neg", "preconj") for w in words)


def named(lemma: str, cues: Cues, otherwise: Status) -> Status:
    """What a governing word makes of its complement."""
    if lemma in cues.implied:
        return Status.ASSERTED
    if lemma in cues.negated or lemma in cues.deny:
        return Status.DENIED
    if lemma in cues.planned:
        return Status.PLANNED
    if lemma in cues.hypothetical:
        return Status.HYPOTHETICAL
    if lemma in cues.alleged or lemma in cues.claim:
        return Status.ALLEGED
    return otherwise
