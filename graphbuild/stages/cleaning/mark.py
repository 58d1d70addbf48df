"""Every stretch of an article, and what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.model.text import Passage, PassageKind, Span
from graphbuild.stages.cleaning.bylines import is_byline
from graphbuild.stages.cleaning.captions import is_caption
from graphbuild.stages.cleaning.datelines import dateline_length, is_date_line
from graphbuild.stages.cleaning.links import is_bullet, is_link, is_listed_link, opens_list
from graphbuild.stages.cleaning.notices import STAFF_AT_END, is_notice
from graphbuild.stages.cleaning.paragraphs import split_paragraphs
from graphbuild.stages.cleaning.wording import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.model.text import Article

_LONGEST_RULED = 800  # characters; what is longer is prose
_LONGEST_HEADLINE = 30  # words
_SHORTEST_PROSE = 6  # words
_HEAD = 4  # paragraphs among which the headline is looked for
_REACH = 12  # paragraphs below a headline in which its prose must begin
_TOP = 3  # paragraphs of prose in which a bare "CAIRO -" is a dateline
_RULES = (
    (is_date_line, PassageKind.DATELINE),
    (is_byline, PassageKind.BYLINE),
    (is_link, PassageKind.LINK),
    (is_notice, PassageKind.NOTICE),
    (is_caption, PassageKind.CAPTION),
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SIGNS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph, its words with single spaces, and what a rule says it is, if any."""

    span: Span
    words: str
    kind: PassageKind | None


def mark_passages(article: Article) -> tuple[Passage, ...]:
    """Say of every stretch of an article's text what it is, in the order of the text.

    Passages do not overlap, begin and end with a visible character, and together hold
    every visible character. Only a headline and prose are read for events; what is
    marked otherwise stays in the text, so that offsets hold.
    """
    paragraphs = _classify(article.text)
    headline = _find_headline(paragraphs, article.title)
    return tuple(_mark(article.text, paragraphs, headline))


def _classify(text: str) -> list[_Paragraph]:
    """The paragraphs of a text, each with the first rule that it fits."""
    found: list[_Paragraph] = []
    listing, end = False, 0
    for span in split_paragraphs(text):
        words = " ".join(span.of(text).translate(_INVISIBLE).split())
        kind = (
            next((kind for rule, kind in _RULES if rule(words)), None)
            if len(words) <= _LONGEST_RULED
            else None
        )
        beside = len(re.findall(r"\r\n|\r|\n", text[end : span.start])) < 2
        if listing and kind is None and is_listed_link(words) and (beside or is_bullet(words)):
            kind = PassageKind.LINK
        else:
            listing = kind is PassageKind.LINK and opens_list(words)
        found.append(_Paragraph(span, words, kind))
        end = span.end
    return found


def _find_headline(paragraphs: Sequence[_Paragraph], title: str | None) -> int | None:
    """Which paragraph is the headline: the title, or a short first line over prose."""
    if title is not None:
        wanted = _plain(title)
        for number, paragraph in enumerate(paragraphs[:_HEAD]):
            if _plain(paragraph.words) == wanted:
                return number
    first = next((n for n, paragraph in enumerate(paragraphs[:_HEAD]) if paragraph.kind is None), None)
    if first is None or not _can_be_headline(paragraphs[first].words):
        return None
    after = paragraphs[first + 1 : first + 1 + _REACH]
    return first if any(p.kind is None and _is_prose(p.words) for p in after) else None


def _plain(words: str) -> str:
    """Words as they are compared: quotes, dashes, case and spaces made equal."""
    return " ".join(words.translate(_SIGNS).replace("--", "-").casefold().split())


def _can_be_headline(words: str) -> bool:
    """Whether a line is short, and does not end or begin as body text does."""
    ends_open = words[-1] in "?!" or not (ends_sentence(words) or words[-1] in ",;:")
    return ends_open and len(words.split()) <= _LONGEST_HEADLINE and not dateline_length(words, near_top=True)


def _is_prose(words: str) -> bool:
    """Whether a paragraph is one or more whole sentences."""
    return ends_sentence(words) and len(words.split()) >= _SHORTEST_PROSE


def _mark(text: str, paragraphs: Sequence[_Paragraph], headline: int | None) -> Iterator[Passage]:
    """The passages of all paragraphs; prose that stood before word for word is a repeat."""
    seen: set[str] = set()
    prose = 0
    for number, paragraph in enumerate(paragraphs):
        if number == headline:
            yield Passage(paragraph.span, PassageKind.HEADLINE)
        elif paragraph.kind is not None:
            yield Passage(paragraph.span, paragraph.kind)
        elif paragraph.words in seen:
            yield Passage(paragraph.span, PassageKind.REPEAT)
        else:
            yield from _split_prose(text, paragraph.span, prose)
            prose += 1
        seen.add(paragraph.words)


def _split_prose(text: str, span: Span, before: int) -> Iterator[Passage]:
    """Prose without the dateline at its head and the credits of the staff at its end."""
    words = span.of(text)
    filed = dateline_length(words, near_top=before < _TOP)
    staff = STAFF_AT_END.search(words, max(filed, len(words) - _LONGEST_RULED))
    cuts = (
        (0, filed, PassageKind.DATELINE),
        (filed, staff.start() if staff else len(words), PassageKind.PROSE),
    )
    for start, end, kind in (*cuts, (staff.start() if staff else len(words), len(words), PassageKind.NOTICE)):
        part = words[start:end]
        if part.strip():
            begin = span.start + start + len(part) - len(part.lstrip())
            yield Passage(Span(begin, begin + len(part.strip())), kind)
