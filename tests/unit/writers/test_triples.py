"""What a timeline says as triples, statement by statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graphbuild.model.actor import Actor, ActorKind, Participant, Place, PlaceMention
from graphbuild.model.event import (
    Event,
    EventLink,
    EventMention,
    EventTime,
    Evidence,
    Link,
    LinkKind,
    Quantity,
    SentenceRef,
    Status,
    Trigger,
)
from graphbuild.model.text import Article, PublishedFrom, Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.model.timeline import ReadArticle, Timeline
from graphbuild.writers.namespaces import Kind, mint, prefixed
from graphbuild.writers.terms import Literal, decimal
from graphbuild.writers.triples import timeline_quads

TEXT = "The Hill Rebels attacked Northport on Monday, killing at least 2, the mayor said."
DAY = TimeSpan(date(2021, 3, 8), date(2021, 3, 8), Granularity.DAY, Basis.RELATIVE)
OPEN = TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN)

ARTICLE = Article(
    "7/b", "Courier", "Raid", date(2021, 3, 10), TEXT, "https://x.example/a b", "in.txt", PublishedFrom.HEADER
)
REBELS = Actor(
    "a:1", "Hill Rebels", ("Hill Rebels", "rebels"), ActorKind.GROUP, "XYZ", "REB", "hill", "Q7", ("militia",)
)
NORTHPORT = Place("p:1", "Northport", "XYZ", 10.5, -20.0, "77")


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def participant(words: str, actor: str | None) -> Participant:
    return Participant(span_of(words), words, actor)


KILLED = Quantity("killed", 2, None, None, span_of("at least 2"), "at least 2")
MENTION = EventMention(
    id="m:f_16_24",
    article="7/b",
    sentence=SentenceRef(Span(0, len(TEXT)), 3),
    trigger=Trigger(span_of("attacked"), "attacked", "attack"),
    action="attack",
    type="ASSAULT",
    mode="aerial",
    code="195",
    quad_class=4,
    sources=(participant("The Hill Rebels", "a:1"),),
    targets=(participant("Northport", None),),
    place=PlaceMention(span_of("Northport"), "Northport", NORTHPORT),
    time=EventTime(DAY, "2021-03-08", span_of("on Monday"), "on Monday"),
    status=Status.ALLEGED,
    attribution=participant("the mayor", "a:1"),
    quantities=(KILLED,),
    event="e:9",
)
EVENT = Event(
    id="e:9",
    type="ASSAULT",
    mode="aerial",
    code="195",
    quad_class=4,
    action="attack",
    sources=("a:1",),
    targets=(),
    place=NORTHPORT,
    time=DAY,
    status=Status.ALLEGED,
    quantities=(KILLED,),
    evidence=(Evidence("m:f_16_24", "7/b", "Courier", Status.ALLEGED, Span(0, len(TEXT)), TEXT),),
    outlets=("Courier",),
)
TIMELINE = Timeline((ReadArticle(ARTICLE, ()),), (MENTION,), (EVENT,), (REBELS,), (NORTHPORT,))


def said_of(name: str, timeline: Timeline = TIMELINE) -> dict[str, list[str]]:
    """What is said of a thing of the build, by its local name, as people write it."""
    found: dict[str, list[str]] = {}
    for quad in timeline_quads(timeline):
        if quad.subject.endswith(f"/data/{name}"):
            value = quad.object.text if isinstance(quad.object, Literal) else prefixed(quad.object)
            found.setdefault(prefixed(quad.predicate), []).append(value)
    return found


def test_an_event_is_a_node_with_what_is_known_of_it() -> None:
    assert said_of("e_9") == {
        "rdf:type": ["gb:Event", "sem:Event"],
        "gb:action": ["attack"],
        "sem:eventType": ["gbt:ASSAULT"],
        "gb:mode": ["gbt:ASSAULT-aerial"],
        "gb:cameoCode": ["195"],
        "gb:quadClass": ["gbt:quad4"],
        "gb:status": ["gbs:alleged"],
        "gb:source": ["gbd:a_1"],
        "sem:hasPlace": ["gbd:p_1"],
        "gb:firstDay": ["2021-03-08"],
        "gb:lastDay": ["2021-03-08"],
        "gb:edtf": ["2021-03-08"],
        "gb:granularity": ["day"],
        "gb:timeBasis": ["relative"],
        "gb:reportedBy": ["gbd:outlet_Courier"],
        "gb:independentlyReportedBy": ["gbd:outlet_Courier"],
        "gb:quantity": ["gbd:e_9_quantity0"],
        "gaf:denotedBy": ["gbd:m_f_16_24"],
    }


def test_a_mention_carries_its_articles_claims_and_characters() -> None:
    assert said_of("m_f_16_24") == {
        "rdf:type": ["gb:EventMention"],
        "gb:action": ["attack"],
        "sem:eventType": ["gbt:ASSAULT"],
        "gb:mode": ["gbt:ASSAULT-aerial"],
        "gb:cameoCode": ["195"],
        "gb:quadClass": ["gbt:quad4"],
        "gb:status": ["gbs:alleged"],
        "nif:anchorOf": ["attacked"],
        "gb:triggerLemma": ["attack"],
        "nif:beginIndex": ["16"],
        "nif:endIndex": ["24"],
        "nif:referenceContext": ["gbd:article_7%2Fb"],
        "gb:sentenceIndex": ["3"],
        "gb:firstDay": ["2021-03-08"],
        "gb:lastDay": ["2021-03-08"],
        "gb:edtf": ["2021-03-08"],
        "gb:granularity": ["day"],
        "gb:timeBasis": ["relative"],
        "gb:timexValue": ["2021-03-08"],
        "gb:attributedTo": ["gbd:a_1"],
        "gb:quote": [TEXT],
        "gb:quoteBegin": ["0"],
        "gb:quoteEnd": [str(len(TEXT))],
        "gb:sourceWords": ["gbd:m_f_16_24_source0"],
        "gb:targetWords": ["gbd:m_f_16_24_target0"],
        "gb:attributionWords": ["gbd:m_f_16_24_speaker"],
        "gb:placeWords": ["gbd:m_f_16_24_place"],
        "gb:timeWords": ["gbd:m_f_16_24_time"],
        "gb:quantity": ["gbd:m_f_16_24_quantity0"],
    }


@pytest.mark.parametrize(
    ("part", "words", "denotes"),
    [
        ("source0", "The Hill Rebels", ["gbd:a_1"]),
        ("target0", "Northport", None),
        ("speaker", "the mayor", ["gbd:a_1"]),
        ("place", "Northport", ["gbd:p_1"]),
        ("time", "on Monday", None),
    ],
)
def test_words_say_where_they_stand_and_whom_they_denote(part: str, words: str, denotes: object) -> None:
    said = said_of(f"m_f_16_24_{part}")
    span = span_of(words)
    assert said["nif:anchorOf"] == [words]
    assert (said["nif:beginIndex"], said["nif:endIndex"]) == ([str(span.start)], [str(span.end)])
    assert said["nif:referenceContext"] == ["gbd:article_7%2Fb"]
    assert said.get("gaf:denotes") == denotes


def test_a_quantity_has_its_bounds_and_in_a_mention_its_characters() -> None:
    of_event, of_mention = said_of("e_9_quantity0"), said_of("m_f_16_24_quantity0")
    assert of_event == {
        "rdf:type": ["gb:Quantity"],
        "gb:measures": ["killed"],
        "gb:low": ["2.0"],
        "nif:anchorOf": ["at least 2"],
    }
    assert of_mention.items() >= of_event.items()
    assert of_mention["nif:beginIndex"] == [str(span_of("at least 2").start)]


def test_an_article_keeps_its_own_id_and_what_is_known_of_it() -> None:
    assert said_of("article_7%2Fb") == {
        "rdf:type": ["gb:Article", "schema:NewsArticle"],
        "schema:identifier": ["7/b"],
        "schema:headline": ["Raid"],
        "schema:datePublished": ["2021-03-10"],
        "gb:publishedFrom": ["header"],
        "schema:publisher": ["gbd:outlet_Courier"],
        "schema:url": ["https://x.example/a b"],
    }


def test_an_unknown_date_outlet_title_and_url_stay_unsaid() -> None:
    bare = Article("7/b", None, None, None, TEXT, None, "in.txt")
    assert said_of("article_7%2Fb", replace(TIMELINE, articles=(ReadArticle(bare, ()),))) == {
        "rdf:type": ["gb:Article", "schema:NewsArticle"],
        "schema:identifier": ["7/b"],
    }


def test_an_actor_has_its_names_and_is_linked_to_wikidata() -> None:
    assert said_of("a_1") == {
        "rdf:type": ["gb:Actor", "sem:Actor", "gb:Group"],
        "rdfs:label": ["Hill Rebels"],
        "schema:alternateName": ["rebels"],
        "gb:country": ["XYZ"],
        "gb:sector": ["REB"],
        "gb:gazetteerEntry": ["hill"],
        "gb:roleTitle": ["militia"],
        "owl:sameAs": ["wd:Q7"],
    }


def test_an_actor_of_unknown_kind_is_just_an_actor() -> None:
    unknown = replace(REBELS, kind=ActorKind.UNKNOWN)
    assert said_of("a_1", replace(TIMELINE, actors=(unknown,)))["rdf:type"] == ["gb:Actor", "sem:Actor"]


@pytest.mark.parametrize("wikidata", ["", "30", "Q0", "Q30 ", "http://evil.example/Q30"])
def test_what_is_no_wikidata_id_makes_no_link(wikidata: str) -> None:
    actor = replace(REBELS, wikidata=wikidata)
    assert "owl:sameAs" not in said_of("a_1", replace(TIMELINE, actors=(actor,)))


def test_a_place_is_on_the_map_only_where_it_is_known() -> None:
    assert said_of("p_1") == {
        "rdf:type": ["gb:Place", "sem:Place"],
        "rdfs:label": ["Northport"],
        "gb:country": ["XYZ"],
        "geo:lat": ["10.5"],
        "geo:long": ["-20.0"],
        "owl:sameAs": ["https://sws.geonames.org/77/"],
    }
    named = replace(NORTHPORT, country=None, latitude=None, longitude=None, geonames=None)
    assert said_of("p_1", replace(TIMELINE, places=(named,))).keys() == {"rdf:type", "rdfs:label"}


def test_an_open_time_gives_no_days() -> None:
    undated = replace(EVENT, time=OPEN)
    said = said_of("e_9", replace(TIMELINE, events=(undated,)))
    assert said["gb:granularity"] == said["gb:timeBasis"] == ["unknown"]
    assert "gb:firstDay" not in said
    assert "gb:lastDay" not in said


def test_an_untyped_event_keeps_its_action() -> None:
    open_event = replace(EVENT, type=None, mode=None, code=None, quad_class=None)
    said = said_of("e_9", replace(TIMELINE, events=(open_event,)))
    assert said["gb:action"] == ["attack"]
    assert not said.keys() & {"sem:eventType", "gb:mode", "gb:cameoCode", "gb:quadClass"}


def test_an_infinite_bound_is_an_open_one() -> None:
    endless = replace(KILLED, high=float("inf"))
    said = said_of("e_9_quantity0", replace(TIMELINE, events=(replace(EVENT, quantities=(endless,)),)))
    assert "gb:high" not in said


def test_claims_are_in_the_graph_of_their_article_and_the_merged_in_none() -> None:
    article = mint(Kind.ARTICLE, "7/b")
    for quad in timeline_quads(TIMELINE):
        own = quad.subject.startswith((article, mint(Kind.MENTION, MENTION.id)))
        assert quad.graph == (article if own else None)


def test_nothing_of_this_machine_is_said() -> None:
    assert all("in.txt" not in str(quad.object) for quad in timeline_quads(TIMELINE))


def test_an_id_without_its_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="not an id of kind event"):
        mint(Kind.EVENT, "a:1")


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0.0"), (-0.5, "-0.5"), (1e21, "1" + "0" * 21 + ".0"), (1e-7, "0.0000001"), (11, "11.0")],
)
def test_numbers_are_plain_decimals(number: float, text: str) -> None:
    assert decimal(number) == Literal(text, "decimal")


def test_order_is_said_between_events_and_between_mentions_with_the_words() -> None:
    other = replace(MENTION, id="m:f_46_53", event="e:8", quantities=(), place=None, time=None)
    linked = replace(
        MENTION, links=(Link(LinkKind.BEFORE, other.id, span_of("killing"), "killing"),), quantities=()
    )
    events = (
        replace(EVENT, id="e:8", links=(EventLink(LinkKind.AFTER, "e:9", (MENTION.id,)),)),
        replace(EVENT, links=(EventLink(LinkKind.BEFORE, "e:8", (MENTION.id,)),)),
    )
    timeline = replace(TIMELINE, mentions=(linked, other), events=events)
    assert said_of("e_9", timeline)["gb:before"] == ["gbd:e_8"]
    assert said_of("e_8", timeline)["gb:after"] == ["gbd:e_9"]
    assert said_of("m_f_16_24", timeline)["gb:before"] == ["gbd:m_f_46_53"]
    assert said_of("m_f_16_24", timeline)["gb:orderWords"] == ["gbd:m_f_16_24_order0"]
    assert said_of("m_f_16_24_order0", timeline) == {
        "rdf:type": ["gb:Words"],
        "nif:anchorOf": ["killing"],
        "nif:beginIndex": ["46"],
        "nif:endIndex": ["53"],
        "nif:referenceContext": ["gbd:article_7%2Fb"],
        "gb:relatesTo": ["gbd:m_f_46_53"],
    }
