"""The notation of the grammar: what a pattern becomes, and what it asks of a passage."""

import re

import pytest

from graphbuild.stages.timexes.notation import Notation, literals
from graphbuild.stages.timexes.scan import Alphabet

ALPHABET = Alphabet(
    {}, {}, {"month": "abc", "day": "de", "clock12": "h", "=the": "t", "=of": "o", "=late": "l", "unit": "d"}
)
MACROS = {"mon": "(?:<month>|late)", "dom": "(?:<day>|<month>of)", "unit": "(?:<unit>|the)"}
NOTATION = Notation(MACROS, ALPHABET, "to")


def test_classes_side_by_side_become_one() -> None:
    piece = NOTATION.read("<mon>")
    assert (piece.source, piece.letters) == ("[abcl]", frozenset("abcl"))
    assert NOTATION.read("(?:the|of|<day>of)").source == "(?:[ot]|[de]o)"


def test_what_is_remembered_is_a_named_group_and_figures_tell_two_apart() -> None:
    match = re.fullmatch(NOTATION.read("{mon}the{mon2}").source, "ata")
    assert match is not None
    assert match.groupdict() == {"mon": "a", "mon2": "a"}


def test_a_class_name_may_end_in_figures() -> None:
    assert NOTATION.read("<clock12>").source == "h"


def test_in_a_macro_its_name_is_the_class() -> None:
    assert NOTATION.read("<unit>").letters == frozenset("dt")


def test_a_match_begins_with_one_of_first_and_has_one_of_each_of_needs() -> None:
    piece = NOTATION.read("(?:the)?<dom>(?=of)<clock12>")
    assert piece.first == frozenset("tdeabc")
    assert piece.needs == (frozenset("h"), frozenset("abcde"))
    assert not piece.optional


def test_what_may_be_missing_is_not_needed() -> None:
    assert NOTATION.read("the<mon>?").needs == (frozenset("t"),)
    assert NOTATION.read("(?:<day>)*(?:of)?(?!the)").optional


@pytest.mark.parametrize("pattern", ["the-of", "(?:the", "the)", "9"])
def test_what_is_not_of_the_notation_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        NOTATION.read(pattern)


def test_literals_are_the_plain_words_only() -> None:
    assert literals(["(?:the|<month>){mon2}of{0,5}"]) == {"the", "of"}
