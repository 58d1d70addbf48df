"""What a reader of one format finds, and how an article is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.model.ids import article_id
from graphbuild.model.text import Article, PublishedFrom
from graphbuild.stages.reading.datelines import find_dateline_date

if TYPE_CHECKING:
    from datetime import date

    from graphbuild.stages.reading.options import ReadOptions

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file tells it, before the user's options are heard.

    ``origin`` is where errors point; ``table`` is the file of a row. An article of a table
    is called by its id there, so that sorting a file's lines changes nothing in a build.
    """

    origin: str
    text: str
    id: str | None = None
    title: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    outlet: str | None = None
    url: str | None = None
    table: str | None = None


def finish(draft: Draft, options: ReadOptions) -> Article:
    """Make an article of a draft; InputError when its text cannot be one."""
    if not draft.text.strip():
        raise InputError(draft.origin, "holds no text; remove it or give the article's text")
    for field in (draft.text, draft.id, draft.title, draft.outlet, draft.url):
        if field is not None and ("\0" in field or _SURROGATE.search(field)):
            raise InputError(
                draft.origin, "holds NUL characters or half characters; remove them from its text"
            )
    published, known_from = _published(draft, options)
    name = draft.id or article_id(draft.text, draft.title)
    return Article(
        id=name,
        outlet=options.outlet or draft.outlet,
        title=draft.title,
        published=published,
        text=draft.text,
        url=draft.url,
        origin=f"{draft.table}#{name}" if draft.table else draft.origin,
        published_from=known_from,
    )


def _published(draft: Draft, options: ReadOptions) -> tuple[date | None, PublishedFrom | None]:
    """The publication date by the first of: user, file, dateline; and which it was."""
    if options.published is not None:
        return options.published, PublishedFrom.GIVEN
    if draft.published is not None:
        return draft.published, draft.published_from
    day = find_dateline_date(draft.text)
    return day, None if day is None else PublishedFrom.DATELINE
