from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from graphbuild.errors import BuildError
from graphbuild.model.timeline import Timeline
from graphbuild.store import folder as files
from tests.folders import write_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOTHING = Timeline((), (), (), (), ())


class Word(msgspec.Struct):
    text: str


def test_a_folder_without_a_build_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(
        BuildError, match=r"no build here \(articles\.jsonl is missing\); run: graphbuild build"
    ):
        files.open_timeline(tmp_path / "nowhere")


def test_a_build_with_a_file_missing_is_no_build(tmp_path: Path) -> None:
    write_folder(NOTHING, tmp_path)
    (tmp_path / files.PLACES).unlink()
    with pytest.raises(BuildError, match=r"places\.jsonl is missing"):
        files.open_timeline(tmp_path)


def test_an_empty_build_is_a_build(tmp_path: Path) -> None:
    timeline = files.open_timeline(write_folder(NOTHING, tmp_path))
    assert [
        *timeline.articles,
        *timeline.mentions,
        *timeline.events,
        *timeline.actors,
        *timeline.places,
    ] == []


GOOD = '{"place":"p:1","name":"Kirkuk","country":"IRQ","latitude":35.4,"longitude":44.3,"geonames":null}\n'


@pytest.mark.parametrize(
    "damage",
    [
        "{",
        "",
        "null",
        "[]",
        '{"place":"p:1"}',
        GOOD.replace("35.4", '"north"'),
        GOOD.replace('"p:1"', "null"),
        GOOD[:40],
        "\x00" * 20,
        "\ufffd",
    ],
)
def test_a_damaged_line_is_told_by_file_and_number(tmp_path: Path, damage: str) -> None:
    write_folder(NOTHING, tmp_path)
    path = tmp_path / files.PLACES
    path.write_text(GOOD * 2 + damage.rstrip("\n") + "\n" + GOOD, "utf-8")
    with pytest.raises(BuildError, match=re.escape(f"{path}:3: ")):
        list(files.open_timeline(tmp_path).places)


def test_bytes_that_are_no_text_are_told_by_file_and_number(tmp_path: Path) -> None:
    write_folder(NOTHING, tmp_path)
    path = tmp_path / files.PLACES
    path.write_bytes(GOOD.encode().replace(b"Kirkuk", b"Kir\xff\xfekuk"))
    with pytest.raises(BuildError, match=re.escape(f"{path}:1: ")):
        list(files.open_timeline(tmp_path).places)


def test_values_that_contradict_the_model_are_damage_too(tmp_path: Path) -> None:
    write_folder(NOTHING, tmp_path)
    empty_span = (
        '{"id":"a","outlet":null,"title":null,"published":null,"published_from":null,"url":null,"origin":"o",'
    )
    empty_span += '"text":"x","passages":[{"start":4,"end":4,"kind":"prose"}],"skipped":[],"copy_of":null,"changes":null}\n'
    (tmp_path / files.ARTICLES).write_text(empty_span, "utf-8")
    with pytest.raises(BuildError, match=r"articles\.jsonl:1: empty or backward span"):
        list(files.open_timeline(tmp_path).articles)


def test_files_can_be_read_again_and_again(tmp_path: Path) -> None:
    write_folder(NOTHING, tmp_path)
    (tmp_path / files.PLACES).write_text(GOOD, "utf-8")
    places = files.open_timeline(tmp_path).places
    assert list(places) == list(places)
    assert [p.name for p in places] == ["Kirkuk"]


def test_a_file_takes_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "words.jsonl"
    path.write_bytes(b"before\n")

    def fails() -> Iterator[Word]:
        yield Word("one")
        assert path.read_bytes() == b"before\n"
        raise RuntimeError("out of words")

    with pytest.raises(RuntimeError, match="out of words"):
        files.write_lines(path, fails())
    assert path.read_bytes() == b"before\n"
    assert list(tmp_path.iterdir()) == [path]


def test_lines_are_counted_and_ended(tmp_path: Path) -> None:
    path = tmp_path / "words.jsonl"
    assert files.write_lines(path, [Word("line\nfeed"), Word("é\u2028")]) == 2
    assert path.read_bytes() == '{"text":"line\\nfeed"}\n{"text":"é\u2028"}\n'.encode()
    assert files.write_raw(path, []) == 0
    assert path.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_no_folder_to_write_into(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert files.is_writable(tmp_path)
    assert not files.is_writable(tmp_path / "file")
    assert not files.is_writable(tmp_path / "nowhere")
