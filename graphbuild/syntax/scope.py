"""Which clause a word belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from graphbuild.model.parse import Parse
    from graphbuild.model.text import Span


def owners(parse: Parse, scopes: AbstractSet[int]) -> list[int | None]:
    """For each token the nearest of ``scopes`` at or above it in the tree, None if there is none."""
    found: list[int | None] = [None] * len(parse.tokens)
    done = [False] * len(parse.tokens)
    for index in range(len(done)):
        if done[index]:
            continue
        path, at = [], index
        while not done[at]:
            path.append(at)
            if at in scopes:
                found[at], done[at] = at, True
                break
            head = parse.tokens[at].head
            if head == at:
                done[at] = True
                break
            at = head
        owner = found[at]
        for step in path:
            found[step] = owner
            done[step] = True
    return found


def tokens_at(parse: Parse, spans: Iterable[Span]) -> Mapping[Span, tuple[int, int]]:
    """First and last (exclusive) token of each span; spans that hold no token are left out."""
    found = {}
    ordered = sorted(spans)
    at = 0
    for span in ordered:
        while at < len(parse.tokens) and parse.tokens[at].end <= span.start:
            at += 1
        end = at
        while end < len(parse.tokens) and parse.tokens[end].start < span.end:
            end += 1
        if end > at:
            found[span] = (at, end)
    return found
