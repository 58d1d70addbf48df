"""The accuracy that is kept is the accuracy that the program has, where gold data are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import actors
import events
from comparing import differences, load

GOLD = os.environ.get("GRAPHBUILD_GOLD")


@pytest.mark.gold
@pytest.mark.model
@pytest.mark.skipif(not GOLD, reason="GRAPHBUILD_GOLD names no folder of published gold data")
def test_accuracy_is_what_is_kept() -> None:
    measured = events.measure([Path(GOLD or "")])
    assert measured, f"no PLOVER records and no MEANTIME documents in {GOLD}"
    changed = list(differences(load(events.KEPT.read_text("utf-8")), measured))
    assert not changed, "see what changed, then `make figures`:\n" + "\n".join(changed)


@pytest.mark.gold
@pytest.mark.model
@pytest.mark.skipif(not GOLD, reason="GRAPHBUILD_GOLD names no folder of published gold data")
def test_who_is_who_is_what_is_kept() -> None:
    measured = actors.measure([Path(GOLD or "")])
    assert measured, f"no MEANTIME documents in {GOLD}"
    changed = list(actors.differences(actors.load(actors.KEPT.read_text("utf-8")), measured))
    assert not changed, "see what changed, then `make figures`:\n" + "\n".join(changed)
