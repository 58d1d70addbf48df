"""The files: readable, escaped, and the same for the same timeline."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pyoxigraph
import pytest
import rdflib

from graphbuild.model.text import Article
from graphbuild.model.timeline import ReadArticle, Timeline
from graphbuild.writers.namespaces import PREFIXES, Kind, id_of, mint, shorten
from graphbuild.writers.rdf import to_rdf, write_nquads, write_ntriples, write_turtle
from tests.unit.sample_timeline import sample_timeline

EMPTY = Timeline((), (), (), (), ())


def turtle_of(timeline: Timeline) -> str:
    file = BytesIO()
    write_turtle(timeline, file)
    return file.getvalue().decode()


def with_article(**fields: str | None) -> Timeline:
    article = replace(Article("1", None, None, None, "text", None, ""), **fields)
    return replace(EMPTY, articles=(ReadArticle(article, ()),))


def test_a_block_is_written_for_people() -> None:
    timeline = with_article(title='"Rebels" flee', outlet="The Post")
    assert turtle_of(timeline).partition("\n\n")[2] == (
        "gbd:article_1 a gb:Article, schema:NewsArticle ;\n"
        '    schema:identifier "1" ;\n'
        '    schema:headline "\\"Rebels\\" flee" ;\n'
        "    schema:publisher gbd:outlet_The%20Post .\n"
        "\n"
        "gbd:outlet_The%20Post a gb:Outlet ;\n"
        '    rdfs:label "The Post" .\n'
    )


def test_all_prefixes_are_bound_in_order_even_if_there_is_nothing_to_say() -> None:
    lines = turtle_of(EMPTY).splitlines()
    assert lines == sorted(f"@prefix {prefix}: <{base}> ." for prefix, base in PREFIXES.items())
    assert (
        dict(to_rdf(EMPTY).namespaces()).items()
        >= {prefix: rdflib.URIRef(base) for prefix, base in PREFIXES.items()}.items()
    )


@pytest.mark.parametrize(
    "nasty",
    [
        'quote " backslash \\ end\\',
        "line\nfeed\rreturn\ttab",
        "nul \x00 and escape \x1b",
        "next line \x85, separators \u2028 \u2029",
        "\u4e2d\u6587 \U0001f525 \u0130",
        "not a character \ufffe\uffff",
        "\\u0041 is no A",
    ],
)
def test_any_text_comes_back_from_every_format(nasty: str) -> None:
    timeline = with_article(title=nasty, id=nasty)
    for write, form in (
        (write_turtle, pyoxigraph.RdfFormat.TURTLE),
        (write_ntriples, pyoxigraph.RdfFormat.N_TRIPLES),
        (write_nquads, pyoxigraph.RdfFormat.N_QUADS),
    ):
        file = BytesIO()
        write(timeline, file)
        found = {q.object.value for q in pyoxigraph.parse(file.getvalue(), format=form)}
        assert nasty in found
        assert {id_of(q.subject.value) for q in pyoxigraph.parse(file.getvalue(), format=form)} == {nasty}
    headline = rdflib.URIRef(PREFIXES["schema"] + "headline")
    read = rdflib.Graph().parse(data=turtle_of(timeline), format="turtle")
    assert [str(value) for value in read.objects(None, headline)] == [nasty]


def test_half_a_surrogate_pair_is_replaced_everywhere_alike() -> None:
    timeline = with_article(title="\ud800", id="\ud800", outlet="\udfff")
    read = rdflib.Graph().parse(data=turtle_of(timeline), format="turtle")
    assert set(read) == set(to_rdf(timeline))
    assert "\ufffd" in {str(value) for value in read.objects()}


def test_turtle_abbreviates_as_much_as_it_can() -> None:
    text = turtle_of(sample_timeline())
    body = text.partition("\n\n")[2]
    assert "<http" not in body
    assert "_:" not in body
    assert "[" not in "".join(line for line in body.splitlines() if '"' not in line)


def test_nothing_is_reified() -> None:
    assert not any(str(p).endswith("#Statement") for p in to_rdf(sample_timeline()).objects())


def test_each_line_of_ntriples_and_nquads_is_one_statement() -> None:
    triples, quads = BytesIO(), BytesIO()
    write_ntriples(sample_timeline(), triples)
    write_nquads(sample_timeline(), quads)
    assert len(triples.getvalue().splitlines()) == len(quads.getvalue().splitlines())
    assert len(triples.getvalue().splitlines()) == len(to_rdf(sample_timeline()))


@pytest.mark.parametrize(
    ("iri", "shown"),
    [
        (mint(Kind.OUTLET, "The Post"), "The Post"),
        (mint(Kind.PLACE, "p:1"), "p:1"),
        ("https://w3id.org/graphbuild/data/unknown_1", "gbd:unknown_1"),
        ("https://w3id.org/graphbuild/data/e", "gbd:e"),
    ],
)
def test_an_iri_is_shown_as_its_id(iri: str, shown: str) -> None:
    assert shorten(iri) == shown
