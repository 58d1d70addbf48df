"""Where paragraphs begin and end, whichever way a file breaks its lines.

A blank line ends a paragraph. So does a single line end, unless the text is
hard-wrapped: then a line goes on in the next one when the next one's first word would
not have fitted into it any more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from graphbuild.model.text import Span

_WIDTHS = range(50, 101)  # characters; narrower is a list, wider is no wrapping by hand
_FEWEST_BREAKS = 3
_OPEN = 0.5  # share of lines that end inside a sentence
_FULL = 0.8  # share of those that could not have taken one more word
_SLACK = 0.88  # of the width: ragged wrapping leaves lines a little short
_INDENT = 2
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: its words' place, its indent, the blocks before it."""

    span: Span
    indent: int
    block: int
    words: str

    @property
    def width(self) -> int:
        """Columns up to the last word."""
        return self.indent + len(self.words)


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, in order, without the white space around them.

    >>> [span.of("A fell.\\n\\nB rose.") for span in split_paragraphs("A fell.\\n\\nB rose.")]
    ['A fell.', 'B rose.']
    """
    lines = _read_lines(text)
    width = _wrapping_width(lines)
    starts = [0, *(n for n, (a, b) in enumerate(pairwise(lines), start=1) if not _goes_on(a, b, width))]
    return tuple(
        Span(lines[first].span.start, lines[after - 1].span.end)
        for first, after in pairwise((*starts, len(lines)))
        if first < after
    )


def _read_lines(text: str) -> list[_Line]:
    """The lines that are not blank."""
    lines: list[_Line] = []
    start = block = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            begin = start + indent
            lines.append(_Line(Span(begin, begin + len(words)), indent, block, words))
        elif lines and lines[-1].block == block:
            block += 1
        start += len(raw)
    return lines


def _wrapping_width(lines: list[_Line]) -> int | None:
    """The column at which a text was wrapped, None when it was not."""
    breaks = [(a, b) for a, b in pairwise(lines) if a.block == b.block]
    if len(breaks) < _FEWEST_BREAKS:
        return None
    widths = sorted(line.width for line, _ in breaks)
    width = widths[(len(widths) - 1) * 19 // 20]  # one long address does not count
    left_open = [(a, b) for a, b in breaks if not _SENTENCE_END.search(a.words)]
    full = sum(_is_full(a, b, width) for a, b in left_open)
    wrapped = len(left_open) >= _OPEN * len(breaks) and full >= _FULL * len(left_open)
    return width if wrapped and width in _WIDTHS else None


def _is_full(line: _Line, after: _Line, width: float) -> bool:
    """Whether the next line's first word would not have fitted into this line."""
    return line.width + 1 + len(after.words.split(maxsplit=1)[0]) > width


def _goes_on(line: _Line, after: _Line, width: int | None) -> bool:
    """Whether a paragraph goes on from one line to the next."""
    if line.block != after.block:
        return False
    if width is not None and after.indent - line.indent < _INDENT and _is_full(line, after, _SLACK * width):
        return True
    # No paragraph begins with a small letter, and none stops in the middle of a sentence.
    first = after.words.split(maxsplit=1)[0]
    return (
        first.isalpha() and first.islower() and line.width in _WIDTHS and not _SENTENCE_END.search(line.words)
    )
