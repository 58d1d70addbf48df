"""What a web page says of itself: title, publication date, outlet, address.

The date is taken from, in this order: JSON-LD ``datePublished`` of the article, meta
elements that mean publication, ``time`` elements that do. A source that names several
different days is passed over. Copyright lines, addresses and running text are never
searched, and no library that asks the clock is used.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.stages.reading.dates import parse_published

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ARTICLE_TYPE = re.compile(r"(?:.*/)?(?:\w*Article|\w*Posting|Report)$")
_DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
)
_PUBLISHED_HINT = re.compile(r"publish|pubdate|posted|entry-date|dateline", re.I)
_CHANGED_HINT = re.compile(r"modif|updat", re.I)
_TITLE_CUT = re.compile(r"\s+[|–—-]\s+")


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What a page says of itself; None for what it does not say."""

    title: str | None
    published: date | None
    outlet: str | None
    url: str | None


def read_page_meta(tree: HtmlElement) -> PageMeta:
    """Read the metadata of a parsed page."""
    articles = [node for node in _linked_data(tree) if _is_article(node)]
    meta = _meta_elements(tree)
    outlet = meta.get("og:site_name") or next(filter(None, map(_publisher, articles)), None)
    return PageMeta(
        title=_title(tree, meta, articles, outlet),
        published=_published(tree, meta, articles),
        outlet=outlet,
        url=_link(tree) or meta.get("og:url"),
    )


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """The top-level objects of a page's JSON-LD; damaged blocks are passed over."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                found = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _objects(found)


def _objects(found: object) -> Iterator[dict[str, object]]:
    """Objects of a JSON-LD block: the block, the members of a list or of @graph."""
    for item in found if isinstance(found, list) else [found]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _is_article(node: dict[str, object]) -> bool:
    """Whether a JSON-LD object is an article by its schema.org type."""
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE_TYPE.match(kind) is not None
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _publisher(node: dict[str, object]) -> str | None:
    """The name of an article's publisher."""
    publisher = node.get("publisher")
    return _words(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _meta_elements(tree: HtmlElement) -> dict[str, str]:
    """The first content of each meta element, by lower-case name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _words(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _title(
    tree: HtmlElement, meta: dict[str, str], articles: list[dict[str, object]], outlet: str | None
) -> str | None:
    """The page's only h1; else what metadata say; else the window title without the outlet."""
    headings = [words for h1 in tree.iter("h1") if (words := _words(h1.text_content()))]
    if len(headings) == 1:
        return headings[0]
    said = meta.get("og:title") or next((_words(node.get("headline")) for node in articles), None)
    words = said or _words(tree.findtext(".//title"))
    if words is None:
        return headings[0] if headings else None
    parts = _TITLE_CUT.split(words)
    return words[: -len(parts[-1])].rstrip(" |–—-") if len(parts) > 1 and parts[-1] == outlet else words


def _published(tree: HtmlElement, meta: dict[str, str], articles: list[dict[str, object]]) -> date | None:
    """The first source of a publication date that names exactly one day."""
    sources: Iterable[Iterable[object]] = (
        (node.get("datePublished") for node in articles),
        *((meta[name],) for name in _DATE_NAMES if name in meta),
        _times(tree, _PUBLISHED_HINT),
        _times(tree, re.compile("")),
    )
    for source in sources:
        days = {day for words in source if (day := _day(words)) is not None}
        if len(days) == 1:
            return days.pop()
    return None


def _times(tree: HtmlElement, hint: re.Pattern[str]) -> Iterator[str | None]:
    """The ``datetime`` of time elements that have this hint and do not mean a change."""
    for element in tree.iter("time"):
        about = f"{element.get('class') or ''} {element.get('itemprop') or ''} {' '.join(element.keys())}"
        if hint.search(about) and not _CHANGED_HINT.search(about):
            yield element.get("datetime")


def _day(words: object) -> date | None:
    """The day that a metadata value names, None when it cannot be read."""
    try:
        return parse_published(words) if isinstance(words, str) else None
    except ValueError:
        return None


def _link(tree: HtmlElement) -> str | None:
    """The page's canonical address."""
    return next((_words(e.get("href")) for e in tree.iter("link") if e.get("rel") == "canonical"), None)


def _words(value: object) -> str | None:
    """A string with single spaces, None for what is empty or none."""
    return " ".join(value.split()) or None if isinstance(value, str) else None
