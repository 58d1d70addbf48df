"""Which words stand between quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.model.parse import Parse

_MARKS = frozenset({'"', "``", "''", "«", "»"})


def quoted_tokens(parse: Parse) -> frozenset[int]:
    """Tokens inside quotation marks; a mark left open counts to the end of its paragraph.

    Paragraphs are told by gaps between sentences: news opens every paragraph of a long
    quotation anew and closes only the last.
    """
    inside: set[int] = set()
    is_open = False
    for number, sentence in enumerate(parse.sentences):
        if number and sentence.span.start - parse.sentences[number - 1].span.end > 1:
            is_open = False
        for token in parse.tokens[sentence.first : sentence.last]:
            if token.text in _MARKS:
                is_open = {"``": True, "''": False}.get(token.text, not is_open)
            elif is_open:
                inside.add(token.index)
    return frozenset(inside)
