from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from graphbuild.errors import BuildError
from graphbuild.store import records
from graphbuild.store.records import FinishedMention, open_records
from tests.plain_reader import article, record_of

if TYPE_CHECKING:
    from pathlib import Path

ONE = article("one", "Iran hit Iraq 2020-01-08\nIraq blame Iran")
TWO = article("two", "Iran deny -")


def test_records_come_back_as_they_were_in_the_order_of_ids(tmp_path: Path) -> None:
    with open_records(tmp_path, "s") as store:
        for found in (TWO, ONE):
            store.use(found)
            store.add(record_of(found))
        assert list(store.records()) == [record_of(ONE), record_of(TWO)]


def test_records_outlive_the_store_and_only_used_ones_are_given(tmp_path: Path) -> None:
    with open_records(tmp_path, "s") as store:
        store.add(record_of(ONE))
        store.add(record_of(TWO))
        store.commit()
    with open_records(tmp_path, "s") as store:
        assert store.has(ONE)
        store.use(TWO)
        assert [r.article.id for r in store.records()] == ["two"]


def test_a_changed_article_or_setting_has_no_record(tmp_path: Path) -> None:
    with open_records(tmp_path, "s") as store:
        store.add(record_of(ONE))
        changed = [
            replace(ONE, text=ONE.text + " "),
            replace(ONE, published=None),
            replace(ONE, title="x"),
            replace(ONE, outlet="Courier"),
            replace(ONE, origin="elsewhere"),
        ]
        assert [store.has(a) for a in [ONE, *changed]] == [True, *[False] * 5]
    with open_records(tmp_path, "other") as store:
        assert not store.has(ONE)


def test_fields_do_not_run_into_each_other_in_the_key(tmp_path: Path) -> None:
    with open_records(tmp_path, "s") as store:
        assert store.key(replace(ONE, title="a", outlet="bc")) != store.key(
            replace(ONE, title="ab", outlet="c")
        )


def test_what_was_not_committed_does_not_survive_and_what_was_does(tmp_path: Path) -> None:
    def dies() -> None:
        with open_records(tmp_path, "s") as store:
            store.add(record_of(ONE))
            store.commit()
            store.add(record_of(TWO))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        dies()
    with open_records(tmp_path, "s") as store:
        assert (store.has(ONE), store.has(TWO)) == (True, False)


def test_what_a_build_did_not_use_is_forgotten(tmp_path: Path) -> None:
    with open_records(tmp_path, "s") as store:
        store.add(record_of(ONE))
        store.add(record_of(TWO))
        store.use(TWO)
        store.forget_unused()
        assert (store.has(ONE), store.has(TWO)) == (False, True)


def test_mentions_come_by_id_and_by_event_in_reading_order(tmp_path: Path) -> None:
    first, second = (replace(m, event="e:1") for m in record_of(ONE).events)
    third = replace(record_of(TWO).events[0], event="e:0")
    rows = [
        FinishedMention(second, 1, "q2"),
        FinishedMention(first, 0, "q1"),
        FinishedMention(third, 2, "q3"),
    ]
    with open_records(tmp_path, "s") as store:
        store.add_mentions(iter(rows))
        assert list(store.mentions_by_event()) == [(third, "q3"), (first, "q1"), (second, "q2")]


def test_two_builds_do_not_share_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "WAIT", 0)
    hidden = tmp_path / ".graphbuild"
    with open_records(hidden, "s") as store:
        with (
            pytest.raises(BuildError, match=f"^{tmp_path}: another build is at work here"),
            open_records(hidden, "s"),
        ):
            pass
        store.add(record_of(ONE))
    with open_records(hidden, "s") as store:
        assert store.has(ONE)


@pytest.mark.parametrize(
    "content", [b"no database at all, only words\n" * 200, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_store_that_is_none_is_told_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "records.sqlite").write_bytes(content)
    with (
        pytest.raises(BuildError, match=rf"records\.sqlite: .+; delete the folder {tmp_path}"),
        open_records(tmp_path, "s"),
    ):
        pass


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "hidden").touch()
    with pytest.raises(BuildError, match="delete the folder"), open_records(tmp_path / "hidden", "s"):
        pass


def _damage(path: Path, body: bytes) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE record SET body = ?", (body,))
    connection.commit()
    connection.close()


@pytest.mark.parametrize("body", [b"", b"\xc1", msgspec.msgpack.encode({"article": 3})])
def test_a_record_that_cannot_be_read_is_told_with_what_to_do(tmp_path: Path, body: bytes) -> None:
    with open_records(tmp_path, "s") as store:
        store.add(record_of(ONE))
    _damage(tmp_path / "records.sqlite", body)
    with pytest.raises(BuildError, match="delete the folder"), open_records(tmp_path, "s") as store:
        store.use(ONE)
        list(store.records())


def test_pages_that_were_overwritten_are_told(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite"
    with open_records(tmp_path, "s") as store:
        for number in range(60):
            store.add(record_of(article(str(number), "Iran hit Iraq\n" * 20)))
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\x55" * (len(content) - 8192))
    with pytest.raises(BuildError, match="delete the folder"), open_records(tmp_path, "s") as store:
        for number in range(60):
            store.use(article(str(number), "Iran hit Iraq\n" * 20))
        list(store.records())
