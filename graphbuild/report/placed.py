"""What calendars and sliding timelines need of an event: days with both ends, words, and quotes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.model.event import Status
from graphbuild.query.wording import (
    one_line,
    say_basis,
    say_event,
    say_kind,
    say_outlets,
    say_quantity,
    say_status,
    spell_time,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.model.event import Event, Evidence
    from graphbuild.model.text import Article
    from graphbuild.model.time import TimeSpan

_QUOTES = 3  # a slide or a calendar's entry has room for so many


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence that tells an event, and whose it is; ``mark`` is its status where it does not assert."""

    quote: str
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class Placed:
    """An event between two known days.

    ``headline`` begins with the status where it is not said to have happened. ``told`` are
    its first quotes, ``more`` how many are left out; ``revised`` is the day of its latest
    report, None where no article of it has a date.
    """

    event: Event
    first: date
    last: date
    headline: str
    when: str
    facts: str
    told: tuple[Quoted, ...]
    more: int
    revised: date | None


def place_events(
    events: Iterable[Event], names: Mapping[str, str], articles: Mapping[str, Article]
) -> tuple[list[Placed], int]:
    """The events that stand between two days, in their order, and how many others there are.

    What nobody dates, or dates at one end only, stands on no day: to put it on one would
    say what no article says. Neither does the last day of the calendar have a day after it.
    """
    placed: list[Placed] = []
    without = 0
    for event in events:
        ends = _ends(event.time)
        if ends is None:
            without += 1
        else:
            placed.append(_place(event, ends, names, articles))
    return placed, without


def _ends(when: TimeSpan) -> tuple[date, date] | None:
    if when.first is None or when.last is None or when.last == date.max:
        return None
    return when.first, when.last


def _place(
    event: Event, ends: tuple[date, date], names: Mapping[str, str], articles: Mapping[str, Article]
) -> Placed:
    dates = (articles[e.article].published for e in event.evidence if e.article in articles)
    marked = (say_status(event.status), say_event(event, names))
    place = one_line(event.place.name) if event.place else ""
    numbers = ", ".join(map(say_quantity, event.quantities))
    facts = (say_kind(event), place and f"at {place}", numbers, say_outlets(event))
    return Placed(
        event,
        *ends,
        headline=" ".join(part for part in marked if part),
        when=f"{spell_time(event.time)} ({say_basis(event.time)})",
        facts=", ".join(part for part in facts if part),
        told=tuple(_quote(e, articles.get(e.article)) for e in event.evidence[:_QUOTES]),
        more=max(len(event.evidence) - _QUOTES, 0),
        revised=max((day for day in dates if day), default=None),
    )


def _quote(evidence: Evidence, article: Article | None) -> Quoted:
    title = article.title or article.origin if article else evidence.article
    published = article.published if article else None
    parts = (evidence.outlet, title, str(published) if published else None)
    mark = "" if evidence.status is Status.ASSERTED else evidence.status.value
    return Quoted(one_line(evidence.quote), one_line(", ".join(part for part in parts if part)), mark)
