"""An article, the characters in it, and what those characters are for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character range ``[start, end)`` of one article's ``text``.

    >>> Span(0, 6).of("Rebels fled.")
    'Rebels'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or backward span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of ``other`` is in this one."""
        return self.start <= other.start and other.end <= self.end


class PublishedFrom(StrEnum):
    """How an article's publication date is known."""

    GIVEN = "given"  # said by the user (--published)
    HEADER = "header"  # a Date: line, or the row's own field
    METADATA = "metadata"  # the page's or feed's metadata
    DATELINE = "dateline"  # read in the text: "BAGHDAD, Dec. 30, 2019 (AP) -"


@dataclass(frozen=True, slots=True)
class Article:
    """A news text and what is known about where it comes from.

    ``text`` is what every offset of this program points into and is never changed
    after reading. ``published`` (the DCT, document creation time) is the anchor of
    relative dates; None means that nobody said, and then nothing relative is dated.
    """

    id: str
    outlet: str | None
    title: str | None
    published: date | None
    text: str
    url: str | None
    origin: str
    published_from: PublishedFrom | None = None


class PassageKind(StrEnum):
    """What a stretch of an article's text is."""

    HEADLINE = "headline"
    PROSE = "prose"
    DATELINE = "dateline"  # "BAGHDAD, Dec. 30 (AP) -", or a line with only a date
    CAPTION = "caption"  # photo captions and credits
    BYLINE = "byline"
    LINK = "link"  # "Related:", "Read more", "Show Full Article"
    NOTICE = "notice"  # subscription, copyright and contact lines
    REPEAT = "repeat"  # a paragraph that stood here before


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article's text and what it is; only prose is read for events."""

    span: Span
    kind: PassageKind

    @property
    def is_read(self) -> bool:
        """Whether events are looked for here."""
        return self.kind in (PassageKind.HEADLINE, PassageKind.PROSE)
