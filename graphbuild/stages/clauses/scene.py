"""What the readers of verbs and nouns look at: a parse, who is in it, what words mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.lexicon.codebook import Codebook, Frame, Pattern
from graphbuild.model.actor import ActorKind, MentionForm, Mentions
from graphbuild.syntax.concern import ABOUT, concern_of
from graphbuild.syntax.phrases import dependents, left_edge, measured, modifiers_with

if TYPE_CHECKING:
    from graphbuild.lexicon.cues import Cues
    from graphbuild.lexicon.nouns import EventNouns
    from graphbuild.model.clause import TriggerKind
    from graphbuild.model.parse import Parse

Slots = Mapping[str, tuple[int, ...]]

_DESIGNATION = re.compile(r"[A-Z]{1,3}-?\d{1,3}[A-Z]?s?")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the stage knows of words."""

    codebook: Codebook
    cues: Cues
    nouns: EventNouns


@dataclass(frozen=True, slots=True)
class Scene:
    """A parse, the actors that its words stand for, and knowledge of words.

    ``actors`` gives for each head token of an actor's mention the actor; ``sorts`` what
    conditions may ask of it: its kind and sector, written "@person", "@BUS". ``places``
    are heads that, in front of an event noun, say where it was and not who did it.
    ``names`` gives for each other token of a name its head.
    """

    parse: Parse
    actors: Mapping[int, str]
    sorts: Mapping[str, tuple[str, ...]]
    places: frozenset[int]
    names: Mapping[int, int]
    knowledge: Knowledge

    def fillers(self, heads: Iterable[int]) -> tuple[int, ...]:
        """The heads that fill a role for these: what is measured, whole names, each of several owners.

        "A group of deputies" is the deputies, "French and Egyptian warships" are of two states,
        and of a name that the parser broke only the head counts.
        """
        partitive = self.knowledge.cues.partitive
        found = (
            owner
            for head in heads
            for thing in measured(self.parse, self.names.get(head, head), partitive)
            for owner in self._several_owners(thing) or (thing,)
        )
        return tuple(h for h in dict.fromkeys(found) if not self._is_scrap(h))

    def _is_scrap(self, head: int) -> bool:
        """A part of a word that the tokenizer cut: "co" and "-" of "co-founder"."""
        token, after = self.parse.tokens[head], self.parse.tokens[head + 1 : head + 2]
        joined = any(t.text == "-" and t.start == token.end for t in after)
        return joined or not any(c.isalnum() for c in token.text)

    def concerns(self, head: int) -> bool:
        """Whether a phrase names an actor, or what it is about does: "contact with Iran"."""
        return self.concern(head) is not None

    def concern(self, head: int) -> str | None:
        """The actor that a phrase names or is about."""
        index = concern_of(self.parse, head, self.actors, ABOUT)
        return None if index is None else self.actors[index]

    def _several_owners(self, head: int) -> tuple[int, ...]:
        """The countries or bodies in front of a noun where it is of more than one."""
        for first in dependents(self.parse, head, "amod", "nmod", "compound", "poss"):
            owners = modifiers_with(self.parse, first)
            if len(owners) > 1 and all(o in self.actors for o in owners):
                return owners
        return ()

    def match(self, kind: TriggerKind, action: str, slots: Slots) -> Pattern | None:
        """The codebook's pattern for a trigger with these slots, if there is one."""
        codebook = self.knowledge.codebook
        return codebook.match(self.frame(kind, action, slots)) if codebook.knows(kind, action) else None

    def frame(self, kind: TriggerKind, action: str, slots: Slots) -> Frame:
        """What the codebook is asked about a trigger with these slots."""
        words = {name: self._words(name, heads) for name, heads in slots.items() if heads}
        return Frame(kind, action, words)

    def _words(self, slot: str, heads: Iterable[int]) -> tuple[str, ...]:
        """What conditions may ask of a slot: lemmas of its heads, and sorts written "@person".

        A pronoun counts as whom it stands for, save where a pattern asks whether somebody
        speaks of himself (content_subject).
        """
        found = []
        for head in heads:
            for index in {head, *measured(self.parse, head, self.knowledge.cues.partitive)}:
                token = self.parse.tokens[index]
                if token.pos != "PRON" or index not in self.actors or slot == "content_subject":
                    found.append(token.lemma)
                if index in self.actors:
                    found.extend(self.sorts[self.actors[index]])
                if self._is_aircraft(index):
                    found.append("aircraft")
                before = self.parse.tokens[index - 1] if index else None
                if before is not None and before.dep == "compound" and before.head == index:
                    found.append(f"{before.lemma} {token.lemma}")
        return tuple(found)

    def _is_aircraft(self, index: int) -> bool:
        """A fighter with a designation is a machine: "F-15E fighters"."""
        if self.parse.tokens[index].lemma != "fighter":
            return False
        words = self.parse.tokens[left_edge(self.parse, index) : index]
        return any(_DESIGNATION.fullmatch(t.text) for t in words)


def make_scene(parse: Parse, mentions: Mentions, knowledge: Knowledge) -> Scene:
    """The scene of a parse and its mentions."""
    actors = {head: mention.actor for head, mention in mentions.by_head.items()}
    sorts = {a.key: (f"@{a.kind}", *((f"@{a.sector}",) if a.sector else ())) for a in mentions.actors}
    return Scene(parse, actors, sorts, frozenset(_places(mentions)), _names(parse, mentions), knowledge)


def _names(parse: Parse, mentions: Mentions) -> dict[int, int]:
    """For each token of a name but its head, the head."""
    found = {}
    for head, mention in mentions.by_head.items():
        for step in (-1, 1):
            index = head + step
            while (
                0 <= index < len(parse.tokens)
                and mention.span.start <= parse.tokens[index].start < mention.span.end
            ):
                found[index] = head
                index += step
    return found


def _places(mentions: Mentions) -> Iterator[int]:
    """Cities and countries by their noun: "the Kabul attack", "the Iraq war", but not "Iraqi raids".

    A country by its initials does act there: "U.S. air strikes".
    """
    kinds = {a.key: a.kind for a in mentions.actors}
    for head, mention in mentions.by_head.items():
        is_noun = mention.form is MentionForm.NAME and not mention.text.replace(".", "").isupper()
        if is_noun and (head in mentions.places or kinds[mention.actor] is ActorKind.COUNTRY):
            yield head


def first_filled(slots: Slots, names: Iterable[str], is_party: Callable[[int], bool]) -> tuple[int, ...]:
    """The parties in the first of these slots that has any."""
    found = (tuple(h for h in slots.get(n, ()) if is_party(h)) for n in names)
    return next((heads for heads in found if heads), ())


def describe(pattern: Pattern | None) -> str | None:
    """A pattern in words for people: type, trigger kind and the slots it asks for."""
    if pattern is None:
        return None
    slots = ", ".join(slot for slot, _ in pattern.conditions)
    return f"{pattern.type or 'open'}: {pattern.kind}" + (f" where {slots}" if slots else "")
