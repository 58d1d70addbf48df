"""Mentions to events: each goes to the event that it shares most with, if nothing contradicts."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from graphbuild.model.ids import event_id
from graphbuild.stages.merging.likeness import (
    RETOLD,
    SAID_AGAIN,
    differ,
    is_retold,
    may_agree,
    may_have_object,
    may_retell,
    tells_again,
    tells_otherwise,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from graphbuild.stages.merging.digests import Digest

_NEWS_CYCLE = timedelta(days=1)
_MONTH = timedelta(days=31)
_BLOCK = 32  # events that a mention is held against: those of its block that were told last
_HELD = 40  # mentions of an event whose words a further one is held against: the first ones

_Pair = tuple[str, str, str]


def merge(digests: Iterable[Digest], stories: Mapping[str, str]) -> Mapping[str, str]:
    """Mention id to event id; the order of ``digests`` makes no difference.

    ``stories`` maps each article to its story: inside one, the same action is the same
    event unless something contradicts; across stories an actor and the day must be shared.
    """
    ordered = sorted(digests, key=lambda d: d.order)
    apart = _told_apart(ordered, stories)
    events: list[_Event] = []
    blocks: dict[_Pair, OrderedDict[int, None]] = defaultdict(OrderedDict)
    for one in ordered:
        story = stories[one.article]
        keys = list(_keys(one, story))
        near = dict.fromkeys(e for key in keys for e in blocks[key])
        fitting = [e for e in near if events[e].admits(one, story)]
        home = max(fitting, key=lambda e: (events[e].support(one), -e), default=None)
        if home is None:
            home = len(events)
            events.append(_Event(story, apart))
        events[home].add(one, story)
        for key in keys:
            _put(blocks[key], home)
    return {member: event_id(e.members[0]) for e in events for member in e.members}


def _put(block: OrderedDict[int, None], event: int) -> None:
    block[event] = None
    block.move_to_end(event)
    if len(block) > _BLOCK:
        block.popitem(last=False)


def _told_apart(digests: Iterable[Digest], stories: Mapping[str, str]) -> frozenset[_Pair]:
    """Pairs of actions that one sentence of a story tells side by side, so that they are no one event there."""
    told: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one in digests:
        told[one.article, one.sentence].add(one.action)
    return frozenset(
        (stories[article], *pair) for (article, _), actions in told.items() for pair in _pairs(actions)
    )


def _pairs(actions: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    return combinations(sorted(actions), 2)


def _keys(one: Digest, story: str) -> Iterator[_Pair]:
    """Where a mention is looked for: in its story by its action, and in its months by type and actor."""
    if not one.speech:
        for action in (one.action, *sorted(one.senses)):
            yield ("story " + story, action, "")
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


class _Event:
    """The mentions of one event so far, and what they say together."""

    def __init__(self, story: str, apart: AbstractSet[_Pair]) -> None:
        self.members: list[str] = []
        self._held: list[Digest] = []
        self._facts: dict[Hashable, Digest] = {}
        self._apart = apart
        self._stories = {story}
        self._sources: set[str] = set()
        self._targets: set[str] = set()
        self._persons: set[str] = set()
        self._things: set[str] = set()
        self._actions: dict[str, Digest] = {}

    def add(self, one: Digest, story: str) -> None:
        """Take a mention in."""
        self.members.append(one.id)
        if len(self._held) < _HELD:
            self._held.append(one)
        self._facts.setdefault(_facts_of(one), one)
        self._stories.add(story)
        self._sources |= one.sources
        self._targets |= one.targets
        self._persons |= one.persons
        self._things |= one.things
        self._actions.setdefault(one.action, one)

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
        if self._contradicts(one, close=close):
            return False
        if one.action not in self._actions:
            return close and not self._is_told_apart(one, story) and self._is_told_by_another_word(one)
        if one.speech or one.worded:  # the same person says and asks many things in a day
            return any(is_retold(one, m, SAID_AGAIN) for m in self._held)
        return self._shares_actors(one) or (close and any(tells_again(one, m) for m in self._held))

    def _contradicts(self, one: Digest, *, close: bool) -> bool:
        """Whether roles, status, time, place, numbers or a missing name speak against one event."""
        persons, things = self._persons | one.persons, self._things | one.things
        if differ(one.sources, self._sources, persons, things):
            return True
        if differ(one.targets, self._targets, persons, things):
            return True
        if one.saying and self._are_others(one.sources, self._sources):
            return True
        if not all(may_agree(one, m, lenient=close) for m in self._facts.values()):
            return True
        # "A spokesman accused" is not the president's accusation.
        return any(one.anonymous != m.anonymous and not is_retold(one, m, SAID_AGAIN) for m in self._held)

    @staticmethod
    def _are_others(ones: AbstractSet[str], others: AbstractSet[str]) -> bool:
        return bool(ones and others and not ones & others)

    def _shares_actors(self, one: Digest) -> bool:
        """Whether the same was done to the same, or one actor did what may be the same."""
        if one.targets & self._targets and not self._are_others(one.sources, self._sources):
            return True
        return bool(one.sources & self._sources) and any(may_have_object(one, m) for m in self._held)

    def _is_told_apart(self, one: Digest, story: str) -> bool:
        """Whether a sentence of the story tells this action beside one of the event's: "slipped and fell"."""
        return any((story, *sorted((one.action, action))) in self._apart for action in self._actions)

    def _is_told_by_another_word(self, one: Digest) -> bool:
        """Whether another word may tell the same: one of these senses, or of the same type in much the same words."""
        if one.speech:
            return False
        if all(may_retell(one, m) for m in self._actions.values()):
            return any(tells_otherwise(one, m) for m in self._held)
        if self._are_others(one.sources, self._sources) or self._are_others(one.targets, self._targets):
            return False
        if not (one.sources & self._sources or one.targets & self._targets):
            return False
        told = (one, *self._held)
        if len({m.is_dated for m in told}) > 1 or any(m.is_denied for m in told):
            return False
        return any(one.topic == m.topic and is_retold(one, m, RETOLD) for m in self._held)


def _facts_of(one: Digest) -> Hashable:
    """What of a mention may contradict another: mentions that agree in it need not be held against twice."""
    when = (one.first, one.last, one.stated)
    what = (one.status, one.many, one.numbers, one.counts, one.targets if one.counts else None)
    return (when, one.place, one.country, what)
