"""The page of one text with its times marked."""

from __future__ import annotations

import html
import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model.text import Article, PublishedFrom, Span
from graphbuild.model.time import Timex, TimexType
from graphbuild.query.wording import harmless
from graphbuild.report.timexes_page import render_timexes
from graphbuild.stages.timexes import find_timexes
from tests.unit.report.test_page import outline

DAY = date(2021, 3, 10)
TEXT = "They met on Monday <b>&\n\nfor two years, in the third quarter of 2013, every Friday at 8 p.m.\n"


def page(text: str = TEXT, published: date | None = DAY, title: str = "A <i>title</i>") -> str:
    known = PublishedFrom.HEADER if published else None
    article = Article("a-1", "Herald", title, published, text, None, "a.txt", known)
    return render_timexes(article, find_timexes(text, published)).decode()


def shown(content: str) -> str:
    """The text as a reader sees it."""
    body = content.split('<div class="text">')[1].split("</div>", maxsplit=1)[0]
    return html.unescape(re.sub(r"<[^>]*>", "", body))


def test_the_page_holds_no_script_and_fetches_nothing() -> None:
    tags = outline(page()).tags
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & {tag for tag, _ in tags}
    assert not any(name.startswith("on") or name == "src" for _, attributes in tags for name in attributes)
    assert "url(" not in page()
    assert "@import" not in page()
    assert "default-src 'none'" in page()


def test_the_text_stands_as_it_is_and_is_never_markup() -> None:
    assert shown(page()) == TEXT
    assert {"b", "i"}.isdisjoint(tag for tag, _ in outline(page()).tags)


def test_a_mark_says_its_value_and_days_to_whoever_points_at_it() -> None:
    marks = [attributes for tag, attributes in outline(page()).tags if tag == "mark" and "id" in attributes]
    assert [mark["class"] for mark in marks] == ["DATE", "DURATION", "DATE", "SET", "TIME"]
    assert marks[0]["title"] == "DATE 2021-03-08: 2021-03-08, reckoned from another date"
    assert marks[1]["title"] == "DURATION P2Y: on no calendar day"
    assert marks[2]["title"] == "DATE 2013-Q3: 2013-35 = 2013-07-01/2013-09-30, stated"
    assert len({mark["id"] for mark in marks}) == len(marks)


def test_the_legend_counts_each_kind() -> None:
    legend = page().split('<ul class="legend"')[1].split("</ul>")[0]
    assert re.findall(r'class="(\w+)">\w+</mark> [a-z ]+, (\d+)', legend) == [
        ("DATE", "2"),
        ("TIME", "1"),
        ("DURATION", "1"),
        ("SET", "1"),
    ]


def test_every_link_leads_to_a_mark() -> None:
    tags = outline(page()).tags
    ids = {attributes["id"] for _, attributes in tags if "id" in attributes}
    links = [str(attributes["href"]) for tag, attributes in tags if tag == "a"]
    assert len(links) == len(ids)
    assert {link.removeprefix("#") for link in links} == ids


def test_what_is_unknown_is_said() -> None:
    assert "publication date unknown: relative dates stay open" in page(published=None)
    assert "No time expression was found." in page("Nobody came.")


@given(st.text(min_size=1), st.integers(0, 5), st.integers(1, 5))
def test_any_text_is_shown_character_by_character(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text) - 1), min(start + length, len(text)))
    span = Span(span.start, max(span.end, span.start + 1))
    article = Article("a", None, text, None, text, None, text)
    content = render_timexes(article, (Timex(span, TimexType.DATE, text, None, None),)).decode()
    outline(content)
    marked = re.findall(r'<mark [^>]*id="t1"[^>]*>([^<]*)</mark>', content)
    assert [html.unescape(words) for words in marked] == [span.of(harmless(text))]
