"""An article with its time expressions marked inline: TimeML 1.2.1, as other taggers read it.

The elements are those of the TempEval-3 files (UzZaman et al. 2013), which scorers and
training tools take: DOCID, DCT with the publication date as TIMEX3 t0, TITLE and TEXT.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from graphbuild.model.time import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from graphbuild.model.text import Article
    from graphbuild.model.time import Timex

UNKNOWN_DAY: Final = "XXXX-XX-XX"
"""The TIMEX3 value of a publication date that nobody gives."""

_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n\n'
)
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A parser turns a bare carriage return into a line feed (XML 1.0, 2.11).
_KEPT: Final = {"\r": "&#13;"}


def to_timeml(article: Article, timexes: Iterable[Timex]) -> bytes:
    """One TimeML document in UTF-8; ``timexes`` are in order and do not overlap.

    The characters of TEXT, unescaped, are those of the article one for one: a TIMEX3 begins
    and ends where its span does. Characters that XML 1.0 cannot hold, not even escaped, are
    U+FFFD there (``count_replaced`` says how many).
    """
    title = "" if article.title is None else f"<TITLE>{_text(article.title)}</TITLE>\n\n"
    text = "".join(_marked(article.text, timexes))
    return (
        f"{_HEAD}<DOCID>{_text(article.id)}</DOCID>\n\n<DCT>{_creation(article.published)}</DCT>\n\n"
        f"{title}<TEXT>{text}</TEXT>\n\n</TimeML>\n"
    ).encode()


def count_replaced(text: str) -> int:
    """How many characters of a text XML 1.0 cannot hold.

    >>> count_replaced("a\\x0cb\\ufffe\\n")
    2
    """
    return sum(1 for _ in _NOT_XML.finditer(text))


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text), _KEPT)


def _creation(published: date | None) -> str:
    words = "" if published is None else published.isoformat()
    return (
        f'<TIMEX3 tid="t0" type="DATE" value="{words or UNKNOWN_DAY}" temporalFunction="false"'
        f' functionInDocument="CREATION_TIME">{words}</TIMEX3>'
    )


def _marked(text: str, timexes: Iterable[Timex]) -> Iterator[str]:
    done = 0
    for number, timex in enumerate(timexes, 1):
        yield _text(text[done : timex.span.start])
        attributes = " ".join(f"{name}={quoteattr(value)}" for name, value in _attributes(timex, number))
        yield f"<TIMEX3 {attributes}>{_text(timex.span.of(text))}</TIMEX3>"
        done = timex.span.end
    yield _text(text[done:])


def _attributes(timex: Timex, number: int) -> Iterator[tuple[str, str]]:
    yield "tid", f"t{number}"
    yield "type", timex.type.value
    yield "value", timex.value
    if timex.mod is not None:
        yield "mod", timex.mod
    is_reckoned = timex.when is not None and timex.when.basis is Basis.RELATIVE
    yield "temporalFunction", "true" if is_reckoned else "false"
