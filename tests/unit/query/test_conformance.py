"""The shapes as SPARQL find what SHACL finds."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rdflib
from hypothesis import given, settings

from graphbuild.errors import LexiconError
from graphbuild.query.conformance import compile_shapes, find_violations
from graphbuild.store.triples import read_triples
from graphbuild.writers.namespaces import PREFIXES
from graphbuild.writers.rdf import write_turtle
from graphbuild.writers.shapes import load_shapes, validate
from tests.strategies import timelines

if TYPE_CHECKING:
    from graphbuild.model.timeline import Timeline

BAD = sorted((Path(__file__).parents[2] / "data" / "bad").glob("*.ttl"))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_both_ways_find_the_same_in_a_bad_graph(path: Path) -> None:
    in_sparql = set(find_violations(read_triples(path.read_bytes(), PREFIXES)))
    assert in_sparql
    assert in_sparql == set(validate(rdflib.Graph().parse(path, format="turtle")))


@settings(max_examples=10, deadline=None, derandomize=True)
@given(timelines())
def test_a_timeline_has_no_violation(timeline: Timeline) -> None:
    file = BytesIO()
    write_turtle(timeline, file)
    assert list(find_violations(read_triples(file.getvalue(), PREFIXES))) == []


def test_an_impossible_day_is_found() -> None:
    turtle = (BAD[0].parent.parent / "good" / "minimal.ttl").read_bytes()
    bad = turtle.replace(b'"2021-03-10"^^xsd:date', b'"2021-02-30"^^xsd:date')
    (found,) = find_violations(read_triples(bad, PREFIXES))
    assert (found.component, found.path, found.value) == ("Datatype", "schema:datePublished", "2021-02-30")


def test_every_constraint_of_the_shapes_has_a_query() -> None:
    shapes = load_shapes()
    describing = {"path", "message", "ignoredProperties", "inversePath"}
    sh = "http://www.w3.org/ns/shacl#"
    used = {str(p)[len(sh) :] for p in shapes.predicates() if str(p).startswith(sh)}
    used = {name for name in used - describing if not name.startswith("target")}
    compiled = {rule.component[0].lower() + rule.component[1:] for rule in compile_shapes(shapes)}
    assert compiled == used


@pytest.mark.parametrize(
    "constraint", ["sh:maxLength 3", "sh:minCount 2", "sh:maxCount 2", "sh:nodeKind sh:Literal"]
)
def test_a_constraint_without_a_query_is_refused(constraint: str) -> None:
    shape = rdflib.Graph().parse(
        data=f"""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <urn:shape> a sh:PropertyShape ; sh:targetClass <urn:c> ; sh:path <urn:p> ; {constraint} ."""
    )
    with pytest.raises(LexiconError, match=r"shapes\.ttl: urn:shape"):
        compile_shapes(shape)
