"""What a build holds: per article, and over all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.model.actor import Actor, ActorMention, Appearance, ArticleActor, Place
from graphbuild.model.copy import Copy
from graphbuild.model.event import Event, EventMention
from graphbuild.model.story import Story
from graphbuild.model.text import Article, Passage, Span
from graphbuild.model.time import Timex


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """Everything read in one article, without any knowledge of another.

    ``sentences`` are all that were read, in order; by ``sketch`` its copies are found
    (``stages/copies``), it is empty for a text too short to be told from another.
    """

    article: Article
    passages: tuple[Passage, ...]
    timexes: tuple[Timex, ...]
    actors: tuple[ArticleActor, ...]
    actor_mentions: tuple[ActorMention, ...]
    events: tuple[EventMention, ...]
    sentences: tuple[Span, ...] = ()
    sketch: bytes = b""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article of a timeline with its passages (what was skipped, and why).

    ``copy`` says which other article it repeats, None where it repeats none or stands for
    its copies.
    """

    article: Article
    passages: tuple[Passage, ...]
    copy: Copy | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Articles, mentions, events, actors and places of a build, each sorted by id.

    ``appearances`` tell what each article calls its actors, sorted by article; ``stories``
    which events belong together, sorted by id.

    Each field can be iterated as often as wanted; in a big build it is a view of the
    store rather than a tuple, so nothing may ask for its length.
    """

    articles: Iterable[ReadArticle]
    mentions: Iterable[EventMention]
    events: Iterable[Event]
    actors: Iterable[Actor]
    places: Iterable[Place]
    appearances: Iterable[Appearance] = ()
    stories: Iterable[Story] = ()
