"""Words that are an office or a way to address somebody, and no part of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from graphbuild.lexicon.roles import Roles
    from graphbuild.model.parse import Parse

TITLES = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "lord",
        "lady",
        "sheikh",
        "ayatollah",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "gen",
        "general",
        "maj",
        "major",
        "col",
        "colonel",
        "lt",
        "lieutenant",
        "capt",
        "captain",
        "sgt",
        "sergeant",
        "adm",
        "admiral",
        "sen",
        "senator",
        "rep",
        "gov",
        "governor",
        "prof",
        "professor",
        "president",
        "chancellor",
        "judge",
        "justice",
        "rev",
        "hon",
    }
)
PERSON = "PERSON"
_FULL_NAME = 2  # words


def is_title(parse: Parse, index: int, last: int, label: str, roles: Roles) -> bool:
    """Whether a name that the parser ends before ``last`` begins only after this token."""
    token = parse.tokens[index]
    text = token.text.lower().rstrip(".")
    if token.pos in ("DET", "PUNCT", "SPACE") or text == "the":
        return True
    if index == last - 1:
        return False
    if label != PERSON:
        return opens_with_office(parse, index, last, roles)
    return text in TITLES or roles.find(text) is not None


def opens_with_office(parse: Parse, first: int, last: int, roles: Roles) -> bool:
    """Whether an office stands before a full name that the parser takes for a body's: "Spokesman Karim Haddad"."""
    role = roles.find(parse.tokens[first].text.lower())
    rest = parse.tokens[first + 1 : last]
    if role is None or not (role.person and role.speaks_for) or len(rest) != _FULL_NAME:
        return False
    return all(t.pos == "PROPN" and t.text.istitle() and roles.find(t.lemma) is None for t in rest)


def opens_title(parse: Parse, first: int, last: int, roles: Roles) -> bool:
    """Whether a "name" is only the first word of an office: "Defense" of "Defense Minister X"."""
    if last - first != 1 or last >= len(parse.tokens):
        return False
    words = (parse.tokens[first].text.lower(), parse.tokens[last].text.lower())
    return roles.find_phrase(words) is not None


def is_office_of(parse: Parse, last: int, taken: AbstractSet[int], roles: Roles) -> bool:
    """Whether a run is the office of whoever is named right behind it: "Acquisition Director Karim Haddad"."""
    role = roles.find(parse.tokens[last - 1].text.lower())
    return role is not None and role.person and last in taken and parse.tokens[last - 1].dep == "compound"


def is_role(parse: Parse, first: int, last: int, roles: Roles) -> bool:
    """Whether a run of capitalised words is an office or a sort of body, not a name."""
    words = tuple(t.text.lower() for t in parse.tokens[first:last])
    if len(words) > 1 and roles.find_phrase(words) is not None:
        return True
    return all(roles.find(word) is not None for word in words)
