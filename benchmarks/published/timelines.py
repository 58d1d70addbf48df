"""SemEval-2015 task 4 as published (CC BY 3.0): articles in sentences of tokens, and timelines of entities.

A timeline is a text file: the entity, then lines ``position TAB date TAB mention TAB mention ...``, where a
mention is ``document-sentence-word``. Position 0 is for what has no place in time.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING

from published.sentences import Piece, join
from published.timeml import day_of, is_creation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

_FIGURES = re.compile(r"([0-9]+)")
_LISTS = "list_target"
_HEADLINE = "0"


@dataclass(frozen=True, slots=True)
class TokenArticle:
    """An article: its text, its date, and where each token stands by (sentence, number, words)."""

    id: str
    title: str | None
    published: date | None
    text: str
    tokens: tuple[tuple[str, int, int], ...]

    def mention(self, start: int, end: int) -> str | None:
        """What the task calls the words at these characters; None where they are no words of one sentence."""
        hit = [token for token in self.tokens if token[1] < end and start < token[2]]
        worded = [n for n, token in enumerate(hit) if re.search(r"\w", self.text[token[1] : token[2]])]
        if not worded:
            return None
        hit = hit[worded[0] : worded[-1] + 1]
        sentences = {token[0] for token in hit}
        words = "_".join(self.text[a:b] for _, a, b in hit)
        return f"{self.id}-{sentences.pop()}-{words}" if len(sentences) == 1 else None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a timeline."""

    position: int
    date: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntityTimeline:
    """An entity and its rows, in the order in which the task's tool takes them."""

    entity: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a corpus and the gold timelines of its target entities."""

    name: str
    articles: tuple[TokenArticle, ...]
    gold: tuple[EntityTimeline, ...]


def read_corpora(folder: Path) -> Iterator[Corpus]:
    """Each folder of timelines below ``folder``, with all articles that lie beside one which it names.

    Of an article that lies there several times (track A and B) the first is taken.
    """
    articles: dict[str, TokenArticle] = {}
    beside: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.tml")):
        article = read_article(path)
        if article is not None and article.id not in articles:
            articles[article.id], beside[article.id] = article, path.parent
    for place in sorted({path.parent for path in folder.rglob("*.txt")}):
        gold = tuple(read_timelines(place))
        named = {m.partition("-")[0] for timeline in gold for row in timeline.rows for m in row.mentions}
        folders = {beside[key] for key in named if key in beside}
        if folders:
            wanted = sorted(key for key in articles if beside[key] in folders)
            yield Corpus(_name(place, folder), tuple(articles[key] for key in wanted), gold)


def _name(place: Path, folder: Path) -> str:
    """The first folder on the way to the timelines."""
    return next(iter(place.relative_to(folder).parts), place.name)


def read_article(path: Path) -> TokenArticle | None:
    """An article of the task, None for other TimeML."""
    root = ET.parse(path).getroot()
    created = next((day_of(t.get("value", "")) for t in root.iter("TIMEX3") if is_creation(t)), None)
    sentences = [(s.get("id", ""), "".join(s.itertext())) for s in root.iter("s")]
    name = (root.findtext("DOCID") or "").strip()
    if not sentences or not name:
        return None
    if sentences[0][0] != _HEADLINE:  # the trial data have it only beside the text
        sentences.insert(0, (_HEADLINE, root.findtext("EXTRAINFO") or ""))
    pieces, of = [], {}
    for number, (sentence, words) in enumerate(sentences):
        for place, word in enumerate(words.split()):
            of[f"{number}:{place}"] = sentence
            pieces.append(Piece(f"{number}:{place}", number, word))
    text = join(pieces)
    tokens = tuple((of[key], *text.places[key]) for key in of)
    return TokenArticle(name, root.findtext("EXTRAINFO"), created, text.text, tokens)


def read_timelines(folder: Path) -> Iterator[EntityTimeline]:
    """The timelines of a folder, each file once."""
    for path in sorted(folder.glob("*.txt")):
        timeline = read_timeline(path.read_text("utf-8", errors="replace"))
        if not path.name.startswith(_LISTS) and timeline.rows:
            yield timeline


def read_timeline(text: str) -> EntityTimeline:
    """A timeline; its lines are put into natural order, as the task's tool does."""
    entity, *lines = text.split("\n")
    rows = []
    for line in sorted((each.rstrip() for each in lines if each.strip()), key=_natural):
        cells = line.split("\t")
        if len(cells) >= 3 and cells[0].isdigit():
            rows.append(Row(int(cells[0]), cells[1], tuple(cells[2:])))
    return EntityTimeline(entity.strip(), tuple(rows))


def _natural(line: str) -> list[int | str]:
    return [int(part) if number % 2 else part for number, part in enumerate(_FIGURES.split(line))]


def dates_are_bare(timelines: Iterable[EntityTimeline]) -> bool:
    """Whether a year is written 2003 and not 2003-XX-XX: dates are compared as text."""
    rows = (row for timeline in timelines for row in timeline.rows)
    return any(re.fullmatch(r"\d{4}", row.date) for row in rows)
