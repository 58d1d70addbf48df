"""Which event an article is about: by where it stands, what it is, when it was, and who else tells it.

News tells the newest and most important thing first (the inverted pyramid), so place counts
most; then an event of the last days counts more than the background it stands before, a deed
that the codebook knows more than words, a complete event more than one without a doer, and
one that is told again, here and elsewhere, more than one told once.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from graphbuild.model.event import Event, EventMention, Status
from graphbuild.model.time import Basis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from graphbuild.model.time import TimeSpan

_SENTENCE: Final = 4.0  # what the first sentence with an event adds; the second half of it, the third a third
_OPENS: Final = 1.0  # the very first: what follows in its sentence is mostly background
_NEWS: Final = 1.0  # of the last days
_OLD: Final = -3.0  # of months ago
_NEWS_DAYS: Final = timedelta(days=2)
_OLD_DAYS: Final = timedelta(days=31)
_DEED: Final = 2.0  # a known type of material cooperation or conflict
_WORDS: Final = 1.0  # a known type of verbal
_SAYING: Final = -1.0  # saying so: what was said is the news
_DOER: Final = 1.0
_SUFFERER: Final = 0.5
_HERE: Final = 0.5  # each further report in this article, of which three count
_ELSEWHERE: Final = 0.25  # each other article that tells it, of which three count
_COUNTED: Final = 3
_OF_DEEDS: Final = (2, 4)
_STATUS: Final = {
    Status.ASSERTED: 0.0,
    Status.ALLEGED: -0.5,
    Status.PLANNED: -0.5,
    Status.DENIED: -1.0,
    Status.HYPOTHETICAL: -2.0,
}


def find_main_event(
    mentions: Iterable[EventMention],
    events: Mapping[str, Event],
    published: date | None,
    speech: Collection[str],
) -> EventMention | None:
    """The report that shows what an article is about, out of its ``mentions``; None if it has none.

    ``events`` are by id at least those that its mentions tell, ``speech`` the verbs of saying;
    no order makes a difference.
    """
    told = sorted(mentions, key=lambda m: (m.trigger.span, m.id))
    place = {index: n for n, index in enumerate(sorted({m.sentence.index for m in told}), start=1)}
    here = Counter(m.event for m in told)

    def weight(mention: EventMention) -> float:
        position = _SENTENCE / place[mention.sentence.index] + _OPENS * (mention is told[0])
        again = _HERE * min(here[mention.event] - 1, _COUNTED)
        event = events.get(mention.event or "")
        again += _ELSEWHERE * min(_others(event, mention.article), _COUNTED) if event else 0.0
        kind = _kind(mention) + _SAYING * (mention.action in speech)
        return position + kind + again + _newness(mention, published)

    return max(told, key=weight, default=None)


def _kind(mention: EventMention) -> float:
    """What counts of its type, roles and status."""
    deed = 0.0 if mention.type is None else _DEED if mention.quad_class in _OF_DEEDS else _WORDS
    return deed + _DOER * bool(mention.sources) + _SUFFERER * bool(mention.targets) + _STATUS[mention.status]


def _others(event: Event, article: str) -> int:
    """How many other articles tell it, copies of one text counted once."""
    texts = {e.article: e.copy_of or e.article for e in event.evidence}
    return len(set(texts.values()) - {texts.get(article)})


def _newness(mention: EventMention, published: date | None) -> float:
    """What it counts when it was; what only the article's date places is news."""
    when: TimeSpan | None = mention.time.when if mention.time else None
    if when is None or published is None or when.last is None:
        return 0.0
    if when.last < published - _OLD_DAYS:
        return _OLD
    if when.first is None:
        return _NEWS * (when.basis is Basis.PUBLISHED and when.last >= published)
    return _NEWS * (when.first >= published - _NEWS_DAYS)
