"""The event that merged mentions tell: its roles, time, place and status, with all its evidence."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.model.event import Event, EventMention, Evidence, Status
from graphbuild.model.time import Basis, Granularity, TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphbuild.model.copy import Copy

_UNDATED = TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN)


def make_event(
    event: str,
    told: Sequence[tuple[EventMention, str]],
    outlets: Mapping[str, str | None],
    copies: Mapping[str, Copy],
) -> Event:
    """The event that these mentions, each with its sentence's words, tell in reading order.

    ``outlets`` gives each article's outlet, ``copies`` what it copies if it does. Copies of
    one text have one voice where reports are counted.
    """
    mentions = [mention for mention, _ in told]
    agreed = _agreed(mentions)
    status = agreed[0].status
    heard = _one_of_each_text(agreed, copies)
    types = Counter((m.type, m.mode, m.code, m.quad_class) for m in heard)
    kind = max(types, key=lambda t: (t[0] is not None, types[t], t[1] is not None, t[2] or "", t[1] or ""))
    actions = Counter(m.action for m in heard)
    return Event(
        id=event,
        type=kind[0],
        mode=kind[1],
        code=kind[2],
        quad_class=kind[3],
        action=min(actions, key=lambda a: (-actions[a], a)),
        sources=_actors(p.actor for m in agreed for p in m.sources),
        targets=_actors(p.actor for m in agreed for p in m.targets),
        place=next((m.place.place for m in sorted(agreed, key=_place_rank) if m.place), None),
        time=_best_time(heard),
        status=status,
        quantities=tuple(dict.fromkeys(q for m in agreed for q in m.quantities)),
        evidence=tuple(_evidence(m, quote, outlets[m.article], copies.get(m.article)) for m, quote in told),
        outlets=tuple(sorted({o for m in mentions if (o := outlets[m.article])})),
    )


def _agreed(mentions: Sequence[EventMention]) -> list[EventMention]:
    """The mentions that have the event's status.

    What one outlet denies is no fact about what another asserts: roles come from the latter.
    """
    status = min((m.status for m in mentions), key=list(Status).index)
    return [m for m in mentions if m.status is status]


def _evidence(mention: EventMention, quote: str, outlet: str | None, copy: Copy | None) -> Evidence:
    span = mention.sentence.span
    of = copy.of if copy else None
    return Evidence(mention.id, mention.article, outlet, mention.status, span, quote, of)


def _one_of_each_text(mentions: Sequence[EventMention], copies: Mapping[str, Copy]) -> Sequence[EventMention]:
    """The mentions of one article of each group of copies, the first that tells the event."""
    first: dict[str, str] = {}
    for mention in mentions:
        copy = copies.get(mention.article)
        first.setdefault(copy.of if copy else mention.article, mention.article)
    return [m for m in mentions if m.article in first.values()]


def _actors(ids: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({i for i in ids if i}))


def _place_rank(mention: EventMention) -> tuple[bool, str]:
    place = mention.place
    return (place is None or place.place.latitude is None, mention.id)


def _best_time(mentions: Sequence[EventMention]) -> TimeSpan:
    """The time most reports give: stated before reckoned before assumed, then the finest."""
    rank = list(Basis)
    times = Counter(m.time.when for m in mentions if m.time)
    if not times:
        return _UNDATED
    return min(
        times,
        key=lambda t: (not t.is_day, rank.index(t.basis), -times[t], t.first or date.min, t.last or date.max),
    )


def group_by_event(
    mentions: Iterable[tuple[EventMention, str]],
) -> Iterator[tuple[str, list[tuple[EventMention, str]]]]:
    """Mentions with their quotes, sorted by event, event by event."""
    current: list[tuple[EventMention, str]] = []
    for mention, quote in mentions:
        if current and mention.event != current[0][0].event:
            yield str(current[0][0].event), current
            current = []
        current.append((mention, quote))
    if current:
        yield str(current[0][0].event), current
