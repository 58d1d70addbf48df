"""Names of places, and whether a name is the place itself or a government called by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.lexicon.gazetteer import NameForm
from graphbuild.model.actor import PlaceMention
from graphbuild.model.text import Span
from graphbuild.stages.mentions.names import GPE, UNKNOWN, Name, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.lexicon.places import PlaceIndex
    from graphbuild.model.parse import Parse

_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "throughout",
        "across",
        "within",
        "off",
        "along",
        "through",
        "over",
    }
)


def find_places(
    parse: Parse, names: Sequence[Name], countries: Sequence[str], index: PlaceIndex
) -> dict[int, PlaceMention]:
    """Place mentions by head token; ``countries`` (alpha-3) settle which Tripoli is meant."""
    found: dict[int, PlaceMention] = {}
    for name in names:
        if name.form is NameForm.DEMONYM or (
            name.label not in (GPE, UNKNOWN) and not stands_for_place(parse, name)
        ):
            continue
        words = words_of(parse, name.first, name.last)
        place = index.find(words, countries)
        if place is not None and (name.label == GPE or name.entries or stands_for_place(parse, name)):
            span = Span(parse.tokens[name.first].start, parse.tokens[name.last - 1].end)
            found[name.head] = PlaceMention(span, words, place)
    return found


def stands_for_place(parse: Parse, name: Name) -> bool:
    """Whether the name is where something is, rather than who does it: "in Baghdad"."""
    token = parse.tokens[name.head]
    if token.dep == "conj":
        while token.dep == "conj" and token.head != token.index:
            token = parse.tokens[token.head]
    if token.dep == "appos":
        token = parse.tokens[token.head]
    return token.dep == "pobj" and parse.tokens[token.head].lemma in _WHERE
