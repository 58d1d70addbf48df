"""Whether a text tells a history, so that its years run on from the last one it states.

News reckons from its publication date; a history, and any text without that date, from what it has
stated. The evidence is counted in tokens: years far from publication against weekdays and the
words of a day's news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graphbuild.stages.timexes.scan import Alphabet, Tokens

_FAR_YEARS = 2
_FEW = 3
_FAR_SHARE = 0.6
_NEWS_SHARE = 0.125


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text writes of time: as a history; with the day before the month in 5/3/2010."""

    narrative: bool
    day_first: bool


def manner_of(passages: Sequence[Tokens], alphabet: Alphabet, published: date | None) -> Manner:
    """Count the evidence of a whole text."""
    years = _tokens(passages, alphabet, "year")
    far = sum(published is None or abs(int(year) - published.year) >= _FAR_YEARS for year in years)
    enough = far >= _FEW or (published is None and far > 0)
    news = len(_tokens(passages, alphabet, "weekday")) + len(_tokens(passages, alphabet, "dayword"))
    narrative = enough and far >= _FAR_SHARE * len(years) and news <= _NEWS_SHARE * far
    slashed = [tuple(map(int, word.split("/")[:2])) for word in _tokens(passages, alphabet, "slashdate")]
    return Manner(narrative, day_first=any(first > 12 for first, _ in slashed))


def _tokens(passages: Sequence[Tokens], alphabet: Alphabet, name: str) -> list[str]:
    """The words of a class."""
    letters = frozenset(alphabet.classes[name])
    return [
        tokens.words[place]
        for tokens in passages
        for place, kind in enumerate(tokens.kinds)
        if kind in letters
    ]
