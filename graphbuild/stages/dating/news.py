"""The day that an article is the news of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuild.model.text import PassageKind
from graphbuild.model.time import Basis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphbuild.model.parse import Parse, Sentence
    from graphbuild.stages.dating.stated import Stated

_OPENING = 4  # sentences after the lead
_WEEK = timedelta(days=7)
_MONTH = timedelta(days=31)  # a lead that states an older day dates its headline, nothing more


@dataclass(frozen=True, slots=True)
class News:
    """The day that an article is about, how it is known, and where its opening ends."""

    day: date
    basis: Basis
    opening: int  # sentences up to this one tell the news; later ones may be background
    is_fresh: bool  # the lead tells a day within a week before publication, or none


def find_news(parse: Parse, stated: Mapping[int, list[Stated]], published: date | None) -> News | None:
    """The day of the news: what the lead states, if it is within a week before publication.

    A headline and the sentences around the lead tell the same event, so they share its day.
    """
    if published is None:
        return None
    lead = next((s for s in parse.sentences if s.kind is PassageKind.PROSE), None)
    if lead is None:
        return News(published, Basis.PUBLISHED, _OPENING, is_fresh=True)
    for sentence in parse.sentences[lead.index : lead.index + 2]:
        day = _recent_day(stated, sentence, published)
        if day is not None:
            basis = Basis.PUBLISHED if day == published else Basis.INFERRED
            near = published - day <= _WEEK
            return News(day, basis, lead.index + _OPENING if near else lead.index, is_fresh=near)
    return News(published, Basis.PUBLISHED, lead.index + _OPENING, is_fresh=True)


def _recent_day(stated: Mapping[int, list[Stated]], sentence: Sentence, published: date) -> date | None:
    """The first day that a sentence states, if it is within a month before publication."""
    for scope in range(sentence.first, sentence.last):
        for found in stated.get(scope, ()):
            when = found.timex.when
            if when and when.is_day and when.first and timedelta(0) <= published - when.first <= _MONTH:
                return when.first
    return None
