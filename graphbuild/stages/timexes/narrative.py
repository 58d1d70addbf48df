"""Whether a text, or one paragraph of it, tells a history, so that its years run on from the last one stated.

News reckons from its publication date; a history, and any text without that date, from what it has
stated. The evidence is counted in tokens: years long before publication against the bare weekdays, the
"today" and "last week" of a day's news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from graphbuild.stages.timexes.scan import Alphabet, Tokens

_FAR_YEARS = 2
_FEW = 3  # years far from publication that make a text a history
_FAR_SHARE = 0.6
_NEWS_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a stretch of text shows: its years, those long before publication, its words of a day's news."""

    years: int
    far: int
    news: int

    def tells_history(self, few: int, share: float) -> bool:
        """Whether far years prevail: at least ``few`` of them, and that share of all years."""
        return self.far >= few and self.far >= share * self.years and self.news <= _NEWS_SHARE * self.far


class Witness:
    """Counts the evidence in scanned text."""

    def __init__(self, alphabet: Alphabet, published: date | None) -> None:
        classes = alphabet.classes
        self._published = published
        self._year = re.compile(f"[{classes['year']}]")
        # "Sunday, 6 March" is no news of this week.
        dated = classes["comma"] + classes["day"] + classes["month"]
        deictic = classes["=this"] + classes["=last"]
        self._news = re.compile(
            f"[{classes['weekday']}](?![{dated}])|[{classes['dayword']}{classes['=ago']}]|[{deictic}][{classes['singular']}]"
        )
        self._slashed = re.compile(f"[{classes['slashdate']}]")

    def evidence(self, tokens: Tokens, start: int, end: int) -> Evidence:
        """The evidence of the tokens from ``start`` to ``end``."""
        years = [int(tokens.words[hit.start()]) for hit in self._year.finditer(tokens.kinds, start, end)]
        published = self._published
        far = sum(published is None or published.year - year >= _FAR_YEARS for year in years)
        return Evidence(len(years), far, len(self._news.findall(tokens.kinds, start, end)))

    def whole(self, passages: Sequence[Tokens]) -> bool:
        """Whether the whole text is a history; without a publication date one year is enough."""
        parts = [self.evidence(tokens, 0, len(tokens.words)) for tokens in passages]
        total = Evidence(
            sum(part.years for part in parts),
            sum(part.far for part in parts),
            sum(part.news for part in parts),
        )
        return total.tells_history(_FEW if self._published else 1, _FAR_SHARE)

    def here(self, tokens: Tokens, start: int, end: int, *, history: bool) -> bool:
        """Whether one paragraph is told as a history, in a text that is one or is not."""
        part = self.evidence(tokens, start, end)
        if history:
            return part.far > 0 or part.news == 0
        return self._published is not None and part.tells_history(_FEW, 1.0)

    def day_first(self, passages: Sequence[Tokens]) -> bool:
        """Whether some date in figures can only have its day before its month."""
        for tokens in passages:
            for hit in self._slashed.finditer(tokens.kinds):
                if int(tokens.words[hit.start()].split("/")[0]) > 12:
                    return True
        return False


def paragraphs(tokens: Tokens) -> list[tuple[int, int]]:
    """The stretches of tokens between blank lines."""
    breaks = [place for place, word in enumerate(tokens.words) if word.isspace()]
    return list(zip([0, *breaks], [*breaks, len(tokens.words)], strict=True))
