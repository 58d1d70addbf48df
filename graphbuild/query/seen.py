"""What each stage saw in one article, sentence by sentence: for people who ask why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.model.text import Span
from graphbuild.pipeline import inspect_article, load_toolkit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphbuild.model.actor import ActorMention, ArticleActor
    from graphbuild.model.event import EventMention
    from graphbuild.model.explanation import Explanation, IdleTrigger
    from graphbuild.model.parse import Sentence, Token
    from graphbuild.model.text import Article, Passage
    from graphbuild.model.time import Anchor, Timex
    from graphbuild.pipeline import Inspection


@dataclass(frozen=True, slots=True)
class SeenEvent:
    """An event mention, the pattern of the codebook that typed it (None for an open event), and why."""

    mention: EventMention
    pattern: str | None
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class SeenTimex:
    """A time expression, what it was reckoned from, and the words of that where it is an earlier one."""

    timex: Timex
    anchor: Anchor
    anchor_text: str | None


@dataclass(frozen=True, slots=True)
class SeenSentence:
    """A sentence with everything that was found in it."""

    sentence: Sentence
    text: str
    tokens: tuple[Token, ...]
    timexes: tuple[SeenTimex, ...]
    actors: tuple[ActorMention, ...]
    events: tuple[SeenEvent, ...]
    idle: tuple[IdleTrigger, ...]


@dataclass(frozen=True, slots=True)
class SeenArticle:
    """An article with its passages, its actors and its sentences."""

    article: Article
    passages: tuple[Passage, ...]
    actors: tuple[ArticleActor, ...]
    sentences: tuple[SeenSentence, ...]


def see_article(article: Article, model: str) -> SeenArticle:
    """Read one article and sort what was found by sentence."""
    found = inspect_article(article, load_toolkit(model))
    record = found.record
    return SeenArticle(article, record.passages, record.actors, tuple(_sentences(found)))


def _sentences(found: Inspection) -> Iterator[SeenSentence]:
    record, parse = found.record, found.parse
    reasons = dict(_reasons(found))
    timexes = [
        _seen_timex(*pair, record.article.text) for pair in zip(record.timexes, found.anchors, strict=True)
    ]
    for sentence in parse.sentences:
        yield SeenSentence(
            sentence,
            sentence.span.of(record.article.text),
            parse.tokens[sentence.first : sentence.last],
            tuple(t for t in timexes if sentence.span.overlaps(t.timex.span)),
            tuple(sorted(_within(sentence, record.actor_mentions), key=lambda a: (a.span, a.head))),
            tuple(
                SeenEvent(e, *reasons[e.trigger.span])
                for e in record.events
                if e.sentence.index == sentence.index
            ),
            tuple(i for i in found.idle if sentence.first <= i.token < sentence.last),
        )


def _seen_timex(timex: Timex, anchor: Anchor, text: str) -> SeenTimex:
    return SeenTimex(timex, anchor, anchor.span.of(text) if anchor.span else None)


def _within(sentence: Sentence, mentions: Iterable[ActorMention]) -> Iterator[ActorMention]:
    return (m for m in mentions if sentence.first <= m.head < sentence.last)


def _reasons(found: Inspection) -> Iterator[tuple[Span, tuple[str | None, Explanation]]]:
    """The pattern that fired and the explanation, by the characters of the trigger."""
    tokens = found.parse.tokens
    for clause, explanation in zip(found.clauses, found.explanations, strict=True):
        span = Span(tokens[clause.tokens[0]].start, max(tokens[t].end for t in clause.tokens))
        yield span, (clause.pattern, explanation)
