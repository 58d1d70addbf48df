"""A reader of articles that needs no parser: one line, one event.

A line says ``source action target [day] [status]``, with ``-`` for what is left open:
``Iran hit Iraq 2020-01-08``. Every word is a token of the text, so spans are real.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorKind, ArticleActor, Participant
from graphbuild.model.event import EventMention, EventTime, SentenceRef, Status, Trigger
from graphbuild.model.ids import mention_id
from graphbuild.model.text import Article, Passage, PassageKind, Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.model.timeline import ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE = re.compile(r"(\S+) (\S+) (\S+)(?: (\d{4}-\d\d-\d\d))?(?: (\w+))?")


def article(
    key: str, text: str, published: date | None = date(2020, 1, 9), outlet: str | None = "Herald"
) -> Article:
    """An article with this id and text."""
    return Article(key, outlet, None, published, text, None, f"{key}.txt")


def read_plainly(articles: Iterable[Article]) -> Iterator[ArticleRecord]:
    """A record each, in the same order."""
    return map(record_of, articles)


def record_of(found: Article) -> ArticleRecord:
    """The record of one article."""
    lines = list(_LINE.finditer(found.text))
    names = {line[group] for line in lines for group in (1, 3)} - {"-"}
    return ArticleRecord(
        article=found,
        passages=(Passage(Span(0, len(found.text)), PassageKind.PROSE),) if found.text else (),
        timexes=(),
        actors=tuple(map(_actor, sorted(names))),
        actor_mentions=(),
        events=tuple(_mention(found, line, number) for number, line in enumerate(lines)),
    )


def _actor(name: str) -> ArticleActor:
    return ArticleActor(
        f"n:{name.lower()}", name, (name,), ActorKind.ORGANISATION, None, None, None, None, ()
    )


def _mention(found: Article, line: re.Match[str], number: int) -> EventMention:
    trigger = Span(*line.span(2))
    return EventMention(
        id=mention_id(found.id, trigger.start, trigger.end),
        article=found.id,
        sentence=SentenceRef(Span(*line.span()), number),
        trigger=Trigger(trigger, line[2], line[2]),
        action=line[2],
        **dict.fromkeys(("type", "mode", "code", "quad_class", "place", "attribution")),  # type: ignore[arg-type]
        sources=_filled(line, 1),
        targets=_filled(line, 3),
        time=_time(line),
        status=Status(line[5] or "asserted"),
        quantities=(),
    )


def _filled(line: re.Match[str], group: int) -> tuple[Participant, ...]:
    if line[group] == "-":
        return ()
    return (Participant(Span(*line.span(group)), line[group], f"n:{line[group].lower()}"),)


def _time(line: re.Match[str]) -> EventTime | None:
    if line[4] is None:
        return None
    day = date.fromisoformat(line[4])
    when = TimeSpan(day, day, Granularity.DAY, Basis.STATED)
    return EventTime(when, line[4], Span(*line.span(4)), line[4])
