"""The reader of plainly written YAML reads what the library reads, or leaves it to the library."""

from importlib import resources

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphbuild.errors import LexiconError
from graphbuild.lexicon.loading import parse_yaml, read_plain
from graphbuild.lexicon.plain import parse_plain

FILES = sorted(
    path.name for path in resources.files("graphbuild.ontology").iterdir() if path.name.endswith(".yaml")
)


def own(name: str) -> str:
    return resources.files("graphbuild.ontology").joinpath(name).read_text(encoding="utf-8")


def test_the_words_of_time_are_written_plainly() -> None:
    assert parse_plain(own("timewords.yaml")) == parse_yaml(own("timewords.yaml"), "timewords.yaml")


@pytest.mark.parametrize("name", FILES)
def test_whatever_it_reads_of_the_own_files_is_what_the_library_reads(name: str) -> None:
    found = parse_plain(own(name))
    assert found is None or found == parse_yaml(own(name), name)


LINES = st.sampled_from(
    [
        "a:",
        "b_c:",
        "a: [x, y]",
        "a: [",
        "  x, 'y',",
        '  "#", "s&p"]',
        "  one: 1",
        "  one: 1 # note",
        "  two words: new year's",
        '  "quoted": "a: b"',
        "  on: -1",
        "  - item",
        "  deep: {x: y}",
        "   x: three in",
        "    x: four in",
        "# note",
        "",
        "  ",
        "a: text",
        "  x: *y",
        "  x:  two",
        "  st. x: 01-01",
        "  x: ~",
        "a: []",
        "a: [x,, y]",
        "a: [x, y,]",
        "  km/h]",
        "---",
        "...",
    ]
)


@given(st.lists(LINES, max_size=8).map("\n".join))
@example("a:\nb:\n  x: y")
@example("a: [x\n  y]")
def test_any_text_is_read_as_the_library_reads_it_or_left_to_it(text: str) -> None:
    found = parse_plain(text)
    if found:
        assert found == parse_yaml(text, "some.yaml")


@given(st.text("ab:\n -#[],\"'x0&*!|>%@`{}\\\t~=?", max_size=60).map(lambda text: "a:\n" + text))
def test_signs_are_never_read_otherwise(text: str) -> None:
    found = parse_plain(text)
    if found:
        assert found == parse_yaml(text, "some.yaml")


def test_what_is_not_plain_goes_to_the_library() -> None:
    assert read_plain("cues.yaml") == parse_yaml(own("cues.yaml"), "cues.yaml")


def test_a_file_that_is_missing_is_named() -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.yaml"):
        read_plain("nowhere.yaml")
