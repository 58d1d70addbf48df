"""Who says a clause: verbs of speech above it, "according to", and quotations that run on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graphbuild.syntax.arguments import surface_subjects, verb_slots
from graphbuild.syntax.phrases import ancestors, conjuncts, dependents

if TYPE_CHECKING:
    from graphbuild.model.parse import Parse

Reports = Callable[[str], bool]


def find_speech(parse: Parse, index: int, quoted: frozenset[int], reports: Reports) -> int | None:
    """The verb of saying whose content a token is in, the nearest first; None if there is none.

    ``reports`` says of a lemma whether it is a verb of saying; one whose content is a quotation is
    whatever it means ("enthused"). A quoted sentence without one belongs to the verb that speaks
    beside the same quotation, in its own sentence or in the one before or after.
    """
    below = index
    for above in ancestors(parse, index):
        token = parse.tokens[above]
        utters = reports(token.lemma) or (index in quoted and above not in quoted)
        if token.pos == "VERB" and utters and _is_content(parse, below):
            return above
        below = above
    if index in quoted:
        return _beside_quotation(parse, index, quoted, reports)
    return None


def _is_content(parse: Parse, index: int) -> bool:
    """Whether a dependent of a verb of saying is what is said: "said that", "accused X of attacking"."""
    token = parse.tokens[index]
    if token.dep == "prep" and token.lemma in ("of", "for"):
        return bool(dependents(parse, index, "pcomp")) and bool(
            dependents(parse, token.head, "dobj", "nsubjpass")
        )
    return token.dep in ("ccomp", "parataxis", "dep")


def _beside_quotation(parse: Parse, index: int, quoted: frozenset[int], reports: Reports) -> int | None:
    here = parse.sentence_of[index]
    for number in (here, here - 1, here + 1):
        if not 0 <= number < len(parse.sentences):
            continue
        sentence = parse.sentences[number]
        gap = abs(sentence.span.start - parse.sentences[here].span.end)
        if number == here + 1 and gap > 2:
            continue
        for candidate in range(sentence.first, sentence.last):
            token = parse.tokens[candidate]
            if (
                candidate not in quoted
                and token.pos == "VERB"
                and reports(token.lemma)
                and candidate != index
            ):
                return candidate
    return None


def speakers_of(parse: Parse, index: int, speech: int | None) -> tuple[int, ...]:
    """Head tokens of whoever a clause is credited to."""
    named = according_to(parse, index)
    if named:
        return named
    if speech is None:
        return ()
    slots = verb_slots(parse, speech)
    if parse.tokens[speech].lemma == "quote":  # a paper quotes who speaks
        return slots.get("object", ()) or surface_subjects(parse, speech)
    return slots.get("subject", ()) or surface_subjects(parse, speech)


def according_to(parse: Parse, index: int) -> tuple[int, ...]:
    """Whom "according to" names in a token's clause or in one that holds it."""
    for place in (index, *ancestors(parse, index)):
        for prep in dependents(parse, place, "prep"):
            if parse.tokens[prep].lemma == "accord":
                return _objects_of_to(parse, prep)
            if parse.tokens[prep].text.lower() == "according":
                return _objects_of_to(parse, prep)
    return ()


def _objects_of_to(parse: Parse, according: int) -> tuple[int, ...]:
    for to in dependents(parse, according, "prep"):
        objects = dependents(parse, to, "pobj")
        if objects:
            return conjuncts(parse, objects[0])
    objects = dependents(parse, according, "pobj")
    return conjuncts(parse, objects[0]) if objects else ()
