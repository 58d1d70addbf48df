"""That one article repeats the text of another, and where the two differ."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.model.text import Span


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence that two articles word differently: ``span`` in the copy, ``other`` in what it is held against."""

    span: Span
    other: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is for the most part the text of another one, its representative.

    The representative is the earliest published of the group, then the longest, then the
    first by id; who wrote the text first is not known and not said. ``added`` are sentences
    that only this article has, ``removed`` those that only the representative has (offsets
    into its text), ``changed`` those that both have in other words. ``other_headline`` is
    whether both have a title and the titles differ.
    """

    of: str
    added: tuple[Span, ...]
    removed: tuple[Span, ...]
    changed: tuple[Changed, ...]
    other_headline: bool

    @property
    def is_exact(self) -> bool:
        """Whether every sentence is the same, the headline aside."""
        return not (self.added or self.removed or self.changed)
