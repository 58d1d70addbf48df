"""Which format an input is in, by its name and by how it begins."""

from __future__ import annotations

import re
from pathlib import PurePath

from graphbuild.stages.reading.decoding import find_bom, refuse_binary
from graphbuild.stages.reading.options import InputFormat

_BY_SUFFIX = {
    ".html": InputFormat.HTML,
    ".htm": InputFormat.HTML,
    ".xhtml": InputFormat.HTML,
    ".jsonl": InputFormat.JSONL,
    ".ndjson": InputFormat.JSONL,
    ".json": InputFormat.JSONL,
    ".csv": InputFormat.CSV,
    ".tsv": InputFormat.CSV,
    ".rss": InputFormat.FEED,
    ".atom": InputFormat.FEED,
}
_NO_ARTICLE = frozenset(
    {".css", ".js", ".mjs", ".map", ".svg", ".py", ".sh", ".c", ".h", ".yaml", ".yml", ".toml", ".ini"}
    | {".cfg", ".log", ".ttl"}
)
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+)?([a-z][\w:.-]*)[\s>/]", re.I | re.S
)
_OBJECT = re.compile(r'\s*\{\s*"[^"\\]{1,80}"\s*:')
_OTHER_MARKUP = "markup of an unknown kind ({}); convert it to text, HTML or JSONL"
_FEED_ROOTS = frozenset({"rss", "feed", "rdf:rdf"})
_HTML_ROOTS = frozenset(
    {"html", "head", "body", "article", "main", "section", "header", "div", "p", "h1", "h2", "meta", "title"}
    | {"span", "a", "b", "i", "em", "strong", "ul", "ol", "table"}
)


def guess_format(name: str, head: bytes) -> InputFormat:
    """The format of a file with this name and these first bytes.

    Raises ValueError, with a reason, for what holds no article: binary data, style
    sheets, programs, markup of an unknown kind.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _NO_ARTICLE:
        raise ValueError(f"a {suffix} file holds no article; leave it out, or say what it is with --format")
    refuse_binary(head)
    return _BY_SUFFIX.get(suffix) or _guess_by_content(head)


def _guess_by_content(head: bytes) -> InputFormat:
    """Tell markup and JSON lines from plain text; CSV is never guessed."""
    # Markup and keys are ASCII in every encoding but the wide ones, which have a mark.
    start = head.decode(find_bom(head) or "latin-1", "ignore")
    if match := _MARKUP.match(start):
        root = match[1].lower()
        if root in _FEED_ROOTS:
            return InputFormat.FEED
        if root in _HTML_ROOTS:
            return InputFormat.HTML
        raise ValueError(_OTHER_MARKUP.format(f"<{root[:40]}>"))
    if start.lstrip().startswith("<?xml"):
        raise ValueError(_OTHER_MARKUP.format("XML"))
    return InputFormat.JSONL if _OBJECT.match(start) else InputFormat.TEXT
