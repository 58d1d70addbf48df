"""Pages point at what is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.contracts.sessions import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted(
    path for place in ("*.md", "docs/**/*.md", "exports/*.md", "samples/*.md") for path in ROOT.glob(place)
)
ROOTS = (ROOT, ROOT / "graphbuild", ROOT / "ontology", ROOT / "docs", ROOT / "exports", ROOT / "samples")
SECTIONS = ("**Context.**", "**Decision.**", "**Consequences.**", "**Evidence.**")
DECISIONS = sorted((ROOT / "docs" / "adr").glob("0*.md"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
    assert [t for t in targets if "://" not in t and not (page.parent / t).exists()] == []


@pytest.mark.parametrize("page", [p for p in PAGES if p.parent != ROOT / "samples"], ids=name_of)
def test_files_that_are_named_are_there(page: Path) -> None:
    """What is in backquotes, has a slash and the suffix of a file of ours, is a file of ours."""
    named = re.findall(r"`([\w./-]+/[\w./-]*\.(?:py|yaml|ttl|rq|md|cfg|toml|json))`", page.read_text("utf-8"))
    assert [name for name in named if not any((root / name).exists() for root in ROOTS)] == []


@pytest.mark.parametrize("decision", DECISIONS, ids=name_of)
def test_a_decision_says_why_and_is_listed(decision: Path) -> None:
    text = decision.read_text("utf-8")
    places = [text.find(section) for section in SECTIONS]
    assert -1 not in places, SECTIONS[places.index(-1)]
    assert places == sorted(places)
    assert f"({decision.name})" in (decision.parent / "README.md").read_text("utf-8")


def test_every_dependency_has_its_licence_named():
    pages = (ROOT / "THIRD_PARTY.md").read_text("utf-8").lower()
    setup = (ROOT / "setup.cfg").read_text("utf-8")
    asked = re.findall(r"(?m)^    ([\w-]+)[<>=]=?\d", setup)
    assert len(asked) > 15
    assert [name for name in asked if name.lower() not in pages] == []
