"""Event types, and the patterns by which words in a sentence are given one.

The knowledge is `ontology/codebook.yaml` (PLOVER) and `ontology/codebook_society.yaml` (the
extension); `codebook_reader` reads both. This module finds the pattern that fits a trigger in its
surroundings. What the surroundings look like is told by a ``Frame``, which the clauses
stage fills from a parse.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from graphbuild.model.explanation import Candidate, Check, Condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.model.clause import TriggerKind

ANY = "any"


# Types whose target is whom a thing concerns: "cut aid to Mali" is done to Mali.
AIMED_TYPES = frozenset(
    (
        "AGREE",
        "AID",
        "CONCEDE",
        "RETREAT",
        "REQUEST",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "COERCE",
        "ASSAULT",
    )
)


@dataclass(frozen=True, slots=True)
class Mode:
    """A refinement of an event type, with its score on the Goldstein scale."""

    name: str
    definition: str
    goldstein: float | None


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type of the codebook: one of PLOVER's 16, or of the extension beside them.

    ``goldstein`` runs from -10 (conflict) to +10 (cooperation). ``planned`` is the type
    that the event has while it is only promised or announced (PLOVER: future aid is an
    agreement). ``cameo`` lists the CAMEO root codes it covers. The extension's types have no
    quad class, no score and no CAMEO codes: they say nothing about conflict or cooperation.
    """

    name: str
    label: str
    definition: str
    quad_class: int | None
    goldstein: float | None
    planned: str | None
    cameo: tuple[str, ...]
    modes: tuple[Mode, ...]

    @property
    def is_plover(self) -> bool:
        """Whether it is one of PLOVER's types and not of the extension."""
        return self.quad_class is not None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a pattern must code: the words of its source and target, if any."""

    text: str
    source: str | None
    target: str | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which the language tells an event type.

    ``triggers`` are lemmas, with their particle ("carry out"). ``source`` and ``target``
    are slots of the frame in order of preference: the first that is filled gives the
    role. ``conditions`` maps a slot to the lemmas one of which must head it; an empty
    set asks only that the slot is filled. ``blocked`` is the same the other way round.
    ``type`` None keeps the event with its roles but untyped.
    """

    type: str | None
    kind: TriggerKind
    triggers: tuple[str, ...]
    mode: str | None
    code: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    conditions: tuple[tuple[str, frozenset[str]], ...]
    blocked: tuple[tuple[str, frozenset[str]], ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger in its surroundings: for each filled slot, the lemmas of its heads.

    Slots of a verb: subject, object (a passive is turned round), indirect, complement
    (the verb of an infinitive or gerund that depends on it), content (the verb of what
    is said), content_subject, content_modal, content_words, predicate, governor (the verb
    that a participle adds to), and each preposition by its own name. Slots of a noun: possessive, modifier, subject (of the
    light verb that carries it) and each preposition by its own name.
    """

    kind: TriggerKind
    lemma: str
    slots: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Types by name, and patterns by trigger: PLOVER's first, of each file the most demanding first."""

    types: Mapping[str, EventType]
    patterns: Mapping[tuple[TriggerKind, str], tuple[Pattern, ...]]

    def knows(self, kind: TriggerKind, lemma: str) -> bool:
        """Whether any pattern has this trigger."""
        return (kind, lemma) in self.patterns

    def knows_deed(self, kind: TriggerKind, lemma: str) -> bool:
        """Whether any pattern by which this trigger tells one of PLOVER's types."""
        found = self.patterns.get((kind, lemma), ())
        return any(p.type is not None and self.types[p.type].is_plover for p in found)

    def match(self, frame: Frame) -> Pattern | None:
        """The first pattern that fits the frame, None when none does."""
        for pattern in self.patterns.get((frame.kind, frame.lemma), ()):
            if _fits(pattern, frame.slots):
                return pattern
        return None

    def weigh(self, frame: Frame) -> tuple[Candidate, ...]:
        """Every pattern of the frame's trigger in the order of ``match``, each condition held against it."""
        return tuple(
            _weighed(pattern, frame.slots) for pattern in self.patterns.get((frame.kind, frame.lemma), ())
        )


def _fits(pattern: Pattern, slots: Mapping[str, tuple[str, ...]]) -> bool:
    return all(_holds(slots, c) for c in pattern.conditions) and not any(
        _holds(slots, c) for c in pattern.blocked
    )


def _holds(slots: Mapping[str, tuple[str, ...]], condition: tuple[str, frozenset[str]]) -> bool:
    slot, wanted = condition
    heads = slots.get(slot, ())
    return any(h in wanted for h in heads) if wanted else bool(heads)


def _weighed(pattern: Pattern, slots: Mapping[str, tuple[str, ...]]) -> Candidate:
    asked = (*((c, False) for c in pattern.conditions), *((c, True) for c in pattern.blocked))
    checks = (
        Check(
            Condition(slot, tuple(sorted(words)), forbidden),
            slots.get(slot, ()),
            _holds(slots, (slot, words)) is not forbidden,
        )
        for (slot, words), forbidden in asked
    )
    return Candidate(pattern.type, pattern.mode, pattern.code, tuple(checks))


def _demand(pattern: Pattern) -> tuple[int, int, int]:
    lists = sum(1 for _, words in pattern.conditions if words)
    return len(pattern.conditions), lists, len(pattern.blocked)


def index_patterns(
    *files: Iterable[Pattern],
) -> Mapping[tuple[TriggerKind, str], tuple[Pattern, ...]]:
    """Patterns by trigger: those of an earlier file first, then the most demanding, else in the file's order.

    More conditions demand more, then more word lists (not only "is filled"), then more exceptions.
    """
    table: dict[tuple[TriggerKind, str], tuple[Pattern, ...]] = {}
    for patterns in files:
        for pattern in sorted(patterns, key=_demand, reverse=True):
            for trigger in pattern.triggers:
                key = (pattern.kind, trigger)
                table[key] = (*table.get(key, ()), pattern)
    return MappingProxyType(table)
