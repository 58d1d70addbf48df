"""Verbal events: a verb with its slots, coded by the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.clause import Clause, TriggerKind
from graphbuild.stages.clauses.parties import party_test
from graphbuild.stages.clauses.scene import Scene, Slots, describe
from graphbuild.syntax.arguments import agents_of, prepositions, surface_subjects, verb_slots
from graphbuild.syntax.phrases import conjuncts, dependents, subtree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from graphbuild.lexicon.codebook import Pattern
    from graphbuild.model.parse import Parse

# Where a verb without a pattern has no object, the first of these says to whom.
# Slots whose event noun stays an event beside the verb: "died in the shelling".
_APART = frozenset({"subject", "in", "by", "during", "after", "with"})
# A state answers for its warplanes, not for its passenger jets.
_CIVIL = frozenset({"passenger", "cargo", "commercial", "civilian", "private", "airline"})
_PARTICLES = frozenset({"down", "up", "out", "off", "back", "away"})
_OPEN_SOURCES = ("subject",)
_OPEN_TARGETS = (
    "object",
    "indirect",
    "to",
    "with",
    "against",
    "on",
    "for",
    "at",
    "from",
    "into",
    "about",
    "of",
)


def action_of(parse: Parse, verb: int) -> str:
    """A verb's lemma with its particle: "carry out"."""
    particle = particle_of(parse, verb)
    lemma = parse.tokens[verb].lemma
    return lemma if particle is None else f"{lemma} {parse.tokens[particle].lemma}"


def particle_of(parse: Parse, verb: int) -> int | None:
    """The particle of a verb; parsers also call it an adverb when it stands right behind."""
    particles = [p for p in dependents(parse, verb, "prt") if parse.tokens[p].text.isalpha()]
    after = [
        a for a in dependents(parse, verb, "advmod") if a == verb + 1 and parse.tokens[a].lemma in _PARTICLES
    ]
    found = particles or after
    return found[0] if found else None


def read_verb(scene: Scene, verb: int, action: str) -> tuple[Clause, frozenset[int]]:
    """The clause of a verb, and the nouns that its pattern absorbs ("impose sanctions")."""
    parse, codebook = scene.parse, scene.knowledge.codebook
    slots = slots_of_verb(parse, verb)
    pattern = scene.match(TriggerKind.VERB, action, slots)
    source_slots, target_slots = role_slots_of_verb(pattern)
    is_party = party_test(scene, pattern)
    target_slots = slots_in_play(slots, pattern, target_slots)
    sources, targets = fill(scene, slots, source_slots, is_party), fill(scene, slots, target_slots, is_party)
    particle = particle_of(parse, verb) if " " in action else None
    tokens = (verb,) if particle is None else tuple(sorted((verb, particle)))
    clause = Clause(
        head=verb,
        tokens=tokens,
        kind=TriggerKind.VERB,
        action=action,
        type=pattern.type if pattern else None,
        planned=codebook.types[pattern.type].planned if pattern and pattern.type else None,
        mode=pattern.mode if pattern else None,
        code=pattern.code if pattern else None,
        sources=scene.fillers(sources),
        targets=scene.fillers(t for t in targets if t not in sources),
        carrier=None,
        pattern=describe(pattern),
    )
    absorbed = (
        (o for slot, words in pattern.conditions if words and slot not in _APART for o in slots.get(slot, ()))
        if pattern
        else ()
    )
    return clause, frozenset(o for o in absorbed if parse.tokens[o].pos == "NOUN" and o not in clause.targets)


def slots_of_verb(parse: Parse, verb: int) -> Slots:
    """Everything that stands around a verb: its roles, its helpers, what its content is made of."""
    slots = verb_slots(parse, verb)
    if slots.get("content"):
        slots.update(_content_slots(parse, slots))
    slots["modal"] = _modals(parse, verb)
    slots["governor"] = _added_to(parse, verb)
    return slots


