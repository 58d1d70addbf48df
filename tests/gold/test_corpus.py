"""The gold cases themselves: well formed, and nothing in them that their texts do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.model.event import LinkKind, Status
from tests.gold.corpus import FOLDER, Either, GoldCase, GoldEvent, NeverEvent, read_case, read_cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERBAL = frozenset(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"])
MATERIAL = frozenset(["COOPERATE", "AID", "RETREAT", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"])
PLOVER = VERBAL | MATERIAL
CASES = tuple(read_cases())
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def _names(event: GoldEvent) -> Iterator[Either]:
    for names in (event.who, event.whom, event.where, event.said_by):
        yield from names or ()


def test_there_are_cases() -> None:
    assert len(CASES) >= 45


def test_no_file_lacks_its_partner() -> None:
    files = [path for path in FOLDER.iterdir() if not path.name.startswith(".")]
    texts = {path.stem for path in files if path.suffix == ".txt"}
    notes = {path.stem for path in files if path.suffix == ".yaml"}
    assert texts == notes
    assert len(files) == len(texts) + len(notes), "only .txt and .yaml belong here"


def test_every_plover_type_has_a_case() -> None:
    sure = {e.type[0] for case in CASES for e in case.events if e.type and len(e.type) == 1}
    assert sure == PLOVER


def test_every_status_has_a_case() -> None:
    sure = {e.status[0] for case in CASES for e in case.events if e.status and len(e.status) == 1}
    assert sure == set(Status)


@each_case
def test_says_what_it_is_for(case: GoldCase) -> None:
    notes = (FOLDER / f"{case.name}.yaml").read_text("utf-8")
    assert notes.startswith("# "), "the first line says why the case exists"
    assert case.events or case.never


@each_case
def test_words_stand_in_the_text(case: GoldCase) -> None:
    for event in case.events:
        linked = (word for kind in LinkKind for word in getattr(event, kind) or ())
        assert all(words in case.text for words in (*event.trigger, *linked)), event.trigger
        for either in _names(event):
            assert any(words in case.text for words in either), either
    for entry in case.never:
        assert entry.trigger is None or entry.trigger in case.text


@each_case
def test_types_and_statuses_are_known(case: GoldCase) -> None:
    types = {name for e in case.events for name in e.type or ()} | {e.type for e in case.never if e.type}
    statuses = {name for e in case.events for name in e.status or ()} | {
        e.status for e in case.never if e.status
    }
    assert types <= PLOVER
    assert statuses <= set(Status)


@each_case
def test_days_run_forward_and_names_are_not_empty(case: GoldCase) -> None:
    for event in case.events:
        assert all(words for either in (event.trigger, *_names(event)) for words in either)
        first, last = event.when or (None, None)
        assert first is None or last is None or first <= last


@each_case
def test_does_not_forbid_what_it_wants(case: GoldCase) -> None:
    assert not [(entry, event) for entry in case.never for event in case.events if _meets(event, entry)]


def _meets(event: GoldEvent, entry: NeverEvent) -> bool:
    """Whether what is said of the event already fits all that is forbidden."""
    return all(
        (
            entry.trigger is None or entry.trigger in event.trigger,
            entry.type is None or entry.type in (event.type or ()),
            entry.status is None or entry.status in (event.status or ()),
            entry.who is None or (entry.who,) in (event.who or ()),
            entry.whom is None or (entry.whom,) in (event.whom or ()),
            entry.where is None or (entry.where,) in (event.where or ()),
            entry.when is None or event.when == (entry.when, entry.when),
            *(getattr(entry, k) is None or getattr(entry, k) in (getattr(event, k) or ()) for k in LinkKind),
        )
    )


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("Rebels fled.\n", "utf-8")
    (tmp_path / "odd.yaml").write_text("# typo\nevents:\n  - {trigger: fled, whoo: [Rebels]}\n", "utf-8")
    with pytest.raises(KeyError, match="whoo"):
        read_case(tmp_path / "odd.txt")


def test_a_text_without_date_line_has_no_publication_date(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("Rebels fled.\n\nThey won.\n", "utf-8")
    (tmp_path / "bare.yaml").write_text("# bare\nevents: [{trigger: fled, when: [null, null]}]\n", "utf-8")
    case = read_case(tmp_path / "bare.txt")
    assert case.published is None
    assert case.text == "Rebels fled.\n\nThey won.\n"
    assert case.events[0].when == (None, None)
    assert case.events[0].who is None
