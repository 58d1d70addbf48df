"""Clauses that tell one event together: a verb and its noun, speech and what it is about.

"Wounded two in a bomb attack" is one event, told by its verb. Of "threatened to bomb Libya",
"promised aid to Mali" and "marched to demand the release of the crew" the content says at
whom the outer event is aimed, and is coded with it: PLOVER codes a request, promise, threat,
refusal or protest once, and its topic not again (Halterman et al. 2023, PLOVER and POLECAT).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.model.clause import Clause, TriggerKind
from graphbuild.syntax.arguments import is_passive, prepositions
from graphbuild.syntax.concern import ABOUT
from graphbuild.syntax.phrases import dependents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphbuild.model.parse import Parse
    from graphbuild.stages.clauses.scene import Scene

_WITHIN = frozenset({"in", "with", "by", "during"})
_AIMED = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST", "PROTEST", "MOBILIZE"})
# Of these the content is no event of its own type; what an army readies for stays one.
_CODED_ONCE = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST", "PROTEST"})
_WANTING = frozenset({"REQUEST", "REJECT", "THREATEN"})  # "demanded a truce with the rebels"
_TOPICS = frozenset({"REQUEST", "ACCUSE", "REJECT"})
_HARM = frozenset({"ACCUSE", "SANCTION", "COERCE", "ASSAULT"})
_ASKED_FOR = frozenset({"for", "to", "on"})
_DOWN = ("xcomp", "ccomp", "acomp", "advcl", "acl", "dobj", "prep", "pobj", "pcomp")
_DEEPEST = 4


def told_once(found: Mapping[int, Clause], parse: Parse) -> dict[int, Clause]:
    """The clauses without nouns that only repeat their verb: "killed five in an attack", "a bombing killed five".

    The verb keeps what the noun says of the way: "killed" alone names no mode, "bombing" does.
    """
    made = dict(found)
    for head, clause in found.items():
        outer = repeated_by(parse, clause, found)
        if outer is None:
            continue
        del made[head]
        if made[outer].mode is None and clause.mode is not None:
            made[outer] = replace(made[outer], mode=clause.mode, code=clause.code)
    return made


def repeated_by(parse: Parse, clause: Clause, found: Mapping[int, Clause]) -> int | None:
    """The verb whose event a noun tells again, without a role that the verb does not have."""
    if clause.kind is not TriggerKind.NOUN or clause.carrier is not None or clause.type is None:
        return None
    token = parse.tokens[clause.head]
    verb = token.head
    if token.dep == "pobj" and parse.tokens[verb].lemma in _WITHIN:
        verb = parse.tokens[verb].head
    elif token.dep not in ("nsubj", "nsubjpass"):
        return None
    outer = found.get(verb)
    if outer is None or outer.kind is not TriggerKind.VERB or outer.type != clause.type:
        return None
    has_more = {*clause.sources, *clause.targets} - {*outer.sources, *outer.targets}
    return None if has_more else verb


def aimed(scene: Scene, found: Mapping[int, Clause]) -> dict[int, Clause]:
    """The clauses with the targets that their content gives them, and contents coded with what holds them."""
    made = dict(found)
    for head, clause in found.items():
        if clause.type not in _AIMED:
            continue
        contents = list(_contents(scene, clause, found))
        made[head] = _without_victims(made[head], contents)
        if not any(scene.concerns(t) for t in made[head].targets):
            made[head] = _with_aim(scene, made[head], contents)
        for content in contents if clause.type in _CODED_ONCE else ():
            if content.type and _is_topic(scene.parse, clause, content):
                made[content.head] = replace(
                    made[content.head], type=None, planned=None, mode=None, code=None, coded_with=head
                )
    return made


def _without_victims(clause: Clause, contents: Iterable[Clause]) -> Clause:
    """An agreement without those whom it harms: who agrees to punish Iran agrees with somebody else."""
    if clause.type != "AGREE":
        return clause
    victims = {t for c in contents if c.type in _HARM for t in c.targets}
    return replace(clause, targets=tuple(t for t in clause.targets if t not in victims))


def _is_topic(parse: Parse, clause: Clause, content: Clause) -> bool:
    """Whether a content is only what is asked for, promised or refused, and no event beside that.

    What is protested against did happen, and so did what stands further off: "demanded pay after the strike".
    """
    if content.kind is TriggerKind.VERB or content.carrier is not None:
        return True
    token = parse.tokens[content.head]
    above = parse.tokens[token.head]
    if token.dep == "pobj" and above.lemma in _ASKED_FOR:
        above = parse.tokens[above.head]
    elif token.dep != "dobj":
        return False
    return clause.type != "PROTEST" and (
        above.index == clause.head or above.head == clause.head != above.index
    )


def _with_aim(scene: Scene, clause: Clause, contents: list[Clause]) -> Clause:
    """The clause with the targets of its content; a request is aimed at whoever shall act."""
    own = {scene.actors.get(s) for s in clause.sources}

    def aims(heads: Iterable[int]) -> tuple[int, ...]:
        return tuple(h for h in heads if h not in clause.sources and scene.concern(h) not in (None, *own))

    for content in contents:
        if clause.type == "REQUEST" and _is_suffered(scene.parse, content):
            continue
        if clause.type == "AGREE" and content.type in _HARM:
            return clause
        if clause.type == "REQUEST" and (doer := aims((*content.sources, *content.targets))[:1]):
            return replace(clause, targets=doer, aimed_by=content.head)
        slots = prepositions(scene.parse, content.head) if content.kind is TriggerKind.VERB else {}
        beside = (h for name in ABOUT for h in slots.get(name, ()))
        if targets := aims(content.targets) or aims(beside)[:1]:
            return replace(clause, targets=targets, aimed_by=content.head)
    wants = clause.type in _WANTING and clause.kind is TriggerKind.VERB
    objects = dependents(scene.parse, clause.head, "dobj") if wants else ()
    return replace(clause, targets=aims(objects) or clause.targets)


def _is_suffered(parse: Parse, content: Clause) -> bool:
    """Whether nobody is named who shall act: who is to be freed is not who is asked to do it."""
    return content.kind is TriggerKind.VERB and not content.sources and is_passive(parse, content.head)


def _contents(scene: Scene, clause: Clause, found: Mapping[int, Clause]) -> Iterator[Clause]:
    """The events that a clause is about, nearest first: its complements, purposes and event nouns.

    Of a protest only what it asks or blames: rioters who set fire to a shop do not protest at it.
    """
    parse = scene.parse
    waiting = [(head, 0) for head in (clause.head, clause.carrier) if head is not None]
    while waiting:
        top, depth = waiting.pop(0)
        shared = ("conj",) if depth else ()  # "urged them to stop and join talks"
        for child in dependents(parse, top, *_DOWN, *shared):
            token = parse.tokens[child]
            if token.dep in ("advcl", "acl") and token.tag not in ("VB", "VBG"):
                continue
            content = found.get(child) if child != clause.head else None
            if content is not None and (clause.type != "PROTEST" or content.type in _TOPICS):
                yield content
            if depth < _DEEPEST and (content is None or not (content.type or content.targets)):
                waiting.append((child, depth + 1))
