"""Time expressions and the days they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graphbuild.model.text import Span


class Granularity(StrEnum):
    """How fine a stated time is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """How a time is known."""

    STATED = "stated"  # absolute in the text
    RELATIVE = "relative"  # reckoned from the publication date or an earlier timex
    PUBLISHED = "published"  # only from the publication date
    INFERRED = "inferred"  # from order or from another sentence
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The days on which something may have happened, both ends included.

    Either end may be open (None). ``precedes`` is true only when it is certain.
    """

    first: date | None
    last: date | None
    granularity: Granularity
    basis: Basis

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"backward time span: {self.first}..{self.last}")

    @property
    def is_day(self) -> bool:
        """Whether this is one single day."""
        return self.first is not None and self.first == self.last

    def precedes(self, other: TimeSpan) -> bool:
        """Whether every day of this one is before every day of the other."""
        return self.last is not None and other.first is not None and self.last < other.first

    def overlaps(self, other: TimeSpan) -> bool:
        """Whether the two may share a day; an open end reaches for ever."""
        return not self.precedes(other) and not other.precedes(self)


class TimexType(StrEnum):
    """The four kinds of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class AnchorKind(StrEnum):
    """What a time is reckoned from."""

    STATED = "stated"  # nothing: the words say it all
    PUBLISHED = "published"  # the article's publication date
    EARLIER = "earlier"  # another time expression, further up in the text
    OPEN = "open"  # nothing that is known, so that it stays open
    NONE = "none"  # nothing: it is on no calendar day


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time expression was reckoned from, and why it came out on that day.

    ``span`` are the words of the earlier expression, ``day`` the day counted from (of an earlier
    stretch the first), ``why`` the rule in words for people ("the latest on or before it").
    """

    kind: AnchorKind
    span: Span | None
    day: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression.

    ``value`` is its TIMEX3 value ("2019-12-29", "2019-W52", "P2M", "PAST_REF"; a time
    of day stays in it: "2019-12-29TNI") and ``mod`` its TIMEX3 modifier. Without an
    anchor a relative expression has value "XXXX-XX-XX" or the like. ``when`` is the
    stretch of calendar it stands for, None for what is on no calendar (a plain
    duration, a set, an unresolved weekday).
    """

    span: Span
    type: TimexType
    value: str
    mod: str | None
    when: TimeSpan | None
