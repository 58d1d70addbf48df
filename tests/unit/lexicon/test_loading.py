from __future__ import annotations

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon.loading import (
    expect_choice,
    expect_flag,
    expect_keys,
    expect_list,
    expect_mapping,
    expect_text,
    expect_texts,
    parse_yaml,
    read_yaml,
)


def test_every_scalar_stays_text() -> None:
    assert parse_yaml("a: NO\nb: 010\nc: 2019-12-29\nd: ~\ne: 1.0", "x.yaml") == {
        "a": "NO",
        "b": "010",
        "c": "2019-12-29",
        "d": "~",
        "e": "1.0",
    }


def test_a_key_that_stands_twice_is_refused_with_its_line() -> None:
    with pytest.raises(LexiconError, match=r"x\.yaml: line 3: 'a' stands twice"):
        parse_yaml("a: 1\nb: 2\na: 3", "x.yaml")


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "a: [", "? [a, b]\n: c"])
def test_what_is_no_knowledge_is_refused_by_file(text: str) -> None:
    with pytest.raises(LexiconError, match=r"^x\.yaml: "):
        parse_yaml(text, "x.yaml")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(LexiconError, match=r"no-such-file\.yaml: cannot be read"):
        read_yaml("no-such-file.yaml")


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        (expect_text, ["a"]),
        (expect_text, ""),
        (expect_text, " padded "),
        (expect_mapping, "a"),
        (expect_list, {"a": "b"}),
        (expect_texts, ["a", "a"]),
        (expect_texts, ["a", []]),
        (expect_flag, "true"),
    ],
)
def test_a_value_of_the_wrong_shape_is_refused_by_place(check, bad) -> None:
    with pytest.raises(LexiconError, match=r"^f\.yaml: entry: "):
        check(bad, "f.yaml: entry")


def test_right_shapes_pass_through() -> None:
    assert expect_text("a", "w") == "a"
    assert expect_texts(["a", "b"], "w") == ("a", "b")
    assert expect_mapping({"a": "b"}, "w") == {"a": "b"}
    assert expect_flag("yes", "w") is True
    assert expect_flag("no", "w") is False
    assert expect_choice("b", "w", ("a", "b")) == "b"


def test_keys_nobody_reads_and_keys_that_lack_are_refused() -> None:
    expect_keys({"a": "1", "b": "2"}, "w", required=["a"], optional=["b"])
    with pytest.raises(LexiconError, match="w: missing a"):
        expect_keys({"b": "2"}, "w", required=["a"], optional=["b"])
    with pytest.raises(LexiconError, match="w: unknown key c"):
        expect_keys({"a": "1", "c": "2"}, "w", required=["a"], optional=["b"])


def test_a_choice_outside_the_list_is_refused_with_the_list() -> None:
    with pytest.raises(LexiconError, match=r"w: 'z' is none of a, b"):
        expect_choice("z", "w", ("b", "a"))
