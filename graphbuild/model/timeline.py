"""What a build holds: per article, and over all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.model.actor import Actor, ActorMention, Appearance, ArticleActor, Place
from graphbuild.model.event import Event, EventMention
from graphbuild.model.text import Article, Passage, Span
from graphbuild.model.time import Timex


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """Everything read in one article, without any knowledge of another.

    ``sentences`` are all that were read, in order.
    """

    article: Article
    passages: tuple[Passage, ...]
    timexes: tuple[Timex, ...]
    actors: tuple[ArticleActor, ...]
    actor_mentions: tuple[ActorMention, ...]
    events: tuple[EventMention, ...]
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article of a timeline with its passages (what was skipped, and why)."""

    article: Article
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Articles, mentions, events, actors and places of a build, each sorted by id.

    ``appearances`` tell what each article calls its actors, sorted by article.

    Each field can be iterated as often as wanted; in a big build it is a view of the
    store rather than a tuple, so nothing may ask for its length.
    """

    articles: Iterable[ReadArticle]
    mentions: Iterable[EventMention]
    events: Iterable[Event]
    actors: Iterable[Actor]
    places: Iterable[Place]
    appearances: Iterable[Appearance] = ()
