"""What copies there are of an article, and which reports only repeat another one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graphbuild.query.wording import count_of, one_line, say_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.model.event import Event
    from graphbuild.model.timeline import ReadArticle, Timeline


def find_repeats(event: Event) -> dict[str, str]:
    """Mentions that only repeat another one's sentence in a copy of its article, and which one."""
    first: dict[tuple[str, str, int], str] = {}
    seen: Counter[tuple[str, str]] = Counter()
    repeats: dict[str, str] = {}
    for told in sorted(event.evidence, key=lambda e: e.copy_of is not None):
        words = one_line(told.quote)
        # Two events of one sentence are two: the first repeats the first, the second the second.
        place = seen[told.article, words]
        seen[told.article, words] += 1
        original = first.setdefault((told.copy_of or told.article, words, place), told.mention)
        if original != told.mention:
            repeats[told.mention] = original
    return repeats


def say_independent(event: Event) -> str:
    """The outlets with a text of their own, empty where that is all of them."""
    own = event.independent_outlets
    return "" if own == event.outlets else f"{count_of(len(own), 'text')}, by {', '.join(map(one_line, own))}"


def mark_copy(read: ReadArticle) -> str:
    """That an article is a copy, and what differs in it."""
    return f"(copy: {say_changes(read.copy)})" if read.copy else "(copied)"


def list_copies(timeline: Timeline, article: str) -> Iterator[str]:
    """The copies of an article, each with what differs in it."""
    for read in timeline.articles:
        if read.copy is not None and read.copy.of == article:
            outlet = f"{one_line(read.article.outlet)}, " if read.article.outlet else ""
            yield f"{read.article.id} ({outlet}{say_changes(read.copy)})"
