"""Sentences as evidence for a name: where it stands, in what article, of which day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.query.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graphbuild.model.actor import NameSeen
    from graphbuild.model.text import Article
    from graphbuild.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, and the characters of its article where the name in it stands."""

    article: str
    outlet: str | None
    published: date | None
    start: int
    end: int
    sentence: str


def articles_by_id(timeline: Timeline, wanted: Iterable[str]) -> dict[str, Article]:
    """Those of the articles that are asked for."""
    keys = frozenset(wanted)
    return {read.article.id: read.article for read in timeline.articles if read.article.id in keys}


def quote(article: Article, name: NameSeen) -> Quote:
    """The sentence in which an article uses a name first."""
    sentence = one_line(name.sentence.of(article.text))
    return Quote(article.id, article.outlet, article.published, name.span.start, name.span.end, sentence)


def say_quote(seen: Quote) -> str:
    """A quote on one line, with who printed it and when."""
    source = ", ".join(one_line(str(part)) for part in (seen.outlet, seen.published) if part)
    return f"“{seen.sentence}” {source or 'undated'}, {seen.article} [{seen.start}:{seen.end}]"
