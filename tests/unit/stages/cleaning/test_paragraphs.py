import textwrap

import pytest

from graphbuild.stages.cleaning.paragraphs import split_paragraphs

STORY = [
    "Rebels in the north of the country attacked a convoy of lorries on Monday and killed two of the drivers, the "
    "governor of the province told reporters. The others fled into the hills and were found a day later.",
    "The army sent helicopters. They returned in the evening without having seen anybody, a spokeswoman said, but the "
    "search would go on as long as the weather allowed it, and it would be extended to the border.",
    "Nobody has claimed the attack.",
    "Two weeks ago, a bus was stopped on the same road. The passengers lost their money and their telephones, and the "
    "driver was beaten when he protested against the theft of the bus.",
]


def words_of(text):
    return [" ".join(span.of(text).split()) for span in split_paragraphs(text)]


@pytest.mark.parametrize(
    "gap", ["\n\n", "\r\n\r\n", "\n", "\r\n", "\r", "\n \t\n", "\n\n\n\n", "\u2029", "\x0c"]
)
def test_paragraphs_are_cut_at_line_ends(gap):
    assert words_of(gap.join(STORY)) == STORY


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_that_was_wrapped_is_put_together_again(width, end):
    assert words_of("\n\n".join(textwrap.fill(p, width) for p in STORY).replace("\n", end)) == STORY


def test_wrapped_paragraphs_may_be_told_by_indents():
    text = "\n".join(textwrap.fill(p, 72, initial_indent="    ") for p in STORY)
    assert words_of(text) == STORY


def test_wrapped_paragraphs_without_gaps_are_told_by_their_short_last_lines():
    text = "\n".join(textwrap.fill(p, 76) for p in STORY)
    assert words_of(text) == STORY


def test_a_headline_and_a_byline_are_not_drawn_into_wrapped_text():
    body = "\n\n".join(textwrap.fill(p, 72) for p in STORY)
    assert words_of(f"Two drivers killed in the north\nBy Ann Roe\n{body}")[:2] == [
        "Two drivers killed in the north",
        "By Ann Roe",
    ]


def test_one_address_that_is_too_long_does_not_hide_the_wrapping():
    body = "\n\n".join(textwrap.fill(p, 72) for p in STORY)
    text = f"{body}\n\nThe list is at\nhttps://courier.example.net/{'x' * 120}\nin the archive."
    assert words_of(text)[: len(STORY)] == STORY


def test_short_lines_of_whole_sentences_stay_apart():
    lines = [
        "Rebels attacked a convoy on Monday, the governor said.",
        "The army sent helicopters, which found nobody at all.",
    ]
    assert words_of("\n".join(lines * 4)) == lines * 4


def test_a_list_of_headlines_is_not_taken_for_wrapped_text():
    lines = [
        "Rebels attack convoy in the north of the country",
        "Army sends helicopters, finds nobody in the hills so far",
        "Governor says search to go on",
        "Two drivers buried in the capital before a large crowd",
        "Bus driver beaten on the same road only two weeks ago",
        "Border closed",
    ]
    assert words_of("\n".join(lines)) == lines


def test_a_line_that_stops_in_a_sentence_goes_on_in_small_letters():
    text = "Rebels in the north of the country attacked a convoy of\nlorries on Monday, the governor said."
    assert len(split_paragraphs(text)) == 1


def test_spans_hold_no_white_space_at_their_ends():
    text = "  \n\t Rebels fled. \u00a0\n\n\n   They returned.\t"
    assert [span.of(text) for span in split_paragraphs(text)] == ["Rebels fled.", "They returned."]


@pytest.mark.parametrize("text", ["", " \n\t\r\n "])
def test_nothing_has_no_paragraphs(text):
    assert split_paragraphs(text) == ()
