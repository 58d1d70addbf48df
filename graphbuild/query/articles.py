"""Which articles of a build are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphbuild.model.timeline import Timeline

_SHOWN_CANDIDATES = 8


def find_articles(timeline: Timeline, wanted: Iterable[str]) -> frozenset[str]:
    """Ids of the articles meant: by id, by origin (all that were read there), or by the beginning of one id.

    Raises QueryError for a word that means none, or several by the beginning of their ids.
    """
    known = {read.article.id: read.article.origin for read in timeline.articles}
    found: set[str] = set()
    for word in wanted:
        if word in known:
            found.add(word)
        elif origins := [key for key, origin in known.items() if origin == word]:
            found.update(origins)
        else:
            found.add(_only([key for key in known if word and key.startswith(word)], word))
    return frozenset(found)


def _only(close: Sequence[str], word: str) -> str:
    if not close:
        raise QueryError(f"no article of this build has the id or the origin {word!r}")
    if len(close) > 1:
        raise QueryError(f"{len(close)} articles fit {word!r}: {', '.join(close[:_SHOWN_CANDIDATES])}")
    return close[0]
