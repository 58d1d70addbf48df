"""The short ways in from Python: articles from paths, the events of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.pipeline import load_toolkit, read_records
from graphbuild.stages import reading
from graphbuild.stages.parsing import DEFAULT_MODEL
from graphbuild.stages.reading import Failure, ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.model.text import Article
    from graphbuild.model.timeline import ArticleRecord


def read_articles(paths: Sequence[str], options: ReadOptions | None = None) -> Iterator[Article]:
    """Articles from files, folders and globs, in a fixed order.

    Raises InputError at the first input that cannot be read; ``graphbuild build`` goes on
    and lists failures instead.
    """
    for found in reading.read_articles(paths, options or ReadOptions()):
        if isinstance(found, Failure):
            raise InputError(found.origin, found.reason)
        yield found


def read_events(article: Article, model: str = DEFAULT_MODEL) -> ArticleRecord:
    """Everything that one article tells, with no knowledge of another."""
    return next(read_records([article], load_toolkit(model)))
