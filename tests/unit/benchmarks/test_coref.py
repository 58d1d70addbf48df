"""Scores of event clusters by hand, and ECB+ read as published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from published.ecb import CHECKED, read_checked, read_ecb
from scoring.clusters import Matched, score_clusters
from scoring.links import muc

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = """<Document doc_name="7_1ecb.xml" doc_id="D1">
<token t_id="1" sentence="0" number="0">Skipped</token>
<token t_id="2" sentence="1" number="0">Rebels</token>
<token t_id="3" sentence="1" number="1">blew</token>
<token t_id="4" sentence="1" number="2">it</token>
<token t_id="5" sentence="1" number="3">up</token>
<token t_id="6" sentence="1" number="4">.</token>
<token t_id="7" sentence="2" number="0">The</token>
<token t_id="8" sentence="2" number="1">blast</token>
<token t_id="9" sentence="2" number="2">did</token>
<token t_id="10" sentence="2" number="3">n't</token>
<token t_id="11" sentence="2" number="4">spread</token>
<Markables>
<ACTION_OCCURRENCE m_id="20"><token_anchor t_id="3"/><token_anchor t_id="5"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="21"><token_anchor t_id="8"/></ACTION_OCCURRENCE>
<NEG_ACTION_OCCURRENCE m_id="22"><token_anchor t_id="11"/></NEG_ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="23"><token_anchor t_id="1"/></ACTION_OCCURRENCE>
<HUMAN_PART_PER m_id="24"><token_anchor t_id="2"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="25" TAG_DESCRIPTOR="t7_blast" instance_id="ACT1" />
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="1" note="ACT1"><source m_id="20"/><source m_id="21"/><target m_id="25"/></CROSS_DOC_COREF>
</Relations>
</Document>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "7_1ecb.xml").write_text(DOCUMENT, "utf-8")
    (tmp_path / CHECKED).write_text("Topic,File,Sentence Number\n7,1ecb,1\n7,1ecb,2\n", "utf-8")
    return tmp_path


def test_checked_sentences_become_text_and_events_keep_their_chains(folder: Path) -> None:
    document = read_ecb(folder / "7_1ecb.xml", read_checked(folder / CHECKED))
    assert document is not None
    assert (document.topic, document.text) == ("7", "Rebels blew it up.\nThe blast didn't spread")
    words = [[document.text[a:b] for a, b in event.words] for event in document.events]
    assert words == [["blew", "up"], ["blast"], ["spread"]]
    assert [event.chain for event in document.events] == ["ACT1", "ACT1", "7_1ecb:single 22"]


def test_a_document_without_checked_sentences_is_left_out(folder: Path) -> None:
    assert read_ecb(folder / "7_1ecb.xml", {}) is None


def clustered(pairs: str) -> list[Matched]:
    """ "aX aY bZ": chain a with actors X and Y, chain b with Z."""
    return [Matched("event", pair[0], pair[1]) for pair in pairs.split()]


@pytest.mark.parametrize(
    ("pairs", "precision", "recall"),
    [
        ("aX aX aX bY bY", 1, 1),
        ("aX aX aY bZ bZ", 1, 2 / 3),  # one of three links is missing
        ("aX aX bX bX", 2 / 3, 1),  # one of three is too much
        ("aX bY", 0, 0),  # no links at all
    ],
)
def test_muc_counts_links(pairs: str, precision: float, recall: float) -> None:
    shares = muc(clustered(pairs))
    assert (shares.precision, shares.recall) == (pytest.approx(precision), pytest.approx(recall))


def test_the_example_of_the_measures() -> None:
    """Twelve mentions in chains of 5, 2 and 5, found as 5 and 7 (the usual example of MUC and B³)."""
    matched = clustered("aX " * 5 + "bY " * 2 + "cY " * 5)
    assert muc(matched).precision == pytest.approx(9 / 10)
    assert muc(matched).recall == 1
    scores = score_clusters(matched)
    assert scores.b3.precision == pytest.approx((5 + 4 / 7 + 25 / 7) / 12)
    assert scores.b3.recall == 1
    assert scores.ceafe.precision == pytest.approx((1 + 10 / 12) / 2)
