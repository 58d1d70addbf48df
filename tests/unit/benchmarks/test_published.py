"""The readers of published gold formats, on small files of our own."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from published.cat import GoldMention, dated_text, read_cat, read_instances
from published.plover import Party, read_plover
from published.sentences import Piece, join
from published.timeml import Mark, read_timeml

if TYPE_CHECKING:
    from pathlib import Path

CAT = """<?xml version="1.0" ?><Document doc_id="7" url="http://example.org/7">
<token number="0" sentence="0" t_id="1">Port</token>
<token number="1" sentence="0" t_id="2">reopens</token>
<token number="2" sentence="1" t_id="3">May</token>
<token number="3" sentence="1" t_id="4">3</token>
<token number="4" sentence="1" t_id="5">,</token>
<token number="5" sentence="1" t_id="6">2011</token>
<token number="6" sentence="2" t_id="7">The</token>
<token number="7" sentence="2" t_id="8">city</token>
<token number="8" sentence="2" t_id="9">reopened</token>
<token number="9" sentence="2" t_id="10">it</token>
<token number="10" sentence="2" t_id="11">Monday</token>
<token number="11" sentence="2" t_id="12">.</token>
<Markables>
<ENTITY_MENTION m_id="20"><token_anchor t_id="7"/><token_anchor t_id="8"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="21"><token_anchor t_id="1"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="22"><token_anchor t_id="10"/></ENTITY_MENTION>
<EVENT_MENTION m_id="30"><token_anchor t_id="2"/></EVENT_MENTION>
<EVENT_MENTION m_id="31"><token_anchor t_id="9"/></EVENT_MENTION>
<TIMEX3 {creation} m_id="40" type="DATE" value="2011-05-03"><token_anchor t_id="3"/><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" m_id="41" type="DATE" value="2011-05-02"><token_anchor t_id="11"/></TIMEX3>
<EVENT TAG_DESCRIPTOR="reopen" class="OTHER" instance_id="OTH1" m_id="50"/>
<ENTITY TAG_DESCRIPTOR="Port of Example" ent_type="LOC" m_id="60"/>
</Markables>
<Relations>
<HAS_PARTICIPANT r_id="1" sem_role="Arg0"><source m_id="31"/><target m_id="20"/></HAS_PARTICIPANT>
<HAS_PARTICIPANT r_id="2" sem_role="Arg1"><source m_id="31"/><target m_id="22"/></HAS_PARTICIPANT>
<TLINK r_id="3" reltype="IS_INCLUDED"><source m_id="31"/><target m_id="41"/></TLINK>
<TLINK r_id="4" reltype="BEFORE"><source m_id="30"/><target m_id="40"/></TLINK>
<REFERS_TO r_id="5"><source m_id="21"/><source m_id="22"/><target m_id="60"/></REFERS_TO>
<REFERS_TO r_id="6"><source m_id="30"/><target m_id="50"/></REFERS_TO>
</Relations></Document>
"""
CREATION = 'functionInDocument="CREATION_TIME"'
COLUMNS = "#ID\tTYPE\tCLASS\tINSTANCE_NAME\tDESCR\tEXT_LINK\tCOMMENT\tTIME\tBEGINTERVAL\tENDINTERVAL"


@pytest.fixture
def cat(tmp_path: Path) -> Path:
    path = tmp_path / "7_Port.xml"
    path.write_text(CAT.format(creation=CREATION), "utf-8")
    return path


def instances(folder: Path, time: str, begin: str) -> Path:
    path = folder / "list_instances.csv"
    row = ["OTH1", "EVENT", "OTHER", "reopen", "", "", "", time, begin, ""]
    path.write_text("\n".join((COLUMNS, "\t".join(row))) + "\n", "utf-8")
    return path


def test_a_cat_document_becomes_text_with_paragraphs_and_its_day(cat: Path) -> None:
    document = read_cat(cat)
    assert document.text == "Port reopens\n\nMay 3, 2011\n\nThe city reopened it Monday."
    assert [document.text[start:][:3] for start in document.starts] == ["Por", "May", "The"]
    assert (document.title, document.published) == ("Port reopens", date(2011, 5, 3))


def test_roles_are_called_by_every_name_of_their_entity(cat: Path) -> None:
    event = read_cat(cat).events[1]
    assert (event.sentence, event.trigger) == (2, "reopened")
    assert {role: [slot.names for slot in slots] for role, slots in event.roles.items()} == {
        "Arg0": [("The city",)],
        "Arg1": [("it", "Port of Example", "Port")],
    }


def test_an_event_is_on_the_day_of_its_instance_else_at_the_time_it_is_linked_to(
    cat: Path, tmp_path: Path
) -> None:
    told = read_instances(instances(tmp_path, "2011-05-01", ""))
    assert [event.day for event in read_cat(cat, told).events] == [date(2011, 5, 1), date(2011, 5, 2)]
    begun = read_instances(instances(tmp_path, "", "2011-04-30"))
    assert read_cat(cat, begun).events[0].day == date(2011, 4, 30)
    coarse = read_instances(instances(tmp_path, "2011-05-XX", "2011-04-30"))
    assert read_cat(cat, coarse).events[0].day is None


def test_the_dateline_says_the_day_where_no_creation_time_is_marked(cat: Path) -> None:
    cat.write_text(CAT.format(creation='functionInDocument="NONE"'), "utf-8")
    assert read_cat(cat).published == date(2011, 5, 3)


def test_times_keep_their_characters(cat: Path) -> None:
    found = dated_text(read_cat(cat))
    assert found is not None
    worded = [(found.text[m.start : m.end], m.value) for m in found.marks]
    assert worded == [("May 3, 2011", "2011-05-03"), ("Monday", "2011-05-02")]


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["``", "No", ",", "''", "he", "said", "."], '"No," he said.'),
        (['"', "No", '"', ",", "he", "said"], '"No", he said'),
        (
            ["The", "firm", "'s", "plan", "did", "n't", "cost", "$", "3", "m"],
            "The firm's plan didn't cost $3 m",
        ),
        (["It", "(", "the", "firm", ")", "left"], "It (the firm) left"),
    ],
)
def test_tokens_are_joined_as_a_newspaper_prints_them(tokens: list[str], text: str) -> None:
    joined = join(Piece(str(number), 3, words) for number, words in enumerate(tokens))
    assert joined.text == text
    assert all(text[start:end] for start, end in joined.places.values())


def test_timeml_gives_its_text_and_marks_but_not_its_creation_time(tmp_path: Path) -> None:
    path = tmp_path / "a.tml"
    path.write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2011-05-03">x</TIMEX3></DCT>'
        '<TEXT>They left <TIMEX3 tid="t1" type="DATE" value="2011-05-02">on <b>Monday</b></TIMEX3>.</TEXT></TimeML>',
        "utf-8",
    )
    found = read_timeml(path)
    assert found is not None
    assert (found.text, found.published) == ("They left on Monday.", date(2011, 5, 3))
    assert found.marks == (Mark(10, 19, "DATE", "2011-05-02"),)


def test_a_plover_record_is_read_with_todays_types_and_its_parties(tmp_path: Path) -> None:
    row = {
        "id": "X-1",
        "date": "2000-01-01",
        "event": "DISAPPROVE",
        "text": "Norway blamed a firm.",
        "source": [{"actorText": "Norway", "code": "NOR", "sector": "GOV"}],
        "target": [{"actorText": "firm"}],
        "textInfo": {"markup": "(SRC: Norway) (EVT: blamed) a (TAR: firm)."},
    }
    path = tmp_path / "plover.json"
    both = {"textInfo": {"markup": "(SRC/TAR: Norway) met."}, "target": "", "event": "CONSULT"}
    path.write_text(json.dumps([row, {**row, **both}, {**row, "source": None, "textInfo": "as is"}]), "utf-8")
    blamed, met, nobody = read_plover(path)
    assert (blamed.type, blamed.sources, blamed.targets) == (
        "ACCUSE",
        (Party("Norway", "NORGOV"),),
        (Party("firm", None),),
    )
    assert (blamed.reciprocal, met.reciprocal, met.targets) == (False, True, ())
    assert (nobody.sources, nobody.reciprocal) == ((), False)


@pytest.mark.parametrize("text", ['{"a": 1}', '[{"a": 1}]', "[1]", "no"])
def test_other_json_is_no_list_of_records(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"other\.json"):
        read_plover(path)


def test_mentions_of_entities_have_places_and_a_chain(cat: Path) -> None:
    document = read_cat(cat)
    chain = "7_Port 60"
    words = [(document.text[m.start : m.end], m) for m in document.entities]
    assert words == [("Port", GoldMention(0, 4, "LOC", chain)), ("it", GoldMention(45, 47, "LOC", chain))]


def test_the_chain_of_an_instance_is_the_same_in_every_document(tmp_path: Path) -> None:
    path = tmp_path / "8_Port.xml"
    path.write_text(
        CAT.format(creation=CREATION).replace('m_id="60"', 'instance_id="LOC9" m_id="60"'), "utf-8"
    )
    assert {mention.chain for mention in read_cat(path).entities} == {"LOC9"}
