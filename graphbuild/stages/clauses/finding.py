"""Find the triggers of a parse and read each one's clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.clause import Clause, TriggerKind
from graphbuild.stages.clauses.content import aimed, told_once
from graphbuild.stages.clauses.nominal import is_event_noun, name_of, read_noun, read_predicate
from graphbuild.stages.clauses.scene import Knowledge, Scene, make_scene
from graphbuild.stages.clauses.verbal import action_of, read_verb
from graphbuild.syntax.phrases import dependents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.model.actor import Mentions
    from graphbuild.model.parse import Parse, Token

NO_TRIGGER = frozenset({"aux", "auxpass", "amod", "compound", "prep", "case", "mark", "nmod", "punct"})
_AUXILIARY = frozenset({"be", "have", "do"})
# "Announced a withdrawal": whoever announces withdraws, but announcing is an event of its own.
_LENDING = frozenset({"announce", "declare", "order", "plan", "propose", "approve"})
# Participles that serve as prepositions: "following the attack", "including two children".
_PREPOSITIONAL = frozenset({"following", "including", "according", "regarding", "concerning", "excluding"})

# "Murder suspect", "rape charge": nouns that presuppose the event in front of them.
_PRESUPPOSING = frozenset(
    {
        "victim",
        "survivor",
        "suspect",
        "scene",
        "site",
        "investigation",
        "probe",
        "inquiry",
        "case",
        "trial",
        "charge",
    }
    | {
        "conviction",
        "spree",
        "anniversary",
        "aftermath",
        "casualty",
        "toll",
        "attempt",
        "bid",
        "plot",
        "allegation",
    }
    | {"weapon", "count", "defendant", "witness", "arrest", "indictment", "sentence", "verdict"}
)


def find_clauses(parse: Parse, mentions: Mentions, knowledge: Knowledge) -> tuple[Clause, ...]:
    """Every event that the parse tells, in text order.

    Only words among ``mentions`` count as the possessor or modifier that acts in a nominal
    event.
    """
    scene = make_scene(parse, mentions, knowledge)
    verbs = {v: read_verb(scene, v, action_of(parse, v)) for v in _verbs(parse, knowledge)}
    taken = {n for clause, absorbed in verbs.values() for n in absorbed}
    found: dict[int, Clause] = {}
    for noun in _nouns(scene):
        if noun not in taken:
            clause = read_noun(scene, noun, _carrier(parse, noun, verbs, knowledge))
            if clause is not None:
                found[noun] = clause
    carriers = {c.carrier for c in found.values()} - _lenders(verbs)
    found.update(_predicates(scene))
    found.update((v, c) for v, (c, _) in verbs.items() if v not in carriers and _is_event(c))
    found = aimed(scene, told_once(found, parse))
    return tuple(found[head] for head in sorted(found))


def _is_event(clause: Clause) -> bool:
    """Being, having and doing are events only where the codebook says what they tell."""
    return clause.action not in _AUXILIARY or clause.pattern is not None


def _verbs(parse: Parse, knowledge: Knowledge) -> Iterator[int]:
    for token in parse.tokens:
        if token.pos not in ("VERB", "AUX") or token.dep in NO_TRIGGER or not token.lemma.isalpha():
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


def _nouns(scene: Scene) -> Iterator[int]:
    nouns, codebook = scene.knowledge.nouns, scene.knowledge.codebook

    def is_known(name: str) -> bool:
        return is_event_noun(scene, name)

    for token in scene.parse.tokens:
        if not _is_nominal(scene.parse, token) and not _is_capital(scene, token):
            continue
        name, _ = name_of(scene.parse, token.index, is_known)
        if token.dep in ("compound", "amod", "nmod"):
            # "Crash victims" and a "murder suspect" tell what happened; "attack helicopters" do not.
            after = scene.parse.tokens[token.head].lemma in _PRESUPPOSING
            tells = after or not codebook.knows_deed(TriggerKind.NOUN, name)
            if name in nouns.named or (name in nouns.sure and tells):
                yield token.index
        elif is_event_noun(scene, name):
            yield token.index


def _is_capital(scene: Scene, token: Token) -> bool:
    """An event noun that a headline writes large, or the name of an event: "the Oscars"."""
    nouns = scene.knowledge.nouns
    name, _ = name_of(scene.parse, token.index, lambda n: n in nouns.sure or n in nouns.named)
    if token.pos != "PROPN" or name in nouns.named:
        return name in nouns.named
    return name in nouns.sure and token.index not in scene.names and token.index not in scene.actors


def _predicates(scene: Scene) -> Iterator[tuple[int, Clause]]:
    """Adjectives that are said of somebody and tell what befell him: "two are dead"."""
    for token in scene.parse.tokens:
        if token.lemma in scene.knowledge.nouns.predicates and token.pos == "ADJ" and token.dep != "amod":
            clause = read_predicate(scene, token.index)
            if clause is not None:
                yield token.index, clause


def _is_nominal(parse: Parse, token: Token) -> bool:
    """A noun, or a gerund in a noun's place: "Fighting between the two went on"."""
    if token.pos == "NOUN":
        return True
    gerund = token.tag == "VBG" and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
    return gerund and not dependents(parse, token.index, "dobj", "aux")


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
    action = verbs[governor][0].action
    return governor if action in knowledge.nouns.light_verbs or action in _LENDING else None


def _lenders(verbs: dict[int, tuple[Clause, frozenset[int]]]) -> frozenset[int]:
    """Verbs that lend their subject to an event noun and remain events themselves."""
    return frozenset(v for v, (clause, _) in verbs.items() if clause.action in _LENDING)
