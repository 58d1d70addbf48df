from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from graphbuild.model.event import Status
from graphbuild.query.find import EventFilter
from graphbuild.report.page import Unread, render_page
from tests.unit import sample_timeline as sample

ANY = EventFilter(statuses=tuple(Status))
VOID = {"meta", "link", "br", "img", "hr", "wbr"}


class Outline(HTMLParser):
    """Tags with their attributes; refuses what is not nested properly."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(timeline=None, asked: EventFilter = ANY, unread=(), top: int = 100) -> str:
    return render_page(timeline or sample.sample_timeline(), asked, unread, top).decode()


def outline(text: str) -> Outline:
    parser = Outline()
    parser.feed(text)
    assert parser.open == []
    return parser


def section(text: str, key: str) -> str:
    return text.split(f'<section id="{key}">')[1].split("</section>", maxsplit=1)[0]


def test_the_page_holds_no_script_and_fetches_nothing():
    tags = outline(page(unread=[Unread("a.txt", "empty")])).tags
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & {tag for tag, _ in tags}
    assert not any(name.startswith("on") or name == "src" for _, attributes in tags for name in attributes)
    assert "url(" not in page()
    assert "@import" not in page()
    assert "default-src 'none'" in page()


def test_text_of_articles_is_never_markup():
    hostile = "</title></svg><script>alert(1)</script>\"'&"
    timeline = sample.sample_timeline()
    actors = tuple(replace(actor, name=hostile) for actor in timeline.actors)
    articles = tuple(
        replace(read, article=replace(read.article, title=hostile, outlet=hostile, url=f"http://x/{hostile}"))
        for read in timeline.articles
    )
    events = tuple(
        replace(e, action=hostile, evidence=tuple(replace(x, quote=hostile) for x in e.evidence))
        for e in timeline.events
    )
    text = page(
        replace(timeline, actors=actors, articles=articles, events=events), unread=[Unread(hostile, hostile)]
    )
    assert "<script" not in text
    assert "script" not in {tag for tag, _ in outline(text).tags}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "http://[", "file:///etc/passwd"])
def test_only_addresses_of_the_web_become_links(url):
    timeline = sample.sample_timeline()
    articles = tuple(replace(read, article=replace(read.article, url=url)) for read in timeline.articles)
    hrefs = [a["href"] for tag, a in outline(page(replace(timeline, articles=articles))).tags if tag == "a"]
    assert all(href.startswith("#") for href in hrefs)


def test_every_inner_link_leads_somewhere_and_no_id_is_used_twice():
    tags = outline(page()).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {a["href"][1:] for tag, a in tags if tag == "a" and a["href"].startswith("#")}
    assert targets <= set(ids)
    assert len(targets) > 6


def test_an_event_stands_with_every_quote_its_status_and_its_speaker():
    row = page().split('<tr id="e:eff2e7a82f18bf18">')[1].split("</tr>")[0]
    assert "On Monday the Avonian army <mark>shelled</mark> a border post near Drell" in row
    assert "Avonia denied on Tuesday that its army <mark>attacked</mark> Drell." in row
    assert '<span class="status">denied</span> said by Avonia' in row
    assert "The reports differ:" in row
    assert "killed at least 11" in row


def test_undated_events_have_a_section_of_their_own():
    text = page()
    assert "<mark>signed</mark>" in section(text, "undated")
    assert "<mark>signed</mark>" not in section(text, "events")


def test_what_is_planned_or_denied_is_left_out_by_default():
    text = page(asked=EventFilter())
    assert "<mark>meet</mark>" not in text
    assert "<mark>meet</mark>" in page()


def test_the_header_counts_what_was_chosen():
    facts = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page(unread=[Unread("x.bin", "binary")]))
    assert facts == [
        ("Articles", "2"),
        ("Events", "9"),
        ("Actors in them", "5"),
        ("First day", "2021-01-01"),
        ("Last day", "2021-03-21"),
        ("Undated", "4"),
        ("Not read", "1"),
    ]


def test_what_could_not_be_read_is_listed_with_its_reason():
    assert "<b>x.bin</b>: binary" in section(page(unread=[Unread("x.bin", "binary")]), "unread")
    assert "Everything could be read." in section(page(), "unread")


def test_the_page_says_what_was_asked_for():
    text = page(asked=EventFilter(who=("Borland", "AVO"), min_outlets=1))
    assert "<span>who: Borland or AVO</span>" in text
    assert "<span>status: asserted</span>" in text


def test_tables_have_headings_and_pictures_have_words():
    tags = outline(page()).tags
    scopes = [attributes.get("scope") for tag, attributes in tags if tag == "th"]
    assert set(scopes) == {"col", "row"}
    assert sum(tag == "caption" for tag, _ in tags) == sum(tag == "table" for tag, _ in tags) == 2
    pictures = [attributes for tag, attributes in tags if tag == "svg"]
    assert [p["aria-labelledby"] for p in pictures] == [
        "timeline-title timeline-desc",
        "links-title links-desc",
    ]


def test_top_limits_the_tables_and_says_so():
    text = page(top=1)
    assert "8 less widely told events left out" in text
    assert text.count("<tr id=") == 1


def test_an_empty_choice_is_a_page_too():
    text = page(asked=replace(ANY, min_outlets=3))
    assert "No dated event." in text
    outline(text)


def test_the_same_build_gives_the_same_bytes():
    assert page() == page()


def test_the_page_opens_with_the_stories_when_there_are_more_than_a_few():
    timeline = sample.sample_timeline()
    (story,) = timeline.stories
    few = tuple(
        replace(story, id=f"s:{n}", title=f"<b>{n}</b>", events=(e,)) for n, e in enumerate(story.events)
    )
    text = page(replace(timeline, stories=few))
    assert text.index('<section id="stories">') < text.index('<section id="timeline">')
    assert section(text, "stories").count("<tr id=") == len(few) == 5
    assert "&lt;b&gt;0&lt;/b&gt;" in section(text, "stories")
    assert 'href="#stories"' in text
    outline(text)
    assert '<section id="stories">' not in page(timeline)


def test_only_stories_of_chosen_events_are_listed():
    timeline = sample.sample_timeline()
    (story,) = timeline.stories
    many = tuple(replace(story, id=f"s:{n}", events=(e.id,)) for n, e in enumerate(timeline.events))
    chosen = page(replace(timeline, stories=many), asked=EventFilter())
    assert section(chosen, "stories").count("<tr id=") == 5
