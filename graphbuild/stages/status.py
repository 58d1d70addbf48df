"""Whether a clause happened, and who says so: scope read from syntax.

The status of a trigger is what its own negation, modals and conditions say, combined
with what each verb, adjective or noun that governs it does to its complement. After the
idea of veridicality signatures of governing words (Karttunen 1971; Sauri and Pustejovsky
2009, FactBank), kept to five values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.clause import Clause, Standing, TriggerKind
from graphbuild.model.event import Status
from graphbuild.syntax.arguments import coordinated_with, is_infinitive
from graphbuild.syntax.phrases import dependents
from graphbuild.syntax.quotes import quoted_tokens
from graphbuild.syntax.speech import find_speech, speakers_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.lexicon.cues import Cues
    from graphbuild.model.parse import Parse

# "Flew to Cairo to meet the president" tells the meeting; other purposes are only plans.
_MOTION = frozenset({"go", "travel", "fly", "come", "arrive", "visit", "return", "gather", "rush", "head"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DEEPEST = 10  # governors looked at: reporting chains in news are short, a broken parse may loop long
_ENDING = frozenset({"stop", "cease", "end", "quit", "finish", "resume"})
_UNDONE = frozenset({"without", "instead", "instead of"})
_WISHED = frozenset({"for", "to", "of", "against", "on", "about", "over", "from"})
_WEIGHT = {
    Status.ASSERTED: 0,
    Status.ALLEGED: 1,
    Status.PLANNED: 2,
    Status.HYPOTHETICAL: 3,
    Status.DENIED: 4,
}


def find_standing(parse: Parse, clauses: Sequence[Clause], cues: Cues) -> tuple[Standing, ...]:
    """The standing of each clause, in the same order."""
    quoted = quoted_tokens(parse)
    found = []
    for clause in clauses:
        anchor = clause.carrier if clause.carrier is not None else clause.head
        speech = find_speech(parse, anchor, quoted, cues.reports)
        status = (
            _status_of_noun(parse, clause.head, cues) if clause.kind is TriggerKind.NOUN else Status.ASSERTED
        )
        if clause.kind is TriggerKind.VERB or clause.carrier is not None:
            status = _stronger(status, status_of_verb(parse, anchor, cues, 0))
        if _is_question(parse, clause.head):
            status = _stronger(status, Status.HYPOTHETICAL)
        speakers = speakers_of(parse, anchor, speech)
        found.append(Standing(status, speakers, speech))
    return tuple(found)


def _stronger(one: Status, other: Status) -> Status:
    return one if _WEIGHT[one] >= _WEIGHT[other] else other


def _is_question(parse: Parse, index: int) -> bool:
    sentence = parse.sentences[parse.sentence_of[index]]
    return any(
        parse.tokens[i].text == "?" for i in range(max(sentence.first, sentence.last - 3), sentence.last)
    )


def status_of_verb(parse: Parse, verb: int, cues: Cues, depth: int) -> Status:
    """The status of a verb from its own words and from what governs it."""
    own = _own_status(parse, verb, cues)
    token = parse.tokens[verb]
    if token.head == verb:  # a headline's "Minister to resign"
        return _stronger(own, Status.PLANNED) if is_infinitive(parse, verb) else own
    if depth > _DEEPEST:
        return own
    return _stronger(own, _from_governor(parse, verb, cues, depth + 1))


def _own_status(parse: Parse, verb: int, cues: Cues) -> Status:
    status = Status.ASSERTED
    for child in parse.children[verb]:
        token = parse.tokens[child]
        if token.dep == "neg" or (
            token.dep in ("advmod", "preconj", "cc") and token.lemma in ("never", "neither", "nor", "hardly")
        ):
            return Status.DENIED
        if token.dep in ("nsubj", "nsubjpass", "dobj") and _is_none(parse, child, cues):
            return Status.DENIED
        status = _stronger(status, _from_helper(parse, child, verb, cues))
    return status


def _is_none(parse: Parse, noun: int, cues: Cues) -> bool:
    if parse.tokens[noun].lemma in ("nobody", "none", "nothing"):
        return True
    return any(parse.tokens[d].lemma in ("no", "neither") for d in dependents(parse, noun, "det", "neg"))


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
            return _named(parse.tokens[governor].lemma, cues, Status.HYPOTHETICAL)
        case "advcl":
            return _adverbial(parse, verb, governor, cues, depth)
        case "pcomp":
            return _gerund(parse, governor, cues, depth)
        case "conj" if parse.tokens[governor].pos in ("VERB", "AUX"):
            return _coordinated(parse, verb, cues, depth)
        case _:
            return Status.ASSERTED


def _named(lemma: str, cues: Cues, otherwise: Status) -> Status:
    """What a governing word makes of its complement."""
    if lemma in cues.implied:
        return Status.ASSERTED
    if lemma in cues.negated or lemma in cues.deny:
        return Status.DENIED
    if lemma in cues.planned:
        return Status.PLANNED
    if lemma in cues.hypothetical:
        return Status.HYPOTHETICAL
    if lemma in cues.alleged or lemma in cues.claim:
        return Status.ALLEGED
    return otherwise


def _complement(parse: Parse, governor: int, cues: Cues, depth: int, *, infinitive: bool) -> Status:
    """An infinitive or gerund under a verb or adjective."""
    lemma = parse.tokens[governor].lemma
    if lemma in _ENDING and not infinitive:  # "stopped shelling": it had been going on
        return status_of_verb(parse, governor, cues, depth)
    otherwise = Status.HYPOTHETICAL if infinitive else Status.ASSERTED
    made = _named(lemma, cues, otherwise)
    if lemma == "be" and infinitive:  # "is to leave"
        made = Status.PLANNED
    if lemma == "go" and infinitive and parse.tokens[governor].tag == "VBG":  # "is going to leave"
        made = Status.PLANNED
    outer = status_of_verb(parse, governor, cues, depth)
    if made is Status.DENIED and outer is Status.DENIED:  # "did not refuse to"
        return Status.ASSERTED
    return _stronger(made, outer) if outer is not Status.ALLEGED or made is Status.ASSERTED else made


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
        return _named(lemma, cues, Status.ASSERTED)  # a clause that stands for itself
    return _complement(parse, governor, cues, depth, infinitive=is_infinitive(parse, verb))


def _adverbial(parse: Parse, verb: int, governor: int, cues: Cues, depth: int) -> Status:
    if is_infinitive(parse, verb):
        if parse.tokens[governor].lemma in _MOTION:
            return status_of_verb(parse, governor, cues, depth)
        if parse.tokens[governor].pos == "ADJ" or parse.tokens[governor].lemma in cues.planned:
            return _complement(parse, governor, cues, depth, infinitive=True)
        return _stronger(Status.PLANNED, status_of_verb(parse, governor, cues, depth))
    if parse.tokens[verb].tag in ("VBG", "VBN") and not dependents(parse, verb, "mark", "nsubj", "nsubjpass"):
        return status_of_verb(parse, governor, cues, depth)
    return Status.ASSERTED


def _gerund(parse: Parse, prep: int, cues: Cues, depth: int) -> Status:
    """ "accused of attacking", "without firing", "by firing", "a plan for ending"."""
    name, governor = parse.tokens[prep].lemma, parse.tokens[prep].head
    if name in _UNDONE or (name == "of" and parse.tokens[governor].lemma in _UNDONE):
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
    return _named(parse.tokens[governor].lemma, cues, Status.ASSERTED)


def _coordinated(parse: Parse, verb: int, cues: Cues, depth: int) -> Status:
    """A second verb shares the helpers of the first unless it has its own."""
    governor = coordinated_with(parse, verb)
    subject = dependents(parse, verb, "nsubj", "nsubjpass")
    finite = parse.tokens[verb].tag in _FINITE or any(
        parse.tokens[a].tag in _FINITE for a in dependents(parse, verb, "aux", "auxpass")
    )
    own = subject or (finite and parse.tokens[governor].tag in _FINITE) or dependents(parse, verb, "aux")
    if own and (subject or finite or parse.tokens[governor].tag in _FINITE):
        return _from_governor(parse, governor, cues, depth) if depth < _DEEPEST else Status.ASSERTED
    return status_of_verb(parse, governor, cues, depth)


def _status_of_noun(parse: Parse, noun: int, cues: Cues) -> Status:
    """The status of a nominal event: its determiner, its adjectives, what it is a complement of."""
    if _is_none(parse, noun, cues):
        return Status.DENIED
    status = Status.ASSERTED
    for modifier in dependents(parse, noun, "amod", "compound"):
        word = parse.tokens[modifier].text.lower()
        status = _stronger(status, cues.modifiers.get(word, Status.ASSERTED))
    token = parse.tokens[noun]
    while token.dep == "conj" and parse.tokens[token.head].pos == "NOUN" and token.head != token.index:
        token = parse.tokens[token.head]
    governor = parse.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass") and governor.pos == "VERB":
        return _stronger(status, _object_of(parse, governor.index, cues))
    if token.dep == "pobj" and governor.lemma in _WISHED:
        owner = parse.tokens[governor.head]
        return _stronger(status, _topic_of(parse, owner.index, governor.lemma, cues))
    if token.dep == "pobj" and governor.lemma in _UNDONE:
        return Status.DENIED
    return status


def _object_of(parse: Parse, verb: int, cues: Cues) -> Status:
    lemma = parse.tokens[verb].lemma
    if lemma in cues.deny:
        return Status.DENIED
    if lemma in ("help", "see", "watch", "hear", "leave", "make", "cause", "lead", "return"):
        return Status.ASSERTED
    return _named(lemma, cues, Status.ASSERTED)


def _topic_of(parse: Parse, owner: int, prep: str, cues: Cues) -> Status:
    """ "a call for talks", "accused of the attack", "threat of war"; "plan for" but not "report on"."""
    token = parse.tokens[owner]
    if token.pos == "NOUN" and prep in ("for", "of", "against", "to"):
        return _named(token.lemma, cues, Status.ASSERTED)
    if token.pos == "VERB" and token.lemma in cues.claim and prep == "of":
        return Status.ALLEGED
    if token.pos == "VERB" and token.lemma in cues.planned and prep in ("for", "to"):
        return Status.PLANNED
    return Status.ASSERTED
