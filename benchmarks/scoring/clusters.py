"""Actors against the chains of gold entities: whose mentions were found, and who was taken for whom.

A found mention is the gold one's when it holds the last word of the gold phrase's head and the gold
phrase holds the found mention's last word; one to one, shorter gold phrases first, then shorter found ones.
The head of a gold phrase ends where a comma, a bracket, a preposition or a relative clause begins
("the maker | of the aircraft").

Clusters are compared over matched mentions only, across all documents: by B³ (Bagga and Baldwin
1998), by pairs of mentions, and by CEAF over entities (Luo 2005, φ4) with the best one-to-one matching.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from scoring.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from published.cat import GoldMention

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_POSSESSIVE = re.compile(r"\s*['’]s?$|\s*[.,]$")
_ENDS_HEAD = re.compile(
    r"\s*[,(:;]|\s(?:of|in|at|on|for|from|with|by|to|about|between|over|under|near|that|which|who|whose|when|where)\s"
)


@dataclass(frozen=True, slots=True)
class FoundActor:
    """A mention that a program found: half-open characters, and the id of its actor."""

    start: int
    end: int
    actor: str


@dataclass(frozen=True, slots=True)
class Shares:
    """Precision and recall of a measure that is no count."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Matched:
    """A mention that gold and program both have: the sort of entity, its chain, our actor."""

    kind: str
    chain: str
    actor: str


@dataclass(frozen=True, slots=True)
class Clustering:
    """How well mentions were put together, by three measures."""

    b3: Shares
    pairs: Tally
    ceafe: Shares


def match_mentions(
    text: str, gold: Sequence[GoldMention], found: Sequence[FoundActor]
) -> tuple[Matched, ...]:
    """The mentions of one document that both sides have."""
    free = sorted(found, key=lambda mention: (mention.end - mention.start, mention.start))
    matched = []
    for mention in sorted(gold, key=lambda m: (m.end - m.start, m.start)):
        head = head_of(text, mention.start, mention.end)
        fits = (
            f
            for f in free
            if f.start <= head < f.end and mention.start <= last_word(text, f.start, f.end) < mention.end
        )
        ours = next(fits, None)
        if ours is not None:
            free.remove(ours)
            matched.append(Matched(mention.kind, mention.chain, ours.actor))
    return tuple(matched)


def head_of(text: str, start: int, end: int) -> int:
    """Where the last word of a phrase's head begins."""
    cut = _ENDS_HEAD.search(text, start + 1, end)
    return last_word(text, start, cut.start() if cut else end)


def last_word(text: str, start: int, end: int) -> int:
    """Where the last word of a stretch begins, a possessive left aside."""
    owned = _POSSESSIVE.search(text[start:end])
    stop = start + owned.start() if owned and owned.start() else end
    return max((word.start() for word in _WORD.finditer(text, start, stop)), default=start)


def score_clusters(matched: Sequence[Matched]) -> Clustering:
    """All measures over the matched mentions of a corpus."""
    pairs = Counter((m.chain, m.actor) for m in matched)
    chains, actors = Counter(m.chain for m in matched), Counter(m.actor for m in matched)
    return Clustering(
        _b_cubed(pairs, chains, actors),
        Tally(_couples(pairs.values()), _couples(actors.values()), _couples(chains.values())),
        _ceaf(pairs, chains, actors),
    )


def _b_cubed(
    pairs: Mapping[tuple[str, str], int], chains: Mapping[str, int], actors: Mapping[str, int]
) -> Shares:
    whole = sum(pairs.values())
    if not whole:
        return Shares(0.0, 0.0)
    precision = sum(n * n / actors[actor] for (_, actor), n in pairs.items())
    recall = sum(n * n / chains[chain] for (chain, _), n in pairs.items())
    return Shares(precision / whole, recall / whole)


def _couples(sizes: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)


def _ceaf(
    pairs: Mapping[tuple[str, str], int], chains: Mapping[str, int], actors: Mapping[str, int]
) -> Shares:
    graph = nx.Graph()
    for (chain, actor), n in sorted(pairs.items()):
        likeness = 2 * n / (chains[chain] + actors[actor])
        graph.add_edge(("gold", chain), ("found", actor), weight=likeness)
    total = sum(_best(graph.subgraph(part)) for part in nx.connected_components(graph))
    return Shares(total / len(actors), total / len(chains)) if pairs else Shares(0.0, 0.0)


def _best(part: nx.Graph) -> float:
    """The weight of the best one-to-one matching of a connected part."""
    return sum(float(part.edges[edge]["weight"]) for edge in nx.max_weight_matching(part))


def by_kind(mentions: Iterable[Matched]) -> Mapping[str, tuple[Matched, ...]]:
    """Matched mentions by sort of entity."""
    found: dict[str, list[Matched]] = defaultdict(list)
    for mention in mentions:
        found[mention.kind].append(mention)
    return {kind: tuple(found[kind]) for kind in sorted(found)}
