"""The lines of `stories.jsonl`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from graphbuild.model.story import Story
from graphbuild.store.lines import RoleLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphbuild.store.convert import ActorFacts


class StoryLine(msgspec.Struct, frozen=True):
    """Events that belong together; ``titled_by`` is the article whose words the title is."""

    id: str
    title: str
    titled_by: str
    first: date | None
    last: date | None
    articles: list[str]
    events: list[str]
    actors: list[RoleLine]


def story_lines(stories: Iterable[Story], facts: ActorFacts) -> Iterator[StoryLine]:
    """Stories as lines; ``facts`` gives the actor of an id."""
    for s in stories:
        actors = [RoleLine(a, facts(a).name) for a in s.actors]
        yield StoryLine(s.id, s.title, s.titled_by, s.first, s.last, list(s.articles), list(s.events), actors)


def read_story(line: StoryLine) -> Story:
    """The story that a line tells of."""
    actors = tuple(r.actor for r in line.actors)
    articles, events = tuple(line.articles), tuple(line.events)
    return Story(line.id, line.title, line.titled_by, line.first, line.last, articles, events, actors)
