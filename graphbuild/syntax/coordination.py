"""Which verbs stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.syntax.phrases import dependents

if TYPE_CHECKING:
    from graphbuild.model.parse import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Whether a verb stands with "to"."""
    return any(parse.tokens[a].tag == "TO" for a in dependents(parse, verb, "aux"))


def coordinated_with(parse: Parse, verb: int) -> int:
    """The verb that another is coordinated with: finite verbs go with finite ones.

    "Warned X not to strike and threatened to attack": parsers hang "threatened" from "strike", and
    "criticised" from "attack" in "said it would not attack, and criticised".
    """
    above = parse.tokens[verb].head
    while (
        parse.tokens[verb].tag in FINITE
        and (is_infinitive(parse, above) or _under_modal(parse, above))
        and parse.tokens[above].head != above
    ):
        above = parse.tokens[above].head
    return above


def _under_modal(parse: Parse, verb: int) -> bool:
    """Whether a verb is content that stands with a modal: "said it would attack"."""
    modals = any(parse.tokens[a].tag == "MD" for a in dependents(parse, verb, "aux"))
    return modals and parse.tokens[verb].dep == "ccomp"
