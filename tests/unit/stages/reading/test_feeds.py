from datetime import date

import pytest

from graphbuild.model.text import Article, PublishedFrom
from graphbuild.stages.reading import Failure
from graphbuild.stages.reading.markup import strip_tags


def test_each_entry_of_rss_is_an_article(read):
    first, second, third = read("news.rss")
    assert (
        first.text == "Zoo & circus merge\n\nA zoo bought a circus on Saturday.\n\nThe price was not named."
    )
    assert (first.title, first.outlet) == ("Zoo & circus merge", "Halyard Wire Service")
    assert first.url == "https://halyard.example.org/zoo"
    assert first.origin.endswith("news.rss#1")
    assert (second.published, second.published_from, second.url) == (None, None, None)
    assert isinstance(third, Failure)
    assert third.origin.endswith("news.rss#3")
    assert "ambiguous" in third.reason


def test_an_entrys_day_is_kept_as_written_whatever_its_zone(read):
    assert read("news.rss")[0].published == date(2020, 1, 4)
    assert read("news.atom")[0].published == date(2019, 8, 1)


def test_an_atom_entry_is_read_from_its_content(read):
    first, second = read("news.atom")
    assert first.text == "Pier burns down\n\nA pier burned down on Thursday night."
    assert first.published_from is PublishedFrom.METADATA
    assert second.text == "Pier reopens\n\nA pier was opened again: 3 < 4 stalls are left."
    assert (second.published, second.url) == (date(2020, 4, 1), None)


def test_a_date_that_is_overruled_need_not_be_readable(read):
    assert {article.published for article in read("news.rss", published=date(2019, 1, 1))} == {
        date(2019, 1, 1)
    }


@pytest.mark.parametrize(
    "content",
    [
        "<rss/>",
        "<rss><channel><title>x</title></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'/>",
        "words",
    ],
)
def test_a_feed_without_entries_is_a_failure(read, write, content):
    (failure,) = read(write("x.rss", content))
    assert "without entries" in failure.reason


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes(read, write):
    items = "<item><title>A well ran dry</title></item>" * 2
    found = read(write("x.xml", f"<rss version='2.0'><channel>{items}<item><title>And th"))
    assert isinstance(found[0], Article)
    assert found[0].text == "A well ran dry"


@pytest.mark.parametrize(
    "bad", ["&#xD800;", "&#0;", "&amp;#xD800;", "<![CDATA[", "<a><b></a>", "&nosuch;", "\x0b"]
)
def test_broken_markup_in_an_entry_is_survived(read, write, bad):
    text = f"<rss version='2.0'><channel><item><title>A {bad}</title><description>A well {bad} dry.</description></item></channel></rss>"
    for found in read(write("x.rss", text)):
        assert isinstance(found, Article | Failure)


def test_other_xml_is_refused_by_its_name(read, write):
    (failure,) = read(write("x.xml", "<?xml version='1.0'?>\n<nitf><body>Words.</body></nitf>"))
    assert "<nitf>" in failure.reason


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("plain", "plain"),
        ("<p>One</p><p>Two<br/>Three</p>", "One\n\nTwo\n\nThree"),
        ("a <script>b</script> c<style>d</style>", "a c"),
        ("</script>a", "a"),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("5 &lt; 6 &amp; more", "5 < 6 & more"),
        ("a\0b", "ab"),
    ],
)
def test_a_fragment_becomes_paragraphs(fragment, text):
    assert strip_tags(fragment) == text
