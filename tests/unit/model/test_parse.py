from __future__ import annotations

from graphbuild.model.parse import Parse
from tests.parses import index_of, make_parse, parse_of


def test_children_stand_in_text_order_and_a_root_is_not_its_own() -> None:
    parse = parse_of("active")
    attacked = index_of(parse, "attacked")
    assert [parse.tokens[c].text for c in parse.children[attacked]] == ["Rebels", "army", "in", "."]
    assert attacked not in parse.children[attacked]
    assert parse.children[index_of(parse, "Kirkuk")] == ()


def test_tokens_know_their_sentence_and_stray_blanks_have_none() -> None:
    block = "They they PRON PRP nsubj 2\nfled flee VERB VBD ROOT 0\n/\nStay stay VERB VB ROOT 0"
    parse = make_parse(block)
    assert parse.sentence_of == (0, 0, 1)
    assert Parse(parse.tokens, parse.sentences[1:], ()).sentence_of == (-1, -1, 1)


def test_an_empty_parse_has_nothing() -> None:
    assert Parse((), (), ()).children == ()
    assert Parse((), (), ()).sentence_of == ()
