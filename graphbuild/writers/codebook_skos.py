"""The codebook as SKOS: quad classes, types, modes and CAMEO's codes, and how they match.

One graph with three concept schemes: PLOVER's types (below their quad classes, with their modes
below them), those of the extension for business and society, and CAMEO's codes. A CAMEO code is
matched to the type, or the type and mode, that it became. Vocabulary: W3C, SKOS Reference (2009).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD

from graphbuild.writers import namespaces as ns

if TYPE_CHECKING:
    from graphbuild.lexicon.cameo import Cameo
    from graphbuild.lexicon.codebook import Codebook, EventType, Mode

QUAD_LABELS: Final = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
TYPE_SCHEME: Final = URIRef(ns.TYPES.rstrip("#"))
SOCIETY_SCHEME: Final = URIRef(ns.BASE + "society")
CAMEO_SCHEME: Final = URIRef(ns.BASE + "cameo")
GOLDSTEIN: Final = URIRef(ns.GB + "goldstein")
PLANNED_AS: Final = URIRef(ns.GB + "plannedAs")


def codebook_graph(codebook: Codebook, cameo: Cameo) -> Graph:
    """All concepts of the codebook and of CAMEO, with labels, definitions, scores and matches."""
    graph = Graph(bind_namespaces="none")
    for prefix in ("gb", "gbt", "owl", "rdf", "rdfs", "skos", "xsd"):
        graph.bind(prefix, ns.PREFIXES[prefix])
    graph.bind("cameo", f"{CAMEO_SCHEME}#")
    graph.bind("dct", str(DCTERMS))
    _add_properties(graph)
    _add_scheme(graph, TYPE_SCHEME, "Types of events (PLOVER)")
    _add_scheme(graph, SOCIETY_SCHEME, "Types of events of business and society")
    _add_scheme(graph, CAMEO_SCHEME, "CAMEO codes")
    for number, label in QUAD_LABELS.items():
        _add_concept(graph, _quad_class(number), TYPE_SCHEME, label)
        _add_top(graph, _quad_class(number), TYPE_SCHEME)
    for event_type in codebook.types.values():
        _add_type(graph, event_type)
    _add_cameo(graph, cameo)
    return graph


def write_codebook(codebook: Codebook, cameo: Cameo, file: BinaryIO) -> None:
    """Write the graph as Turtle; the same codebook gives the same bytes."""
    codebook_graph(codebook, cameo).serialize(file, format="turtle", encoding="utf-8")


def _quad_class(number: int) -> URIRef:
    return URIRef(ns.quad_class_iri(number))


def _code(code: str) -> URIRef:
    return URIRef(f"{CAMEO_SCHEME}#c{code}")


def _english(text: str) -> Literal:
    return Literal(text, lang="en")


def _score(number: float) -> Literal:
    return Literal(f"{number:.1f}", datatype=XSD.decimal)


def _add_properties(graph: Graph) -> None:
    for iri, kind, label, comment in (
        (
            GOLDSTEIN,
            OWL.DatatypeProperty,
            "Goldstein score",
            "How far an event of this kind is conflict (-10) or cooperation (+10).",
        ),
        (
            PLANNED_AS,
            OWL.ObjectProperty,
            "planned as",
            "The type that an event of this type has while it is only promised or announced.",
        ),
    ):
        graph.add((iri, RDF.type, kind))
        graph.add((iri, RDFS.label, _english(label)))
        graph.add((iri, RDFS.comment, _english(comment)))


def _add_scheme(graph: Graph, scheme: URIRef, label: str) -> None:
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, SKOS.prefLabel, _english(label)))
    graph.add((scheme, DCTERMS.license, URIRef("https://www.apache.org/licenses/LICENSE-2.0")))


def _add_concept(graph: Graph, concept: URIRef, scheme: URIRef, label: str) -> None:
    graph.add((concept, RDF.type, SKOS.Concept))
    graph.add((concept, SKOS.inScheme, scheme))
    graph.add((concept, SKOS.prefLabel, _english(label)))


def _add_top(graph: Graph, concept: URIRef, scheme: URIRef) -> None:
    graph.add((concept, SKOS.topConceptOf, scheme))
    graph.add((scheme, SKOS.hasTopConcept, concept))


def _scheme_of(event_type: EventType) -> URIRef:
    return TYPE_SCHEME if event_type.is_plover else SOCIETY_SCHEME


def _add_type(graph: Graph, event_type: EventType) -> None:
    concept = URIRef(ns.type_iri(event_type.name))
    _add_concept(graph, concept, _scheme_of(event_type), event_type.label)
    graph.add((concept, SKOS.notation, Literal(event_type.name)))
    graph.add((concept, SKOS.definition, _english(event_type.definition)))
    if event_type.quad_class is None:
        _add_top(graph, concept, SOCIETY_SCHEME)
    else:
        graph.add((concept, SKOS.broader, _quad_class(event_type.quad_class)))
    if event_type.goldstein is not None:
        graph.add((concept, GOLDSTEIN, _score(event_type.goldstein)))
    if event_type.planned is not None:
        graph.add((concept, PLANNED_AS, URIRef(ns.type_iri(event_type.planned))))
    for root in event_type.cameo:
        graph.add((concept, SKOS.closeMatch, _code(root)))
    for mode in event_type.modes:
        _add_mode(graph, event_type, mode)


def _add_mode(graph: Graph, event_type: EventType, mode: Mode) -> None:
    concept = URIRef(ns.mode_iri(event_type.name, mode.name))
    _add_concept(graph, concept, _scheme_of(event_type), f"{event_type.label}: {mode.name}")
    graph.add((concept, SKOS.notation, Literal(mode.name)))
    graph.add((concept, SKOS.definition, _english(mode.definition)))
    graph.add((concept, SKOS.broader, URIRef(ns.type_iri(event_type.name))))
    if mode.goldstein is not None:
        graph.add((concept, GOLDSTEIN, _score(mode.goldstein)))


def _add_cameo(graph: Graph, cameo: Cameo) -> None:
    for root in cameo.roots.values():
        concept = _code(root.code)
        _add_concept(graph, concept, CAMEO_SCHEME, root.label)
        graph.add((concept, SKOS.notation, Literal(root.code)))
        _add_top(graph, concept, CAMEO_SCHEME)
        graph.add((concept, GOLDSTEIN, _score(root.goldstein)))
    for code in cameo.codes.values():
        concept = _code(code.code)
        _add_concept(graph, concept, CAMEO_SCHEME, code.label)
        graph.add((concept, SKOS.notation, Literal(code.code)))
        graph.add((concept, SKOS.broader, _code(code.code[:-1])))
        match = ns.mode_iri(code.type, code.mode) if code.mode else ns.type_iri(code.type)
        graph.add((concept, SKOS.broadMatch, URIRef(match)))
        if code.goldstein is not None:
            graph.add((concept, GOLDSTEIN, _score(code.goldstein)))
