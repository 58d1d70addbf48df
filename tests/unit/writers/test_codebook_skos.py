"""The codebook as SKOS."""

from __future__ import annotations

from io import BytesIO

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS

from graphbuild.lexicon.cameo import load_cameo
from graphbuild.lexicon.codebook_reader import load_codebook
from graphbuild.writers import namespaces as ns
from graphbuild.writers.codebook_skos import (
    CAMEO_SCHEME,
    GOLDSTEIN,
    SOCIETY_SCHEME,
    codebook_graph,
    write_codebook,
)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return codebook_graph(load_codebook(), load_cameo())


def test_every_type_mode_quad_class_and_code_is_a_labelled_concept_of_one_scheme(graph):
    codebook, cameo = load_codebook(), load_cameo()
    modes = sum(len(t.modes) for t in codebook.types.values())
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == 4 + len(codebook.types) + modes + len(cameo.roots) + len(cameo.codes)
    for concept in concepts:
        assert len(set(graph.objects(concept, SKOS.prefLabel))) == 1
        assert len(set(graph.objects(concept, SKOS.inScheme))) == 1


def test_modes_are_below_types_and_types_below_quad_classes(graph):
    aerial = URIRef(ns.mode_iri("ASSAULT", "aerial"))
    assault = URIRef(ns.type_iri("ASSAULT"))
    assert (aerial, SKOS.broader, assault) in graph
    assert (assault, SKOS.broader, URIRef(ns.quad_class_iri(4))) in graph
    assert graph.value(assault, GOLDSTEIN).toPython() == -9


def test_a_code_is_matched_to_what_it_became(graph):
    code = URIRef(f"{CAMEO_SCHEME}#c1831")
    assert (code, SKOS.broader, URIRef(f"{CAMEO_SCHEME}#c183")) in graph
    assert (code, SKOS.broadMatch, URIRef(ns.mode_iri("ASSAULT", "suicide-attack"))) in graph
    assert (code, SKOS.notation, Literal("1831")) in graph


def test_whatever_is_pointed_at_is_described(graph):
    for link in (SKOS.broader, SKOS.broadMatch, SKOS.closeMatch, SKOS.hasTopConcept):
        for target in graph.objects(None, link):
            assert (target, RDF.type, SKOS.Concept) in graph, target


def test_the_same_codebook_gives_the_same_bytes():
    first, second = BytesIO(), BytesIO()
    write_codebook(load_codebook(), load_cameo(), first)
    write_codebook(load_codebook(), load_cameo(), second)
    assert first.getvalue() == second.getvalue()
    assert Graph().parse(data=first.getvalue(), format="turtle")


def test_types_of_the_extension_are_top_concepts_of_a_scheme_of_their_own_without_scores(graph):
    acquire = URIRef(ns.type_iri("ACQUIRE"))
    assert (acquire, SKOS.inScheme, SOCIETY_SCHEME) in graph
    assert (acquire, SKOS.topConceptOf, SOCIETY_SCHEME) in graph
    assert graph.value(acquire, SKOS.definition) is not None
    assert (acquire, SKOS.broader, None) not in graph
    assert (acquire, GOLDSTEIN, None) not in graph
    names = {str(n) for n in graph.objects(SOCIETY_SCHEME, SKOS.hasTopConcept)}
    assert names == {ns.type_iri(t.name) for t in load_codebook().types.values() if not t.is_plover}
