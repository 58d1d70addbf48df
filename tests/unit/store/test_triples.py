"""The triples of a folder: read at once when few, kept beside their hash when many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.errors import BuildError
from graphbuild.store import triples
from graphbuild.store.triples import CACHE, count_triples, open_triples, run_query

if TYPE_CHECKING:
    from pathlib import Path

ONE = b"<urn:a> <urn:b> <urn:c> .\n"
TWO = ONE + b"<urn:a> <urn:b> <urn:d> .\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "timeline.ttl").write_bytes(ONE)
    return tmp_path


@pytest.fixture
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any graph is big enough to be kept."""
    monkeypatch.setattr(triples, "KEEP_FROM", 0)


def kept_in(folder: Path) -> list[str]:
    return [path.name for path in (folder / CACHE).iterdir()]


def test_a_small_graph_leaves_no_trace(folder: Path) -> None:
    assert count_triples(open_triples(folder, {})) == 1
    assert [path.name for path in folder.iterdir()] == ["timeline.ttl"]


def test_a_big_graph_is_kept_and_opened_again(folder: Path, keeping: None) -> None:
    assert count_triples(open_triples(folder, {})) == 1
    before = kept_in(folder)
    assert count_triples(open_triples(folder, {})) == 1
    assert kept_in(folder) == before
    assert len(before) == 1


def test_a_changed_graph_is_kept_anew_and_the_old_one_goes(folder: Path, keeping: None) -> None:
    open_triples(folder, {})
    before = kept_in(folder)
    (folder / "timeline.ttl").write_bytes(TWO)
    assert count_triples(open_triples(folder, {})) == 2
    assert len(kept_in(folder)) == 1
    assert kept_in(folder) != before


def test_a_folder_that_takes_no_files_can_still_be_asked(folder: Path, keeping: None) -> None:
    (folder / CACHE.parts[0]).write_text("a file where a folder should be")
    assert count_triples(open_triples(folder, {})) == 1


@pytest.mark.usefixtures("keeping")
def test_a_damaged_big_graph_leaves_nothing_behind(folder: Path) -> None:
    (folder / "timeline.ttl").write_bytes(ONE + b"<urn:a> <urn:b")
    with pytest.raises(BuildError, match="damaged"):
        open_triples(folder, {})
    assert kept_in(folder) == []


def test_a_damaged_graph_is_named(folder: Path) -> None:
    (folder / "timeline.ttl").write_bytes(b"<urn:a> <urn:b> oops .")
    with pytest.raises(BuildError, match=r"timeline\.ttl: damaged"):
        open_triples(folder, {})


def test_a_folder_without_a_build_says_what_makes_one(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="graphbuild build"):
        open_triples(tmp_path, {})


def test_rows_tell_iris_from_literals(folder: Path) -> None:
    (folder / "timeline.ttl").write_bytes(b'<urn:a> <urn:b> "urn:c" .')
    result = run_query(open_triples(folder, {}), "SELECT ?s ?o ?none { ?s ?p ?o }")
    assert result.variables == ("s", "o", "none")
    assert list(result.rows) == [
        (("urn:a", None), ("urn:c", "http://www.w3.org/2001/XMLSchema#string"), None)
    ]
