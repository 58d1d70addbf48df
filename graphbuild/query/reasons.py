"""Explanations in words, as label and text: why an event has its type and its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.explanation import Idleness
from graphbuild.query.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.model.explanation import Candidate, Check, Explanation, Filler, RoleChoice
    from graphbuild.model.parse import Token
    from graphbuild.query.seen import SeenEvent, SeenSentence

_IDLENESS = {
    Idleness.CARRIES: 'it carries "{}"',
    Idleness.ABSORBED: 'it is part of what "{}" tells',
    Idleness.PLACE: "its place in the sentence tells none ({})",
    Idleness.ALONE: "it tells one only with a role, and none is filled",
}
_SHOWN = 4  # word lists of the codebook run to a hundred; `graphbuild codebook show` has them whole


def say_type(seen: SeenEvent) -> Iterator[tuple[str, str]]:
    """What the pattern that fired asks, what answers it, and what else changed the type."""
    explanation = seen.explanation
    if explanation.fired is None:
        known = (
            f"{len(explanation.candidates)} patterns, none fits" if explanation.candidates else "no pattern"
        )
        yield "no type", f"the codebook has {known} for {explanation.trigger!r}"
        return
    if explanation.coded_with is not None:
        yield "no type", f'"{one_line(explanation.coded_with)}" is coded once, with what it is about'
        return
    fired = explanation.candidates[explanation.fired]
    yield from (("because", _answer(check)) for check in fired.checks)
    if not fired.checks:
        yield "because", f"{explanation.trigger!r} alone is enough"
    if fired.type != seen.mention.type:
        yield (
            "because",
            f"{fired.type} that is only {seen.mention.status.value} counts as {seen.mention.type}",
        )


def say_paths(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """The way through the parse to each role."""
    for role, choice in (("source", explanation.source), ("target", explanation.target)):
        yield from (("path", f"{role}, {line}") for line in _choice(choice))


def say_others(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """The other patterns of the trigger: what each lacks, or that it fits and asks less."""
    for number, candidate in enumerate(explanation.candidates):
        if number == explanation.fired:
            continue
        if candidate.fits:
            yield "also", f"{_name(candidate)}: fits, but asks less"
        else:
            lacking = "; ".join(_lack(check) for check in candidate.checks if not check.holds)
            yield "rejected", f"{_name(candidate)}: {lacking}"


def say_idle(seen: SeenSentence) -> Iterator[tuple[Token, str]]:
    """The words of a sentence that the codebook knows and that tell no event, and why."""
    tokens = {token.index: token for token in seen.tokens}
    for idle in seen.idle:
        yield tokens[idle.token], _IDLENESS[idle.idleness].format(one_line(idle.with_word or ""))


def _name(candidate: Candidate) -> str:
    return " ".join(filter(None, (candidate.type or "open", candidate.mode, candidate.code)))


def _answer(check: Check) -> str:
    slot, words = check.condition.slot, check.condition.words
    if check.condition.forbidden:
        return f"{slot}: not {_list(words)}" if words else f"{slot}: empty, as it must be"
    return f"{slot}: {', '.join(_answers(check))}"


def _lack(check: Check) -> str:
    slot, words = check.condition.slot, check.condition.words
    found = [one_line(word) for word in dict.fromkeys(check.found)]
    if check.condition.forbidden and not words:
        return f"{slot} must be empty, is {', '.join(found)}"
    if check.condition.forbidden:
        return f"{slot} must not be {', '.join(_answers(check))}"
    if not found:
        return f"{slot} is empty" + (f", wants {_list(words)}" if words else "")
    return f"{slot} is {', '.join(found)}, wants {_list(words)}"


def _answers(check: Check) -> list[str]:
    words = check.condition.words
    return [one_line(word) for word in dict.fromkeys(check.found) if word in words or not words]


def _list(words: Sequence[str]) -> str:
    shown = [one_line(word) for word in words[:_SHOWN]]
    if len(words) > _SHOWN:
        return f"{', '.join(shown)} or {len(words) - _SHOWN} more"
    return " or ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def _choice(choice: RoleChoice) -> Iterator[str]:
    if choice.slot is None:
        yield f"none: nothing in {', '.join(choice.wanted) or 'any slot'}"
    elif not choice.fillers:
        yield f"none: what is in {choice.slot} is the source already"
    for filler in choice.fillers:
        yield f"{choice.slot}: {_way(filler)}"


def _way(filler: Filler) -> str:
    """Labels with the words they lead to; "<" goes up to a governor, ">" down to a dependent."""
    steps = (f"{'<' if step.upward else '>'}{step.label} {one_line(step.word)}" for step in filler.path)
    return " ".join(steps) or one_line(filler.word)
