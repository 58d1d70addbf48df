"""What linking kept apart that may be one: one name, a surname of several, an acronym, a spelling."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from graphbuild.lexicon.actor_rules import name_key
from graphbuild.model.actor import ActorKind
from graphbuild.query.sightings import Suspicion, Verdict, initials, is_acronym, words_of_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graphbuild.query.sightings import Sighting

_CLOSE = 0.75
"""How alike two words of two names must be (difflib's ratio) to be worth a look."""

_CROWD = 40
"""A block of more actors than this tells nothing: "Ali" and all who are called so."""


def find_apart(sightings: Sequence[Sighting]) -> Iterator[Suspicion]:
    """Every two actors worth a look; two that the gazetteer knows are told apart by it."""
    told: set[frozenset[str]] = set()
    for blocks, why in (
        (_same_name(sightings), "one name, and nothing that tells linking that they are one"),
        (_surnames(sightings), "a surname that does not say which of those who bear it is meant"),
        (_acronyms(sightings), "an acronym that no article explains"),
        (_spellings(sightings), "names that differ in the spelling of one word"),
    ):
        for one, other in blocks:
            pair = frozenset({one.actor.id, other.actor.id})
            if len(pair) == 2 and pair not in told and not (one.actor.entry and other.actor.entry):
                told.add(pair)
                yield _suspect(one, other, why)


def _suspect(one: Sighting, other: Sighting, why: str) -> Suspicion:
    return Suspicion(
        min(one.mentions, other.mentions),
        Verdict.APART,
        why,
        (one.actor.name, other.actor.name),
        (one.actor.id, other.actor.id),
        (*one.where(), *other.where()),
        "same",
    )


def _same_name(sightings: Iterable[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    named: dict[str, list[Sighting]] = defaultdict(list)
    for seen in sightings:
        for key in {
            name_key(name)
            for name in (seen.actor.name, *seen.names())
            if " " in name or name == seen.actor.name
        }:
            named[key].append(seen)
    for key in sorted(key for key, alike in named.items() if 1 < len(alike) <= _CROWD):
        yield from combinations(named[key], 2)


def _surnames(sightings: Iterable[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """A bare surname beside each person who has it."""
    people: dict[str, list[Sighting]] = defaultdict(list)
    bare: dict[str, list[Sighting]] = defaultdict(list)
    for seen in sightings:
        words = words_of_name(seen.actor.name)
        if len(words) > 1 and seen.actor.kind is ActorKind.PERSON:
            people[words[-1]].append(seen)
        elif len(words) == 1 and seen.actor.kind in (ActorKind.PERSON, ActorKind.UNKNOWN):
            bare[words[0]].append(seen)
    for word in sorted(bare.keys() & people.keys()):
        if len(people[word]) <= _CROWD:
            yield from ((short, full) for short in bare[word] for full in people[word])


def _acronyms(sightings: Iterable[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """An acronym beside each body whose name begins its words so."""
    short = [s for s in sightings if is_acronym(s.actor.name)]
    full: dict[str, list[Sighting]] = defaultdict(list)
    for seen in sightings:
        if seen.actor.kind is not ActorKind.PERSON and len(words_of_name(seen.actor.name)) > 1:
            full[initials(seen.actor.name)].append(seen)
    for seen in short:
        yield from ((seen, long) for long in full.get("".join(words_of_name(seen.actor.name)), ()))


def _spellings(sightings: Iterable[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """Names of equally many words of which all but one are the same, and that one is alike."""
    block: dict[str, list[tuple[Sighting, str]]] = defaultdict(list)
    for seen in sightings:
        words = words_of_name(seen.actor.name)
        for place in range(len(words)) if len(words) > 1 else ():
            rest = " ".join((*words[:place], "*", *words[place + 1 :]))
            block[rest].append((seen, words[place]))
    for rest in sorted(block):
        if len(block[rest]) <= _CROWD:
            for (one, word), (other, word_too) in combinations(block[rest], 2):
                if _is_close(word, word_too) and _may_be_one(one, other):
                    yield one, other
    yield from _single_words(sightings)


def _may_be_one(one: Sighting, other: Sighting) -> bool:
    """Whether no country tells them apart: "Armed forces of" two countries are two."""
    countries = {one.actor.country, other.actor.country} - {None}
    return len(countries) < 2


def _single_words(sightings: Iterable[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """Names that are one word but for hyphens and blanks, or lack one letter of it."""
    lacking: dict[str, list[tuple[Sighting, str]]] = defaultdict(list)
    for seen in sightings:
        word = "".join(words_of_name(seen.actor.name))
        if len(word) > 5:
            for shorter in {word, *(word[:n] + word[n + 1 :] for n in range(1, len(word)))}:
                lacking[shorter].append((seen, word))
    for shorter in sorted(key for key, alike in lacking.items() if 1 < len(alike) <= _CROWD):
        for (one, word), (other, word_too) in combinations(lacking[shorter], 2):
            if _is_close(word, word_too) and _may_be_one(one, other):
                yield one, other


def _is_close(one: str, other: str) -> bool:
    """Whether one word may be a spelling of the other, or its initial."""
    if any(c.isdigit() for c in one + other):
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return len(short) > 3 and one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= _CLOSE
