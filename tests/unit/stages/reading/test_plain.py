from datetime import date

import pytest

from graphbuild.model.ids import article_id
from graphbuild.model.text import PublishedFrom
from graphbuild.stages.reading import Failure


def test_a_header_is_metadata_and_the_text_is_what_follows(read):
    (article,) = read("header.txt")
    assert article.text == "A ferry with 90 people on board ran aground on Wednesday.\n\nNobody was hurt.\n"
    assert article.title == "Ferry runs aground off Rosslare"
    assert (article.published, article.published_from) == (date(2018, 3, 14), PublishedFrom.HEADER)
    assert (article.outlet, article.url) == (
        "The Tessington Chronicle",
        "https://chronicle.example.com/ferry",
    )
    assert article.id == article_id(article.text, article.title)


def test_without_a_header_the_text_is_the_file_unchanged(read):
    (article,) = read("crlf.txt")
    assert article.text.count("\r\n") == 4
    assert article.text.startswith("Miners end strike in Antofagasta\r\n\r\nMiners")
    assert (article.title, article.published, article.published_from) == (None, None, None)


def test_a_byte_order_mark_is_no_part_of_the_text(read):
    (article,) = read("utf-8-bom.txt")
    assert article.text.startswith("Lighthouse sold\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("latin-1.txt", "Its façade had been painted green, said Mr Lefèvre."),
        ("windows-1252.txt", "“I have resigned,” the minister’s letter said – it cost £3 to send."),
        ("utf-16.txt", "The Škoda works closed a mountain hut on Friday — for good, it said."),
    ],
)
def test_each_encoding_is_read_as_written(read, name, words):
    (article,) = read(name)
    assert words in article.text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_header_may_end_its_lines_in_any_way(read, write, end):
    (article,) = read(write("x.txt", end.join(["Date: 2019-01-02", "", "", "A well ran dry.", "It did."])))
    assert article.text == f"A well ran dry.{end}It did."
    assert article.published == date(2019, 1, 2)


def test_a_line_that_looks_like_a_header_further_down_is_text(read, write):
    (article,) = read(write("x.txt", "A well ran dry.\nDate: nobody knows"))
    assert article.text == "A well ran dry.\nDate: nobody knows"


def test_an_empty_header_line_says_nothing(read, write):
    (article,) = read(write("x.txt", "Title:\nDate:\n\nA well ran dry."))
    assert (article.title, article.published, article.text) == (None, None, "A well ran dry.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Date: soon\n\nA well ran dry.", "use YYYY-MM-DD"),
        ("Date: 03/04/2020\n\nA well ran dry.", "ambiguous"),
        ("Title: A\nTitle: B\n\nA well ran dry.", "twice"),
        ("Title: A well\nDate: 2019-01-01\n\n", "holds no text"),
    ],
)
def test_a_header_that_is_wrong_is_a_failure(read, write, text, said):
    (failure,) = read(write("x.txt", text))
    assert isinstance(failure, Failure)
    assert said in failure.reason


def test_a_header_date_that_is_overruled_need_not_be_readable(read, write):
    (article,) = read(write("x.txt", "Date: soon\n\nA well ran dry."), published=date(2019, 1, 1))
    assert article.published == date(2019, 1, 1)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("empty.txt", "empty file"),
        ("blank.txt", "holds no text"),
        ("picture.txt", "picture"),
        ("noise.txt", "binary"),
        ("nul.txt", "NUL"),
        ("undecodable.txt", "convert it to UTF-8"),
    ],
)
def test_what_is_no_text_is_a_failure_that_says_so(read, name, said):
    (failure,) = read(name)
    assert isinstance(failure, Failure)
    assert failure.origin.endswith(name)
    assert said in failure.reason


def test_a_file_beyond_the_limit_is_a_failure_and_one_at_it_is_read(read, write):
    path = write("x.txt", "x" * 5000)
    (failure,) = read(path, max_bytes=4999)
    assert "more than 4999 bytes" in failure.reason
    (article,) = read(path, max_bytes=5000)
    assert len(article.text) == 5000
