"""The status of an event told by a noun: its determiner, its adjectives, what it is a complement of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.event import Status
from graphbuild.stages.status.verbs import status_of_verb
from graphbuild.stages.status.words import UNDONE, is_none, named, stronger
from graphbuild.syntax.phrases import ancestors, dependents

if TYPE_CHECKING:
    from graphbuild.lexicon.cues import Cues
    from graphbuild.model.parse import Parse

_WARNING = frozenset({"warn", "caution", "guard"})
_WISHED = frozenset({"for", "to", "of", "against", "on", "about", "over", "from"})


def status_of_noun(parse: Parse, noun: int, cues: Cues) -> Status:
    """The status of a nominal event: its determiner, its adjectives, what it is a complement of."""
    if is_none(parse, noun, cues):
        return Status.DENIED
    status = Status.ASSERTED
    for modifier in dependents(parse, noun, "amod", "compound"):
        word = parse.tokens[modifier].text.lower()
        status = stronger(status, cues.modifiers.get(word, Status.ASSERTED))
    token = parse.tokens[noun]
    while token.dep == "conj" and parse.tokens[token.head].pos == "NOUN" and token.head != token.index:
        token = parse.tokens[token.head]
    governor = parse.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass") and governor.pos == "VERB":
        made = _object_of(parse, governor.index, cues)
        return stronger(status, stronger(made, _of_clause(parse, noun, cues)))
    if token.pos == "ADJ" and token.dep in ("oprd", "acomp", "xcomp", "ccomp"):  # "presumed dead"
        said = named(governor.text.lower(), cues, named(governor.lemma, cues, Status.ASSERTED))
        return stronger(status, said)
    if token.dep == "pobj" and governor.lemma in _WISHED:
        owner = parse.tokens[governor.head]
        return stronger(status, _topic_of(parse, owner.index, governor.lemma, cues))
    if token.dep == "pobj" and governor.lemma in UNDONE:
        return Status.DENIED
    return stronger(status, _of_clause(parse, noun, cues))


def _of_clause(parse: Parse, noun: int, cues: Cues) -> Status:
    """What a clause makes of an event that it does not presuppose: "if it learned of an attack".

    "The attack" happened whatever the clause says; "an attack" only if the clause holds.
    """
    verb = next((a for a in ancestors(parse, noun) if parse.tokens[a].pos in ("VERB", "AUX")), None)
    if verb is None:
        return Status.ASSERTED
    is_subject = parse.tokens[noun].dep in ("nsubj", "nsubjpass") and parse.tokens[noun].head == verb
    for predicate in dependents(parse, verb, "acomp", "attr") if is_subject else ():
        status = cues.modifiers.get(parse.tokens[predicate].text.lower())
        if status is not None:  # "an attack was imminent"
            return status
    determiners = {parse.tokens[d].lemma for d in dependents(parse, noun, "det", "poss", "predet")}
    if not determiners - {"a", "an", "any"}:
        return status_of_verb(parse, verb, cues, 0)
    return Status.ASSERTED


def _object_of(parse: Parse, verb: int, cues: Cues) -> Status:
    lemma = parse.tokens[verb].lemma
    if lemma in cues.deny:
        return Status.DENIED
    if lemma in ("help", "see", "watch", "hear", "leave", "make", "cause", "lead", "return"):
        return Status.ASSERTED
    return named(lemma, cues, Status.ASSERTED)


def _topic_of(parse: Parse, owner: int, prep: str, cues: Cues) -> Status:
    """ "a call for talks", "accused of the attack", "threat of war"; "plan for" but not "report on"."""
    token = parse.tokens[owner]
    if token.pos == "NOUN" and prep in ("for", "of", "against", "to"):
        return named(token.lemma, cues, Status.ASSERTED)
    if token.pos == "VERB" and token.lemma in _WARNING and prep in ("against", "of", "about"):
        return Status.HYPOTHETICAL
    if token.pos == "VERB" and token.lemma in cues.claim and prep == "of":
        return Status.ALLEGED
    if token.pos == "VERB" and token.lemma in cues.planned and prep in ("for", "to"):
        return Status.PLANNED
    return Status.ASSERTED
