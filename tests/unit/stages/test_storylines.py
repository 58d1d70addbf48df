from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model.event import Evidence, Status
from graphbuild.model.text import Article, Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.stages.stemming import stem
from graphbuild.stages.storylines import tell_stories
from tests.unit import sample_timeline as sample

DAY = date(2021, 3, 8)
BARE = replace(sample.event_of(*sample.REPORTS[0]), sources=(), targets=(), place=None)
UNDATED = TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN)
NAMED = {"a:1", "a:2"}


def article(key: str, title: str | None = None, days: int | None = 0) -> Article:
    published = None if days is None else DAY + timedelta(days=days)
    return Article(key, None, title, published, "", None, f"{key}.txt")


def event(key: str, told_by: str, days: int | None = 0, **changes):
    """An event told by articles of one letter each, a number of days after the first."""
    when = UNDATED
    if days is not None:
        day = DAY + timedelta(days=days)
        when = TimeSpan(day, day, Granularity.DAY, Basis.STATED)
    quote = changes.pop("quote", f"Somebody did {key}.")
    evidence = tuple(
        Evidence(f"m:{key}{a}", a, None, Status.ASSERTED, Span(n, n + 1), quote)
        for n, a in enumerate(told_by)
    )
    return replace(BARE, id=f"e:{key}", time=when, evidence=evidence, **changes)


def stories(articles, events, **groups):
    return tell_stories(articles, events, groups, NAMED, stem)


def test_articles_of_one_group_and_their_events_are_one_story():
    (one, other) = sorted(
        stories(
            [article("a", "Rebels storm Drell"), article("b", days=1), article("c", "Taxes rise")],
            [event("1", "ab"), event("2", "b", 1), event("3", "c")],
            a="a", b="a", c="c",
        ),
        key=lambda s: -len(s.articles),
    )  # fmt: skip
    assert (one.articles, one.events) == (("a", "b"), ("e:1", "e:2"))
    assert (one.first, one.last) == (DAY, DAY + timedelta(days=1))
    assert (other.title, other.titled_by, other.events) == ("Taxes rise", "c", ("e:3",))


def test_the_title_is_the_headline_that_tells_what_most_tell():
    (story,) = stories(
        [article("a", "Premier speaks"), article("b", "Rebels shell Drell", 1), article("c", "Markets fall", 2)],
        [event("1", "abc", quote="On Monday rebels shelled the town of Drell."), event("2", "a"), event("3", "a")],
        a="a", b="a", c="a",
    )  # fmt: skip
    assert story.title == "Rebels shell Drell"


def test_without_a_headline_a_sentence_stands_in_cut_behind_a_word():
    quote = "Rebels shelled  the town\nof Drell, " + "again and again, " * 9
    (story,) = stories([article("a")], [event("1", "a", quote=quote)], a="a")
    assert story.title.startswith("Rebels shelled the town of Drell, again")
    assert story.title.endswith(" …")
    assert len(story.title) <= 92
    assert story.title.removesuffix(" …") in re.sub(r"\s+", " ", quote)


def test_background_of_other_years_belongs_to_no_story():
    (story,) = stories([article("a", "Now")], [event("1", "a"), event("2", "a", -400)], a="a")
    assert story.events == ("e:1",)


def test_what_nobody_dates_belongs_to_it_if_it_shares_an_actor():
    events = [
        event("1", "a", sources=("a:1",)),
        event("2", "a", None, targets=("a:1",)),
        event("3", "a", None, targets=("a:2",)),
        event("4", "a", None, sources=("a:stranger",)),
    ]
    (story,) = stories([article("a", "Now")], events, a="a")
    assert story.events == ("e:1", "e:2")
    assert story.actors == ("a:1",)


def test_an_event_is_in_the_story_that_tells_it_most():
    found = stories(
        [article("a", "A"), article("b", "B", 1), article("c", "C", 2)],
        [event("1", "abc"), event("2", "a")],
        a="a", b="b", c="b",
    )  # fmt: skip
    assert {story.title: story.events for story in found} == {"A": ("e:2",), "B": ("e:1",)}


def test_copies_are_one_voice():
    copies = tuple(
        Evidence(f"m:{a}", a, None, Status.ASSERTED, Span(0, 1), "Taxes rose.", None if a == "a" else "a")
        for a in "abc"
    )
    (story,) = stories(
        [article("a", "Taxes rise"), article("b"), article("c"), article("d", "Rebels flee")],
        [replace(event("1", ""), evidence=copies), event("2", "cd", quote="The rebels fled.")],
        a="a", b="a", c="a", d="a",
    )  # fmt: skip
    assert story.title == "Rebels flee"


def test_days_are_of_what_is_said_to_have_happened():
    events = [event("1", "a"), event("2", "a", 9, status=Status.PLANNED)]
    (story,) = stories([article("a", "Now")], events, a="a")
    assert (story.first, story.last) == (DAY, DAY)
    assert story.events == ("e:1", "e:2")


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_trouble(day):
    (story,) = stories([replace(article("a", "Now"), published=day)], [event("1", "a", None)], a="a")
    assert (story.first, story.last) == (None, None)


ARTICLES = st.lists(
    st.tuples(st.sampled_from(["Rebels flee", "Taxes rise", None]), st.none() | st.integers(0, 50)),
    min_size=1, max_size=5,
)  # fmt: skip


@given(ARTICLES, st.data())
def test_no_order_makes_a_difference_and_each_event_is_in_one_story(told, data) -> None:
    articles = [article(f"{n}", *one) for n, one in enumerate(told)]
    keys = [a.id for a in articles]
    groups = {key: keys[data.draw(st.integers(0, n))] for n, key in enumerate(keys)}
    groups = {key: groups[first] if groups[first] == first else key for key, first in groups.items()}
    who = st.lists(st.sampled_from(["a:1", "a:2", "a:stranger"]), max_size=2, unique=True).map(tuple)
    events = [
        event(f"{n}", data.draw(st.sampled_from(keys)) + data.draw(st.sampled_from(["", *keys])),
              data.draw(st.none() | st.integers(-60, 60)), sources=data.draw(who))
        for n in range(data.draw(st.integers(0, 6)))
    ]  # fmt: skip
    found = tell_stories(articles, events, groups, NAMED, stem)
    mixed = tell_stories(
        data.draw(st.permutations(articles)), data.draw(st.permutations(events)), groups, NAMED, stem
    )
    assert found == mixed
    placed = [e for story in found for e in story.events]
    assert len(placed) == len(set(placed))
    words = " ".join([a.title or "" for a in articles] + [e.quote for x in events for e in x.evidence])
    assert all(story.title.removesuffix(" …") in words for story in found)
    assert all(story.titled_by in story.articles and story.events for story in found)
