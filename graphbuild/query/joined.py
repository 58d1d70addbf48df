"""What linking joined that may be two: on a surname alone, an acronym, two full names, against what articles say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorKind
from graphbuild.query.sightings import (
    Suspicion,
    Verdict,
    initials,
    is_acronym,
    mentions_in,
    proper,
    words_of_name,
)
from graphbuild.query.wording import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from graphbuild.model.actor import Appearance
    from graphbuild.query.sightings import Sighting

_OPEN = ("unknown", "unnamed")


def find_joined(sightings: Iterable[Sighting]) -> Iterator[Suspicion]:
    """Every merge worth a look."""
    for seen in sightings:
        yield from _by_surname(seen)
        if seen.actor.entry is None:
            yield from _by_other_name(seen)
            yield from _disputed(seen, "kind", lambda a: "" if a.kind in _OPEN else a.kind.value)
            yield from _disputed(seen, "country", lambda a: a.country or "")


def _by_surname(seen: Sighting) -> Iterator[Suspicion]:
    """Articles that know one word of a name only, joined to somebody whose full name others have."""
    if seen.actor.kind not in (ActorKind.PERSON, ActorKind.UNKNOWN) or len(seen.actor.name.split()) < 2:
        return
    alone = [a for a in seen.appearances if _is_bare(a)]
    short = Counter(n.text for a in alone for n in proper(a))
    for text in sorted(short):
        bare = [a for a in alone if any(n.text == text for n in proper(a))]
        full = next((n.text for a in seen.appearances for n in proper(a) if " " in n.text), None)
        if full is None:
            continue
        evidence = (*seen.where(full), *((a, n) for a in bare[:1] for n in proper(a) if n.text == text))
        yield Suspicion(
            sum(map(mentions_in, bare)),
            Verdict.JOINED,
            f"only the one word in {count_of(len(bare), 'article')}, and nobody else of the build fits it",
            (text, full),
            (seen.actor.id,),
            evidence,
            "never-same",
        )


def _is_bare(appearance: Appearance) -> bool:
    names = [n.text for n in proper(appearance)]
    return bool(names) and all(len(name.split()) == 1 for name in names)


def _by_other_name(seen: Sighting) -> Iterator[Suspicion]:
    """An acronym or another full name of somebody whom the gazetteer does not know."""
    shown = set(words_of_name(seen.actor.name))
    for text, count in sorted(seen.names().items()):
        words = set(words_of_name(text))
        if is_acronym(text) and initials(seen.actor.name) == "".join(words_of_name(text)):
            why = "an acronym that the text itself explains"
        elif len(words) > 1 and not words <= shown and not shown <= words:
            why = "two names of several words that are not parts of each other"
        else:
            continue
        full = (*seen.where(seen.actor.name), *seen.where())[:1]
        yield Suspicion(
            count, Verdict.JOINED, why, (text, seen.actor.name), (seen.actor.id,), (*full, *seen.where(text)), "never-same"
        )  # fmt: skip


def _disputed(seen: Sighting, fact: str, said: Callable[[Appearance], str]) -> Iterator[Suspicion]:
    """Articles that disagree on what somebody is."""
    counts = Counter(value for a in seen.appearances if (value := said(a)))
    if len(counts) < 2:
        return
    first, second = sorted(counts, key=lambda value: (-counts[value], value))[:2]
    sides = [[a for a in seen.appearances if said(a) == value] for value in (first, second)]
    yield Suspicion(
        sum(map(mentions_in, sides[1])),
        Verdict.JOINED,
        f"{fact} {first} in {count_of(counts[first], 'article')}, {second} in {counts[second]}",
        (seen.actor.name, seen.actor.name),
        (seen.actor.id,),
        tuple((a, next(iter(a.names))) for side in sides for a in side[:1] if a.names),
        fact,
        first,
    )
