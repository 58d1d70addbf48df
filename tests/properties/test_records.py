from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.model.actor import ActorKind, ArticleActor
from graphbuild.model.text import Article
from graphbuild.model.timeline import ArticleRecord, Timeline
from graphbuild.store import convert
from graphbuild.store import folder as files
from tests.folders import write_folder
from tests.strategies import articles, names, timelines

if TYPE_CHECKING:
    from pathlib import Path

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@few
@given(timelines())
def test_a_folder_gives_back_what_was_written(tmp_path: Path, timeline: Timeline) -> None:
    read = files.open_timeline(write_folder(timeline, tmp_path))
    for name in Timeline.__slots__:
        assert tuple(getattr(read, name)) == getattr(timeline, name)


@few
@given(timelines())
def test_every_line_is_one_line_of_json_in_a_fixed_form(timeline: Timeline) -> None:
    facts = convert.facts_of({a.id: a for a in timeline.actors})
    encode = msgspec.json.encode
    written = [
        *(encode(convert.article_line(a)) for a in timeline.articles),
        *(encode(convert.mention_line(m, facts)) for m in timeline.mentions),
        *(encode(convert.event_line(e, facts)) for e in timeline.events),
        *map(encode, map(convert.actor_line, timeline.actors)),
        *map(encode, map(convert.place_line, timeline.places)),
    ]
    for line in written:
        assert b"\n" not in line
        assert encode(msgspec.json.decode(line)) == line or b"e" in line  # 1e12 is a number written otherwise


@st.composite
def _records(draw: st.DrawFn) -> ArticleRecord:
    read = draw(articles())
    kinds = st.sampled_from(ActorKind)
    known = [
        ArticleActor(f"n:{n}", n, (n,), draw(kinds), None, None, None, None, ())
        for n in draw(st.sets(names, max_size=2))
    ]
    return ArticleRecord(read.article, read.passages, (), tuple(known), (), ())


@given(_records())
def test_a_record_survives_the_form_it_is_kept_in(record: ArticleRecord) -> None:
    packed = msgspec.msgpack.encode(record)
    assert msgspec.msgpack.decode(packed, type=ArticleRecord) == record
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(record.article), type=Article) == record.article
