from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from graphbuild.model.actor import Actor, ActorKind
from graphbuild.model.text import Passage, PassageKind, Span
from graphbuild.model.timeline import ReadArticle
from graphbuild.store import convert, lines
from tests.plain_reader import article, record_of

ACTOR = Actor("n:iran", "Iran", ("Iran",), ActorKind.COUNTRY, "IRN", "GOV", None, None, ())


def test_the_keys_of_a_mention_are_a_contract() -> None:
    assert lines.MentionLine.__struct_fields__ == (
        "id", "event", "article", "sentence", "trigger", "action", "type", "mode", "code", "quad_class",
        "sources", "targets", "place", "time", "status", "attribution", "quantities", "links",
    )  # fmt: skip
    assert lines.ParticipantLine.__struct_fields__ == (
        "actor",
        "name",
        "country",
        "sector",
        "start",
        "end",
        "text",
    )
    assert set(lines.PlaceMentionLine.__struct_fields__) >= {
        "place",
        "name",
        "country",
        "start",
        "end",
        "text",
    }
    assert set(lines.TimeLine.__struct_fields__) == {
        "first", "last", "granularity", "basis", "edtf", "value", "start", "end", "text",
    }  # fmt: skip
    assert lines.QuantityLine.__struct_fields__ == ("role", "low", "high", "unit", "start", "end", "text")


def test_what_is_missing_is_null_or_empty() -> None:
    mention = record_of(article("a", "- hit -")).events[0]
    line = msgspec.to_builtins(convert.mention_line(mention, {}.__getitem__))
    nulls = {key for key, value in line.items() if value is None}
    assert nulls == {"event", "type", "mode", "code", "quad_class", "place", "time", "attribution"}
    assert (line["sources"], line["targets"], line["quantities"]) == ([], [], [])


def test_a_filled_role_carries_what_is_known_of_its_actor() -> None:
    mention = record_of(article("a", "Iran hit -")).events[0]
    line = convert.mention_line(mention, {"n:iran": ACTOR}.__getitem__)
    assert msgspec.to_builtins(line.sources) == [
        {
            "actor": "n:iran",
            "name": "Iran",
            "country": "IRN",
            "sector": "GOV",
            "start": 0,
            "end": 4,
            "text": "Iran",
        }
    ]


def test_a_role_of_nobody_known_keeps_its_words() -> None:
    mention = record_of(article("a", "Iran hit -")).events[0]
    nobody = replace(mention, sources=(replace(mention.sources[0], actor=None),))
    line = convert.mention_line(nobody, {}.__getitem__)
    assert (line.sources[0].actor, line.sources[0].name, line.sources[0].text) == (None, None, "Iran")


def test_a_reference_to_no_actor_is_damage() -> None:
    mention = record_of(article("a", "Iran hit -")).events[0]
    with pytest.raises(KeyError):
        convert.mention_line(mention, convert.facts_of({}))


def test_passages_come_back_in_text_order_whatever_was_read_of_them() -> None:
    passages = (
        Passage(Span(0, 2), PassageKind.BYLINE),
        Passage(Span(3, 5), PassageKind.PROSE),
        Passage(Span(5, 8), PassageKind.CAPTION),
        Passage(Span(8, 9), PassageKind.HEADLINE),
    )
    read = ReadArticle(article("a", "By Me text and", date(2020, 1, 1)), passages)
    line = convert.article_line(read)
    assert [p.kind for p in line.passages] == ["prose", "headline"]
    assert [p.kind for p in line.skipped] == ["byline", "caption"]
    assert convert.read_article(line) == read
