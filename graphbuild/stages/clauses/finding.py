"""Find the triggers of a parse and read each one's clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphbuild.model.actor import ActorKind
from graphbuild.model.clause import Clause, TriggerKind
from graphbuild.model.parse import Parse
from graphbuild.stages.clauses.nominal import read_noun
from graphbuild.stages.clauses.scene import Knowledge, Scene
from graphbuild.stages.clauses.verbal import action_of, read_verb
from graphbuild.syntax.phrases import dependents

_NO_TRIGGER = frozenset({"aux", "auxpass", "amod", "compound", "prep", "case", "mark", "nmod", "punct"})
_AUXILIARY = frozenset({"be", "have", "do"})
# Participles that serve as prepositions: "following the attack", "including two children".
_PREPOSITIONAL = frozenset({"following", "including", "according", "regarding", "concerning", "excluding"})


def find_clauses(parse: Parse, actors: Mapping[int, ActorKind], knowledge: Knowledge) -> tuple[Clause, ...]:
    """Every event that the parse tells, in text order.

    ``actors`` gives the head tokens of words that name an actor, and of what kind: only
    these count as the possessor or modifier that acts in a nominal event.
    """
    scene = Scene(parse, actors, knowledge)
    verbs = {v: read_verb(scene, v, action_of(parse, v)) for v in _verbs(parse, knowledge)}
    taken = {n for clause, absorbed in verbs.values() for n in absorbed}
    found: dict[int, Clause] = {}
    for noun in _nouns(parse, knowledge):
        if noun not in taken:
            clause = read_noun(scene, noun, _carrier(parse, noun, verbs, knowledge))
            if clause is not None:
                found[noun] = clause
    carriers = {c.carrier for c in found.values()}
    found.update((v, c) for v, (c, _) in verbs.items() if v not in carriers and _is_event(c))
    return tuple(found[head] for head in sorted(found))


def _is_event(clause: Clause) -> bool:
    """Being, having and doing are events only where the codebook says what they tell."""
    return clause.action not in _AUXILIARY or clause.pattern is not None


def _verbs(parse: Parse, knowledge: Knowledge) -> Iterator[int]:
    for token in parse.tokens:
        if token.pos not in ("VERB", "AUX") or token.dep in _NO_TRIGGER or not token.lemma.isalpha():
            continue
        if token.pos == "AUX" and not knowledge.codebook.knows(TriggerKind.VERB, token.lemma):
            continue
        lemma, children = token.lemma, parse.children[token.index]
        if token.text.lower() in _PREPOSITIONAL and not dependents(parse, token.index, "aux"):
            continue
        complements = any(
            parse.tokens[c].dep == "xcomp" and parse.tokens[c].pos in ("VERB", "AUX") for c in children
        )
        if complements and lemma in knowledge.cues.aspectual:
            continue
        yield token.index


def _nouns(parse: Parse, knowledge: Knowledge) -> Iterator[int]:
    for token in parse.tokens:
        if token.pos != "NOUN" or token.dep in ("compound", "amod", "nmod"):
            continue
        lemma = token.lemma
        if (
            lemma in knowledge.nouns.sure
            or lemma in knowledge.nouns.with_arguments
            or knowledge.codebook.knows(TriggerKind.NOUN, lemma)
        ):
            yield token.index


def _carrier(
    parse: Parse, noun: int, verbs: dict[int, tuple[Clause, frozenset[int]]], knowledge: Knowledge
) -> int | None:
    """The light verb whose object the noun is, if there is one: "launched an attack"."""
    token = parse.tokens[noun]
    governor = token.head
    if token.dep == "conj" and parse.tokens[governor].pos == "NOUN":
        token, governor = parse.tokens[governor], parse.tokens[governor].head
    if governor not in verbs or token.dep not in ("dobj", "nsubjpass"):
        return None
    return governor if verbs[governor][0].action in knowledge.nouns.light_verbs else None
