"""Between copies in the model and in the lines of articles, both ways."""

from __future__ import annotations

from graphbuild.model.copy import Changed, Copy
from graphbuild.model.text import Span
from graphbuild.store.lines import ChangedLine, CopyLine, StretchLine


def copy_line(copy: Copy) -> CopyLine:
    """What differs in a copy, as part of an article's line."""
    return CopyLine(
        [StretchLine(s.start, s.end) for s in copy.added],
        [StretchLine(s.start, s.end) for s in copy.removed],
        [ChangedLine(c.span.start, c.span.end, c.other.start, c.other.end) for c in copy.changed],
        copy.other_headline,
    )


def read_copy(of: str, line: CopyLine) -> Copy:
    """The copy that part of a line tells of; ``of`` is what it copies."""
    return Copy(
        of,
        tuple(Span(s.start, s.end) for s in line.added),
        tuple(Span(s.start, s.end) for s in line.removed),
        tuple(Changed(Span(c.start, c.end), Span(c.other_start, c.other_end)) for c in line.changed),
        line.other_headline,
    )
