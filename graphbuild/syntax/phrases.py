"""Noun phrases: their extent, their members, what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.model.parse import Parse

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
_BEFORE_HEAD = frozenset(
    {
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "predet",
        "advmod",
        "npadvmod",
        "punct",
        "case",
    }
)
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def dependents(parse: Parse, head: int, *labels: str) -> tuple[int, ...]:
    """The dependents of a token that have one of these labels, in text order."""
    below = parse.children[head]
    if not below:
        return ()
    found = parse.labels
    return tuple([c for c in below if found[c] in labels])


def conjuncts(parse: Parse, head: int) -> tuple[int, ...]:
    """A nominal and everything coordinated with it ("A, B and C"), in text order."""
    if "conj" not in [parse.labels[c] for c in parse.children[head]]:
        return (head,)  # most nominals stand alone
    found, waiting = [], [head]
    while waiting:
        top = waiting.pop()
        found.append(top)
        waiting.extend([c for c in dependents(parse, top, "conj") if parse.tokens[c].pos in NOMINAL])
    return tuple(sorted(found))


def modifiers_with(parse: Parse, modifier: int) -> tuple[int, ...]:
    """A modifier and those coordinated with it: "Hungarian and Romanian" officials."""
    found, top = [modifier], modifier
    while linked := dependents(parse, top, "conj"):
        found.extend(linked)
        top = linked[-1]
    return tuple(found)


def is_relative_pronoun(parse: Parse, index: int) -> bool:
    """Whether a token is the pronoun that opens a relative clause."""
    token = parse.tokens[index]
    return token.lemma in _RELATIVE and token.tag in ("WDT", "WP", "WP$", "IN", "DT")


def measured(parse: Parse, head: int, partitive: frozenset[str]) -> tuple[int, ...]:
    """What a measuring noun is about: "a barrage of rockets" is about rockets.

    ``partitive`` are the lemmas of measuring nouns; any other head is about itself.
    """
    if parse.tokens[head].lemma not in partitive and parse.tokens[head].pos != "NUM":
        return (head,)
    found, waiting = [], [head]
    while waiting:
        top = waiting.pop()
        token = parse.tokens[top]
        measures = token.lemma in partitive or token.pos == "NUM"
        inner = _objects_of_of(parse, top) if measures else ()
        waiting.extend(inner)
        if not inner:
            found.append(top)
    return tuple(sorted(found))


def _objects_of_of(parse: Parse, head: int) -> tuple[int, ...]:
    of = [p for p in dependents(parse, head, "prep") if parse.tokens[p].lemma == "of"][:1]
    return tuple(m for p in of for o in dependents(parse, p, "pobj") for m in conjuncts(parse, o))


def left_edge(parse: Parse, head: int) -> int:
    """Index of the first token of the phrase in front of a nominal head."""
    edge = top = head
    while True:
        before = _before(parse, top)
        if before is None:
            break
        edge = top = before
    while edge < head and parse.tokens[edge].pos in ("PUNCT", "SPACE", "CCONJ"):
        edge += 1
    return edge


def _before(parse: Parse, head: int) -> int | None:
    """The leftmost dependent in front of a head that belongs to its phrase."""
    first = None
    for child in reversed(parse.children[head]):
        if child > head:
            continue
        if parse.labels[child] not in _BEFORE_HEAD:
            break
        first = child
    return first


def right_edge(parse: Parse, head: int) -> int:
    """Index of the last token of the phrase: the head, or the end of an "of" phrase.

    Names do not take their "of" phrase along unless it is part of the name.
    """
    edge, top = head, head
    while True:
        inner = None
        for child in parse.children[top]:
            if child != edge + 1:
                continue
            token = parse.tokens[child]
            objects = dependents(parse, child, "pobj") if token.dep == "prep" and token.lemma == "of" else ()
            if objects and left_edge(parse, objects[0]) == child + 1:
                inner = objects[0]
            elif token.dep in ("nummod", "npadvmod") and token.pos in ("NUM", "PROPN"):
                edge = child
        if inner is None:
            return edge
        edge = top = inner


def phrase(parse: Parse, head: int) -> Span:
    """The characters of a nominal's phrase: determiner to head, with its "of" phrase."""
    first, last = left_edge(parse, head), right_edge(parse, head)
    return Span(parse.tokens[first].start, parse.tokens[last].end)


def ancestors(parse: Parse, index: int) -> Iterator[int]:
    """The heads above a token, nearest first."""
    while parse.tokens[index].head != index:
        index = parse.tokens[index].head
        yield index


def subtree(parse: Parse, index: int) -> Iterator[int]:
    """A token and everything below it, not in text order."""
    stack = [index]
    while stack:
        top = stack.pop()
        yield top
        stack.extend(parse.children[top])
