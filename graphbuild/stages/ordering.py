"""What the links of mentions say of the events they tell.

An event is linked as its mentions are, whatever the article. What cannot all be true is not
told at all: an event before itself, one both before and after (or during) another, a circle,
and what the days of the two events rule out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphbuild.model.event import EventLink, LinkKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from graphbuild.model.event import Link
    from graphbuild.model.time import TimeSpan

Pair = tuple[str, str]


def linked_events(told: Iterable[tuple[str, Link]], event_of: Mapping[str, str]) -> frozenset[str]:
    """The events at either end of a link; ``told`` are links, each with the mention that has it."""
    return frozenset(event_of[m] for mention, link in told for m in (mention, link.other))


def link_events(
    told: Iterable[tuple[str, Link]], event_of: Mapping[str, str], times: Mapping[str, TimeSpan]
) -> Mapping[str, tuple[EventLink, ...]]:
    """The links of each event that has any, sorted; before and after are told of both ends.

    ``event_of`` gives the event of a mention, ``times`` the time of each linked event. The
    order of ``told`` makes no difference.
    """
    before, during = _pairs(told, event_of)
    clashing = {pair for pair in before if pair in during or pair[::-1] in during}
    during = {p: m for p, m in during.items() if times[p[0]].overlaps(times[p[1]]) and not _has(clashing, p)}
    before = {p: m for p, m in before.items() if not times[p[1]].precedes(times[p[0]]) and p not in clashing}
    circles = _in_circles(before)
    found: dict[str, list[EventLink]] = defaultdict(list)
    for (one, other), mentions in before.items():
        if (one, other) not in circles:
            found[one].append(EventLink(LinkKind.BEFORE, other, tuple(sorted(mentions))))
            found[other].append(EventLink(LinkKind.AFTER, one, tuple(sorted(mentions))))
    for (one, other), mentions in during.items():
        found[one].append(EventLink(LinkKind.DURING, other, tuple(sorted(mentions))))
    return {event: tuple(sorted(links, key=_order)) for event, links in found.items()}


def _pairs(
    told: Iterable[tuple[str, Link]], event_of: Mapping[str, str]
) -> tuple[dict[Pair, set[str]], dict[Pair, set[str]]]:
    """Who was before whom and who during whom, each with the mentions that say so."""
    before: dict[Pair, set[str]] = defaultdict(set)
    during: dict[Pair, set[str]] = defaultdict(set)
    for mention, link in told:
        pair = (event_of[mention], event_of[link.other])
        if pair[0] == pair[1]:
            continue
        match link.kind:
            case LinkKind.BEFORE:
                before[pair].add(mention)
            case LinkKind.AFTER:
                before[pair[::-1]].add(mention)
            case _:
                during[pair].add(mention)
    return before, during


def _has(pairs: Collection[Pair], pair: Pair) -> bool:
    return pair in pairs or pair[::-1] in pairs


def _in_circles(pairs: Collection[Pair]) -> frozenset[Pair]:
    """The pairs that are in a circle or lie between two; what leads into or out of one is sound.

    Ends that nothing precedes or nothing follows are taken off until none is left.
    """
    left = set(pairs)
    while True:
        starts, ends = {one for one, _ in left}, {other for _, other in left}
        inner = starts & ends
        kept = {pair for pair in left if pair[0] in inner and pair[1] in inner}
        if kept == left:
            return frozenset(left)
        left = kept


def _order(link: EventLink) -> tuple[str, str]:
    return link.event, link.kind
