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
_BETWEEN = 1.0  # between parts that no link joins


def lay_out(count: int, links: Sequence[tuple[int, int]]) -> list[Point]:
    """Places for nodes 0 to ``count`` - 1, linked ones about 1 apart.

    Parts that no link joins are laid out one by one, the widest way level, and put side
    by side: the largest at the left, the others in columns to its right.
    """
    near = _neighbours(count, links)
    places = [(0.0, 0.0)] * count
    boxed = [(part, *_lay_out_part(part, near)) for part in _parts(near)]
    tallest = max((height for _, _, _, height in boxed), default=0.0)
    left = top = column = 0.0
    for part, spots, width, height in boxed:
        if top > 0 and top + height > tallest:
            left, top, column = left + column + _BETWEEN, 0.0, 0.0
        for node, (x, y) in zip(part, spots, strict=True):
            places[node] = (left + x, top + y)
        column = max(column, width)
        top += height + _BETWEEN
    return places


def _neighbours(count: int, links: Sequence[tuple[int, int]]) -> list[list[int]]:
    near: list[list[int]] = [[] for _ in range(count)]
    for one, other in links:
        near[one].append(other)
        near[other].append(one)
    return near


def _parts(near: Sequence[Sequence[int]]) -> list[list[int]]:
    """Nodes that hang together, the largest part first."""
    parts: list[list[int]] = []
    seen: set[int] = set()
    for node in range(len(near)):
        if node not in seen:
            parts.append(sorted(_hops(near, node)))
            seen.update(parts[-1])
    return sorted(parts, key=lambda part: (-len(part), part))


def _lay_out_part(part: Sequence[int], near: Sequence[Sequence[int]]) -> tuple[list[Point], float, float]:
    """Places of connected nodes from (0, 0) on, and the width and height they take."""
    distances = [[float(hops[other]) for other in part] for hops in (_hops(near, node) for node in part)]
    tried = [_majorize(_start(len(part), seed), distances) for seed in range(1, _STARTS + 1)]
    places = _level(min(tried, key=lambda places: _stress(places, distances)))
    left, top = min(x for x, _ in places), min(y for _, y in places)
    spots = [(x - left, y - top) for x, y in places]
    return spots, max(x for x, _ in spots), max(y for _, y in spots)


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
    return (x / total, y / total) if total else (x0, y0)


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
