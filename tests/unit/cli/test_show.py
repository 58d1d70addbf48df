from __future__ import annotations

from tests.unit import sample_timeline as sample


def test_an_event_is_shown_by_the_beginning_of_its_id(ask):
    out = ask("show", "e:eff2").stdout
    assert sample.SHELLED in out
    assert "The reports differ:" in out


def test_an_article_is_shown_with_its_events(ask):
    assert "4 events:" in ask("show", "herald-1").stdout
