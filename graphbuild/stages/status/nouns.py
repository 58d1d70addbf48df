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
_CHARGED = frozenset({"of", "with", "for", "over"})  # "charged him with murder"
_WISHED = frozenset({"for", "to", "of", "against", "on", "about", "over", "from", "with"})
# Verbs that say of an event only that it comes to be: it is as certain as they are.
_OCCUR = frozenset({"begin", "start", "resume", "proceed", "happen", "occur", "open", "follow", "go"})
# "Bring them back to negotiations": there are some only if that is done.
_BACK = frozenset({"bring", "return", "get", "come", "go", "push", "force"})


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
    if token.dep == "pobj" and governor.lemma in (_WISHED | UNDONE):
        return stronger(status, _behind(parse, noun, governor.index, cues))
    return stronger(status, _of_clause(parse, noun, cues))


def _behind(parse: Parse, noun: int, prep: int, cues: Cues) -> Status:
    """The status of an event that a preposition names: "without a fight", "back to talks", "ready for talks"."""
    lemma, owner = parse.tokens[prep].lemma, parse.tokens[parse.tokens[prep].head]
    if lemma in UNDONE:
        return Status.DENIED
    if owner.pos == "ADV":  # "bring back to negotiations", with "to" hung from "back"
        owner = parse.tokens[owner.head]
    if owner.lemma in _BACK and lemma == "to":
        return _of_clause(parse, noun, cues)
    return _topic_of(parse, owner.index, lemma, cues)


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
    if is_subject and _occurs(parse, verb):
        return status_of_verb(parse, verb, cues, 0)
    if is_subject and _would_be(parse, verb):
        return Status.HYPOTHETICAL
    if parse.tokens[noun].text[0].isupper() and noun != parse.sentences[parse.sentence_of[noun]].first:
        return Status.ASSERTED  # what has a name is not of the clause's making: "will host the Oscars"
    determiners = {parse.tokens[d].lemma for d in dependents(parse, noun, "det", "poss", "predet")}
    if not determiners - {"a", "an", "any"}:
        return status_of_verb(parse, verb, cues, 0)
    return Status.ASSERTED


def _occurs(parse: Parse, verb: int) -> bool:
    """Whether a verb says only that its subject comes to be: "the talks will begin", "will not go ahead"."""
    lemma = parse.tokens[verb].lemma
    things = {parse.tokens[o].lemma for o in dependents(parse, verb, "dobj")}
    if lemma == "take":
        return "place" in things
    if lemma == "go" and "ahead" not in {parse.tokens[a].lemma for a in parse.children[verb]}:
        return False
    return lemma in _OCCUR and not things


def _would_be(parse: Parse, verb: int) -> bool:
    """ "An attack would be a mistake": what is judged is only thought of."""
    helpers = {parse.tokens[a].lemma for a in dependents(parse, verb, "aux")}
    return parse.tokens[verb].lemma == "be" and bool(helpers & {"would", "could", "might", "'d"})


def _object_of(parse: Parse, verb: int, cues: Cues) -> Status:
    lemma = parse.tokens[verb].lemma
    if lemma in cues.deny:
        return Status.DENIED
    if lemma in ("help", "see", "watch", "hear", "leave", "make", "cause", "lead", "return"):
        return Status.ASSERTED
    return named(lemma, cues, Status.ASSERTED)


def _topic_of(parse: Parse, owner: int, prep: str, cues: Cues) -> Status:
    """ "a call for talks", "ready for talks", "accused of the attack"; "plan for" but not "report on"."""
    token = parse.tokens[owner]
    if token.pos in ("NOUN", "ADJ") and prep in ("for", "of", "against", "to"):
        return named(token.lemma, cues, Status.ASSERTED)
    if token.pos == "VERB" and token.lemma in _WARNING and prep in ("against", "of", "about"):
        return Status.HYPOTHETICAL
    if token.pos == "VERB" and token.lemma in cues.claim and prep in _CHARGED:
        return Status.ALLEGED
    if token.pos == "VERB" and token.lemma in cues.planned and prep in ("for", "to"):
        return Status.PLANNED
    return Status.ASSERTED