def role_slots_of_verb(pattern: Pattern | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where the source and the target are looked for, in order."""
    return (pattern.source, pattern.target) if pattern else (_OPEN_SOURCES, _OPEN_TARGETS)


def slots_in_play(slots: Slots, pattern: Pattern | None, names: tuple[str, ...]) -> tuple[str, ...]:
    """The slots that may give a role: for an open verb the first one filled and no other.

    "Added features to the phone" was done to features, whatever they are; not to the phone.
    """
    return names if pattern else tuple(n for n in names if slots.get(n))[:1]


def fill(
    scene: Scene, slots: Slots, names: Iterable[str], is_party: Callable[[int], bool]
) -> tuple[int, ...]:
    """The parties in the first of these slots that has any, those slots included that only fill roles."""
    for name in names:
        heads = _DERIVED[name](scene, slots) if name in _DERIVED else slots.get(name, ())
        if parties := tuple(h for h in heads if is_party(h)):
            return parties
    return ()


def _owners(scene: Scene, things: Iterable[int]) -> tuple[int, ...]:
    """Who stands behind things: their possessor, author ("by") or modifier, as far as it is an actor.

    An actor has no owner here ("praised his players"), a thing of the subject's own neither.
    """
    parse = scene.parse
    for thing in things:
        if thing in scene.actors or any(parse.tokens[c].lemma in _CIVIL for c in parse.children[thing]):
            continue
        slots = prepositions(parse, thing)
        owners = (
            tuple(m for p in dependents(parse, thing, "poss") for m in conjuncts(parse, p))
            or slots.get("by", ())
            or agents_of(parse, thing)
            or tuple(m for m in dependents(parse, thing, "amod", "compound", "nmod") if m in scene.actors)
            or tuple(h for name in ("from", "of") for h in slots.get(name, ()) if h in scene.actors)
        )
        if owners:
            return owners
    return ()


def _targets_of(scene: Scene, verbs: Iterable[int]) -> tuple[int, ...]:
    """The targets of dependent events: "threatened to bomb Libya".

    Where the codebook has no type for what is threatened or promised, only those that are about an
    actor: "promised to return power" is aimed at nobody.
    """
    for verb in verbs:
        if scene.parse.tokens[verb].pos in ("VERB", "AUX"):
            clause, _ = read_verb(scene, verb, action_of(scene.parse, verb))
            targets = tuple(t for t in clause.targets if clause.type or scene.concerns(t))
            if targets:
                return targets
    return ()


def _who_shall_act(scene: Scene, slots: Slots) -> tuple[int, ...]:
    """Who does what is said or wished: "demanded that X leave", but not "that X be freed"."""
    return tuple(
        h for c in slots.get("content", ())[:1] for h in verb_slots(scene.parse, c).get("subject", ())
    )


_DERIVED: Mapping[str, Callable[[Scene, Slots], tuple[int, ...]]] = {
    "object_owner": lambda scene, slots: _owners(scene, slots.get("object", ())),
    "subject_owner": lambda scene, slots: _owners(scene, slots.get("subject", ())),
    "content_subject": _who_shall_act,
    "complement_target": lambda scene, slots: _targets_of(scene, slots.get("complement", ())),
    "content_target": lambda scene, slots: _targets_of(scene, slots.get("content", ())),
}


def _added_to(parse: Parse, verb: int) -> tuple[int, ...]:
    """The verb that a participle behind it adds to: "crashed, killing six"."""
    token = parse.tokens[verb]
    adds = token.tag == "VBG" and token.dep == "advcl" and token.head < verb
    return (token.head,) if adds and parse.tokens[token.head].pos == "VERB" else ()


def _modals(parse: Parse, verb: int) -> tuple[int, ...]:
    """Modal helpers and negations of a verb: "must", "would", "not"."""
    return tuple(
        c
        for c in dependents(parse, verb, "aux", "neg", "advmod")
        if parse.tokens[c].tag == "MD" or parse.tokens[c].dep == "neg" or parse.tokens[c].lemma == "never"
    )


def _content_slots(parse: Parse, slots: Slots) -> dict[str, tuple[int, ...]]:
    """What the content of speech is made of, as tokens: its subject, its modals, all its words."""
    content = slots["content"][0]
    modals = _modals(parse, content)
    if parse.tokens[content].lemma in ("need", "have") and dependents(parse, content, "xcomp"):
        modals = (*modals, content)
    found = {
        "content_subject": surface_subjects(parse, content),
        "content_modal": modals,
        "content_words": tuple(subtree(parse, content)),
    }
    return {name: heads for name, heads in found.items() if heads}
