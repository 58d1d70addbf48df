"""Where to put the nodes of a graph: stress majorization.

Gansner, Koren and North 2004 ("Graph drawing by stress majorization"): nodes are as far
apart as the number of links between them. Only sums, products and square roots of plain
floats in a fixed order, so that every machine draws the same picture.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]

_STARTS = 6
_STEPS = 120
_UNLINKED = 1.2  # how much farther apart than the farthest linked nodes


def lay_out(count: int, links: Sequence[tuple[int, int]]) -> list[Point]:
    """Places for nodes 0 to ``count`` - 1; linked ones about 1 apart, the widest way level."""
    if count < 2:
        return [(0.0, 0.0)] * count
    distances = _distances(count, links)
    tried = [_majorize(_start(count, seed), distances) for seed in range(1, _STARTS + 1)]
    best = min(tried, key=lambda places: _stress(places, distances))
    return _level(best)


def spread(places: Sequence[Point], apart: float, steps: int = 200) -> list[Point]:
    """Push places away from each other until none are nearer than ``apart``."""
    spots = list(places)
    for _ in range(steps):
        moved = False
        for i in range(len(spots)):
            for j in range(i):
                moved |= _push(spots, i, j, apart)
        if not moved:
            break
    return spots


def _push(spots: list[Point], i: int, j: int, apart: float) -> bool:
    dx, dy = spots[i][0] - spots[j][0], spots[i][1] - spots[j][1]
    length = sqrt(dx * dx + dy * dy)
    if length >= apart:
        return False
    if length == 0:
        dx, dy, length = 1.0, 0.5, 1.118
    push = (apart - length) / 2 / length * 1.02
    spots[i] = (spots[i][0] + dx * push, spots[i][1] + dy * push)
    spots[j] = (spots[j][0] - dx * push, spots[j][1] - dy * push)
    return True


def _distances(count: int, links: Sequence[tuple[int, int]]) -> list[list[float]]:
    """The number of links between each two nodes; unlinked parts are kept apart a little."""
    near: list[list[int]] = [[] for _ in range(count)]
    for one, other in links:
        near[one].append(other)
        near[other].append(one)
    rows = [_hops(near, node) for node in range(count)]
    farthest = max(max(row.values()) for row in rows)
    apart = _UNLINKED * max(farthest, 1)
    return [[float(row.get(node, apart)) for node in range(count)] for row in rows]


def _hops(near: Sequence[Sequence[int]], start: int) -> dict[int, int]:
    hops = {start: 0}
    ring = [start]
    while ring:
        following: list[int] = []
        for node in ring:
            for neighbour in near[node]:
                if neighbour not in hops:
                    hops[neighbour] = hops[node] + 1
                    following.append(neighbour)
        ring = following
    return hops


def _start(count: int, seed: int) -> list[Point]:
    """Scattered places, by a linear congruential generator (Park and Miller 1988)."""
    state = seed * 7919
    numbers: list[float] = []
    for _ in range(2 * count):
        state = state * 48271 % 2147483647
        numbers.append(state / 2147483647)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _majorize(places: list[Point], distances: Sequence[Sequence[float]]) -> list[Point]:
    """Move each node to where all others together want it, again and again."""
    for _ in range(_STEPS):
        for node, row in enumerate(distances):
            places[node] = _wanted_place(node, places, row)
    return places


def _wanted_place(node: int, places: Sequence[Point], distances: Sequence[float]) -> Point:
    x0, y0 = places[node]
    x = y = total = 0.0
    for other, (x1, y1) in enumerate(places):
        if other == node:
            continue
        dx, dy = x0 - x1, y0 - y1
        length = sqrt(dx * dx + dy * dy) or 1e-6
        wanted = distances[other]
        weight = 1 / (wanted * wanted)
        x += weight * (x1 + dx * wanted / length)
        y += weight * (y1 + dy * wanted / length)
        total += weight
    return x / total, y / total


def _stress(places: Sequence[Point], distances: Sequence[Sequence[float]]) -> float:
    stress = 0.0
    for i, (x1, y1) in enumerate(places):
        for j in range(i):
            x2, y2 = places[j]
            length = sqrt((x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2))
            stress += (length / distances[i][j] - 1) * (length / distances[i][j] - 1)
    return stress


def _level(places: Sequence[Point]) -> list[Point]:
    """Turn the places about their middle so that they spread most from left to right."""
    count = len(places)
    middle_x, middle_y = _total(x for x, _ in places) / count, _total(y for _, y in places) / count
    centred = [(x - middle_x, y - middle_y) for x, y in places]
    xx, yy = _total(x * x for x, _ in centred), _total(y * y for _, y in centred)
    xy = _total(x * y for x, y in centred)
    # The eigenvector of the larger eigenvalue of the covariance of x and y.
    larger = (xx + yy + sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)) / 2
    ax, ay = (larger - yy, xy) if xx >= yy else (xy, larger - xx)
    length = sqrt(ax * ax + ay * ay)
    if length == 0:
        return centred
    cos, sin = ax / length, ay / length
    return [(x * cos + y * sin, y * cos - x * sin) for x, y in centred]


def _total(numbers: Iterable[float]) -> float:
    """A sum in order: the built-in one adds differently from Python 3.12 on."""
    total = 0.0
    for number in numbers:
        total += number
    return total
