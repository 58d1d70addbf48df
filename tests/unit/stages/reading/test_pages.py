from datetime import date

import pytest

from graphbuild.model.text import Article, PublishedFrom
from graphbuild.stages.reading import Failure

PROSE = "A bridge over the river Ner was opened on Tuesday, the road office said in Warsaw."


def page(head="", body="", title="Bridge opens"):
    return f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}<p>{PROSE}</p></body></html>"


def linked(**fields):
    pairs = ", ".join(f'"{key}": "{value}"' for key, value in {"@type": "NewsArticle", **fields}.items())
    return f'<script type="application/ld+json">{{{pairs}}}</script>'


def test_the_text_is_the_title_and_the_paragraphs_with_blank_lines_between(read):
    (article,) = read("page.html")
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0] == article.title == "Dam wall cracks above Vila Nova"
    assert paragraphs[1].startswith("Engineers found a crack")
    assert paragraphs[-1].startswith("The governor flew")
    assert "denied that the wall could break" in article.text
    assert "\n\n\n" not in article.text


@pytest.mark.parametrize("words", ["Home", "Sport", "Most read", "Mayor loses vote", "All rights reserved"])
def test_what_stands_around_the_article_is_left_out(read, words):
    (article,) = read("page.html")
    assert words not in article.text


def test_the_date_outlet_and_address_are_the_pages_own(read):
    (article,) = read("page.html")
    assert (article.published, article.published_from) == (date(2019, 2, 3), PublishedFrom.METADATA)
    assert (article.outlet, article.url) == ("Orrin Valley Courier", "https://courier.example.net/dam")


def test_a_page_that_breaks_off_is_read_as_far_as_it_goes(read):
    (article,) = read("truncated.html")
    assert article.text.endswith("as a spokeswoman for the ci")
    assert article.published == date(2018, 10, 5)


def test_a_page_in_a_declared_encoding_is_decoded_by_it(read):
    (article,) = read("declared.html")
    assert article.text.startswith("Łódź\n\nPrezydent Kaczyński, who was in Łódź")


def test_a_copyright_line_dates_nothing(read):
    (article,) = read("copyright-only.html")
    assert (article.published, article.published_from) == (None, None)


@pytest.mark.parametrize(
    "content",
    [
        "<html></html>",
        "<!DOCTYPE html>",
        "<html><head><title>Bridge opens on Tuesday.</title></head><body></body></html>",
        "<html><body><script>var a = 'A sentence that is a program.';</script></body></html>",
        "<html><body><ul><li><a href='/'>Home</a></li><li><a href='/w'>The world today.</a></li></ul></body></html>",
    ],
)
def test_a_page_without_an_article_is_a_failure(read, write, content):
    (failure,) = read(write("x.html", content))
    assert isinstance(failure, Failure)
    assert "without an article's text" in failure.reason


def test_a_page_with_only_a_menu_is_a_failure(read):
    (failure,) = read("menu.html")
    assert isinstance(failure, Failure)


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (linked(datePublished="2019-04-05"), "", date(2019, 4, 5)),
        (linked(datePublished="2019-04-05"), "<meta name='date' content='2018-01-01'>", date(2019, 4, 5)),
        (
            '<meta property="article:published_time" content="2019-04-05T10:00:00+02:00">',
            "",
            date(2019, 4, 5),
        ),
        ('<meta name="DC.date.issued" content="5 April 2019">', "", date(2019, 4, 5)),
        ("", '<time itemprop="datePublished" datetime="2019-04-05">5/4</time>', date(2019, 4, 5)),
        ("", '<time datetime="2019-04-05">5/4</time>', date(2019, 4, 5)),
        (
            "",
            '<time class="updated" datetime="2019-04-09"></time><time datetime="2019-04-05"></time>',
            date(2019, 4, 5),
        ),
        (
            "",
            '<time pubdate datetime="2019-04-05"></time><time datetime="2001-01-01"></time>',
            date(2019, 4, 5),
        ),
        (linked(datePublished="soon"), '<meta name="date" content="2019-04-05">', date(2019, 4, 5)),
        (
            '<script type="application/ld+json">{"broken"</script>',
            '<meta name="date" content="2019-04-05">',
            date(2019, 4, 5),
        ),
    ],
)
def test_the_date_comes_from_the_first_metadata_that_name_one_day(read, write, head, body, day):
    (article,) = read(write("x.html", page(head, body)))
    assert (article.published, article.published_from) == (day, PublishedFrom.METADATA)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<p>Copyright 2019-04-05 by the road office of Warsaw.</p>"),
        (linked(dateModified="2019-04-05"), ""),
        (linked(datePublished="04/05/2019"), ""),
        (
            '<script type="application/ld+json">{"@type": "WebSite", "datePublished": "2019-04-05"}</script>',
            "",
        ),
        ('<meta property="article:modified_time" content="2019-04-05">', ""),
        ("", '<time datetime="2019-04-05"></time><time datetime="2019-04-06"></time>'),
        ("<link rel='canonical' href='https://x.example/2019/04/05/bridge'>", ""),
    ],
)
def test_what_is_not_said_to_be_the_publication_date_is_not_taken_for_it(read, write, head, body):
    (article,) = read(write("x.html", page(head, body)))
    assert article.published is None


def test_the_window_title_loses_the_outlet_and_nothing_else(read, write):
    head = '<meta property="og:site_name" content="Ner News">'
    text = page(head, title="Bridge opens - at last | Ner News").replace(
        "<h1>Bridge opens - at last | Ner News</h1>", ""
    )
    (article,) = read(write("x.html", text))
    assert article.title == "Bridge opens - at last"


def test_a_title_is_not_told_twice(read, write):
    (article,) = read(write("x.html", page()))
    assert article.text == f"Bridge opens\n\n{PROSE}"


def test_a_page_is_told_by_its_content_when_its_name_says_nothing(read, write):
    for name in ("x", "x.dat", "x.aspx"):
        (article,) = read(write(name, f"<!DOCTYPE html>\n{page()}"))
        assert article.title == "Bridge opens"


def test_thousands_of_open_tags_are_survived(read, write):
    (found,) = read(write("x.html", f"<html><body>{'<div>' * 20_000}<p>{PROSE}</p>"))
    assert isinstance(found, Article | Failure)
