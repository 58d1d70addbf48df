"""Storylines: the events of articles that tell one story, with a title in their own words.

Articles are grouped already (``stories``: shared actors, places and words, within weeks). An
event belongs to the group that tells it most, if it was in the weeks the group writes about;
one that nobody dates belongs to it if it shares an actor or a place with one that was. What
stands there as background, from other years, belongs to no story of this build.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from graphbuild.model.event import Event, Status
from graphbuild.model.ids import story_id
from graphbuild.model.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from graphbuild.model.text import Article
    from graphbuild.model.time import TimeSpan

_AROUND: Final = 31  # days: how long before and after its articles a story reaches
_ACTORS: Final = 10
_LONGEST: Final = 90  # characters of a sentence that stands in for a headline
_Rank = tuple[bool, int, bool, int, str]
_SPACE: Final = re.compile(r"\s+")
_WORD: Final = re.compile(r"[^\W_]{3,}")


@dataclass(frozen=True, slots=True)
class _Told:
    """What is needed of an event; ``voices`` counts the texts that tell it, copies once.

    ``start`` is where its first report stands.
    """

    id: str
    time: TimeSpan
    asserted: bool
    actors: tuple[str, ...]
    place: str | None
    articles: frozenset[str]
    voices: int
    start: int


@dataclass(frozen=True, slots=True)
class _Headline:
    """What is needed of an article."""

    id: str
    published: date | None
    title: str


def tell_stories(
    articles: Iterable[Article],
    events: Iterable[Event],
    groups: Mapping[str, str],
    named: Collection[str],
    stem: Callable[[str], str],
) -> tuple[Story, ...]:
    """The stories of a build, sorted by id; no order of the input makes a difference.

    ``groups`` is article id to the id of its group's first article, ``named`` the actors that
    more than one article can know. ``events`` are read once. Each event is in one story at
    most; a group without any is no story.
    """
    heads = {a.id: _Headline(a.id, a.published, _SPACE.sub(" ", a.title or "").strip()) for a in articles}
    members: dict[str, list[_Headline]] = defaultdict(list)
    for head in sorted(heads.values(), key=_reading_order):
        members[groups[head.id]].append(head)
    drafts = {group: _Draft(tuple(told)) for group, told in members.items()}
    for event in events:
        one = _digest(event, named)
        drafts[_home(one, groups, heads)].add(one, event)
    stories = (_story(group, draft, stem) for group, draft in drafts.items() if draft.central)
    return tuple(sorted(stories, key=lambda story: story.id))


class _Draft:
    """A group of articles, in reading order, and its events so far."""

    def __init__(self, articles: tuple[_Headline, ...]) -> None:
        days = [head.published for head in articles if head.published]
        self.articles = articles
        self.central: tuple[_Rank, Event] | None = None
        self._bounds = (
            (_shift(min(days), -_AROUND), _shift(max(days), _AROUND)) if days else (date.min, date.max)
        )
        self._timely: list[_Told] = []
        self._undated: list[_Told] = []

    def add(self, one: _Told, event: Event) -> None:
        """Take an event in if it is of the group's time, or of no known time."""
        day = one.time.first or one.time.last
        if day is not None and not self._bounds[0] <= day <= self._bounds[1]:
            return
        (self._timely if day else self._undated).append(one)
        rank = (day is None, -one.voices, not one.asserted, one.start, one.id)
        if self.central is None or rank < self.central[0]:
            self.central = rank, event

    def events(self) -> list[_Told]:
        """What is of the group's time and what shares an actor or a place with that, sorted by id."""
        shared = {key for one in self._timely for key in (*one.actors, one.place) if key}
        near = (one for one in self._undated if not shared.isdisjoint((*one.actors, one.place or "")))
        return sorted([*self._timely, *(near if self._timely else self._undated)], key=lambda one: one.id)


def _shift(day: date, days: int) -> date:
    """That many days later, or the end of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _reading_order(head: _Headline) -> tuple[bool, date, str]:
    return head.published is None, head.published or date.max, head.id


def _digest(event: Event, named: Collection[str]) -> _Told:
    actors = tuple(sorted(a for a in {*event.sources, *event.targets} if a in named))
    return _Told(
        event.id,
        event.time,
        event.status is Status.ASSERTED,
        actors,
        event.place.id if event.place else None,
        frozenset(e.article for e in event.evidence),
        len({e.copy_of or e.article for e in event.evidence}),
        event.evidence[0].span.start,
    )


def _home(one: _Told, groups: Mapping[str, str], heads: Mapping[str, _Headline]) -> str:
    """The group that tells an event in most articles; of several the one that told it first."""
    in_order = sorted((heads[article] for article in one.articles), key=_reading_order)
    counted = Counter(groups[head.id] for head in in_order)
    # The first of those that are alike: a Counter keeps the order in which it met them.
    return max(counted, key=counted.__getitem__)


def _title(event: Event, articles: Collection[_Headline], stem: Callable[[str], str]) -> tuple[str, str]:
    """The headline that has most words of the sentences that tell an event, and its article.

    An article that tells the event itself is asked first. Without any headline the title is
    the beginning of the first of these sentences.
    """
    telling = {e.article for e in event.evidence}
    counted = Counter(word for e in event.evidence for word in _words(e.quote, stem))

    def key(head: _Headline) -> tuple[bool, int, tuple[bool, date, str]]:
        shared = sum(counted[word] for word in _words(head.title, stem))
        return head.id not in telling, -shared, _reading_order(head)

    best = min((head for head in articles if head.title), key=key, default=None)
    if best is not None:
        return best.title, best.id
    own = {head.id for head in articles}
    first = next(e for e in event.evidence if e.article in own)
    words = _SPACE.sub(" ", first.quote).strip()
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition(" ")[0].rstrip(",;:- ") + " …"
    return words, first.article


def _words(text: str, stem: Callable[[str], str]) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text.lower()))


def _story(group: str, draft: _Draft, stem: Callable[[str], str]) -> Story:
    told = draft.events()
    central = draft.central[1] if draft.central else None
    title, titled_by = _title(central, draft.articles, stem) if central else ("", "")
    counted = Counter(actor for one in told for actor in one.actors)
    first, last = _bounds(told)
    return Story(
        story_id(group),
        title,
        titled_by,
        first,
        last,
        tuple(head.id for head in draft.articles),
        tuple(one.id for one in told),
        tuple(sorted(counted, key=lambda actor: (-counted[actor], actor))[:_ACTORS]),
    )


def _bounds(told: Iterable[_Told]) -> tuple[date | None, date | None]:
    """First and last day of what is said to have happened; of whole days where there are any."""
    ends = [(t.time.first, t.time.last) for t in told if t.asserted and t.time.first and t.time.last]
    exact = [pair for pair in ends if pair[0] == pair[1]] or ends
    firsts, lasts = [first for first, _ in exact if first], [last for _, last in exact if last]
    return min(firsts, default=None), max(lasts, default=None)
