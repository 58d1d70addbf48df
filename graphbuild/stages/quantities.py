"""Numbers that belong to events: people killed, wounded, arrested; money; how many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphbuild.model.event import Quantity
from graphbuild.model.text import Span
from graphbuild.syntax.arguments import verb_slots
from graphbuild.syntax.phrases import dependents, left_edge, measured, subtree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model.clause import Clause
    from graphbuild.model.parse import Parse

_ROLES = {
    "kill": "killed",
    "die": "killed",
    "slay": "killed",
    "execute": "killed",
    "assassinate": "killed",
    "wound": "wounded",
    "injure": "wounded",
    "hurt": "wounded",
    "maim": "wounded",
    "arrest": "arrested",
    "detain": "arrested",
    "capture": "arrested",
    "displace": "displaced",
    "evacuate": "displaced",
}
_STATES = {
    "dead": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "hurt": "wounded",
    "homeless": "displaced",
}
_WORDS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "dozen": 12,
    "score": 20,
}
_AT_LEAST = frozenset({"least", "more", "over", "exceed", "above"})
_AT_MOST = frozenset({"most", "less", "fewer", "under", "below", "up"})
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def find_quantities(parse: Parse, clauses: Sequence[Clause], text: str) -> tuple[tuple[Quantity, ...], ...]:
    """Quantities of each clause, in the same order.

    What a participle counts belongs also to the event that it goes with: "rockets hit a
    base, killing two" gives two killed to both.
    """
    partitive = frozenset({*_SCALES, "number", "total"})
    own: dict[int, list[Quantity]] = {}
    for clause in clauses:
        role = _ROLES.get(clause.action) or _left(parse, clause)
        if role is None:
            continue
        slots = verb_slots(parse, clause.head)
        victims = slots.get("object", ()) if clause.action != "die" else slots.get("subject", ())
        counted = [q for v in victims for q in _count(parse, v, role, text, partitive)]
        if counted:
            own.setdefault(clause.head, []).extend(counted)
            _share(parse, clause.head, counted, own)
    return tuple(tuple(own.get(c.head, ())) for c in clauses)


def _left(parse: Parse, clause: Clause) -> str | None:
    """ "Left 12 people dead": what the predicate says of those counted."""
    if clause.action != "leave":
        return None
    states = [parse.tokens[p].lemma for p in dependents(parse, clause.head, "oprd", "acomp", "xcomp")]
    return next((_STATES[s] for s in states if s in _STATES), None)


def _share(parse: Parse, verb: int, counted: Sequence[Quantity], own: dict[int, list[Quantity]]) -> None:
    token = parse.tokens[verb]
    while token.dep == "conj" and token.tag == "VBG":
        token = parse.tokens[token.head]
    if token.dep == "advcl" and token.tag == "VBG":
        own.setdefault(token.head, []).extend(counted)
    if token.lemma == "leave":  # "an attack left 12 dead" counts the attack's dead
        for subject in dependents(parse, verb, "nsubj"):
            own.setdefault(subject, []).extend(counted)


def _count(parse: Parse, noun: int, role: str, text: str, partitive: frozenset[str]) -> list[Quantity]:
    """The number that counts a noun, with the phrase it counts; an age or a year counts nothing."""
    first = left_edge(parse, noun)
    last = max(noun, measured(parse, noun, partitive)[-1])
    value = number([parse.tokens[i].text.lower() for i in _numerals(parse, noun)])
    if value is None:
        return []
    span = Span(parse.tokens[first].start, parse.tokens[last].end)
    low, high = _bounds(parse, first, noun, value)
    return [Quantity(role, low, high, None, span, span.of(text))]


def _numerals(parse: Parse, noun: int) -> tuple[int, ...]:
    """The tokens that say how many: the noun's own number words, or its "a"; the noun if it is a number."""
    token = parse.tokens[noun]
    counts = tuple(
        i for n in dependents(parse, noun, "nummod") if n < noun for i in sorted(subtree(parse, n))
    )
    if token.pos == "NUM" or token.lemma in _SCALES:
        return (*counts, noun)
    if counts or token.tag not in ("NN", "NNP"):
        return counts
    return tuple(d for d in dependents(parse, noun, "det") if parse.tokens[d].lemma in ("a", "an"))


def number(words: Sequence[str]) -> float | None:
    """The number that words write, None where they write none.

    >>> number(["at", "least", "two", "hundred", "people"]), number(["1,200", "troops"])
    (200.0, 1200.0)
    """
    total: float | None = None
    for word in words:
        for part in word.split("-"):
            digits = _DIGITS.fullmatch(part)
            if digits:
                total = float(part.replace(",", ""))
            elif part in _SCALES and total is not None:
                total *= _SCALES[part]
            elif part in _WORDS:
                total = _WORDS[part] if total is None or total == 1 else total + _WORDS[part]
    return float(total) if total is not None else None


def _bounds(parse: Parse, first: int, noun: int, value: float) -> tuple[float | None, float | None]:
    before = {t.lemma for t in parse.tokens[max(0, first - 1) : noun]}
    if before & _AT_LEAST or "more" in before:
        return value, None
    if before & _AT_MOST:
        return None, value
    return value, value
