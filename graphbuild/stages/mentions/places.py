"""Names of places, and whether a name is the place itself or a government called by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.lexicon.gazetteer import NameForm
from graphbuild.model.actor import Place, PlaceMention
from graphbuild.model.ids import place_id
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
    parse: Parse, text: str, names: Sequence[Name], countries: Sequence[str], index: PlaceIndex
) -> dict[int, PlaceMention]:
    """Place mentions by head token; ``countries`` (alpha-3) settle which Tripoli is meant.

    A place that the gazetteer does not know has its name only. ``text`` is the article's.
    """
    found: dict[int, PlaceMention] = {}
    for name in names:
        if name.form is NameForm.DEMONYM or (
            name.label not in (GPE, UNKNOWN) and not stands_for_place(parse, name)
        ):
            continue
        words = words_of(parse, name.first, name.last)
        is_where = stands_for_place(parse, name)
        place = index.find(words, countries)
        if place is None and name.label == GPE and is_where:
            place = Place(place_id(f"name:{words.lower()}"), words, None, None, None, None)
        if place is not None and (name.label == GPE or name.entries or is_where):
            span = Span(parse.tokens[name.first].start, parse.tokens[name.last - 1].end)
            found[name.head] = PlaceMention(span, span.of(text), place)
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
