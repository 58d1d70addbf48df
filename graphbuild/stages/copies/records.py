"""Copies among records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.stages.copies.grouping import Candidate, find_copies, find_pairs
from graphbuild.stages.copies.sentences import Page, page_of, prose_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from graphbuild.model.copy import Copy
    from graphbuild.model.timeline import ArticleRecord


def group_copies(read: Callable[[], Iterable[ArticleRecord]]) -> Mapping[str, Copy]:
    """Article id to what it copies; ``read`` gives the records, and is asked for them twice."""
    pairs = find_pairs(map(candidate_of, read()))
    if not pairs:
        return {}
    likely = pairs.keys() | {other for others in pairs.values() for other in others}
    return find_copies(pairs, (page_of_record(r) for r in read() if r.article.id in likely))


def candidate_of(record: ArticleRecord) -> Candidate:
    """A record as far as it may be told at a glance whether it is a copy."""
    article = record.article
    return Candidate(article.id, article.published, len(article.text), record.sketch)


def page_of_record(record: ArticleRecord) -> Page:
    """A record as it is compared with what it may copy."""
    return page_of(record.article, prose_of(record.passages, record.sentences))
