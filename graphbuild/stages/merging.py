"""Which mentions tell the same event, and what the event is then.

Two mentions are one event when they have the same action (or the same type, told by verb
or noun), could have happened on the same day, share an actor, and contradict each other in
no role. Mentions are taken in a fixed order and compared with every member of a cluster, so
that no chain of halves glues two different events.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graphbuild.model.event import Event, EventMention, Evidence, Status
from graphbuild.model.ids import event_id
from graphbuild.model.time import Basis, Granularity, TimeSpan

_HAPPENED = frozenset({Status.ASSERTED, Status.ALLEGED, Status.DENIED})
_UNDATED = TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN)
_NEWS_CYCLE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Digest:
    """What merging needs to know of a mention, and no more: it is held for the whole corpus.

    ``sources`` and ``targets`` are the actors that exist beyond its article, by id, and
    the countries that those of a state act for, by code; ``topic`` is how the action is
    compared across stories: its type, or the stem of its trigger.
    """

    id: str
    order: tuple[str, str, int]
    article: str
    topic: str
    action: str
    happened: bool
    sources: frozenset[str]
    targets: frozenset[str]
    place: str | None
    first: date | None
    last: date | None
    stated: bool
    speech: bool


def digest(mention: EventMention, published: date | None, action: str, sides: Mapping[str, str], *, speech: bool) -> Digest:
    """The digest of a mention with linked actors.

    ``action`` is what its trigger is compared by. ``sides`` maps each actor that exists
    beyond one article to the country it acts for, or to itself; ``speech`` says that the
    action is one of saying.
    """
    when = mention.time.when if mention.time else _UNDATED
    return Digest(
        mention.id,
        (published.isoformat() if published else "9999", mention.article, mention.trigger.span.start),
        mention.article,
        mention.type or action,
        action,
        mention.status in _HAPPENED,
        frozenset(sides[p.actor] for p in mention.sources if p.actor in sides),
        frozenset(sides[p.actor] for p in mention.targets if p.actor in sides),
        mention.place.place.id if mention.place else None,
        when.first,
        when.last,
        when.basis in (Basis.STATED, Basis.RELATIVE),
        speech,
    )


def merge(digests: Iterable[Digest], stories: Mapping[str, str]) -> Mapping[str, str]:
    """Mention id to event id; the order of ``digests`` makes no difference.

    ``stories`` maps each article to its story: inside one, the same action is the same
    event unless something contradicts; across stories an actor and the day must be shared.
    """
    clusters: list[_Cluster] = []
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in sorted(digests, key=lambda d: d.order):
        story = stories[one.article]
        keys = list(_keys(one, story))
        fitting = [c for c in dict.fromkeys(c for key in keys for c in blocks[key]) if clusters[c].admits(one, story)]
        home = max(fitting, key=lambda c: (clusters[c].support(one), -c), default=None)
        if home is None:
            home = len(clusters)
            clusters.append(_Cluster(story))
        clusters[home].add(one, story)
        for key in keys:
            if home not in blocks[key]:
                blocks[key].append(home)
    return {d.id: event_id(c.members[0].id) for c in clusters for d in c.members}


def _keys(one: Digest, story: str) -> Iterator[tuple[str, str]]:
    """Where a mention is looked for: under its story and action, and under its type and each actor."""
    if not one.speech:
        yield ("story " + story, one.action)
    for actor in sorted(one.sources | one.targets):
        yield (one.topic, actor)


class _Cluster:
    """The mentions of one event so far, and what they say together."""

    def __init__(self, story: str) -> None:
        self.members: list[Digest] = []
        self._stories = {story}
        self._sources: set[str] = set()
        self._targets: set[str] = set()
        self._actions: set[str] = set()

    def add(self, one: Digest, story: str) -> None:
        """Take a mention in."""
        self.members.append(one)
        self._stories.add(story)
        self._sources |= one.sources
        self._targets |= one.targets
        self._actions.add(one.action)

    def support(self, one: Digest) -> int:
        """How many actors of a mention are here already, and whether its action is."""
        return 2 * len(one.sources & self._sources) + 2 * len(one.targets & self._targets) + (one.action in self._actions)

    def admits(self, one: Digest, story: str) -> bool:
        """Whether a mention may tell this event: nothing contradicts, and enough is shared."""
        close = story in self._stories
        if any(one.happened != m.happened or not _times_meet(one, m, lenient=close) for m in self.members):
            return False
        sources, targets = one.sources & self._sources, one.targets & self._targets
        if (one.sources and self._sources and not sources) or (one.targets and self._targets and not targets):
            return False
        if one.action in self._actions:
            return bool(sources or targets) or (close and not one.speech)
        return bool(sources and targets)


def _times_meet(one: Digest, other: Digest, *, lenient: bool) -> bool:
    """Whether both may have happened on one day; undated ones only where the story is the same."""
    if not (one.first or one.last) or not (other.first or other.last):
        return lenient
    slack = timedelta(0) if one.stated and other.stated else _NEWS_CYCLE
    if one.first and other.last and one.first > other.last + slack:
        return False
    if other.first and one.last and other.first > one.last + slack:
        return False
    return lenient or bool(one.first and other.first)


def make_event(
    event: str, told: Sequence[tuple[EventMention, str]], outlets: Mapping[str, str | None]
) -> Event:
    """The event that these mentions, each with its sentence's words, tell in reading order.

    ``outlets`` gives each article's outlet.
    """
    mentions = [mention for mention, _ in told]
    happened = [m for m in mentions if m.status is Status.ASSERTED] or list(mentions)
    types = Counter((m.type, m.mode, m.code, m.quad_class) for m in happened)
    kind = max(types, key=lambda t: (t[0] is not None, types[t], t[1] is not None, t[2] or "", t[1] or ""))
    actions = Counter(m.action for m in happened)
    return Event(
        id=event,
        type=kind[0],
        mode=kind[1],
        code=kind[2],
        quad_class=kind[3],
        action=min(actions, key=lambda a: (-actions[a], a)),
        sources=_actors(p.actor for m in mentions for p in m.sources),
        targets=_actors(p.actor for m in mentions for p in m.targets),
        place=next((m.place.place for m in sorted(mentions, key=_place_rank) if m.place), None),
        time=_best_time(mentions),
        status=min((m.status for m in mentions), key=list(Status).index),
        quantities=tuple(dict.fromkeys(q for m in mentions for q in m.quantities)),
        evidence=tuple(
            Evidence(m.id, m.article, outlets[m.article], m.status, m.sentence.span, quote)
            for m, quote in told
        ),
        outlets=tuple(sorted({o for m in mentions if (o := outlets[m.article])})),
    )


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
