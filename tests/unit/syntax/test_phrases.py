from __future__ import annotations

import pytest

from graphbuild.syntax.phrases import ancestors, conjuncts, left_edge, measured, phrase, subtree
from tests.parses import index_of, make_parse, parse_of, text_of, words_at

PARTITIVE = frozenset({"barrage", "dozen"})


@pytest.mark.parametrize(
    ("name", "head", "words"),
    [
        ("active", "army", "the army"),
        ("passive_bare", "soldiers", "Two soldiers"),
        ("partitive", "barrage", "A barrage of rockets"),
        ("of_phrase", "Members", "Members of the council"),
        ("list_victims", "nurses", "two nurses"),
        ("plan_to", "plan", "The government's plan"),
        ("conj_subjects", "Turkey", "Turkey"),
        ("sanctions_on", "sanctions", "sanctions"),
        ("relcl_subject", "man", "a man"),
    ],
)
def test_a_phrase_goes_from_its_determiner_to_its_of_phrase(name: str, head: str, words: str) -> None:
    parse = parse_of(name)
    assert phrase(parse, index_of(parse, head)).of(text_of(name)) == words


@pytest.mark.parametrize(
    ("name", "head", "about"),
    [
        ("partitive", "barrage", "rockets"),
        ("partitive_number", "Dozens", "protesters"),
        ("of_phrase", "Members", "Members"),
        ("active", "army", "army"),
    ],
)
def test_a_measuring_noun_is_about_what_it_measures(name: str, head: str, about: str) -> None:
    parse = parse_of(name)
    assert words_at(parse, measured(parse, index_of(parse, head), PARTITIVE)) == [about]


def test_members_of_a_list_come_in_text_order() -> None:
    parse = parse_of("relcl_list")
    assert words_at(parse, conjuncts(parse, index_of(parse, "doctors"))) == ["doctors", "nurses"]


def test_verbs_are_no_members_of_a_list_of_nouns() -> None:
    parse = parse_of("conj_subject")
    assert conjuncts(parse, index_of(parse, "stormed")) == (index_of(parse, "stormed"),)


def test_ancestors_end_at_the_root_and_subtrees_hold_everything_below() -> None:
    parse = parse_of("said_that")
    attacked, said = index_of(parse, "attacked"), index_of(parse, "said")
    assert list(ancestors(parse, index_of(parse, "base"))) == [attacked, said]
    assert {parse.tokens[i].text for i in subtree(parse, attacked)} == {
        "that",
        "rebels",
        "attacked",
        "the",
        "base",
    }


def test_thousands_of_nested_owners_are_one_phrase() -> None:
    rows = [f"man man NOUN NN poss {n + 1}" for n in range(1, 3_000)]
    parse = make_parse("\n".join([*rows, "fled flee VERB VBD ROOT 0"]))
    assert left_edge(parse, 2_998) == 0
