import time

import pytest

from graphbuild.model.text import Article, PassageKind
from graphbuild.stages.cleaning import mark_passages

H, P, D, C, B, L, N, R = (
    PassageKind.HEADLINE,
    PassageKind.PROSE,
    PassageKind.DATELINE,
    PassageKind.CAPTION,
    PassageKind.BYLINE,
    PassageKind.LINK,
    PassageKind.NOTICE,
    PassageKind.REPEAT,
)
STORY = "Rebels attacked a convoy in the north on Monday, the governor said."
MORE = "The army sent helicopters, which found nobody."


def marked(*paragraphs, title=None, gap="\n\n"):
    text = gap.join(paragraphs)
    article = Article("x", None, title, None, text, None, "x.txt")
    return [(passage.kind, passage.span.of(text)) for passage in mark_passages(article)]


def kinds(*paragraphs, title=None, gap="\n\n"):
    return [kind for kind, _ in marked(*paragraphs, title=title, gap=gap)]


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n"])
def test_an_article_is_taken_apart(gap):
    found = marked(
        "Two drivers killed in the north",
        "By Ann Roe",
        "December 30, 2019",
        "A convoy in 2011. (Courier/Ann Roe)",
        "A convoy in 2011. (Courier/Ann Roe)",
        f"OSLO, Dec. 30 (Halyard) — {STORY}",
        "Related: Bus stopped in the north",
        MORE,
        MORE,
        "-- Ann Roe can be reached at",
        "Show Full Article",
        gap=gap,
    )
    assert [kind for kind, _ in found] == [H, B, D, C, C, D, P, L, P, R, B, L]
    assert (found[5][1], found[6][1]) == ("OSLO, Dec. 30 (Halyard) —", STORY)


@pytest.mark.parametrize(
    "first",
    [
        "Two drivers killed in the north",
        "Who killed two drivers in the north?",
        "‘They fired’: Two drivers killed in the north",
        "Two drivers killed; rebels blamed by U.S.",
    ],
)
def test_a_short_first_line_over_prose_is_the_headline(first):
    assert kinds(first, STORY) == [H, P]


@pytest.mark.parametrize(
    "first",
    [
        "Two drivers were killed.",
        "He said “They are dead.”",
        "The governor said:",
        "Two drivers were killed,",
        "OSLO (Halyard) — Two drivers were killed in the north",
        " ".join(["word"] * 40),
    ],
)
def test_a_first_paragraph_that_reads_like_body_text_is_no_headline(first):
    assert H not in kinds(first, STORY)


@pytest.mark.parametrize(
    "paragraphs", [["Two drivers killed in the north"], ["One thing", "Another thing", "A third thing"]]
)
def test_without_prose_below_there_is_no_headline(paragraphs):
    assert kinds(*paragraphs) == [P] * len(paragraphs)


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Two drivers killed.", "Two drivers killed."),
        ("“Two drivers” killed – again", '"Two  drivers" killed - AGAIN'),
        ("Photo: why it was taken", "Photo: why it was taken"),
        ("word " * 40, "word " * 40),
    ],
)
def test_the_title_is_the_headline_however_it_is_written(title, first):
    assert kinds(first, STORY, title=title) == [H, P]


def test_the_title_is_found_below_a_byline():
    assert kinds("By Ann Roe", "Two drivers are dead.", STORY, title="Two drivers are dead.") == [B, H, P]


def test_a_title_that_is_not_in_the_text_leaves_the_first_line_to_its_looks():
    assert kinds(STORY, MORE, title="Two drivers killed") == [P, P]


def test_a_headline_told_again_is_a_repeat():
    assert kinds("Two drivers killed", "Two drivers killed", STORY, title="Two drivers killed") == [H, R, P]


def test_a_repeat_must_be_word_for_word():
    assert kinds(STORY, MORE, STORY.replace("Monday", "Sunday"), STORY) == [P, P, P, R]


def test_a_dateline_alone_is_a_paragraph_of_its_own():
    assert kinds("HAVANA (AP) --", STORY) == [D, P]


def test_a_city_in_capitals_is_a_dateline_near_the_top_only():
    city = "MIAMI — The governor left."
    assert kinds(STORY, city) == [P, D, P]
    assert kinds(STORY, MORE, "They left.", "They came.", city) == [P] * 5


def test_staff_credits_at_the_end_of_a_paragraph_are_cut_off():
    assert marked(f"{STORY} (Reporting by Ann Roe; Editing by Bo Lee)") == [
        (P, STORY),
        (N, "(Reporting by Ann Roe; Editing by Bo Lee)"),
    ]


def test_brackets_at_the_end_of_prose_stay():
    assert kinds(f"{STORY[:-1]} (who was shot).") == [P]


@pytest.mark.parametrize(
    "label", ["Related:", "Read more:", "More from the Courier", "Most read", "You may also like"]
)
def test_headlines_listed_under_a_label_are_links(label):
    text = f"{STORY}\n\n{label}\nBus stopped in the north\nGovernor falls ill\n\n{MORE}"
    assert kinds(text) == [P, L, L, L, P]


def test_bulleted_links_may_stand_apart_from_their_label():
    assert kinds(STORY, "Related stories", "- Bus stopped", "- Governor falls ill", MORE) == [P, L, L, L, P]


def test_prose_under_a_label_stays_prose():
    assert kinds("Read more", STORY, "Governor falls ill", MORE, gap="\n") == [L, P, P, P]


def test_lists_in_prose_stay_prose():
    assert kinds(STORY, "The dead are:", "- Ann Roe, a driver", "- Bo Lee, a driver") == [P, P, P, P]


def test_a_long_paragraph_is_prose_whatever_it_begins_with():
    assert kinds("Related: " + MORE * 30) == [P]


def test_signs_that_cannot_be_seen_do_not_hide_a_rule():
    assert kinds(STORY, "\u200bRead more: Bus stopped", "\ufeff") == [P, L, N]


def test_an_empty_text_has_no_passages():
    assert marked("") == []


@pytest.mark.parametrize(
    "unit",
    ["A, ", "AB ", "By Al Bo ", "(", "Dec. 30 ", "x\n", "A (B/C)\n", "In this big ", "more on ", "a/", "-"],
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(unit):
    def seconds(count):
        text = unit * count
        begun = time.process_time()  # other work on the machine does not count
        mark_passages(Article("x", None, None, None, text, None, "x.txt"))
        return time.process_time() - begun

    short = min(seconds(2_000) for _ in range(3))
    long = min(seconds(20_000) for _ in range(2))
    assert long < 40 * short + 0.2
