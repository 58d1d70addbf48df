"""The benchmark of time expressions: WikiWars' format, the rules of scoring, the table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import timex
from published.timeml import DatedText, Mark
from published.timex2 import read_timex2

if TYPE_CHECKING:
    from pathlib import Path

SGML = """<DOC>
<DOCID>03_Some_War</DOCID>
<DATETIME><TIMEX2 val="2009-12-19T17:00:00">20091219T170000</TIMEX2></DATETIME>
<BODY>
<TEXT>
Troops &amp; ships left <TIMEX2 val="1942-06">in <TIMEX2 val="1942">1942</TIMEX2>, June</TIMEX2> <br> at R&D
<TIMEX2 val="P2D">two days</TIMEX2> <TIMEX2 val="1942-06-03TMO">one morning</TIMEX2>
<TIMEX2 set="YES" val="XXXX-WXX-1">every Monday</TIMEX2> <timex2 VAL="PAST_REF">once</timex2><TIMEX2 val="1">
</TIMEX2></TEXT>
</BODY>
</DOC>
"""


def test_timex2_gives_text_marks_and_types(tmp_path: Path) -> None:
    path = tmp_path / "03_Some_War.key.xml"
    path.write_text(SGML, "utf-8")
    found = read_timex2(path)
    assert found is not None
    assert found.published == date(2009, 12, 19)
    assert "Troops & ships left in 1942, June  at R&D\n" in found.text
    assert [(found.text[mark.start : mark.end], mark.type, mark.value) for mark in found.marks] == [
        ("1942", "DATE", "1942"),
        ("in 1942, June", "DATE", "1942-06"),
        ("two days", "DURATION", "P2D"),
        ("one morning", "TIME", "1942-06-03TMO"),
        ("every Monday", "SET", "XXXX-WXX-1"),
        ("once", "DATE", "PAST_REF"),
    ]
    assert list(timex.read_folder(tmp_path)) == [found]


@pytest.mark.parametrize("source", ["<TEXT>No day.</TEXT>", "<DATETIME>20091219</DATETIME>", "nothing"])
def test_a_document_without_text_or_day_is_passed_over(tmp_path: Path, source: str) -> None:
    (tmp_path / "a.sgm").write_text(source, "utf-8")
    assert list(timex.read_folder(tmp_path)) == []


def test_a_day_of_writing_may_stand_without_a_tag(tmp_path: Path) -> None:
    (tmp_path / "a.sgm").write_text("<DATETIME> 20091219T17 </DATETIME><TEXT>On Monday.</TEXT>", "utf-8")
    assert [found.published for found in timex.read_folder(tmp_path)] == [date(2009, 12, 19)]


def test_equal_ends_are_matched_before_longer_overlaps() -> None:
    gold = [Mark(0, 20, "DATE", "1942"), Mark(3, 7, "DATE", "1942-06")]
    found = [Mark(3, 7, "DATE", "1942-06")]
    assert timex.pairs(gold, found) == [(gold[1], found[0])]
    assert timex.pairs(gold[:1], found) == [(gold[0], found[0])]
    assert timex.pairs(gold, [Mark(20, 24, "DATE", "x")]) == []


def test_the_row_has_precision_recall_and_f1_of_each_measure() -> None:
    gold = DatedText(
        "a", "x" * 100, date(2010, 1, 1), tuple(Mark(at, at + 4, "DATE", "1") for at in (0, 10, 20, 30))
    )
    found = [
        Mark(0, 4, "DATE", "1"),
        Mark(11, 14, "DATE", "1"),
        Mark(20, 24, "TIME", "2"),
        Mark(50, 54, "DATE", "1"),
    ]
    cells = timex.row("some", [gold], [found], 0.5).split()
    assert cells == ["some", "4", *["50.0"] * 3, *["75.0"] * 3, *["50.0"] * 3, *["50.0"] * 3, "200"]


def test_graphbuild_is_scored_on_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.tml").write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2011-05-03">x</TIMEX3></DCT><TEXT>They left on '
        '<TIMEX3 tid="t1" type="DATE" value="2011-05-02">Monday</TIMEX3>.</TEXT></TimeML>',
        "utf-8",
    )
    assert timex.main(["--data", str(tmp_path), "--errors", str(tmp_path / "errors.txt")]) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("graphbuild"))
    assert row.split()[1:-1] == ["1", *["100.0"] * 12]
    assert (tmp_path / "errors.txt").read_text("utf-8").strip() == ""
