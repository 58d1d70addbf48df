from __future__ import annotations

import pytest


@pytest.mark.parametrize("what", ["links", "timeline"])
def test_both_pictures_are_drawn_as_svg_and_png(ask, what, tmp_path):
    for name, start in (("a.svg", b"<?xml"), ("a.PNG", b"\x89PNG")):
        result = ask("draw", what, "-o", str(tmp_path / name))
        assert result.exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(start)
        assert result.stdout == ""


def test_a_dash_writes_svg_to_stdout_and_words_beside_it(ask):
    result = ask("draw", "timeline", "-o", "-")
    assert result.stdout.startswith("<?xml")
    assert result.stdout.rstrip().endswith("</svg>")
    assert result.stderr.startswith("4 events from 2021-01 to 2021-03-09")


def test_the_picture_follows_the_filter(ask):
    svg = ask("draw", "timeline", "-o", "-", "--status", "planned").stdout
    assert "Ilva Tarn → meet → Borland" in svg
    assert "Borland → accuse" not in svg


def test_top_limits_actors(ask):
    assert "2 of 3 linked actors" in ask("draw", "links", "-o", "-", "--top", "2").stdout


def test_another_format_is_wrong_use(ask):
    assert ask("draw", "links", "-o", "a.pdf").exit_code == 2
