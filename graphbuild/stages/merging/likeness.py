"""What speaks for one event, and what against, in two mentions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from graphbuild.stages.merging.digests import Digest

RETOLD = 0.2  # share of a sentence's telling words that a retelling repeats; .15 to .2 do as well on ECB+
SAID_AGAIN = 0.5  # the same where the words are all there is: what somebody said, who is described otherwise
_NEWS_CYCLE = timedelta(days=1)


def may_agree(one: Digest, other: Digest, *, lenient: bool) -> bool:
    """Whether two mentions contradict each other neither in status, time, place nor number."""
    if one.has_happened != other.has_happened or one.many != other.many:
        return False
    if not _times_meet(one, other, lenient=lenient) or not _places_meet(one, other):
        return False
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return False
    shared = (one.place and one.place == other.place) or (one.targets & other.targets)
    return bool(shared) or not any(_conflict(a, b) for a in one.counts for b in other.counts)


def _places_meet(one: Digest, other: Digest) -> bool:
    if one.place and other.place and one.place != other.place:
        return False
    return not (one.country and other.country and one.country != other.country)


def _times_meet(one: Digest, other: Digest, *, lenient: bool) -> bool:
    """Whether both may have happened on one day; undated ones only where the story is the same."""
    if not (one.first or one.last) or not (other.first or other.last):
        return lenient
    slack = timedelta(0) if one.stated and other.stated else _NEWS_CYCLE
    if one.first and other.last and one.first > other.last + slack:
        return False
    if other.first and one.last and other.first > one.last + slack:
        return False
    return lenient or bool(one.first and other.first)


def _conflict(one: tuple[str, float, float], other: tuple[str, float, float]) -> bool:
    return one[0] == other[0] and (one[1] > other[2] or other[1] > one[2])


def differ(
    ones: AbstractSet[str], others: AbstractSet[str], persons: AbstractSet[str], things: AbstractSet[str]
) -> bool:
    """Whether two fillings of a role name different people, or different bodies, and nobody in common.

    A person and a body may be one: both Gates and Microsoft sold. Things are no parties.
    """
    if not ones or not others or ones & others:
        return False
    bodies, other_bodies = ones - persons - things, others - persons - things
    return bool((ones & persons and others & persons) or (bodies and other_bodies))


def is_retold(one: Digest, other: Digest, share: float) -> bool:
    """Whether the sentences of two mentions share enough of their words."""
    fewest = min(len(one.words), len(other.words))
    return fewest > 0 and len(one.words & other.words) >= max(2.0, share * fewest)


def may_retell(one: Digest, other: Digest) -> bool:
    """Whether the word of one may stand for the action of the other, and their types do not speak against it."""
    if one.type and other.type and one.type != other.type:
        return False
    return one.action == other.action or one.action in other.senses or other.action in one.senses


def tells_otherwise(one: Digest, other: Digest) -> bool:
    """Whether a word of several senses tells what the other tells: done to the same, or by the same."""
    if not _is_comparable(one, other) or (one.is_dated != other.is_dated and one.article != other.article):
        return False
    if one.patients and other.patients:
        return _are_named_alike(one.patients, other.patients) or bool(one.targets & other.targets)
    return bool(one.sources & other.sources) or _are_named_alike(one.agents, other.agents)


def tells_again(one: Digest, other: Digest) -> bool:
    """Whether two mentions by one word in one story that have no actor in common are of one event."""
    if not _is_comparable(one, other) or (one.is_dated != other.is_dated and one.article != other.article):
        return False  # a bare "the killing" of no known day is not just any of them
    if one.sources and other.sources:  # a person and a body: only where they do it to the same
        alike = _are_named_alike(one.patients, other.patients) or bool(one.targets & other.targets)
        return alike and one.is_dated == other.is_dated
    if is_retold(one, other, SAID_AGAIN if _are_described_apart(one, other) else RETOLD):
        return True
    if _is_taken_up(one, other):
        return True
    if not one.specific or one.is_dated != other.is_dated:
        return False
    if one.patients and other.patients:
        return _are_named_alike(one.patients, other.patients)
    return _are_named_alike(one.agents, other.agents)


def may_have_object(one: Digest, other: Digest) -> bool:
    """Whether what is said of the object lets two deeds of one actor be one deed."""
    shared = not one.patients or not other.patients or one.patients & other.patients
    # "Would not withdraw" is no denial that somebody withdrew from something else.
    if shared and one.is_denied == other.is_denied:
        return True
    return is_retold(one, other, SAID_AGAIN)


def _is_comparable(one: Digest, other: Digest) -> bool:
    return one.is_denied == other.is_denied


def _are_described_apart(one: Digest, other: Digest) -> bool:
    """Whether no word of a role is shared; of a typed deed only the object's words count."""
    if one.patients and other.patients and not one.patients & other.patients:
        return True
    return bool(not one.type and one.agents and other.agents and not one.agents & other.agents)


def _are_named_alike(ones: frozenset[int], others: frozenset[int]) -> bool:
    """Whether two descriptions share two words, or all of the shorter: "Ortega", "the coach Luis Ortega"."""
    shared = len(ones & others)
    return shared > 1 or (shared == 1 and min(len(ones), len(others)) == 1)


def _is_taken_up(one: Digest, other: Digest) -> bool:
    """Whether one of two mentions in an article only points back at the other: "the attack"."""
    return one.article == other.article and not (one.sources or one.targets or one.counts)
