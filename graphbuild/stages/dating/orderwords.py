"""The order words of a parse: which token they hang what on, and what that says.

Only what syntax ties together: "after" with its clause or noun, "followed", "then", "an hour
later". Words that also mean something else (since, while, as, before a court) count only
where tense and place leave the meaning of time; the names of relations are those of TimeML
(Pustejovsky et al. 2003).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.model.event import LinkKind
from graphbuild.syntax.phrases import dependents, left_edge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.model.parse import Parse, Token

_KINDS = {
    "after": LinkKind.AFTER,
    "since": LinkKind.AFTER,
    "following": LinkKind.AFTER,
    "before": LinkKind.BEFORE,
    "until": LinkKind.BEFORE,
    "till": LinkKind.BEFORE,
    "during": LinkKind.DURING,
    "while": LinkKind.DURING,
    "when": LinkKind.DURING,
    "as": LinkKind.DURING,
}
_VERBS = {"follow": LinkKind.AFTER, "succeed": LinkKind.AFTER, "precede": LinkKind.BEFORE}
_ON = frozenset({"then", "later", "subsequently", "afterward", "afterwards"})
_WAKE = frozenset({"wake", "aftermath"})
# "Looked after", "went after", "named it after": the object is no event that came first.
_PARTICLE_VERBS = frozenset({"look", "chase", "go", "take", "run", "ask", "inquire", "seek"})
_NAMING = frozenset({"name", "model", "pattern", "call"})
# "Appeared before a hearing" is in front of it.
_IN_FRONT = frozenset(
    {"appear", "testify", "stand", "come", "go", "bring", "bow", "put", "lay", "place", "speak", "argue"}
)
_TURNED = {LinkKind.BEFORE: LinkKind.AFTER, LinkKind.AFTER: LinkKind.BEFORE}


@dataclass(frozen=True, slots=True)
class OrderWord:
    """What words say: the event at ``token`` is ``kind`` the one at ``other``.

    ``first`` to ``last`` (exclusive) are the words; ``across`` marks what "later" or "then"
    at the head of a sentence says: the other event is the one that the sentence before tells.
    """

    kind: LinkKind
    token: int
    other: int
    first: int
    last: int
    across: bool = False


def order_words(parse: Parse) -> Iterator[OrderWord]:
    """Every order word of a parse, in text order."""
    for token in parse.tokens:
        lemma = token.text.lower()
        if lemma in _KINDS and token.dep in ("mark", "advmod"):
            yield from _of_clause(parse, token, _KINDS[lemma])
        elif lemma in _KINDS and token.dep == "prep":
            yield from _of_preposition(parse, token, _KINDS[lemma])
        elif lemma == "prior":
            yield from _prior(parse, token)
        elif lemma in _WAKE:
            yield from _wake(parse, token)
        elif token.lemma in _VERBS and token.pos == "VERB":
            yield from _of_verb(parse, token, _VERBS[token.lemma])
        elif lemma in _ON or lemma == "earlier":
            yield from _on(parse, token)


def is_past(parse: Parse, index: int) -> bool:
    """Whether a verb is in the simple past: "killed", "was killed", "was killing"."""
    token = parse.tokens[index]
    helpers = {parse.tokens[a].lemma: parse.tokens[a].tag for a in dependents(parse, index, "aux", "auxpass")}
    if "have" in helpers or any(tag == "MD" for tag in helpers.values()):
        return False
    return token.tag == "VBD" or (token.tag in ("VBN", "VBG") and helpers.get("be") == "VBD")


def _is_past_with(parse: Parse, verb: Token) -> bool:
    """Whether a coordinated participle shares the helper of a verb in the past: "was seized and then freed"."""
    return (
        verb.dep == "conj" and verb.tag == "VBN" == parse.tokens[verb.head].tag and is_past(parse, verb.head)
    )


def is_perfect(parse: Parse, index: int) -> bool:
    """Whether a verb is in the present or past perfect."""
    return any(parse.tokens[a].lemma == "have" for a in dependents(parse, index, "aux"))


def is_progressive(parse: Parse, index: int) -> bool:
    """Whether a verb tells something going on: "was patrolling", "patrolling"."""
    return parse.tokens[index].tag == "VBG" and not is_perfect(parse, index)


def _of_clause(parse: Parse, word: Token, kind: LinkKind) -> Iterator[OrderWord]:
    """ "A after B happened": the word marks B, which hangs from A."""
    inner, outer = word.head, parse.tokens[word.head].head
    if parse.tokens[inner].dep != "advcl" or inner == outer or not _is_of_time(parse, word, inner, outer):
        return
    if kind is LinkKind.DURING and is_progressive(parse, outer) and not is_progressive(parse, inner):
        inner, outer = outer, inner  # "was shopping when bombs went off"
    yield OrderWord(kind, outer, inner, word.index, word.index + 1)


def _is_of_time(parse: Parse, word: Token, inner: int, outer: int) -> bool:
    """Whether a conjunction that can also give a reason or a contrast is one of time."""
    behind = word.index > outer
    match word.text.lower():
        case "since":  # "has attacked since the truce ended"; "since it failed, they left" is a reason
            return is_perfect(parse, outer) and is_past(parse, inner)
        case "while":
            return behind and is_progressive(parse, inner) and not _after_comma(parse, word)
        case "when":
            return behind and is_past(parse, outer) and is_past(parse, inner)
        case "as":
            own = bool(dependents(parse, inner, "nsubj", "nsubjpass"))
            plain = parse.tokens[word.index - 1].text.lower() not in ("as", "so", "such", ",")
            return behind and own and plain and is_past(parse, outer) and is_past(parse, inner)
        case _:
            return word.dep == "mark"


def _after_comma(parse: Parse, word: Token) -> bool:
    return word.index > 0 and parse.tokens[word.index - 1].text == ","


def _of_preposition(parse: Parse, word: Token, kind: LinkKind) -> Iterator[OrderWord]:
    """ "A after the killing", "A after killing B"."""
    if word.text.lower() in ("as", "while", "when"):
        return
    governor = parse.tokens[word.head]
    for inner in dependents(parse, word.index, "pobj", "pcomp", "dobj"):
        is_noun = parse.tokens[inner].pos in ("NOUN", "PROPN")
        if not (is_noun and _is_no_time(kind, governor, word)):
            yield OrderWord(kind, word.head, inner, word.index, word.index + 1)


def _is_no_time(kind: LinkKind, governor: Token, word: Token) -> bool:
    """Whether a verb gives "after" or "before" with a noun another meaning."""
    if kind is LinkKind.BEFORE:
        return governor.lemma in _IN_FRONT
    particle = governor.lemma in _PARTICLE_VERBS and governor.index == word.index - 1
    return kind is LinkKind.AFTER and (particle or governor.lemma in _NAMING)


def _prior(parse: Parse, word: Token) -> Iterator[OrderWord]:
    """ "Prior to the talks"."""
    for to in dependents(parse, word.index, "prep"):
        if to == word.index + 1 and parse.tokens[to].lemma == "to":
            for inner in dependents(parse, to, "pobj", "pcomp"):
                yield OrderWord(LinkKind.BEFORE, word.head, inner, word.index, to + 1)


def _wake(parse: Parse, word: Token) -> Iterator[OrderWord]:
    """ "In the wake of the bombing"."""
    above = parse.tokens[word.head]
    if word.dep != "pobj" or above.lemma != "in":
        return
    for of in dependents(parse, word.index, "prep"):
        if parse.tokens[of].lemma == "of":
            for inner in dependents(parse, of, "pobj"):
                yield OrderWord(LinkKind.AFTER, above.head, inner, above.index, of + 1)


def _of_verb(parse: Parse, word: Token, kind: LinkKind) -> Iterator[OrderWord]:
    """ "The strike followed the killing", "the killing was followed by protests"."""
    subjects = dependents(parse, word.index, "nsubj", "nsubjpass")
    objects = dependents(parse, word.index, "dobj")
    last = word.index + 1
    if dependents(parse, word.index, "auxpass"):
        agents = dependents(parse, word.index, "agent")
        objects = tuple(o for a in agents for o in dependents(parse, a, "pobj"))
        kind = _TURNED[kind]
        last = agents[0] + 1 if agents else last
    for subject in subjects:
        for inner in objects:
            if parse.tokens[subject].pos == parse.tokens[inner].pos == "NOUN":
                yield OrderWord(kind, subject, inner, word.index, last)


def _on(parse: Parse, word: Token) -> Iterator[OrderWord]:
    """ "And then burned it", "an hour later, troops freed them", "had earlier met them"."""
    verb = parse.tokens[word.head]
    lemma = word.text.lower()
    if word.dep != "advmod" or verb.pos != "VERB" or not _is_followed(parse, word):
        return
    if lemma == "then" and (word.index > verb.index or _is_conditional(parse, verb)):
        return
    counted = bool(dependents(parse, word.index, "npadvmod"))
    if lemma == "earlier":
        told, kind = counted or is_perfect(parse, verb.index), LinkKind.BEFORE
    else:
        told, kind = is_past(parse, verb.index) or _is_past_with(parse, verb), LinkKind.AFTER
    if not told:
        return
    first = min([word.index, *(left_edge(parse, n) for n in dependents(parse, word.index, "npadvmod"))])
    if verb.dep == "conj":
        yield OrderWord(kind, verb.index, verb.head, first, word.index + 1)
    elif verb.dep in ("ROOT", "ccomp"):
        yield OrderWord(kind, verb.index, verb.index, first, word.index + 1, across=True)


def _is_followed(parse: Parse, word: Token) -> bool:
    """Whether the word stands for itself: not "later than", "later this month", "later in the day"."""
    following = parse.tokens[word.index + 1 : word.index + 2]
    return not any(t.lemma in ("than", "this", "in", "on", "that", "-") for t in following)


def _is_conditional(parse: Parse, verb: Token) -> bool:
    sentence = parse.sentences[parse.sentence_of[verb.index]]
    return any(parse.tokens[i].lemma == "if" for i in range(sentence.first, sentence.last))
