"""Which mentions tell the same event, and what the event is then.

Two mentions are one event when they have the same action (or the same type, told by verb
or noun), could have happened on the same day, share an actor, and contradict each other in
no role. Mentions are taken in a fixed order and compared with every member of a cluster, so
that no chain of halves glues two different events.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuild.model.event import EventMention, Status
from graphbuild.model.ids import event_id
from graphbuild.model.time import Basis, Granularity, TimeSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from graphbuild.model.actor import Participant

_HAPPENED = frozenset({Status.ASSERTED, Status.ALLEGED, Status.DENIED})
_UNDATED = TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN)
SAID_AGAIN = 0.5  # the same for what somebody said: the words are the event
_OF_WORDS = (1, 3)  # quad classes of verbal cooperation and conflict
_MUCH_MORE = 1.2  # "more than 50" is a report of 50 to 60, not of 17,000
_NEWS_CYCLE = timedelta(days=1)
_MONTH = timedelta(days=31)
RETOLD = (
    0.15  # share of a sentence's long words that a retelling repeats; tuned on the development part of ECB+
)


@dataclass(frozen=True, slots=True)
class Digest:
    """What merging needs to know of a mention, and no more: it is held for the whole corpus.

    ``sources`` and ``targets`` are the actors that exist beyond its article, by id, and
    the countries that those of a state act for, by code; ``topic`` is how the action is
    compared across stories: its type, or what its trigger is compared by; ``words`` are
    hashes of the long words of its sentence; ``counts`` its quantities as (role, low, high);
    ``anonymous`` marks a deed of words (an accusation, a promise) by someone described but
    not named.
    """

    id: str
    order: tuple[str, str, int]
    article: str
    topic: str
    action: str
    status: Status
    sources: frozenset[str]
    targets: frozenset[str]
    place: str | None
    country: str | None
    first: date | None
    last: date | None
    stated: bool
    speech: bool
    words: frozenset[int]
    counts: tuple[tuple[str, float, float], ...]
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """How mentions of a build are compared.

    ``actions`` gives what a trigger's action is compared by, ``sides`` the country that an
    actor acts for, or the actor itself, for those that exist beyond one article; ``speech``
    whether an action is one of saying; ``words`` the long words of a sentence, hashed.
    """

    actions: Callable[[str], str]
    sides: Mapping[str, str]
    speech: Callable[[str], bool]
    words: Callable[[str], frozenset[int]]


def digest(mention: EventMention, published: date | None, sentence: str, by: Comparison) -> Digest:
    """The digest of a mention with linked actors; ``sentence`` is the one that tells it."""
    when = mention.time.when if mention.time else _UNDATED
    place = mention.place.place if mention.place else None
    action = by.actions(mention.action)
    return Digest(
        mention.id,
        (published.isoformat() if published else "9999", mention.article, mention.trigger.span.start),
        mention.article,
        mention.type or action,
        action,
        mention.status,
        _sides(mention.sources, by.sides),
        _sides(mention.targets, by.sides),
        place.id if place and place.latitude is not None else None,
        place.country if place else None,
        when.first,
        when.last,
        when.basis in (Basis.STATED, Basis.RELATIVE),
        by.speech(mention.action),
        by.words(sentence),
        tuple((q.role, q.low or 0.0, q.high or _MUCH_MORE * (q.low or math.inf)) for q in mention.quantities),
        bool(mention.quad_class in _OF_WORDS and mention.sources and not _sides(mention.sources, by.sides)),
    )


def _sides(participants: Iterable[Participant], sides: Mapping[str, str]) -> frozenset[str]:
    return frozenset(side for p in participants if p.actor and (side := sides.get(p.actor)))


def merge(digests: Iterable[Digest], stories: Mapping[str, str]) -> Mapping[str, str]:
    """Mention id to event id; the order of ``digests`` makes no difference.

    ``stories`` maps each article to its story: inside one, the same action is the same
    event unless something contradicts; across stories an actor and the day must be shared.
    """
    clusters: list[_Cluster] = []
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for one in sorted(digests, key=lambda d: d.order):
        story = stories[one.article]
        keys = list(_keys(one, story))
        fitting = [
            c for c in dict.fromkeys(c for key in keys for c in blocks[key]) if clusters[c].admits(one, story)
        ]
        home = max(fitting, key=lambda c: (clusters[c].support(one), -c), default=None)
        if home is None:
            home = len(clusters)
            clusters.append(_Cluster(story))
        clusters[home].add(one, story)
        for key in keys:
            if home not in blocks[key]:
                blocks[key].append(home)
    return {d.id: event_id(c.members[0].id) for c in clusters for d in c.members}


def _keys(one: Digest, story: str) -> Iterator[tuple[str, str, str]]:
    """Where a mention is looked for: in its story by its action, and in its months by type and actor."""
    if not one.speech:
        yield ("story " + story, one.action, "")
    for actor in sorted(one.sources | one.targets):
        yield ("story " + story, one.topic, actor)
        for month in _months(one):
            yield (one.topic, actor, month)


def _months(one: Digest) -> tuple[str, ...]:
    """The months in which a mention is looked for, so that a block does not grow with the years.

    None for an undated one: only its story can tell which event it is.

    One that is only known not to be later is looked for in its last month and the one before.
    """
    if one.first is None and one.last is None:
        return ()
    last = one.last or one.first
    first = one.first or (last - _MONTH if last else None)
    days = (day for day in (first and first - _NEWS_CYCLE, last and last + _NEWS_CYCLE) if day)
    return tuple(dict.fromkeys(day.isoformat()[:7] for day in days))


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
        return (
            2 * len(one.sources & self._sources)
            + 2 * len(one.targets & self._targets)
            + (one.action in self._actions)
        )

    def admits(self, one: Digest, story: str) -> bool:
        """Whether a mention may tell this event: nothing contradicts, and enough is shared."""
        close = story in self._stories
        return not self._contradicts(one, close=close) and self._shares(one, close=close)

    def _contradicts(self, one: Digest, *, close: bool) -> bool:
        """Whether roles, status, time, place, numbers or a missing name speak against one event."""
        if one.sources and self._sources and not one.sources & self._sources:
            return True
        if one.targets and self._targets and not one.targets & self._targets:
            return True
        if not all(_may_agree(one, m, lenient=close) for m in self.members):
            return True
        # "A spokesman accused" is not the president's accusation.
        return any(one.anonymous != m.anonymous and not _is_retold(one, m, SAID_AGAIN) for m in self.members)

    def _shares(self, one: Digest, *, close: bool) -> bool:
        """Whether action, actors or words are enough alike."""
        actors = bool(one.sources & self._sources or one.targets & self._targets)
        if one.action not in self._actions:  # another word of the same type, in much the same words
            told = all(_is_dated(m) and m.status is not Status.DENIED for m in (one, *self.members))
            return told and close and actors and any(_is_alike(one, m) for m in self.members)
        if one.speech:  # the same person says many things in a day
            return any(_is_retold(one, m, SAID_AGAIN) for m in self.members)
        if actors:
            return True
        if any(_is_dated(m) != _is_dated(one) and m.article != one.article for m in self.members):
            return False  # a bare "the killing" of no known day is not just any of them
        # Nobody in common: only a retelling in much the same words, which no denial is.
        told = close and one.status is not Status.DENIED
        return told and any(m.status is not Status.DENIED and _repeats(one, m) for m in self.members)


def _is_alike(one: Digest, other: Digest) -> bool:
    return one.topic == other.topic and _is_retold(one, other, RETOLD)


def _repeats(one: Digest, other: Digest) -> bool:
    return _is_retold(one, other, RETOLD) or _is_taken_up(one, other)


def _may_agree(one: Digest, other: Digest, *, lenient: bool) -> bool:
    """Whether two mentions contradict each other neither in status, time, place nor number."""
    if (one.status in _HAPPENED) != (other.status in _HAPPENED) or not _times_meet(
        one, other, lenient=lenient
    ):
        return False
    if one.place and other.place and one.place != other.place:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    shared = (one.place and one.place == other.place) or (one.targets & other.targets)
    return bool(shared) or not any(_conflict(a, b) for a in one.counts for b in other.counts)


def _conflict(one: tuple[str, float, float], other: tuple[str, float, float]) -> bool:
    return one[0] == other[0] and (one[1] > other[2] or other[1] > one[2])


def _is_taken_up(one: Digest, other: Digest) -> bool:
    """Whether one of two mentions in an article only points back at the other: "the attack"."""
    return one.article == other.article and not (one.sources or one.targets or one.counts)


def _is_dated(one: Digest) -> bool:
    return one.first is not None and one.last is not None


def _is_retold(one: Digest, other: Digest, share: float) -> bool:
    """Whether the sentences of two mentions share enough of their words."""
    fewest = min(len(one.words), len(other.words))
    return fewest > 0 and len(one.words & other.words) >= max(2.0, share * fewest)


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
