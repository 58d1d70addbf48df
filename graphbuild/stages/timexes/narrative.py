"""Whether a text, or one paragraph of it, tells a history, so that its years run on from the last one stated.

News reckons from its publication date; a history, and any text without that date, from what it has
stated. The evidence is counted in tokens: years long before publication against the bare weekdays, the
"today" and "last week" of a day's news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from graphbuild.stages.timexes.reading import Anchors, Reading
    from graphbuild.stages.timexes.scan import Alphabet, Tokens

_FAR_YEARS = 2
_FEW = 3  # years far from publication that make a text a history
_FAR_SHARE = 0.6
_NEWS_SHARE = 0.15
_WEEKDAY_SHARE = 0.5  # of a text that opens with a whole date of long ago


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a stretch of text shows: its years, those long before publication, its words of a day's news.

    A day's news has bare ``weekdays``, and ``deictic`` words as "yesterday", "ago", "last week".
    """

    years: int = 0
    far: int = 0
    weekdays: int = 0
    deictic: int = 0

    def __add__(self, other: Evidence) -> Evidence:
        """The evidence of both."""
        return Evidence(
            self.years + other.years,
            self.far + other.far,
            self.weekdays + other.weekdays,
            self.deictic + other.deictic,
        )

    def tells_history(self, few: int, share: float) -> bool:
        """Whether far years prevail: at least ``few`` of them, and that share of all years."""
        news = self.weekdays + self.deictic
        return self._is_far(few, share) and news <= _NEWS_SHARE * self.far

    def tells_days(self, few: int, share: float) -> bool:
        """Whether it may tell some days of long ago, weekdays and all."""
        return self._is_far(few, share) and not self.deictic and self.weekdays <= _WEEKDAY_SHARE * self.far

    def _is_far(self, few: int, share: float) -> bool:
        return self.far >= few and self.far >= share * self.years


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Signs:
    """What the evidence looks like, over kinds."""

    year: re.Pattern[str]
    weekday: re.Pattern[str]
    deictic: re.Pattern[str]
    whole: re.Pattern[str]
    any: re.Pattern[str]
    slashed: re.Pattern[str]


@cache
def _signs(alphabet: Alphabet) -> _Signs:
    classes = alphabet.classes
    # "Sunday, 6 March" is no news of this week.
    dated = classes["comma"] + classes["day"] + classes["nthday"] + classes["month"]
    deictic = classes["=this"] + classes["=last"]
    day, month = (f"[{classes[name]}]" for name in ("day", "month"))
    return _Signs(
        year=re.compile(f"[{classes['year']}]|[{classes['int']}](?=[{classes['era']}])"),
        weekday=re.compile(f"[{classes['weekday']}](?![{dated}])"),
        deictic=re.compile(f"[{classes['dayword']}{classes['=ago']}]|[{deictic}][{classes['singular']}]"),
        whole=re.compile(f"(?:{month}{day}[{classes['comma']}]?|{day}{month})[{classes['year']}]"),
        any=re.compile(f"[{''.join(classes[name] for name in _OPENERS)}]"),
        slashed=re.compile(f"[{classes['slashdate']}]"),
    )


class Witness:
    """Counts the evidence in scanned text."""

    def __init__(self, alphabet: Alphabet, published: date | None) -> None:
        self._published = published
        self._signs = _signs(alphabet)

    def evidence(self, tokens: Tokens, start: int, end: int) -> Evidence:
        """The evidence of the tokens from ``start`` to ``end``."""
        years = [tokens.words[hit.start()] for hit in self._signs.year.finditer(tokens.kinds, start, end)]
        far = sum(map(self._is_far, years))
        weekdays, deictic = (
            len(news.findall(tokens.kinds, start, end)) for news in (self._signs.weekday, self._signs.deictic)
        )
        return Evidence(len(years), far, weekdays, deictic)

    def _is_far(self, year: str) -> bool:
        return self._published is None or self._published.year - int(year.replace(",", "")) >= _FAR_YEARS

    def whole(self, passages: Sequence[Tokens]) -> bool:
        """Whether the whole text is a history; without a publication date one year is enough."""
        total = sum((self.evidence(tokens, 0, len(tokens.words)) for tokens in passages), Evidence())
        few = _FEW if self._published else 1
        return total.tells_history(few, _FAR_SHARE) or (
            self._opens_long_ago(passages) and total.tells_days(few - 1, _FAR_SHARE)
        )

    def _opens_long_ago(self, passages: Sequence[Tokens]) -> bool:
        """Whether the first time of the text is a whole date far from publication."""
        for tokens in passages:
            if first := self._signs.any.search(tokens.kinds):
                whole = self._signs.whole.search(tokens.kinds, first.start(), first.start() + _OPENING)
                return whole is not None and self._is_far(tokens.words[whole.end() - 1])
        return False

    def here(self, tokens: Tokens, start: int, end: int, *, history: bool) -> bool:
        """Whether one paragraph is told as a history, in a text that is one or is not."""
        part = self.evidence(tokens, start, end)
        if history:
            return part.far > 0 or part.deictic <= sum(word in _TODAY for word in tokens.words[start:end])
        return self._published is not None and part.tells_history(_FEW, 1.0)

    def day_first(self, passages: Sequence[Tokens]) -> bool:
        """Whether some date in figures can only have its day before its month."""
        for tokens in passages:
            for hit in self._signs.slashed.finditer(tokens.kinds):
                if int(tokens.words[hit.start()].split("/")[0]) > 12:
                    return True
        return False


_TODAY = frozenset({"today", "Today"})

# What a text's first time may begin with, and how many tokens a whole date may then be away.
_OPENERS = ("year", "weekday", "month", "monthabbr", "dayword", "singular", "clock12", "decade")
_OPENING = 6


def is_aside(tokens: Tokens, start: int, reading: Reading, anchors: Anchors) -> bool:
    """Whether a history that has got to ``anchors`` only looks aside at a year: "the treaty of 1839".

    Such a year is one in brackets; a former one behind "of", "since" or a past perfect, or said of a
    thing ("the 1839 treaty"); and a later one that something lasts until. A day or month of a former
    year is one behind a past perfect.
    """
    period, told = reading.period, anchors.stated
    if not anchors.narrative or period is None or told is None:
        return False
    if period.unit not in "YACR":
        return period.first.year < told.first.year and _behind_had(tokens, start)
    if _in_brackets(tokens, start):
        return True
    years, before = period.first.year - told.first.year, tokens.lower(start - 1)
    if years < 0:
        return before in _BACK or _behind_had(tokens, start)
    return years > 1 and before in _AHEAD


_BACK = frozenset({"of", "since", "the", "from"})
_AHEAD = frozenset({"until", "till", "through", "to"})
_REACH = 12  # tokens


def _in_brackets(tokens: Tokens, start: int) -> bool:
    for place in range(start - 1, max(start - _REACH, 0) - 1, -1):
        if tokens.words[place] == "(":
            return True
        if tokens.words[place] == ")" or tokens.words[place].isspace():
            return False
    return False


def _behind_had(tokens: Tokens, start: int) -> bool:
    for place in range(start - 1, max(start - _REACH, 0) - 1, -1):
        word = tokens.words[place]
        if word == "had":
            return True
        if word in {".", ";"} or word.isspace():
            return False
    return False


def paragraphs(tokens: Tokens) -> list[tuple[int, int]]:
    """The stretches of tokens between blank lines."""
    breaks = [place for place, word in enumerate(tokens.words) if word[0] == "\n"]
    return list(zip([0, *breaks], [*breaks, len(tokens.words)], strict=True))
