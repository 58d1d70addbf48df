"""TimeML, read back by an XML parser and by the reader of the benchmark."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.timex import read_timeml
from graphbuild.model.text import Article, Span
from graphbuild.model.time import Basis, Granularity, TimeSpan, Timex, TimexType
from graphbuild.stages.timexes import find_timexes
from graphbuild.writers.timeml import count_replaced, to_timeml

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2021, 3, 10)
TEXT = 'On Monday, "A & B" <met>;\r\nin the late 1990s they had not, for two years\x0c.\n'


def article(text: str = TEXT, **fields: object) -> Article:
    return replace(Article("a/<1>", "Herald", "A & B", DAY, text, None, "a.txt"), **fields)


def read(content: bytes) -> ET.Element:
    return ET.fromstring(content)


def text_of(root: ET.Element) -> str:
    element = root.find("TEXT")
    assert element is not None
    return "".join(element.itertext())


def expected(text: str) -> str:
    """The text with U+FFFD for what the Char production of XML 1.0 leaves out."""

    def can_be(sign: str) -> bool:
        code = ord(sign)
        return (
            sign in "\t\n\r"
            or 0x20 <= code <= 0xD7FF
            or 0xE000 <= code <= 0xFFFD
            or 0x10000 <= code <= 0x10FFFF
        )

    return "".join(sign if can_be(sign) else "\ufffd" for sign in text)


@st.composite
def tagged(draw: st.DrawFn) -> tuple[str, tuple[Timex, ...]]:
    """Any text with any marks in it that do not overlap."""
    signs = st.sampled_from(
        "ab&<>'\"\r\n\t \x00\x0b\x0c\x1b\x7f\x85]\u2028\u00e9\ufffe\uffff\U0001f600\ud800"
    )
    text = draw(st.text(signs, min_size=1) | st.text(min_size=1))
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    values, mods = st.text(st.characters(codec="ascii", min_codepoint=32)), st.sampled_from([None, "END"])
    marks = (
        Timex(Span(start, end), draw(st.sampled_from(TimexType)), draw(values), draw(mods), None)
        for start, end in zip(ends[::2], ends[1::2], strict=False)
    )
    return text, tuple(marks)


@given(tagged())
def test_any_text_comes_back_one_character_for_one_with_its_marks(
    case: tuple[str, tuple[Timex, ...]],
) -> None:
    text, timexes = case
    root = read(to_timeml(article(text, title=None), timexes))
    assert text_of(root) == expected(text)
    assert count_replaced(text) == sum(a != b for a, b in zip(text, expected(text), strict=True))
    marks = root.findall("TEXT/TIMEX3")
    assert [(m.text, m.get("type"), m.get("value"), m.get("mod")) for m in marks] == [
        (expected(t.span.of(text)), t.type.value, t.value, t.mod) for t in timexes
    ]
    before = [text_of(root)[: t.span.start] for t in timexes]
    assert [len(words) for words in before] == [t.span.start for t in timexes]


def test_it_is_a_document_as_other_tools_read_it() -> None:
    content = to_timeml(article(), find_timexes(TEXT, DAY))
    root = read(content)
    assert (root.tag, [part.tag for part in root]) == ("TimeML", ["DOCID", "DCT", "TITLE", "TEXT"])
    assert (root.findtext("DOCID"), root.findtext("TITLE")) == ("a/<1>", "A & B")
    created = root.find("DCT/TIMEX3")
    assert created is not None
    assert created.attrib == {
        "tid": "t0",
        "type": "DATE",
        "value": "2021-03-10",
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }
    assert [m.attrib for m in root.findall("TEXT/TIMEX3")] == [
        {"tid": "t1", "type": "DATE", "value": "2021-03-08", "temporalFunction": "true"},
        {"tid": "t2", "type": "DATE", "value": "199", "mod": "END", "temporalFunction": "false"},
        {"tid": "t3", "type": "DURATION", "value": "P2Y", "temporalFunction": "false"},
    ]


def test_every_id_is_used_once() -> None:
    ids = re.findall(r'tid="(\w+)"', to_timeml(article(), find_timexes(TEXT, DAY)).decode())
    assert ids == ["t0", "t1", "t2", "t3"]


def test_the_reader_of_the_benchmark_finds_what_was_written(tmp_path: Path) -> None:
    text = "It began on Monday and lasted two days & a night."
    found = find_timexes(text, DAY)
    path = tmp_path / "a.tml"
    path.write_bytes(to_timeml(article(text), found))
    gold = read_timeml(path)
    assert gold is not None
    assert (gold.published, gold.text) == (DAY, text)
    assert [(m.start, m.end, m.value) for m in gold.marks] == [
        (t.span.start, t.span.end, t.value) for t in found
    ]


def test_an_unknown_publication_date_is_said_to_be_so() -> None:
    (created,) = read(to_timeml(article(published=None, title=None), ())).findall("DCT/TIMEX3")
    assert (created.get("value"), created.text) == ("XXXX-XX-XX", None)


def test_only_what_is_reckoned_is_a_temporal_function() -> None:
    when = TimeSpan(DAY, DAY, Granularity.DAY, Basis.STATED)
    stated = Timex(Span(0, 2), TimexType.DATE, "2021-03-10", None, when)
    reckoned = replace(stated, span=Span(3, 5), when=replace(when, basis=Basis.RELATIVE))
    marks = read(to_timeml(article(), (stated, reckoned))).findall("TEXT/TIMEX3")
    assert [mark.get("temporalFunction") for mark in marks] == ["false", "true"]
