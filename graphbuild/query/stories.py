"""Stories of a build: which one is meant, and which are the largest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.errors import QueryError
from graphbuild.query.ordering import in_order
from graphbuild.query.wording import UNDATED, count_of, name_actors, one_line, say_event, say_status, say_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphbuild.model.story import Story
    from graphbuild.model.text import Article
    from graphbuild.model.timeline import Timeline

_SHOWN_CANDIDATES = 8
_SHOWN_ACTORS = 5


def the_story(timeline: Timeline, wanted: str) -> Story:
    """The story with this id, or the only one whose id begins so; else QueryError."""
    close = [story for story in timeline.stories if wanted and story.id.startswith(wanted)]
    exact = [story for story in close if story.id == wanted]
    if len(exact or close) == 1:
        return (exact or close)[0]
    if not close:
        raise QueryError(f"no story of this build has the id {wanted!r}; `graphbuild stories` lists them all")
    shown = ", ".join(story.id for story in close[:_SHOWN_CANDIDATES])
    raise QueryError(f"{len(close)} stories fit {wanted!r}: {shown}")


def largest_first(stories: Iterable[Story]) -> list[Story]:
    """Stories with the most articles first, then with the most events."""
    return sorted(stories, key=lambda s: (-len(s.articles), -len(s.events), s.id))


def say_days(story: Story) -> str:
    """First and last day of what is said to have happened in it."""
    if story.first is None or story.last is None:
        return UNDATED
    return str(story.first) if story.first == story.last else f"{story.first}/{story.last}"


def say_size(story: Story) -> str:
    """How much it is."""
    return f"{count_of(len(story.articles), 'article')}, {count_of(len(story.events), 'event')}"


def say_title(story: Story) -> str:
    """Its title, harmless."""
    return one_line(story.title)


def say_cast(story: Story, names: Mapping[str, str]) -> str:
    """Its first few actors."""
    return ", ".join(names.get(actor, actor) for actor in story.actors[:_SHOWN_ACTORS])


def having(stories: Iterable[Story], events: frozenset[str]) -> list[Story]:
    """Stories that have one of these events, largest first."""
    return largest_first(story for story in stories if not events.isdisjoint(story.events))


def describe_story(timeline: Timeline, story: Story) -> Iterator[str]:
    """Lines that tell all about a story: its actors, its articles, and its events in order of time."""
    names = name_actors(timeline.actors)
    heads = {read.article.id: _head(read.article) for read in timeline.articles}
    told = frozenset(story.events)
    events = in_order(e for e in timeline.events if e.id in told)
    yield f"{story.id}  {say_title(story)}"
    yield f"  {'days':<11} {say_days(story)}"
    yield f"  {'actors':<11} {'; '.join(f'{names.get(a, a)} ({a})' for a in story.actors)}"
    yield ""
    yield f"{count_of(len(story.articles), 'article')}:"
    yield from (f"  {heads[key]}  {key}" for key in story.articles)
    yield ""
    yield f"{count_of(len(events), 'event')}:"
    for event in events:
        parts = (say_time(event.time), say_event(event, names), say_status(event.status), event.id)
        yield "  " + "  ".join(part for part in parts if part)


def _head(article: Article) -> str:
    parts = (article.published, article.outlet, article.title or article.origin)
    return ", ".join(one_line(str(part)) for part in parts if part)
