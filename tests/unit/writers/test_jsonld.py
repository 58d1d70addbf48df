"""JSON-LD: plain objects, and the same graph."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import rdflib
from hypothesis import given, settings

from graphbuild.writers import terms
from graphbuild.writers.jsonld import load_context, write_jsonld
from graphbuild.writers.namespaces import PREFIXES, Iri, prefixed
from graphbuild.writers.rdf import to_rdf
from tests.strategies import timelines
from tests.unit.sample_timeline import sample_timeline

if TYPE_CHECKING:
    from graphbuild.model.timeline import Timeline


def written(timeline: Timeline) -> bytes:
    file = BytesIO()
    write_jsonld(timeline, file)
    return file.getvalue()


@settings(max_examples=30, deadline=None, derandomize=True)
@given(timelines())
def test_json_ld_read_back_is_the_graph(timeline: Timeline) -> None:
    assert set(rdflib.Graph().parse(data=written(timeline), format="json-ld")) == set(to_rdf(timeline))


def test_a_thing_is_an_object_that_reads_by_itself() -> None:
    things = json.loads(written(sample_timeline()))["@graph"]
    (shelling,) = (thing for thing in things if thing.get("action") == "shell" and "source" in thing)
    assert shelling["@type"] == ["gb:Event", "sem:Event"]
    assert shelling["firstDay"] == "2021-03-08"
    assert shelling["eventType"] == "gbt:ASSAULT"
    assert len(shelling["denotedBy"]) == 2


def test_every_property_that_is_written_has_a_key() -> None:
    _, keys = load_context()
    kinds = {name for name in vars(terms) if name.isupper()} - {"TYPE"}
    properties = {value for name in kinds if isinstance(value := getattr(terms, name), Iri)}
    assert keys.keys() == {prefixed(iri) for iri in properties}


def test_the_context_has_the_prefixes_of_all_other_files() -> None:
    context, _ = load_context()
    assert {key: context[key] for key in PREFIXES} == dict(PREFIXES)
