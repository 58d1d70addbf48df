"""Asking in SPARQL: plain values out, clear words for what is not SPARQL."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pytest
import rdflib

from graphbuild.errors import QueryError
from graphbuild.query.sparql import Answer, ask, show, write_answer
from graphbuild.store.triples import TripleStore, read_triples
from graphbuild.writers.namespaces import DATA, GB, PREFIXES, TYPES, Iri

TURTLE = b"""
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix gbd: <https://w3id.org/graphbuild/data/> .
@prefix gbt: <https://w3id.org/graphbuild/type#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
gbd:e_1 gb:firstDay "2021-03-08"^^xsd:date ; sem:eventType gbt:AID ; gb:low 2.5 ; gb:quoteBegin 7 .
gbd:e_2 gb:action "give\\nup" ; gb:lastDay "2021-02-31"^^xsd:date .
"""


@pytest.fixture(scope="module")
def store() -> TripleStore:
    return read_triples(TURTLE, PREFIXES)


def written(store: TripleStore, text: str, form: str) -> bytes:
    file = BytesIO()
    write_answer(store, text, form, file)
    return file.getvalue()


def test_select_gives_plain_values_in_named_columns(store: TripleStore) -> None:
    text = "SELECT ?e ?day ?low ?at ?none { ?e gb:firstDay ?day ; gb:low ?low ; gb:quoteBegin ?at }"
    assert ask(store, text) == Answer(
        "select",
        ("e", "day", "low", "at", "none"),
        ((Iri(DATA + "e_1"), date(2021, 3, 8), 2.5, 7, None),),
    )


def test_an_ill_typed_value_is_its_text(store: TripleStore) -> None:
    assert ask(store, "SELECT ?day { ?e gb:lastDay ?day }").rows == (("2021-02-31",),)


@pytest.mark.parametrize(
    ("text", "truth"), [("ASK { ?e gb:low ?x }", True), ("ASK { ?e gb:high ?x }", False)]
)
def test_ask_gives_a_truth(store: TripleStore, text: str, truth: bool) -> None:
    found = ask(store, text)
    assert found.rows == ((truth,),)
    assert bool(found) is truth


def test_construct_gives_each_triple_once_and_sorted(store: TripleStore) -> None:
    found = ask(
        store, "CONSTRUCT { ?e a gb:Event . ?e gb:low ?x } WHERE { ?e ?p ?y OPTIONAL { ?e gb:low ?x } }"
    )
    assert [tuple(map(show, row)) for row in found.rows] == [
        ("e:1", "rdf:type", "gb:Event"),
        ("e:1", "gb:low", "2.5"),
        ("e:2", "rdf:type", "gb:Event"),
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (Iri(DATA + "article_a%20b"), "a b"),
        (Iri(GB + "low"), "gb:low"),
        (Iri(TYPES + "AID"), "AID"),
        (True, "yes"),
        (3.0, "3"),
        (2.5, "2.5"),
        (date(2021, 3, 8), "2021-03-08"),
        ("two\n lines", "two lines"),
    ],
)
def test_a_cell_is_shown_in_one_line(value: object, shown: str) -> None:
    assert show(value) == shown


def test_rows_are_written_in_the_forms_of_the_w3c(store: TripleStore) -> None:
    text = "SELECT ?e { ?e gb:low ?x }"
    data = json.loads(written(store, text, "json"))
    assert data["results"]["bindings"] == [{"e": {"type": "uri", "value": DATA + "e_1"}}]
    assert written(store, text, "csv").split() == [b"e", (DATA + "e_1").encode()]
    root = ElementTree.fromstring(written(store, text, "xml"))
    assert root.tag == "{http://www.w3.org/2005/sparql-results#}sparql"
    assert all(written(store, text, form).endswith(b"\n") for form in ("json", "csv", "xml"))


def test_a_truth_is_written_too(store: TripleStore) -> None:
    assert json.loads(written(store, "ASK {}", "json"))["boolean"] is True


def test_a_graph_is_written_as_turtle(store: TripleStore) -> None:
    data = written(store, "CONSTRUCT { ?e gb:low ?x } WHERE { ?e gb:low ?x }", "ttl")
    assert len(rdflib.Graph().parse(data=data, format="turtle")) == 1


@pytest.mark.parametrize(
    ("text", "form", "complaint"),
    [
        ("SELECT ?e { ?e ?p ?o }", "ttl", "this query gives rows: write it as csv, json, xml or table"),
        ("CONSTRUCT WHERE { ?e ?p ?o }", "csv", "this query gives a graph: write it as ttl or table"),
    ],
)
def test_a_form_that_does_not_fit_is_refused(
    store: TripleStore, text: str, form: str, complaint: str
) -> None:
    with pytest.raises(QueryError, match=complaint):
        written(store, text, form)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("SELECT ?e {\n ?e ?p }", "line 2, column 9: something is wrong after '?e ?p }'"),
        ("SELECT ?e {\n ?e foo:low ?x }", "line 2: the prefix 'foo' is not known"),
        ("SELECT ?e { ?e a gb:Event", "line 1, column 26: something is wrong after"),
        ("", "not SPARQL"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "a build can only be read: INSERT is no question"),
        ("PREFIX x: <a:b> DELETE WHERE { ?s ?p ?o }", "DELETE is no question"),
        ("SELECT ?x { BIND(1 AS ?x) BIND(2 AS ?x) }", "not SPARQL"),
    ],
)
def test_what_is_not_sparql_is_told_in_one_line(store: TripleStore, text: str, complaint: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(store, text)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)
