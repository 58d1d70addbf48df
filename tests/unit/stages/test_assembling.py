from __future__ import annotations

from dataclasses import replace
from datetime import date

from graphbuild.lexicon.codebook_reader import load_codebook
from graphbuild.lexicon.cues import load_cues
from graphbuild.model.actor import (
    ActorKind,
    ActorMention,
    ArticleActor,
    MentionForm,
    Mentions,
    Place,
    PlaceMention,
)
from graphbuild.model.clause import Clause, Standing
from graphbuild.model.event import EventMention, EventTime, Status
from graphbuild.model.text import Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.stages.assembling import Findings, assemble
from tests.parses import clause_at, index_of, parse_of, text_of
from tests.plain_reader import article

KIRKUK = Place("p:1", "Kirkuk", "IRQ", 35.5, 44.4, None)
PLAIN = Standing(Status.ASSERTED, (), None)


def _mentions(name: str, actors: dict[str, str], places: dict[str, Place] | None = None) -> Mentions:
    """Mentions with an actor for each of these words, and places for others."""
    parse, text = parse_of(name), text_of(name)
    by_head, by_place = {}, {}
    for word, key in actors.items():
        head = index_of(parse, word)
        span = Span(parse.tokens[head].start, parse.tokens[head].end)
        by_head[head] = ActorMention(span, span.of(text), head, MentionForm.NAME, key)
    for word, place in (places or {}).items():
        head = index_of(parse, word)
        span = Span(parse.tokens[head].start, parse.tokens[head].end)
        by_place[head] = PlaceMention(span, span.of(text), place)
    known = tuple(
        ArticleActor(k, k, (k,), ActorKind.GROUP, None, None, None, None, ())
        for k in sorted(set(actors.values()))
    )
    return Mentions(known, by_head, by_place)


def _assemble(
    name: str,
    clause: Clause,
    mentions: Mentions,
    standing: Standing = PLAIN,
    time: EventTime | None = None,
) -> EventMention:
    findings = Findings((clause,), (standing,), (time,), ((),))
    found = assemble(
        article("a", text_of(name)), parse_of(name), mentions, findings, load_codebook().types, load_cues()
    )
    assert len(found) == 1
    return found[0]


def _attacked(name: str = "active") -> Clause:
    parse = parse_of(name)
    heads = (index_of(parse, "Rebels"),), (index_of(parse, "army"),)
    return clause_at(parse, "attacked", type="ASSAULT", sources=heads[0], targets=heads[1])


def test_roles_carry_the_whole_phrase_and_the_actor() -> None:
    found = _assemble("active", _attacked(), _mentions("active", {"Rebels": "u:rebels", "army": "u:army"}))
    assert [(p.text, p.actor) for p in found.sources] == [("Rebels", "u:rebels")]
    assert [(p.text, p.actor) for p in found.targets] == [("the army", "u:army")]
    assert (found.trigger.text, found.action, found.type, found.quad_class) == (
        "attacked",
        "attack",
        "ASSAULT",
        4,
    )
    assert found.sentence.span.of(text_of("active")) == text_of("active")


def test_words_that_name_nobody_known_keep_their_place_without_an_actor() -> None:
    found = _assemble("active", _attacked(), _mentions("active", {}))
    assert [(p.text, p.actor) for p in (*found.sources, *found.targets)] == [
        ("Rebels", None),
        ("the army", None),
    ]


def test_a_place_under_a_preposition_of_place_is_where_it_happened() -> None:
    found = _assemble("active", _attacked(), _mentions("active", {}, {"Kirkuk": KIRKUK}))
    assert found.place is not None
    assert (found.place.text, found.place.place) == ("Kirkuk", KIRKUK)


def test_a_place_that_is_a_role_is_not_where_it_happened() -> None:
    parse = parse_of("sanctions_on")
    clause = clause_at(parse, "imposed", targets=(index_of(parse, "Iran"),))
    assert _assemble("sanctions_on", clause, _mentions("sanctions_on", {}, {"Iran": KIRKUK})).place is None


def test_an_event_without_a_type_has_no_class() -> None:
    found = _assemble("active", replace(_attacked(), type=None), _mentions("active", {}))
    assert (found.type, found.mode, found.code, found.quad_class) == (None, None, None, None)


def test_what_is_only_planned_has_its_planned_type_and_not_the_code_of_the_deed() -> None:
    clause = replace(_attacked(), mode="aerial", code="195", planned="THREATEN")
    planned = _assemble("active", clause, _mentions("active", {}), Standing(Status.PLANNED, (), None))
    assert (planned.type, planned.mode, planned.code) == ("THREATEN", None, None)
    done = _assemble("active", clause, _mentions("active", {}))
    assert (done.type, done.mode, done.code) == ("ASSAULT", "aerial", "195")


def test_who_says_so_is_credited_and_the_saying_itself_is_not() -> None:
    parse = parse_of("said_that")
    said, minister = index_of(parse, "said"), index_of(parse, "minister")
    mentions = _mentions("said_that", {"minister": "u:minister"})
    told = Standing(Status.ASSERTED, (minister,), said)
    found = _assemble("said_that", clause_at(parse, "attacked"), mentions, told)
    assert found.attribution is not None
    assert (found.attribution.text, found.attribution.actor) == ("The minister", "u:minister")
    assert _assemble("said_that", clause_at(parse, "said"), mentions, told).attribution is None


def test_what_an_accusation_says_is_only_alleged() -> None:
    parse = parse_of("said_that")
    accusing = clause_at(parse, "said", type="ACCUSE")
    content = clause_at(parse, "attacked")
    told = Standing(Status.ASSERTED, (index_of(parse, "minister"),), accusing.head)
    findings = Findings((accusing, content), (PLAIN, told), (None, None), ((), ()))
    text = article("a", text_of("said_that"))
    found = assemble(text, parse, _mentions("said_that", {}), findings, load_codebook().types, load_cues())
    assert [m.status for m in found] == [Status.ASSERTED, Status.ALLEGED]


def test_the_words_of_a_time_are_those_of_the_text() -> None:
    name = "passive_bare"
    day = TimeSpan(date(2020, 1, 6), date(2020, 1, 6), Granularity.DAY, Basis.RELATIVE)
    at = text_of(name).index("Monday")
    time = EventTime(day, "2020-01-06", Span(at, at + 6), None)
    found = _assemble(name, clause_at(parse_of(name), "killed"), _mentions(name, {}), time=time)
    assert found.time is not None
    assert (found.time.text, found.time.when) == ("Monday", day)


def test_a_trigger_covers_its_particle() -> None:
    parse = parse_of("particle")
    tokens = (index_of(parse, "carried"), index_of(parse, "out"))
    found = _assemble(
        "particle", clause_at(parse, "carried", tokens=tokens, action="carry out"), _mentions("particle", {})
    )
    assert (found.trigger.text, found.trigger.lemma) == ("carried out", "carry out")
