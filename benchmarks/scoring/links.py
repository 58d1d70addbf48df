"""MUC (Vilain and others 1995): how many links between mentions are missing in either clustering."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scoring.clusters import Shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.clusters import Matched


def muc(matched: Sequence[Matched]) -> Shares:
    """The share of links of each side that the other one keeps; a cluster of n mentions has n - 1."""
    recall = _kept((m.chain, m.actor) for m in matched)
    precision = _kept((m.actor, m.chain) for m in matched)
    return Shares(precision, recall)


def _kept(pairs: Iterable[tuple[str, str]]) -> float:
    parts: dict[str, list[str]] = defaultdict(list)
    for cluster, other in pairs:
        parts[cluster].append(other)
    links = sum(len(others) - 1 for others in parts.values())
    kept = sum(len(others) - len(set(others)) for others in parts.values())
    return kept / links if links else 0.0
