"""A fragment of HTML, as feeds carry it, as paragraphs of text."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure"}
    | {"footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section"}
    | {"table", "td", "th", "tr", "ul"}
)
_SILENT = frozenset({"script", "style"})


def strip_tags(fragment: str) -> str:
    """The text of a fragment, with a blank line between its blocks.

    >>> strip_tags("<p>Rebels <b>fled</b>.</p><p>Police &amp; army followed.</p>")
    'Rebels fled.\\n\\nPolice & army followed.'
    """
    reader = _Reader()
    reader.feed(fragment)
    reader.close()
    paragraphs = (" ".join(paragraph.split()) for paragraph in "".join(reader.parts).split("\0"))
    return "\n\n".join(filter(None, paragraphs))


class _Reader(HTMLParser):
    """Collects text, with a NUL where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\0")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag in _BLOCKS:
            self.parts.append("\0")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\0", ""))
