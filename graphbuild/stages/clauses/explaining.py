"""Say why clauses were read as they were: only when somebody asks, never in a build.

Slots are made and roles are filled by the functions that read the clauses, so the
explanation cannot say anything else than what happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.clause import TriggerKind
from graphbuild.model.explanation import Explanation, Filler, Idleness, IdleTrigger, RoleChoice, Step
from graphbuild.stages.clauses.content import repeated_by
from graphbuild.stages.clauses.finding import NO_TRIGGER
from graphbuild.stages.clauses.nominal import (
    is_event_noun,
    name_of,
    read_noun,
    role_slots_of_noun,
    slots_of_noun,
)
from graphbuild.stages.clauses.parties import party_test
from graphbuild.stages.clauses.scene import Knowledge, Scene, make_scene
from graphbuild.stages.clauses.verbal import (
    action_of,
    fill,
    read_verb,
    role_slots_of_verb,
    slots_in_play,
    slots_of_verb,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model.actor import Mentions
    from graphbuild.model.clause import Clause
    from graphbuild.model.parse import Parse

_KINDS = {"VERB": TriggerKind.VERB, "NOUN": TriggerKind.NOUN}


def explain_clauses(
    parse: Parse, mentions: Mentions, clauses: Iterable[Clause], knowledge: Knowledge
) -> tuple[Explanation, ...]:
    """For each clause, in the same order, the patterns tried and the way to each role.

    ``clauses`` are those that ``find_clauses`` gave for the same parse, mentions and knowledge.
    """
    scene = make_scene(parse, mentions, knowledge)
    return tuple(_explain(scene, clause) for clause in clauses)


def find_idle(
    parse: Parse, mentions: Mentions, clauses: Sequence[Clause], knowledge: Knowledge
) -> tuple[IdleTrigger, ...]:
    """The triggers of the codebook that gave none of these clauses, in text order, and why."""
    scene = make_scene(parse, mentions, knowledge)
    used = {t for clause in clauses for t in clause.tokens}
    carried = {clause.carrier: clause.head for clause in clauses if clause.carrier is not None}
    verbs = [clause for clause in clauses if clause.kind is TriggerKind.VERB]
    absorbed = {noun: c.head for c in verbs for noun in read_verb(scene, c.head, c.action)[1]}
    found = []
    for token in parse.tokens:
        kind = _KINDS.get(token.pos)
        if kind is None or token.index in used:
            continue
        action = _action(scene, token.index, kind)
        if knowledge.codebook.knows(kind, action):
            why = _idleness(parse, token.index, carried, absorbed | _repeats(scene, token.index, kind, verbs))
            found.append(IdleTrigger(token.index, action, *why))
    return tuple(found)


def _repeats(scene: Scene, index: int, kind: TriggerKind, verbs: Iterable[Clause]) -> dict[int, int]:
    """The verb whose event a noun tells again, by the noun."""
    clause = read_noun(scene, index, None) if kind is TriggerKind.NOUN else None
    verb = repeated_by(scene.parse, clause, {v.head: v for v in verbs}) if clause else None
    return {} if verb is None else {index: verb}


def _action(scene: Scene, index: int, kind: TriggerKind) -> str:
    if kind is TriggerKind.VERB:
        return action_of(scene.parse, index)
    return name_of(scene.parse, index, lambda name: is_event_noun(scene, name))[0]


def _idleness(
    parse: Parse, index: int, carried: Mapping[int, int], absorbed: Mapping[int, int]
) -> tuple[Idleness, str | None]:
    tokens = parse.tokens
    if index in carried:
        return Idleness.CARRIES, tokens[carried[index]].text
    if index in absorbed:
        return Idleness.ABSORBED, tokens[absorbed[index]].text
    if tokens[index].pos == "NOUN" and tokens[index].dep not in NO_TRIGGER:
        return Idleness.ALONE, None
    return Idleness.PLACE, tokens[index].dep


def _explain(scene: Scene, clause: Clause) -> Explanation:
    verbal = clause.kind is TriggerKind.VERB
    slots = (
        slots_of_verb(scene.parse, clause.head)
        if verbal
        else slots_of_noun(scene, clause.head, clause.carrier)
    )
    codebook, frame = scene.knowledge.codebook, scene.frame(clause.kind, clause.action, slots)
    candidates, pattern = codebook.weigh(frame), codebook.match(frame)
    sources, targets = role_slots_of_verb(pattern) if verbal else role_slots_of_noun(pattern)
    targets = slots_in_play(slots, pattern, targets) if verbal else targets
    is_party = party_test(scene, pattern)

    def slot_of(wanted: Iterable[str]) -> str | None:
        return next((name for name in wanted if fill(scene, slots, (name,), is_party)), None)

    return Explanation(
        trigger=clause.action,
        candidates=candidates,
        fired=next((n for n, c in enumerate(candidates) if c.fits), None),
        source=_choice(scene, clause, sources, slot_of(sources), clause.sources),
        target=_choice(scene, clause, targets, slot_of(targets), clause.targets),
        coded_with=None if clause.coded_with is None else scene.parse.tokens[clause.coded_with].text,
    )


def _choice(
    scene: Scene, clause: Clause, wanted: tuple[str, ...], slot: str | None, heads: Iterable[int]
) -> RoleChoice:
    words = scene.parse.tokens
    if clause.aimed_by is not None and heads is clause.targets:
        slot = f"content of {words[clause.aimed_by].text}"
    return RoleChoice(
        wanted, slot, tuple(Filler(words[h].text, _path(scene.parse, clause.head, h)) for h in heads)
    )


def _path(parse: Parse, start: int, end: int) -> tuple[Step, ...]:
    """The edges between two tokens of a sentence: up to the governor that both have, and down again."""
    up, down = _governors(parse, start), _governors(parse, end)
    common = next((g for g in up if g in down), None)
    if common is None:
        return ()
    tokens = parse.tokens
    climb = [Step(tokens[g].dep, tokens[tokens[g].head].text, upward=True) for g in up[: up.index(common)]]
    descent = [
        Step(tokens[g].dep, tokens[g].text, upward=False) for g in reversed(down[: down.index(common)])
    ]
    return (*climb, *descent)


def _governors(parse: Parse, index: int) -> Sequence[int]:
    """A token and the chain of its governors up to the root."""
    chain = [index]
    while (above := parse.tokens[chain[-1]].head) not in chain:
        chain.append(above)
    return chain
