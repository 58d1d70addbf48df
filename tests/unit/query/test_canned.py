"""Canned questions: read strictly, asked with values that stay values."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.plugins.sparql import prepareQuery

from graphbuild.errors import LexiconError, QueryError
from graphbuild.query.canned import bind, fill_in, find_canned, list_canned, read_canned
from graphbuild.query.sparql import Answer, ask, show
from graphbuild.store.triples import TripleStore, read_triples
from graphbuild.writers.namespaces import PREFIXES
from graphbuild.writers.rdf import write_turtle
from tests.unit.sample_timeline import sample_timeline

GOOD = """# title: What was done
# param: what = (any) — an action
# param: status : status = asserted, denied — any of them
SELECT ?event WHERE {
  VALUES ?what { "" }
  VALUES ?status { "asserted" "denied" }
}
"""


@pytest.fixture(scope="module")
def store() -> TripleStore:
    file = BytesIO()
    write_turtle(sample_timeline(), file)
    return read_triples(file.getvalue(), PREFIXES)


def answer(store: TripleStore, name: str, **given: str) -> Answer:
    return ask(store, fill_in(find_canned(name), {key: [value] for key, value in given.items()}))


def cells(found: Answer, *columns: str) -> list[tuple[str, ...]]:
    wanted = [found.variables.index(column) for column in columns]
    return [tuple(show(row[number]) for number in wanted) for row in found.rows]


@pytest.mark.parametrize("query", list_canned(), ids=lambda query: query.name)
def test_a_canned_query_is_standard_sparql_by_itself(query) -> None:
    prepareQuery(query.text)


def test_the_questions_of_the_field_are_there() -> None:
    assert {query.name for query in list_canned()} >= {
        "who-did-what",
        "actor-timeline",
        "pairs",
        "events-of-type",
        "at-place",
        "claims-by",
        "denied-or-planned",
        "disagreements",
    }


def test_who_did_what_leaves_out_what_is_denied_planned_alleged_or_hypothetical(store: TripleStore) -> None:
    found = cells(answer(store, "who-did-what"), "first", "source", "action", "target", "place")
    assert found == [
        ("2021-01-01", "Borland", "withdraw", "Avonia", ""),
        ("2021-03-08", "Borland", "accuse", "Avonia", ""),
        ("2021-03-08", "Avonian Army", "shell", "Borland", "Drell"),
        ("2021-03-09", "Avonia", "deny", "Borland", ""),
        ("", "Avonia", "sign", "", ""),
        ("", "Borland", "sign", "", ""),
    ]


@pytest.mark.parametrize(
    ("given", "actions"),
    [
        ({"who": "avonian ARMY"}, ["shell"]),
        ({"who": "Avonian"}, ["deny", "sign"]),
        ({"who": "AVO"}, ["shell", "deny", "sign"]),
        ({"whom": "Avonia"}, ["withdraw", "accuse"]),
        ({"what": "assault"}, ["shell"]),
        ({"what": "accuse"}, ["accuse"]),
        ({"until": "2021-01"}, ["withdraw"]),
        ({"from": "2021-01-20", "until": "2021-03-08"}, ["withdraw", "accuse", "shell"]),
        ({"from": "2022"}, []),
        ({"status": "planned"}, ["meet"]),
        ({"who": "nobody"}, []),
    ],
)
def test_who_did_what_is_narrowed(store: TripleStore, given: dict[str, str], actions: list[str]) -> None:
    found = [action for (action,) in cells(answer(store, "who-did-what", **given), "action")]
    assert found == actions


def test_an_actor_is_found_by_id_too(store: TripleStore) -> None:
    borland = next(actor.id for actor in sample_timeline().actors if actor.name == "Borland")
    by_id = answer(store, "actor-timeline", actor=borland)
    assert by_id.rows
    assert by_id == answer(store, "actor-timeline", actor="Borland")


def test_an_actor_timeline_quotes_a_report_that_says_what_the_event_says(store: TripleStore) -> None:
    found = cells(answer(store, "actor-timeline", actor="Avonian Army"), "role", "action", "quote")
    assert found == [
        (
            "source",
            "shell",
            "On Monday the Avonian army shelled a border post near Drell, killing at least 11 people.",
        )
    ]


def test_pairs_are_counted_with_their_days(store: TripleStore) -> None:
    found = cells(answer(store, "pairs"), "source", "target", "events", "first", "last")
    assert found[0] == ("Borland", "Avonia", "2", "2021-01-01", "2021-03-08")


def test_events_of_a_type_say_how_many_report_them(store: TripleStore) -> None:
    found = cells(answer(store, "events-of-type"), "kind", "action", "reports", "outlets")
    assert found == [("ASSAULT", "shell", "2", "2")]


def test_what_happened_at_a_place(store: TripleStore) -> None:
    assert cells(answer(store, "at-place", place="BOR"), "where", "action") == [("Drell", "shell")]


def test_claims_come_with_their_speaker_and_status(store: TripleStore) -> None:
    assert cells(answer(store, "claims-by", speaker="tarn"), "name", "action", "held") == [
        ("Ilva Tarn", "fire", "denied")
    ]


def test_denied_and_planned_events_are_asked_for_by_name(store: TripleStore) -> None:
    assert cells(answer(store, "denied-or-planned"), "held", "action") == [
        ("denied", "fire"),
        ("planned", "meet"),
    ]


def test_articles_that_disagree_on_the_status_of_an_event(store: TripleStore) -> None:
    assert cells(answer(store, "disagreements"), "action", "topic", "claim", "outlet") == [
        ("shell", "status", "asserted", "The Herald"),
        ("shell", "status", "denied", "The Post"),
    ]
    assert cells(answer(store, "disagreements", about="days"), "claim") == []


def test_several_values_of_a_parameter_are_alternatives(store: TripleStore) -> None:
    text = fill_in(find_canned("events-of-type"), {"type": ["accuse", "REJECT"]})
    assert cells(ask(store, text), "kind") == [("ACCUSE",), ("REJECT",)]


def test_a_header_is_read() -> None:
    query = read_canned("x", GOOD)
    assert query.title == "What was done"
    assert [(p.name, p.kind, p.default) for p in query.parameters] == [
        ("what", "text", ("",)),
        ("status", "status", ("asserted", "denied")),
    ]


@pytest.mark.parametrize(
    "bad",
    [
        "",
        GOOD.removeprefix("# title: What was done\n"),
        GOOD.replace("(any) — an action", "(any)"),
        GOOD.replace("status : status", "status : mood"),
        GOOD.replace('VALUES ?what { "" }', ""),
        GOOD.replace('VALUES ?what { "" }', 'VALUES ?what { "hit" }'),
        GOOD.replace('VALUES ?what { "" }', 'VALUES ?what { "" } VALUES ?other { "" }'),
        GOOD.replace("# param: what", "# param: status : status = asserted, denied — twice\n# param: what"),
    ],
)
def test_a_malformed_file_is_refused_by_name(bad: str) -> None:
    with pytest.raises(LexiconError, match=r"queries/x\.rq"):
        read_canned("x", bad)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"wen": ["2021"]}, "no parameter 'wen'; it has who"),
        ({"from": ["yesterday"]}, "from='yesterday' is no day"),
        ({"from": ["2021-1-1"]}, "is no day"),
        ({"status": ["rumoured"]}, "is no status"),
    ],
)
def test_a_wrong_parameter_is_named(given: dict[str, list[str]], complaint: str) -> None:
    with pytest.raises(QueryError, match=complaint):
        fill_in(find_canned("who-did-what"), given)


def test_an_unknown_question_is_answered_with_the_known_ones() -> None:
    with pytest.raises(QueryError, match="there are actor-timeline, at-place"):
        find_canned("who-did-it")


def test_a_query_without_a_place_for_a_value_is_refused() -> None:
    with pytest.raises(QueryError, match=r"no `VALUES \?x"):
        bind("SELECT ?x { ?x ?y ?z }", {"x": ["1"]})


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from('"\\{}?\n\r\tun')), min_size=1)
)
def test_whatever_a_value_holds_it_is_bound_as_that_value(values: list[str]) -> None:
    empty = read_triples(b"", PREFIXES)
    found = ask(empty, 'SELECT ?x WHERE { VALUES ?x { "" } }', {"x": values})
    assert [row[0] for row in found.rows] == values


@pytest.mark.parametrize("value", ['" } ?s ?p ?o . VALUES ?y { "', "\\u0022 } ASK {", "\\", '\\"', "\ud800"])
def test_a_value_cannot_become_part_of_the_query(value: str) -> None:
    empty = read_triples(b"", PREFIXES)
    found = ask(empty, 'SELECT ?x WHERE { VALUES ?x { "" } }', {"x": [value]})
    assert found.rows == ((value.replace("\ud800", "\ufffd"),),)
