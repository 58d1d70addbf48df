"""What holds of every timeline's RDF, whatever the news."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pyoxigraph
import rdflib
from hypothesis import given, settings
from rdflib.compare import isomorphic

from graphbuild.model.timeline import Timeline
from graphbuild.writers.namespaces import DATA, Kind, id_of, mint
from graphbuild.writers.rdf import to_rdf, write_nquads, write_ntriples, write_turtle
from graphbuild.writers.shapes import validate
from tests.strategies import timelines, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

few = settings(max_examples=40, deadline=None, derandomize=True)


PARTS = ("articles", "mentions", "events", "actors", "places")


@dataclass(frozen=True)
class View:
    """What a big build gives: it can be iterated again and again but has no length."""

    items: Iterable[object]

    def __iter__(self) -> Iterator[object]:
        return iter(self.items)


def turtle_of(timeline: Timeline) -> bytes:
    file = BytesIO()
    write_turtle(timeline, file)
    return file.getvalue()


def lines_of(timeline: Timeline) -> bytes:
    file = BytesIO()
    write_ntriples(timeline, file)
    return file.getvalue()


def quads_of(timeline: Timeline) -> bytes:
    file = BytesIO()
    write_nquads(timeline, file)
    return file.getvalue()


def triples_in(data: bytes, form: pyoxigraph.RdfFormat) -> set[pyoxigraph.Triple]:
    return {q.triple for q in pyoxigraph.parse(data, format=form)}


@settings(max_examples=25, deadline=None, derandomize=True)
@given(timelines())
def test_every_timeline_conforms_to_the_shapes(timeline: Timeline) -> None:
    assert validate(to_rdf(timeline)) == ()


@few
@given(timelines())
def test_turtle_read_back_is_the_graph(timeline: Timeline) -> None:
    read = rdflib.Graph().parse(data=turtle_of(timeline), format="turtle")
    assert isomorphic(read, to_rdf(timeline))


@few
@given(timelines())
def test_both_readers_find_the_same_triples_in_turtle_and_ntriples(timeline: Timeline) -> None:
    from_turtle = triples_in(turtle_of(timeline), pyoxigraph.RdfFormat.TURTLE)
    assert from_turtle == triples_in(lines_of(timeline), pyoxigraph.RdfFormat.N_TRIPLES)
    assert len(from_turtle) == len(rdflib.Graph().parse(data=lines_of(timeline), format="nt"))


@few
@given(timelines())
def test_the_union_of_the_named_graphs_is_the_turtle(timeline: Timeline) -> None:
    united = triples_in(quads_of(timeline), pyoxigraph.RdfFormat.N_QUADS)
    assert united == triples_in(turtle_of(timeline), pyoxigraph.RdfFormat.TURTLE)


@few
@given(timelines())
def test_each_named_graph_is_an_article_of_the_build(timeline: Timeline) -> None:
    named = {
        str(q.graph_name.value)
        for q in pyoxigraph.parse(quads_of(timeline), format=pyoxigraph.RdfFormat.N_QUADS)
        if q.graph_name != pyoxigraph.DefaultGraph()
    }
    assert named == {mint(Kind.ARTICLE, read.article.id) for read in timeline.articles}


@few
@given(timelines())
def test_no_statement_is_written_twice(timeline: Timeline) -> None:
    lines = quads_of(timeline).splitlines()
    assert len(lines) == len(set(lines))


@few
@given(timelines())
def test_a_build_is_streamed_and_gives_the_same_bytes_from_any_kind_of_iterable(timeline: Timeline) -> None:
    views = Timeline(*(View(getattr(timeline, part)) for part in PARTS))
    assert turtle_of(views) == turtle_of(timeline)


@settings(derandomize=True)
@given(words, words)
def test_different_ids_give_different_iris_that_give_the_ids_back(one: str, other: str) -> None:
    first, second = mint(Kind.ARTICLE, one), mint(Kind.ARTICLE, other)
    assert (first == second) == (one == other)
    assert id_of(first) == one
    assert first[len(DATA)].isalpha()
