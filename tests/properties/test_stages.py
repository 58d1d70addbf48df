"""What must hold when a text is told otherwise: another day, another name, another voice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphbuild
from graphbuild.model.event import LinkKind
from tests.plain_reader import article

if TYPE_CHECKING:
    from graphbuild.model.event import EventMention
    from graphbuild.model.timeline import ArticleRecord

pytestmark = pytest.mark.model
few = settings(max_examples=20, deadline=None)
DAY = date(2020, 1, 8)
STORY = """\
Prime Minister Karim {name} resigned on Monday after troops killed four protesters in Basra last week.

{name} said on Sunday that he would not leave the country. The two states signed the treaty on May 3, 2018.

Rebels attacked an army base near Kirkuk on Friday night, and the army plans to answer next month, officials said.
"""
SENTENCES = [
    ("Rebels {} the bridge on Monday.", "The bridge was {} by rebels on Monday.", "destroyed"),
    ("Police {} the editor on Monday.", "The editor was {} by police on Monday.", "arrested"),
    ("Turkey {} the envoy on Monday.", "The envoy was {} by Turkey on Monday.", "expelled"),
    ("Gunmen {} the mayor on Monday.", "The mayor was {} by gunmen on Monday.", "killed"),
]
NAMES = ["Haddad", "Mansour", "Petrov", "Nakamura", "Okafor"]


def _read(text: str, published: date | None = DAY) -> ArticleRecord:
    return graphbuild.read_events(article("a", text, published))


def _days(mention: EventMention) -> tuple[date | None, date | None]:
    return (mention.time.when.first, mention.time.when.last) if mention.time else (None, None)


@few
@given(st.integers(-400, 400))
def test_relative_dates_go_with_the_day_of_publication_and_absolute_ones_stay(weeks: int) -> None:
    shift = timedelta(weeks=weeks)
    before = _read(STORY.format(name="Haddad")).events
    after = _read(STORY.format(name="Haddad"), DAY + shift).events
    assert [m.trigger for m in before] == [m.trigger for m in after]
    for one, other in zip(before, after, strict=True):
        if one.trigger.text == "signed":
            assert _days(one) == _days(other) == (date(2018, 5, 3), date(2018, 5, 3))
        elif one.time and one.time.text != "next month":  # months are not so many weeks
            assert _days(other) == tuple(d + shift if d else None for d in _days(one))


@few
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_another_name_changes_names_and_nothing_else(one: str, other: str) -> None:
    first, second = (_read(STORY.format(name=name)) for name in (one, other))
    assert [a.name.replace(one, other) for a in first.actors if a.kind == "person"] == [
        a.name for a in second.actors if a.kind == "person"
    ]
    for before, after in zip(first.events, second.events, strict=True):
        assert (before.action, before.type, before.status) == (after.action, after.type, after.status)
        assert [p.text.replace(one, other) for p in before.sources] == [p.text for p in after.sources]
        assert [p.text.replace(one, other) for p in before.targets] == [p.text for p in after.targets]
        assert _days(before) == _days(after)


@pytest.mark.parametrize(("active", "passive", "verb"), SENTENCES)
def test_active_and_passive_of_a_sentence_tell_one_event(active: str, passive: str, verb: str) -> None:
    (one,), (other,) = (_read(form.format(verb)).events for form in (active, passive))
    assert (one.action, one.type, one.status, _days(one)) == (
        other.action,
        other.type,
        other.status,
        _days(other),
    )
    for role in ("sources", "targets"):
        assert [p.text.lower() for p in getattr(one, role)] == [p.text.lower() for p in getattr(other, role)]


@few
@given(
    st.lists(st.sampled_from(STORY.format(name="Haddad").split("\n\n")), max_size=4),
    st.sampled_from([None, DAY]),
)
def test_every_span_is_in_its_text_however_paragraphs_stand(
    paragraphs: list[str], published: date | None
) -> None:
    text = "\n\n".join(paragraphs)
    record = _read(text, published)
    keys = {a.key for a in record.actors}
    assert len({m.id for m in record.events}) == len(record.events)
    for mention in record.events:
        assert mention.trigger.span.of(text) == mention.trigger.text
        assert mention.sentence.span.contains(mention.trigger.span)
        for role in (
            *mention.sources,
            *mention.targets,
            *([mention.attribution] if mention.attribution else ()),
        ):
            assert role.span.of(text) == role.text
            assert role.actor is None or role.actor in keys
        for found in (*mention.quantities, *([mention.place] if mention.place else ())):
            assert found.span.of(text) == found.text
        if published is None and mention.time:
            assert mention.time.when.basis == "stated"


CLAUSES = [
    ("rebels destroyed the bridge", "destroyed"),
    ("police arrested the editor", "arrested"),
    ("Turkey expelled the envoy", "expelled"),
    ("gunmen killed the mayor", "killed"),
]


@few
@given(st.permutations(CLAUSES), st.sampled_from(["", "hours ", "two days "]))
def test_before_and_after_tell_one_order_and_no_event_is_before_itself(
    clauses: list[tuple[str, str]], measure: str
) -> None:
    (one, first), (other, second), *_ = clauses
    told = set()
    for text in (f"{one} {measure}before {other}.", f"{other} {measure}after {one}."):
        record = _read(text[0].upper() + text[1:])
        triggers = {m.id: m.trigger.text for m in record.events}
        for mention in record.events:
            for link in mention.links:
                assert link.other != mention.id
                assert link.text == link.span.of(record.article.text)
                pair = (mention.trigger.text, triggers[link.other])
                told.add(pair if link.kind is LinkKind.BEFORE else pair[::-1])
    assert told == {(first, second)}
