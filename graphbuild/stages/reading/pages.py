"""Saved web pages: trafilatura finds the article's text, the page's metadata the rest.

The text is the title, a blank line, and the paragraphs with blank lines between them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.html  # type: ignore[import-untyped]
import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from graphbuild.errors import InputError
from graphbuild.model.text import PublishedFrom
from graphbuild.stages.reading.decoding import decode
from graphbuild.stages.reading.drafts import Draft
from graphbuild.stages.reading.pagemeta import read_page_meta

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD = 4096
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=["']([\w.:-]+)""", re.I
)
_NO_TEXT = "a page without an article's text; save the page of one article, with its text in it"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


def read_page(data: bytes, origin: str) -> Draft:
    """Read one saved page; InputError when it holds no article."""
    try:
        tree = _parse(decode(data, _declared(data)))
    except ValueError as error:
        raise InputError(origin, str(error)) from error
    meta = read_page_meta(tree)
    paragraphs = _extract(tree, origin)
    if meta.title is not None:
        if _squeeze(paragraphs[0]) == _squeeze(meta.title):
            del paragraphs[0]
        paragraphs.insert(0, meta.title)
    return Draft(
        origin=origin,
        text="\n\n".join(paragraphs),
        title=meta.title,
        published=meta.published,
        published_from=PublishedFrom.METADATA if meta.published else None,
        outlet=meta.outlet,
        url=meta.url,
    )


def _declared(data: bytes) -> str | None:
    """The charset that a page names in its head."""
    match = _CHARSET.search(data[:_HEAD])
    return (match[1] or match[2]).decode("ascii") if match else None


def _parse(text: str) -> HtmlElement:
    """Parse markup; ValueError when there is none."""
    # Bytes, because lxml refuses text that declares an encoding in its XML line.
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
    except LxmlError:
        raise ValueError(_NO_TEXT) from None


def _extract(tree: HtmlElement, origin: str) -> list[str]:
    """The paragraphs of the page's article."""
    links = {_squeeze(link.text_content()) for link in tree.iter("a")}
    page = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    text = page.text if page is not None and not isinstance(page, dict) and page.text else ""
    paragraphs = [line.removeprefix("- ").strip() for line in text.splitlines()]
    paragraphs = [line for line in paragraphs if line]
    if not any(_is_prose(line) and _squeeze(line) not in links for line in paragraphs):
        raise InputError(origin, _NO_TEXT)
    return paragraphs


def _is_prose(line: str) -> bool:
    """Whether a paragraph reads like a sentence rather than like an entry of a menu."""
    return _SENTENCE_END.search(line) is not None or len(line.split()) >= 12


def _squeeze(words: str) -> str:
    """Words as they are compared: one space between them, no case."""
    return " ".join(words.split()).casefold()
