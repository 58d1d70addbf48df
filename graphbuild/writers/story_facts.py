"""What is said of a story in RDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.writers import terms as t
from graphbuild.writers.namespaces import Kind, mint
from graphbuild.writers.terms import Fact, Literal, string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.model.story import Story


def story_facts(story: Story) -> Iterator[Fact]:
    """Its title, days, lead actors, articles and events."""
    yield t.A_STORY
    yield t.LABEL, string(story.title)
    if story.first is not None:
        yield t.START, Literal(story.first.isoformat(), "date")
    if story.last is not None:
        yield t.END_DATE, Literal(story.last.isoformat(), "date")
    for actor in story.actors:
        yield t.LEAD_ACTOR, mint(Kind.ACTOR, actor)
    for article in story.articles:
        yield t.TOLD_IN, mint(Kind.ARTICLE, article)
    for event in story.events:
        yield t.HAS_SUB_EVENT, mint(Kind.EVENT, event)
