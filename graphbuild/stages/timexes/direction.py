"""Which side of the publication date a weekday, a month or a day of the month lies on.

Rules of thumb and their figures were measured on newswire (276 texts): a weekday is the latest one up
to the publication day unless a word of the future stands close before it (89 to 93 % right); a day of
a month is the nearest (94 %); a month is past when that is at most nine months ago, else the nearest,
with a word of the future the next (85 %).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuild.stages.timexes.periods import Period, day, month, quarter, real_day, season

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphbuild.lexicon.timewords import TimeWords
    from graphbuild.stages.timexes.scan import Tokens

_CUE_REACH = 60  # characters
_CUE_WORDS = 12
_SENTENCE_WORDS = 30
_HEAD = 3  # tokens that may stand before a time at the head of a sentence
_PAST_MONTHS = 9
_CUE_DAYS = 90
_AHEAD = 1.25
_NO_CUE = (0, "")


def future_cue(tokens: Tokens, index: int, words: TimeWords) -> bool:
    """Whether a word of the future is nearer before a token than any word of the past, in its sentence."""
    return side(tokens, index, words) > 0


def side(tokens: Tokens, index: int, words: TimeWords) -> int:
    """1 when the nearest cue before a token in its sentence is of the future, -1 when of the past, 0 without one.

    At the head of a sentence ("On Tuesday, ...") the words behind it are asked instead.
    """
    return nearest_cue(tokens, index, words)[0]


def nearest_cue(tokens: Tokens, index: int, words: TimeWords) -> tuple[int, str]:
    """The side that ``side`` tells, and the cue itself; (0, "") without one."""
    start = tokens.starts[index]
    for place in range(index - 1, max(index - _CUE_WORDS, 0) - 1, -1):
        if start - tokens.starts[place] > _CUE_REACH:
            return _NO_CUE
        if _ends_sentence(tokens, place):
            return _cue_behind(tokens, index, words) if index - place <= _HEAD else _NO_CUE
        if cue := _cue(tokens, place, words):
            return cue, tokens.words[place]
    return _cue_behind(tokens, index, words) if index < _HEAD else _NO_CUE


def _cue_behind(tokens: Tokens, index: int, words: TimeWords) -> tuple[int, str]:
    for place in range(index + 1, min(index + _CUE_WORDS, len(tokens.words))):
        if _ends_sentence(tokens, place):
            return _NO_CUE
        if cue := _cue(tokens, place, words):
            return cue, tokens.words[place]
    return _NO_CUE


def _cue(tokens: Tokens, place: int, words: TimeWords) -> int:
    """1 for a word of the future, -1 for one of the past, 0 for neither."""
    word = tokens.words[place]
    if word in words.future_cues or f"{word} {tokens.lower(place + 1)}" in words.future_cues:
        return 1
    past = word in words.past_cues or (word.endswith("ed") and word.islower() and len(word) > 4)
    return -1 if past and not _is_present(tokens, place) else 0


def _is_present(tokens: Tokens, place: int) -> bool:
    """Whether a form of "be" makes a participle say nothing of the past: "will be held", "is to be formally signed".

    What "could not be reached" has been tried.
    """
    adverb = place > 1 and tokens.words[place - 1].endswith("ly")
    form = place - 2 if adverb else place - 1
    return form >= 0 and tokens.words[form] in _BE and "could" not in tokens.words[max(form - 2, 0) : form]


_BE = frozenset({"be", "is", "are", "being"})


def sentence_before(tokens: Tokens, index: int) -> Sequence[str]:
    """The words of a token's sentence that stand shortly before it."""
    start = index
    while start > max(index - _SENTENCE_WORDS, 0) and not _ends_sentence(tokens, start - 1):
        start -= 1
    return tokens.words[start:index]


def _ends_sentence(tokens: Tokens, place: int) -> bool:
    word = tokens.words[place]
    if word in "!?;" or word.isspace():
        return True
    return (
        word == "." and place > 0 and (len(tokens.words[place - 1]) > 4 or tokens.words[place - 1].islower())
    )


def beside(base: date, days: Iterable[Period | None], side: int) -> Period | None:
    """Of some days the last before the base (-1), the first from it on (1), or the nearest (0)."""
    there = [each for each in days if each is not None]
    if side < 0:
        return max((each for each in there if each.first < base), key=lambda each: each.first, default=None)
    if side > 0:
        return min((each for each in there if each.first >= base), key=lambda each: each.first, default=None)
    return min(there, key=lambda each: abs((each.first - base).days), default=None)


def weekday(base: date, number: int, *, future: bool) -> Period:
    """The latest such day (ISO, Monday is 1) up to and including the base; the next one for the future."""
    back = (base.isoweekday() - number) % 7
    return day(base - timedelta(days=back) if not (future and back) else base + timedelta(days=7 - back))


def weekday_after(base: date, number: int) -> Period:
    """The first such day behind a day."""
    return day(base + timedelta(days=(number - base.isoweekday() - 1) % 7 + 1))


def weekday_before(base: date, number: int) -> Period:
    """The latest such day before a day."""
    return day(base - timedelta(days=(base.isoweekday() - number - 1) % 7 + 1))


def nearest_day(base: date, number: int, of_month: int, cue: int) -> Period | None:
    """That day of that month nearest to the base; a word of the future or the past tells two far ones apart."""
    years = range(base.year - 1, base.year + 2)
    return nearest(base, [found for year in years if (found := real_day(year, number, of_month))], cue)


def nearest(base: date, days: Sequence[Period], cue: int) -> Period | None:
    """The nearest of some days; a word of the future (1) or the past (-1) keeps it from being far on the other side."""
    if not days:
        return None
    best = min(days, key=lambda found: _distance(found.first, base))
    ahead = (best.first - base).days
    if cue and -cue * ahead > _CUE_DAYS:
        return beside(base, days, cue) or best
    return best


def _distance(when: date, base: date) -> float:
    """Days between two; news is of the past, so what is ahead counts for more."""
    days = (when - base).days
    return days * _AHEAD if days > 0 else -days


def nearest_month(base: date, number: int, *, future: bool) -> Period:
    """The month of that number that a bare name means."""
    back = (base.month - number) % 12
    if back == 0:
        return month(base.year, number)
    ahead = future or back > _PAST_MONTHS
    year = base.year + (number < base.month) if ahead else base.year - (number > base.month)
    return month(year, number)


def nearest_quarter(base: date, number: int, *, future: bool) -> Period:
    """The latest such quarter that has begun by the base; the next for the future."""
    now = (base.month + 2) // 3
    if number == now:
        return quarter(base.year, number)
    return quarter(base.year + (number < now) if future else base.year - (number > now), number)


def nearest_season(base: date, code: str, *, future: bool) -> Period:
    """The latest such season that has begun by the base; the next for the future."""
    seasons = [season(year, code) for year in range(base.year - 1, base.year + 2)]
    if future:
        return next(found for found in seasons if found.last >= base)
    return next(found for found in reversed(seasons) if found.first <= base)
