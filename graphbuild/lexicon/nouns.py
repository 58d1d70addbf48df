"""Nouns that name an event ("the crash", "Boeing's order"), and verbs that only carry them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.loading import expect_choice, expect_keys, expect_mapping, expect_texts, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "nouns.yaml"
ROLES = ("source", "target")


@dataclass(frozen=True, slots=True)
class EventNouns:
    """Lemmas of event nouns that have no type, and of light verbs.

    ``sure`` nouns are events wherever they stand, those ``with_arguments`` only where the
    text says who or what they are about. ``ideas`` are neither events nor parties to one.
    ``named`` are names of events in small letters, singular and plural where both are used;
    ``predicates`` adjectives that tell an event where they are said of somebody ("two are
    dead"). ``light_verbs`` maps a verb (with its particle or
    preposition: "carry out", "come under") to the role that its subject has in the event
    its noun names, "source" or "target".
    """

    sure: frozenset[str]
    with_arguments: frozenset[str]
    ideas: frozenset[str]
    named: frozenset[str]
    predicates: frozenset[str]
    light_verbs: Mapping[str, str]


@cache
def load_nouns() -> EventNouns:
    """Read the installed event nouns.

    Raises LexiconError naming the file and the entry that is wrong.
    """
    return parse_nouns(read_yaml(FILE))


def parse_nouns(data: object) -> EventNouns:
    """Make event nouns of what `read_yaml` gives.

    Raises LexiconError for unknown keys or roles, and for a noun that is said both to be
    an event by itself and not to be one.
    """
    top = expect_mapping(data, FILE)
    required = ("sure", "with_arguments", "ideas", "named", "predicates", "light_verbs")
    expect_keys(top, FILE, required=required)
    sure = frozenset(expect_texts(top["sure"], f"{FILE}: sure"))
    with_arguments = frozenset(expect_texts(top["with_arguments"], f"{FILE}: with_arguments"))
    named = frozenset(expect_texts(top["named"], f"{FILE}: named"))
    if both := (sure & with_arguments) | (named & (sure | with_arguments)):
        raise LexiconError(f"{FILE}: in two lists: {', '.join(sorted(both))}")
    ideas = frozenset(expect_texts(top["ideas"], f"{FILE}: ideas"))
    if both := sure & ideas:
        raise LexiconError(f"{FILE}: both sure and ideas: {', '.join(sorted(both))}")
    verbs = expect_mapping(top["light_verbs"], f"{FILE}: light_verbs")
    return EventNouns(
        sure=sure,
        with_arguments=with_arguments,
        ideas=ideas,
        named=named,
        predicates=frozenset(expect_texts(top["predicates"], f"{FILE}: predicates")),
        light_verbs=MappingProxyType(
            {verb: expect_choice(role, f"{FILE}: light_verbs.{verb}", ROLES) for verb, role in verbs.items()}
        ),
    )
