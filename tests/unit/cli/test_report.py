from __future__ import annotations

from graphbuild.errors import BuildError


def test_the_page_is_written_with_what_could_not_be_read(ask, tmp_path):
    (tmp_path / "failed.jsonl").write_text('{"origin": "bad.bin", "reason": "binary"}\n', encoding="utf-8")
    file = tmp_path / "case.html"
    result = ask("report", "-o", str(file), "-d", str(tmp_path))
    assert result.exit_code == 0
    assert "<b>bad.bin</b>: binary" in file.read_text(encoding="utf-8")


def test_a_dash_writes_the_page_to_stdout(ask, tmp_path):
    result = ask("report", "-o", "-", "-d", str(tmp_path))
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert result.stderr == ""


def test_the_page_follows_the_filter(ask, tmp_path):
    text = ask("report", "-o", "-", "-d", str(tmp_path), "--did", "SANCTION").stdout
    assert "<mark>withdrew</mark>" in text
    assert "<mark>shelled</mark>" not in text


def test_a_damaged_list_of_failures_is_a_known_failure(ask, tmp_path):
    (tmp_path / "failed.jsonl").write_text("[]\n", encoding="utf-8")
    assert isinstance(ask("report", "-o", "-", "-d", str(tmp_path)).exception, BuildError)
