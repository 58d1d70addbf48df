"""Counts of what is right, and the three figures made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, how many were found, how many there are."""

    right: int
    found: int
    gold: int

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 0 where there is nothing."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.found + self.gold
        return 2 * self.right / both if both else 0.0


NOTHING = Tally(0, 0, 0)


def largest_matching(gold: int, found: int, fits: Callable[[int, int], bool]) -> int:
    """How many gold items can at most be given a found one of their own (augmenting paths)."""
    edges = [[there for there in range(found) if fits(at, there)] for at in range(gold)]
    owner: dict[int, int] = {}
    return sum(_augment(at, edges, owner, set()) for at in range(gold))


def _augment(at: int, edges: Sequence[Sequence[int]], owner: dict[int, int], seen: set[int]) -> bool:
    for there in edges[at]:
        if there not in seen:
            seen.add(there)
            if there not in owner or _augment(owner[there], edges, owner, seen):
                owner[there] = at
                return True
    return False
