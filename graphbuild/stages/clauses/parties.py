"""Who can be a party to an event: somebody, or a thing; not an event, an idea, a sum or a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.lexicon.codebook import AIMED_TYPES
from graphbuild.model.clause import TriggerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphbuild.lexicon.codebook import Pattern
    from graphbuild.stages.clauses.scene import Scene

# Types of which figures are the target: what rises and falls are rates, shares, prices.
_OF_FIGURES = frozenset({"RISE", "FALL"})
# Named entities that only measure, by the labels of OntoNotes.
_MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY", "DATE", "TIME"})


def party_test(scene: Scene, pattern: Pattern | None) -> Callable[[int], bool]:
    """A test of whether a head may fill a role of a clause that this pattern codes.

    Only where the codebook knows the event may another event be a party to it: "banned rallies",
    "a report implicated the governor".
    """
    typed = pattern is not None and pattern.type is not None
    aimed = pattern is not None and pattern.type in AIMED_TYPES
    of_figures = pattern is not None and pattern.type in _OF_FIGURES

    def test(head: int) -> bool:
        if head in scene.actors or (of_figures and scene.parse.tokens[head].pos == "NOUN"):
            return True
        is_none = _is_idea(scene, head) or (not typed and _is_event(scene, head))
        return not is_none or (aimed and scene.concerns(head))

    return test


def _is_idea(scene: Scene, head: int) -> bool:
    token = scene.parse.tokens[head]
    if token.entity in _MEASURES or token.text in ("%", "$") or token.pos == "VERB":
        return True
    return token.pos == "NOUN" and token.lemma in scene.knowledge.nouns.ideas


def _is_event(scene: Scene, head: int) -> bool:
    nouns, token = scene.knowledge.nouns, scene.parse.tokens[head]
    known = token.lemma in nouns.sure or token.lemma in nouns.with_arguments
    return token.pos == "NOUN" and (known or scene.knowledge.codebook.knows(TriggerKind.NOUN, token.lemma))
