"""RSS and Atom: one article for each entry.

The text is the entry's title, a blank line, and its content, or its summary where there
is no content, without tags. The date is the entry's own: published, or updated where
that is all it has (in RSS that is Dublin Core's date).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import feedparser

from graphbuild.errors import InputError
from graphbuild.model.text import PublishedFrom
from graphbuild.stages.reading.dates import parse_published
from graphbuild.stages.reading.drafts import Draft
from graphbuild.stages.reading.markup import strip_tags
from graphbuild.stages.reading.options import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graphbuild.stages.reading.options import ReadOptions


def read_feed(data: bytes, origin: str, options: ReadOptions) -> Iterator[Draft | Failure]:
    """Read the entries of one feed; InputError when it is none."""
    try:
        # A stream, because feedparser takes bytes and text for file names and addresses.
        feed = feedparser.parse(io.BytesIO(data))
    except (ValueError, RecursionError) as error:
        raise InputError(origin, f"not a feed that can be read ({error}); save the feed again") from error
    if not feed.entries:
        raise InputError(origin, "no feed, or one without entries; save the feed again or give its pages")
    outlet = feed.feed.get("title") or None
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{origin}#{number}"
        try:
            published = None if options.published else _published(entry, place)
        except InputError as error:
            yield Failure(error.origin, error.reason)
            continue
        yield _read_entry(entry, place, outlet, published)


def _read_entry(
    entry: feedparser.FeedParserDict, place: str, outlet: str | None, published: date | None
) -> Draft:
    """The article that one entry holds."""
    title = " ".join(_words(entry.get("title_detail")).split()) or None
    contents = entry.get("content") or [entry.get("summary_detail")]
    body = "\n\n".join(filter(None, map(_words, contents)))
    link = entry.get("link") or ""  # its id, where it has no link
    repeated = title is not None and (body == title or body.startswith(f"{title}\n"))
    return Draft(
        origin=place,
        text=body if title is None or repeated else f"{title}\n\n{body}".rstrip(),
        title=title,
        published=published,
        published_from=PublishedFrom.METADATA if published else None,
        outlet=outlet,
        url=link if "://" in link else None,
    )


def _words(detail: feedparser.FeedParserDict | None) -> str:
    """The text of a title, summary or content, of whichever type."""
    if not detail:
        return ""
    value = detail.get("value") or ""
    return value.strip() if detail.get("type") == "text/plain" else strip_tags(value)


def _published(entry: feedparser.FeedParserDict, place: str) -> date | None:
    """The entry's date; one that cannot be read is an InputError."""
    # Not entry.get, which warns and answers with another date when there is no updated.
    words = entry.get("published") or dict.get(entry, "updated")
    try:
        return parse_published(words) if words else None
    except ValueError as error:
        raise InputError(place, str(error)) from error
