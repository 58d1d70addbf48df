"""Verbal events: a verb with its slots, coded by the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graphbuild.lexicon.codebook import Codebook, Frame, Pattern
from graphbuild.lexicon.cues import Cues
from graphbuild.model.clause import Clause, TriggerKind
from graphbuild.model.parse import Parse
from graphbuild.syntax.arguments import surface_subjects, verb_slots
from graphbuild.syntax.phrases import dependents, measured, subtree

# Where a verb without a pattern has no object, the first of these says to whom.
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
_MUST = frozenset({"must", "should", "shall", "need", "ought"})


def read_verb(
    parse: Parse, verb: int, action: str, codebook: Codebook, cues: Cues
) -> tuple[Clause, frozenset[int]]:
    """The clause of a verb, and the nouns that its pattern absorbs ("impose sanctions")."""
    slots = verb_slots(parse, verb)
    if codebook.knows(TriggerKind.VERB, action):
        speech = _content_slots(parse, slots) if slots.get("content") and cues.reports(action) else {}
        slots.update({k: v for k, v in speech.items() if k == "content_subject"})
        pattern = codebook.match(Frame(TriggerKind.VERB, action, _lemmas(parse, slots, speech, cues)))
    else:
        pattern = None
    particle = dependents(parse, verb, "prt")[:1]
    if pattern is None:
        sources, targets = slots.get("subject", ()), _first(slots, _OPEN_TARGETS)
    else:
        sources, targets = _first(slots, pattern.source), _first(slots, pattern.target)
    clause = Clause(
        head=verb,
        tokens=tuple(sorted((verb, *particle))),
        kind=TriggerKind.VERB,
        action=action,
        type=pattern.type if pattern else None,
        planned=codebook.types[pattern.type].planned if pattern and pattern.type else None,
        mode=pattern.mode if pattern else None,
        code=pattern.code if pattern else None,
        sources=_measured(parse, sources, cues),
        targets=_measured(parse, (t for t in targets if t not in sources), cues),
        carrier=None,
        pattern=describe(pattern),
    )
    absorbed = (
        (o for slot, words in pattern.conditions if words for o in slots.get(slot, ())) if pattern else ()
    )
    return clause, frozenset(o for o in absorbed if parse.tokens[o].pos == "NOUN" and o not in clause.targets)


def describe(pattern: Pattern | None) -> str | None:
    """A pattern in words for people: trigger kind, roles and conditions."""
    if pattern is None:
        return None
    slots = ", ".join(slot for slot, _ in pattern.conditions)
    return f"{pattern.type or 'open'}: {pattern.kind}" + (f" where {slots}" if slots else "")


def _first(slots: Mapping[str, tuple[int, ...]], names: Iterable[str]) -> tuple[int, ...]:
    return next((slots[n] for n in names if slots.get(n)), ())


def _measured(parse: Parse, heads: Iterable[int], cues: Cues) -> tuple[int, ...]:
    return tuple(dict.fromkeys(m for h in heads for m in measured(parse, h, cues.partitive)))


def _content_slots(parse: Parse, slots: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """What the content of speech is made of, as tokens: its subject, its modals, all its words."""
    content = slots["content"][0]
    modals = [c for c in dependents(parse, content, "aux") if parse.tokens[c].lemma in _MUST]
    if parse.tokens[content].lemma in ("need", "have") and dependents(parse, content, "xcomp"):
        modals.append(content)
    found = {
        "content_subject": surface_subjects(parse, content),
        "content_modal": tuple(modals),
        "content_words": tuple(subtree(parse, content)),
    }
    return {name: heads for name, heads in found.items() if heads}


def _lemmas(
    parse: Parse, slots: Mapping[str, tuple[int, ...]], speech: Mapping[str, tuple[int, ...]], cues: Cues
) -> dict[str, tuple[str, ...]]:
    tokens = parse.tokens
    found = {
        name: tuple(tokens[m].lemma for h in heads for m in {h, *measured(parse, h, cues.partitive)})
        for name, heads in slots.items()
    }
    found.update((name, tuple(tokens[h].lemma for h in heads)) for name, heads in speech.items())
    return found
