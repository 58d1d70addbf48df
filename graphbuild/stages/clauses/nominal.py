"""Nominal events: a noun with its possessor, modifiers, prepositions and light verb."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graphbuild.lexicon.codebook import Codebook, Frame
from graphbuild.lexicon.nouns import EventNouns
from graphbuild.model.clause import Clause, TriggerKind
from graphbuild.model.parse import Parse
from graphbuild.stages.clauses.verbal import describe
from graphbuild.syntax.arguments import prepositions, verb_slots
from graphbuild.syntax.phrases import conjuncts, dependents

_OPEN_SOURCES = ("subject", "possessive", "by", "modifier")
_OPEN_TARGETS = ("object", "of", "against", "on", "to", "with", "for", "into", "at")


def read_noun(
    parse: Parse,
    noun: int,
    carrier: int | None,
    actors: frozenset[int],
    codebook: Codebook,
    nouns: EventNouns,
) -> Clause | None:
    """The clause of an event noun; None where neither roles nor the noun make an event."""
    token = parse.tokens[noun]
    slots = _noun_slots(parse, noun, actors)
    carried = _carried(parse, carrier, nouns) if carrier is not None else {}
    for name, heads in carried.items():
        slots.setdefault(name, tuple(h for h in heads if h != noun))
    pattern = codebook.match(Frame(TriggerKind.NOUN, token.lemma, _lemmas(parse, slots)))
    sources = _first(slots, pattern.source if pattern else _OPEN_SOURCES)
    targets = _first(slots, ("object", *(pattern.target if pattern else _OPEN_TARGETS)))
    targets = tuple(t for t in targets if t not in sources)
    if not (sources or targets) and token.lemma not in nouns.sure:
        return None
    return Clause(
        head=noun,
        tokens=(noun,),
        kind=TriggerKind.NOUN,
        action=token.lemma,
        type=pattern.type if pattern else None,
        planned=codebook.types[pattern.type].planned if pattern and pattern.type else None,
        mode=pattern.mode if pattern else None,
        code=pattern.code if pattern else None,
        sources=sources,
        targets=targets,
        carrier=carrier,
        pattern=describe(pattern),
    )


def _noun_slots(parse: Parse, noun: int, actors: frozenset[int]) -> dict[str, tuple[int, ...]]:
    slots = dict(prepositions(parse, noun))
    owners = tuple(m for p in dependents(parse, noun, "poss") for m in conjuncts(parse, p))
    if owners:
        slots["possessive"] = owners
    modifiers = tuple(m for m in dependents(parse, noun, "amod", "compound", "nmod") if m in actors)
    if modifiers:
        slots["modifier"] = modifiers
    agents = tuple(
        m
        for v in dependents(parse, noun, "acl")
        for a in dependents(parse, v, "agent")
        for o in dependents(parse, a, "pobj")
        for m in conjuncts(parse, o)
    )
    if agents:  # "an attack carried out by rebels"
        slots.setdefault("by", agents)
    return slots


def _carried(parse: Parse, carrier: int, nouns: EventNouns) -> dict[str, tuple[int, ...]]:
    """What the light verb lends to its noun: its subject, as the role it has there, and its prepositions."""
    slots = verb_slots(parse, carrier)
    subject = slots.pop("subject", ())
    for name in ("object", "indirect", "complement", "content", "predicate"):
        slots.pop(name, None)
    lemma = parse.tokens[carrier].lemma
    role = nouns.light_verbs.get(lemma, "source")
    slots["object" if role == "target" else "subject"] = subject
    return slots


def _first(slots: Mapping[str, tuple[int, ...]], names: Iterable[str]) -> tuple[int, ...]:
    return next((slots[n] for n in names if slots.get(n)), ())


def _lemmas(parse: Parse, slots: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(parse.tokens[h].lemma for h in heads) for name, heads in slots.items() if heads}
