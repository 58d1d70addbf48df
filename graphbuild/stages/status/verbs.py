"""The status of a verb: its own helpers and negations, and what governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.event import Status
from graphbuild.stages.status.words import UNDONE, is_none, named, stronger
from graphbuild.syntax.coordination import FINITE, coordinated_with, is_infinitive
from graphbuild.syntax.phrases import dependents

if TYPE_CHECKING:
    from graphbuild.lexicon.cues import Cues
    from graphbuild.model.parse import Parse

# "Flew to Cairo to meet the president" tells the meeting; other purposes are only plans.
_MOTION = frozenset({"go", "travel", "fly", "come", "arrive", "visit", "return", "gather", "rush", "head"})
_DEEPEST = 10  # governors looked at: reporting chains in news are short, a broken parse may loop long
_ENDING = frozenset({"stop", "cease", "end", "quit", "finish", "resume"})


def status_of_verb(parse: Parse, verb: int, cues: Cues, depth: int) -> Status:
    """The status of a verb from its own words and from what governs it."""
    own = _own_status(parse, verb, cues)
    token = parse.tokens[verb]
    if token.head == verb:  # a headline's "Minister to resign"
        return stronger(own, Status.PLANNED) if is_infinitive(parse, verb) else own
    if depth > _DEEPEST:
        return own
    return stronger(own, _from_governor(parse, verb, cues, depth + 1))


def _own_status(parse: Parse, verb: int, cues: Cues) -> Status:
    status = Status.ASSERTED
    for child in parse.children[verb]:
        token = parse.tokens[child]
        if token.dep == "neg" or (
            token.dep in ("advmod", "preconj", "cc") and token.lemma in ("never", "neither", "nor", "hardly")
        ):
            return Status.DENIED
        if token.dep in ("nsubj", "nsubjpass", "dobj") and is_none(parse, child, cues):
            return Status.DENIED
        status = stronger(status, _from_helper(parse, child, verb, cues))
    return status


def _from_helper(parse: Parse, child: int, verb: int, cues: Cues) -> Status:
    token = parse.tokens[child]
    if token.dep in ("aux", "auxpass") and token.tag == "MD":
        status = cues.modals.get(token.lemma, Status.ASSERTED)
        if token.lemma in ("would", "'d") and _is_reported_in_past(parse, verb):
            return Status.PLANNED
        return status
    if token.dep == "mark" and token.lemma in cues.conditions:
        return Status.HYPOTHETICAL
    if token.dep == "advmod" and token.lemma in cues.alleged:
        return Status.ALLEGED
    if token.dep == "advmod" and token.lemma in ("perhaps", "maybe", "possibly"):
        return Status.HYPOTHETICAL
    return Status.ASSERTED


def _is_reported_in_past(parse: Parse, verb: int) -> bool:
    """ "He said it would leave": the future seen from the past."""
    token = parse.tokens[verb]
    while token.dep == "conj" and token.head != token.index:
        token = parse.tokens[token.head]
    return token.dep == "ccomp" and parse.tokens[token.head].tag in ("VBD", "VBN")


def _from_governor(parse: Parse, verb: int, cues: Cues, depth: int) -> Status:
    token = parse.tokens[verb]
    governor = token.head
    match token.dep:
        case "xcomp":
            return _complement(parse, governor, cues, depth, infinitive=is_infinitive(parse, verb))
        case "ccomp":
            return _content(parse, verb, governor, cues, depth)
        case "acl" if is_infinitive(parse, verb):
            return named(parse.tokens[governor].lemma, cues, Status.HYPOTHETICAL)
        case "acl" | "relcl" if any(parse.tokens[m].lemma == "that" for m in dependents(parse, verb, "mark")):
            return _content_of_noun(parse, governor, cues)
        case "advcl":
            return _adverbial(parse, verb, governor, cues, depth)
        case "pcomp":
            return _gerund(parse, governor, cues, depth)
        case "conj" if parse.tokens[governor].pos in ("VERB", "AUX"):
            return _coordinated(parse, verb, cues, depth)
        case _:
            return Status.ASSERTED


def _complement(parse: Parse, governor: int, cues: Cues, depth: int, *, infinitive: bool) -> Status:
    """An infinitive or gerund under a verb or adjective."""
    lemma = parse.tokens[governor].lemma
    if lemma in _ENDING and not infinitive:  # "stopped shelling": it had been going on
        return status_of_verb(parse, governor, cues, depth)
    otherwise = Status.HYPOTHETICAL if infinitive else Status.ASSERTED
    made = named(lemma, cues, otherwise)
    if lemma == "be" and infinitive:  # "is to leave"
        made = Status.PLANNED
    if lemma == "go" and infinitive and parse.tokens[governor].tag == "VBG":  # "is going to leave"
        made = Status.PLANNED
    outer = status_of_verb(parse, governor, cues, depth)
    if made is Status.DENIED and outer is Status.DENIED:  # "did not refuse to"
        return Status.ASSERTED
    return stronger(made, outer) if outer is not Status.ALLEGED or made is Status.ASSERTED else made


def _content(parse: Parse, verb: int, governor: int, cues: Cues, depth: int) -> Status:
    """A clause under a verb: what is said, thought, wished or caused."""
    lemma = parse.tokens[governor].lemma
    if lemma in cues.deny:
        return Status.HYPOTHETICAL if _own_status(parse, governor, cues) is Status.DENIED else Status.DENIED
    if lemma in cues.claim:
        return Status.ALLEGED
    if (
        lemma == "be"
        and dependents(parse, governor, "acomp")
        and _own_status(parse, governor, cues) is Status.DENIED
    ):
        return Status.DENIED  # "it is not true that"
    if lemma in cues.speech and not is_infinitive(parse, verb):
        negated = _own_status(parse, governor, cues) is Status.DENIED
        return Status.HYPOTHETICAL if negated else Status.ASSERTED
    if dependents(parse, verb, "nsubj", "nsubjpass") and not is_infinitive(parse, verb):
        return named(lemma, cues, Status.ASSERTED)  # a clause that stands for itself
    return _complement(parse, governor, cues, depth, infinitive=is_infinitive(parse, verb))


def _content_of_noun(parse: Parse, noun: int, cues: Cues) -> Status:
    """ "Denied reports that", "a rumour that", but not "the fact that"."""
    token = parse.tokens[noun]
    above = parse.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass") and above.lemma in cues.deny:
        return (
            Status.HYPOTHETICAL if _own_status(parse, above.index, cues) is Status.DENIED else Status.DENIED
        )
    return Status.ALLEGED if token.lemma in cues.alleged or token.lemma in cues.claim else Status.ASSERTED


def _adverbial(parse: Parse, verb: int, governor: int, cues: Cues, depth: int) -> Status:
    if is_infinitive(parse, verb):
        if parse.tokens[governor].lemma in _MOTION:
            return status_of_verb(parse, governor, cues, depth)
        if parse.tokens[governor].pos == "ADJ" or parse.tokens[governor].lemma in cues.planned:
            return _complement(parse, governor, cues, depth, infinitive=True)
        return stronger(Status.PLANNED, status_of_verb(parse, governor, cues, depth))
    if any(parse.tokens[m].lemma == "until" for m in dependents(parse, verb, "mark")):
        waiting = status_of_verb(parse, governor, cues, depth)  # "will stay until the last one has left"
        return Status.HYPOTHETICAL if waiting is not Status.ASSERTED else waiting
    if parse.tokens[verb].tag in ("VBG", "VBN") and not dependents(parse, verb, "mark", "nsubj", "nsubjpass"):
        return status_of_verb(parse, governor, cues, depth)
    return Status.ASSERTED


def _gerund(parse: Parse, prep: int, cues: Cues, depth: int) -> Status:
    """ "accused of attacking", "without firing", "by firing", "a plan for ending"."""
    name, governor = parse.tokens[prep].lemma, parse.tokens[prep].head
    if name in UNDONE or (name == "of" and parse.tokens[governor].lemma in UNDONE):
        return Status.DENIED
    accused = parse.tokens[governor]
    if (
        accused.dep in ("dobj", "nsubjpass")
        and name in ("of", "for")
        and parse.tokens[accused.head].lemma in cues.claim
    ):
        return Status.ALLEGED  # "accused X of attacking", with "of" hung from X
    if name in ("after", "since", "following"):
        return Status.ASSERTED
    if parse.tokens[governor].pos in ("VERB", "AUX") and name in ("by", "in", "while", "before"):
        return status_of_verb(parse, governor, cues, depth)
    return named(parse.tokens[governor].lemma, cues, Status.ASSERTED)


def _coordinated(parse: Parse, verb: int, cues: Cues, depth: int) -> Status:
    """A second verb shares the helpers of the first unless it has its own."""
    governor = coordinated_with(parse, verb)
    subject = dependents(parse, verb, "nsubj", "nsubjpass")
    finite = parse.tokens[verb].tag in FINITE or any(
        parse.tokens[a].tag in FINITE for a in dependents(parse, verb, "aux", "auxpass")
    )
    own = subject or (finite and parse.tokens[governor].tag in FINITE) or dependents(parse, verb, "aux")
    if own and (subject or finite or parse.tokens[governor].tag in FINITE):
        return _from_governor(parse, governor, cues, depth) if depth < _DEEPEST else Status.ASSERTED
    return status_of_verb(parse, governor, cues, depth)
