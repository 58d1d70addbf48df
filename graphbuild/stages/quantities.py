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
    "half": 0.5,
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
_AT_LEAST = frozenset({"least", "more", "over", "exceeding", "above"})
_AT_MOST = frozenset({"most", "less", "fewer", "under", "below", "up", "nearly", "almost"})
# "A family" is more than one, and nobody says how many.
_COLLECTIVE = frozenset(
    {
        "crew",
        "crowd",
        "family",
        "gang",
        "group",
        "handful",
        "number",
        "team",
        "unit",
        "series",
        "couple",
        "pair",
    }
)
_FROM_TO = re.compile(r"(\d[\d,.]*)[-–](\d[\d,.]*)")
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
    """The number in front of a noun, with the phrase it counts; an age or a year counts nothing."""
    first = left_edge(parse, noun)
    last = max(noun, measured(parse, noun, partitive)[-1])
    amounts = _amounts([parse.tokens[i].text.lower() for i in _numerals(parse, noun)])
    if not amounts:
        return []
    span = Span(parse.tokens[first].start, parse.tokens[last].end)
    low, high = _bounds(parse, first, noun, amounts)
    unit = "percent" if parse.tokens[noun].lemma in ("percent", "%") else None
    return [Quantity(role, low, high, unit, span, span.of(text))]


def _numerals(parse: Parse, noun: int) -> tuple[int, ...]:
    """The tokens that say how many: the noun's own number words, or its "a"; the noun if it is a number."""
    token = parse.tokens[noun]
    counts = tuple(
        i for n in dependents(parse, noun, "nummod") if n < noun for i in sorted(subtree(parse, n))
    )
    if token.pos == "NUM" or token.lemma in _SCALES:
        return (*counts, noun)
    if counts or token.tag not in ("NN", "NNP") or token.lemma in _COLLECTIVE:
        return counts
    return tuple(d for d in dependents(parse, noun, "det") if parse.tokens[d].lemma in ("a", "an"))


def _amounts(words: Sequence[str]) -> tuple[float, ...]:
    """The numbers that words write: none, one, or the two ends of "10-15" and "two to three million"."""
    parts: list[list[str]] = [[]]
    for word in words:
        ends = _FROM_TO.fullmatch(word)
        if word in ("or", "to"):
            parts.append([])
        elif ends:
            parts[-1].append(ends[1])
            parts.append([ends[2]])
        else:
            parts[-1].append(word)
    found = [n for part in parts if (n := number(part)) is not None]
    scale = _SCALES.get(parts[-1][-1], 1) if parts[-1] else 1
    if len(found) == 2 and found[0] * scale < found[1]:
        found[0] *= scale  # "two to three million"
    return tuple(sorted(found))


def number(words: Sequence[str]) -> float | None:
    """The number that words write, None where they write none.

    >>> number(["at", "least", "two", "hundred", "people"]), number(["1,200", "troops"])
    (200.0, 1200.0)
    >>> number(["two", "thousand", "three", "hundred", "and", "five"])
    2305.0
    """
    total, group = 0.0, None
    for part in (part for word in words for part in word.split("-")):
        value = float(part.replace(",", "")) if _DIGITS.fullmatch(part) else _WORDS.get(part)
        if value is not None:
            if group is None or part not in ("a", "an"):  # "half a million", "two and a half"
                group = (group or 0.0) + value
        elif part in _SCALES and (group is not None or total):
            group = (group if group is not None else 1.0) * _SCALES[part]
            if _SCALES[part] >= 1_000:
                total, group = total + group, None
    return total + (group or 0.0) if total or group is not None else None


def _bounds(
    parse: Parse, first: int, noun: int, amounts: tuple[float, ...]
) -> tuple[float | None, float | None]:
    before = {t.text.lower() for t in parse.tokens[max(0, first - 1) : noun]}
    if before & _AT_LEAST:
        return amounts[0], None
    if before & _AT_MOST:
        return None, amounts[-1]
    return amounts[0], amounts[-1]
