from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.building import Job, Notices, build_folder
from graphbuild.store.folder import open_timeline
from tests.plain_reader import article, read_plainly

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.model.text import Article

SILENT = Notices(lambda _: None, lambda _: None, lambda _: None)
few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_who = st.sampled_from(["Iran", "Iraq", "Oman", "-"])
_line = st.builds(
    "{} {} {}{}{}".format,
    _who,
    st.sampled_from(["hit", "blame", "say"]),
    _who,
    st.sampled_from(["", " 2020-01-02", " 2020-01-08"]),
    st.sampled_from(["", " denied", " planned"]),
)
_articles = st.lists(
    st.builds(
        article,
        st.sampled_from(["a", "b", "c"]) | st.text("ab\u00e9 '#\"<>&%", min_size=1, max_size=6),
        st.lists(_line, max_size=4).map("\n".join),
        st.sampled_from([None, date(2020, 1, 8), date(2020, 1, 9)]),
        st.sampled_from([None, "Herald", "Courier & Co"]),
    ),
    max_size=6,
    unique_by=lambda a: a.id,
)


def _build(articles: list[Article], target: Path) -> dict[str, bytes]:
    build_folder(Job(articles, read_plainly, "m", "s"), target, SILENT)
    return {p.name: p.read_bytes() for p in target.iterdir() if p.is_file()}


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder


@few
@given(_articles, st.data())
def test_any_way_to_a_build_gives_its_bytes(
    tmp_path: Path, articles: list[Article], data: st.DataObject
) -> None:
    whole = _build(articles, _fresh(tmp_path / "whole"))
    steps = _fresh(tmp_path / "steps")
    _build(
        data.draw(st.lists(st.sampled_from(articles), unique_by=lambda a: a.id)) if articles else [], steps
    )
    assert _build(data.draw(st.permutations(articles)), steps) == whole


@few
@given(st.lists(_articles, min_size=2, max_size=4), st.data())
def test_adding_changing_and_removing_gives_the_bytes_of_a_build_from_nothing(
    tmp_path: Path, corpora: list[list[Article]], data: st.DataObject
) -> None:
    steps = _fresh(tmp_path / "steps")
    for corpus in corpora:  # the same few ids and lines come again, so much is kept and much is not
        assert _build(data.draw(st.permutations(corpus)), steps) == _build(corpus, _fresh(tmp_path / "whole"))


@few
@given(_articles)
def test_no_mention_is_lost_and_every_reference_holds(tmp_path: Path, articles: list[Article]) -> None:
    _build(articles, _fresh(tmp_path / "out"))
    timeline = open_timeline(tmp_path / "out")
    mentions = {m.id: m for m in timeline.mentions}
    told = [m.id for r in read_plainly(articles) for m in r.events]
    assert sorted(told) == sorted(mentions) == sorted(i for e in timeline.events for i in e.mentions)
    actors = {a.id for a in timeline.actors}
    texts = {a.article.id: a.article.text for a in timeline.articles}
    for event in timeline.events:
        assert set(event.sources) | set(event.targets) <= actors
        for seen in event.evidence:
            assert mentions[seen.mention].event == event.id
            assert seen.span.of(texts[seen.article]) == seen.quote
