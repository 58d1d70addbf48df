"""Nominal events: a noun with its possessor, modifiers, prepositions and light verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.clause import Clause, TriggerKind
from graphbuild.stages.clauses.parties import party_test
from graphbuild.stages.clauses.scene import Scene, Slots, describe, first_filled
from graphbuild.syntax.arguments import agents_of, prepositions, verb_slots
from graphbuild.syntax.phrases import conjuncts, dependents

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphbuild.lexicon.codebook import Pattern
    from graphbuild.model.parse import Parse

_IN_FRONT = ("compound", "amod", "nmod")
_LONGEST = 3  # words of a name of an event
_OPEN_SOURCES = ("subject", "possessive", "by", "modifier")
_OPEN_TARGETS = ("object", "of", "against", "on", "to", "with", "for", "into", "at")


def name_of(parse: Parse, noun: int, is_known: Callable[[str], bool]) -> tuple[str, tuple[int, ...]]:
    """The longest known name of an event that ends in a noun, and its tokens: "drone strike"."""
    token = parse.tokens[noun]
    lemma = token.text.lower() if token.tag == "VBG" else token.lemma
    first = noun
    while first and noun - first < _LONGEST - 1 and parse.labels[first - 1] in _IN_FRONT:
        first -= 1
    for start in range(first, noun):
        name = " ".join([*(w.text.lower() for w in parse.tokens[start:noun]), lemma])
        if is_known(name):
            return name, tuple(range(start, noun + 1))
    return lemma, (noun,)


def read_noun(scene: Scene, noun: int, carrier: int | None) -> Clause | None:
    """The clause of an event noun; None where neither roles nor the noun make an event."""
    codebook, nouns = scene.knowledge.codebook, scene.knowledge.nouns
    action, tokens = name_of(scene.parse, noun, lambda name: is_event_noun(scene, name))
    slots = slots_of_noun(scene, noun, carrier)
    pattern = scene.match(TriggerKind.NOUN, action, slots)
    source_slots, target_slots = role_slots_of_noun(pattern)
    is_party = party_test(scene, pattern)
    sources = scene.fillers(first_filled(slots, source_slots, is_party))
    targets = scene.fillers(first_filled(slots, target_slots, is_party))
    targets = tuple(t for t in targets if t not in sources)
    is_about = any(slots.get(name) for name in ("object", *source_slots, *target_slots))
    if not (is_about or action in nouns.sure or action in nouns.named or _is_told_by_modifier(scene, noun)):
        return None
    return Clause(
        head=noun,
        tokens=tokens,
        kind=TriggerKind.NOUN,
        action=action,
        type=pattern.type if pattern else None,
        planned=codebook.types[pattern.type].planned if pattern and pattern.type else None,
        mode=pattern.mode if pattern else None,
        code=pattern.code if pattern else None,
        sources=sources,
        targets=targets,
        carrier=carrier,
        pattern=describe(pattern),
    )


def _is_told_by_modifier(scene: Scene, noun: int) -> bool:
    """Whether an event noun in front says what the noun is about: "murder trial", "hijack attempt"."""
    before = dependents(scene.parse, noun, "compound")
    return any(scene.parse.tokens[b].lemma in scene.knowledge.nouns.sure for b in before)


def read_predicate(scene: Scene, word: int) -> Clause | None:
    """The clause of an adjective that tells what befell somebody: "two are dead", "found dead"."""
    parse = scene.parse
    token = parse.tokens[word]
    carrier = token.head if token.dep in ("acomp", "oprd", "xcomp", "ccomp") and token.head != word else None
    victims = dependents(parse, word, "nsubj", "nsubjpass")
    if not victims and carrier is not None:
        slots = verb_slots(parse, carrier)
        is_linked = token.dep == "acomp" and parse.tokens[carrier].lemma == "be"
        victims = slots.get("subject" if is_linked else "object", ()) or slots.get("subject", ())
    if not victims:
        return None
    return Clause(
        head=word,
        tokens=(word,),
        kind=TriggerKind.NOUN,
        action=token.lemma,
        type=None,
        planned=None,
        mode=None,
        code=None,
        sources=(),
        targets=scene.fillers(victims),
        carrier=carrier,
        pattern=None,
    )


def slots_of_noun(scene: Scene, noun: int, carrier: int | None) -> Slots:
    """What stands around an event noun, and what the verb that carries it lends."""
    slots = _noun_slots(scene, noun)
    for name, heads in (_carried(scene, carrier) if carrier is not None else {}).items():
        slots.setdefault(name, tuple(h for h in heads if h != noun))
    return slots


def role_slots_of_noun(pattern: Pattern | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where the source and the target are looked for, in order."""
    if pattern is None:
        return _OPEN_SOURCES, _OPEN_TARGETS
    return pattern.source, tuple(dict.fromkeys(("object", *pattern.target)))


def is_event_noun(scene: Scene, name: str) -> bool:
    """Whether a noun or a name of several words can name an event."""
    nouns = scene.knowledge.nouns
    return (
        name in nouns.sure
        or name in nouns.named
        or name in nouns.with_arguments
        or scene.knowledge.codebook.knows(TriggerKind.NOUN, name)
    )


def _noun_slots(scene: Scene, noun: int) -> dict[str, tuple[int, ...]]:
    parse = scene.parse
    slots = dict(prepositions(parse, noun))
    # "An attack by insurgents on a mosque", "the transfer of prisoners to Kenya": the parser
    # hangs the second preposition from the first one's object.
    for inner in (*slots.get("by", ())[:1], *slots.get("of", ())[:1]):
        for name, heads in prepositions(parse, inner).items():
            slots.setdefault(name, heads)
    owners = tuple(m for p in dependents(parse, noun, "poss") for m in conjuncts(parse, p))
    if owners:
        slots["possessive"] = owners
    before = dependents(parse, noun, "amod", "compound", "nmod")
    # Nobody acts in "DUI charges", "the Oscar ceremony".
    named = scene.knowledge.nouns.named
    modifiers = tuple(
        m
        for m in before
        if m in scene.actors and m not in scene.places and parse.tokens[m].lemma not in named
    )
    if modifiers:
        slots["modifier"] = modifiers
    agents = agents_of(parse, noun)
    if agents:
        slots.setdefault("by", agents)
    return slots


def _carried(scene: Scene, carrier: int) -> dict[str, tuple[int, ...]]:
    """What the light verb lends to its noun: its subject, in the role it has there, and its prepositions."""
    slots = verb_slots(scene.parse, carrier)
    subject = slots.pop("subject", ())
    for name in ("object", "indirect", "complement", "content", "predicate"):
        slots.pop(name, None)
    role = scene.knowledge.nouns.light_verbs.get(scene.parse.tokens[carrier].lemma, "source")
    slots["object" if role == "target" else "subject"] = subject
    return slots
