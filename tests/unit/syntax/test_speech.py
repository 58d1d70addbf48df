from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.model.text import PassageKind, Span
from graphbuild.syntax.quotes import quoted_tokens
from graphbuild.syntax.scope import owners, tokens_at
from graphbuild.syntax.speech import find_speech, speakers_of
from tests.parses import index_of, make_parse, parse_of, words_at

if TYPE_CHECKING:
    from graphbuild.model.parse import Parse

SAYING = frozenset({"say", "report", "deny"})


def _speakers(parse: Parse, trigger: str) -> list[str]:
    at = index_of(parse, trigger)
    speech = find_speech(parse, at, quoted_tokens(parse), SAYING.__contains__)
    return words_at(parse, speakers_of(parse, at, speech))


@pytest.mark.parametrize(
    ("name", "trigger", "speakers"),
    [
        ("active", "attacked", []),
        ("said_that", "attacked", ["minister"]),
        ("said_after", "attacked", ["minister"]),
        ("said_after", "said", []),
        ("according", "attacked", ["ministry"]),
        ("according_before", "attacked", ["officials"]),
        ("quote_one", "destroyed", ["general"]),
        ("quote_two", "destroyed", ["general"]),
        ("quote_two", "captured", ["general"]),
        ("quote_next", "destroyed", ["general"]),
        ("nested_speech", "fired", ["pilot"]),
        ("nested_speech", "reported", ["ministry"]),
    ],
)
def test_finds_who_says_so(name: str, trigger: str, speakers: list[str]) -> None:
    assert _speakers(parse_of(name), trigger) == speakers


def test_quotation_marks_hold_what_stands_between_them() -> None:
    parse = parse_of("quote_one")
    assert words_at(parse, quoted_tokens(parse)) == ["We", "destroyed", "the", "bridge", ","]


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    block = '" " PUNCT `` punct 2\nStay stay VERB VB ROOT 0\n/\nThey they PRON PRP nsubj 4\nfled flee VERB VBD ROOT 0'
    together = make_parse(block, '" Stay They fled')
    apart = make_parse(block, '" Stay\n\nThey fled')
    assert words_at(together, quoted_tokens(together)) == ["Stay", "They", "fled"]
    assert words_at(apart, quoted_tokens(apart)) == ["Stay"]


def test_each_token_belongs_to_the_nearest_scope_above_it() -> None:
    parse = parse_of("said_that")
    said, attacked = index_of(parse, "said"), index_of(parse, "attacked")
    found = owners(parse, {said, attacked})
    assert found[index_of(parse, "base")] == attacked
    assert found[index_of(parse, "minister")] == said
    assert found[said] == said
    assert owners(parse, set()) == [None] * len(parse.tokens)


def test_tokens_are_found_for_spans_and_left_out_where_there_are_none() -> None:
    parse = make_parse(
        "On on ADP IN prep 2\nMonday monday PROPN NNP ROOT 0", "On   Monday", PassageKind.HEADLINE
    )
    gap, whole, part = Span(2, 4), Span(0, 11), Span(6, 8)
    assert dict(tokens_at(parse, [gap, whole, part])) == {whole: (0, 2), part: (1, 2)}
