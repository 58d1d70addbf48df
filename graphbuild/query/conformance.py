"""The shapes as SPARQL, for graphs that are too big for a SHACL engine.

`ontology/shapes.ttl` keeps to a small part of W3C SHACL Core on purpose: each of its
constraints is one query here, whose rows are the violations. The tests hold the two
ways against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.collection import Collection

from graphbuild.errors import LexiconError
from graphbuild.query.sparql import Value, ask
from graphbuild.writers.namespaces import EDTF, XSD, Iri, shorten
from graphbuild.writers.shapes import Violation, load_shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rdflib.term import Node

    from graphbuild.store.triples import TripleStore


@dataclass(frozen=True, slots=True)
class Rule:
    """One constraint of one shape; its query selects ?focus, ?path and ?value."""

    component: str
    path: str
    message: str
    sparql: str


@dataclass(frozen=True, slots=True)
class _Constraint:
    """A constraint to be put into SPARQL: which values it is about, and its limit."""

    shapes: Graph
    shape: Node
    path: str
    limit: Node

    @property
    def values(self) -> str:
        """What binds ?value: the values of the path, or of a node shape the node itself."""
        return f"?focus {self.path} ?value ." if self.path else "BIND (?focus AS ?value)"

    def members(self, predicate: URIRef) -> str:
        """The members of a list that the shape has, as SPARQL."""
        listed = self.shapes.value(self.shape, predicate) or RDF.nil
        return ", ".join(member.n3() for member in Collection(self.shapes, listed))


def find_violations(store: TripleStore) -> Iterator[Violation]:
    """Every violation of the shapes in a store, rule by rule."""
    for rule in compile_shapes(load_shapes()):
        for row in ask(store, rule.sparql).rows:
            focus, path, value = map(_show, row)
            yield Violation(focus, path or rule.path, rule.component, value, rule.message)


def compile_shapes(shapes: Graph) -> tuple[Rule, ...]:
    """All rules of a shapes graph. LexiconError for what has no counterpart here."""
    found = {s for kind in (SH.NodeShape, SH.PropertyShape) for s in shapes.subjects(RDF.type, kind)}
    return tuple(rule for shape in sorted(found, key=str) for rule in _rules(shapes, shape))


def _show(cell: Value) -> str:
    if isinstance(cell, Iri):
        return "a blank node" if cell.startswith("_:") else shorten(cell)
    return "" if cell is None else str(cell)


def _rules(shapes: Graph, shape: Node) -> Iterator[Rule]:
    message = str(shapes.value(shape, SH.message) or "")
    path = _path(shapes, shape)
    target = " UNION ".join(sorted(_targets(shapes, shape)))
    shown = f"^{shorten(path[1:].strip('<>'))}" if path[:1] == "^" else shorten(path.strip("<>"))
    for predicate, limit in sorted(shapes.predicate_objects(shape)):
        if predicate in _DESCRIBING:
            continue
        if predicate not in _BODIES:
            raise LexiconError(f"shapes.ttl: {shape} uses {predicate}, which has no SPARQL here")
        name = str(predicate).rpartition("#")[2]
        body = _BODIES[predicate](_Constraint(shapes, shape, path, limit))
        query = f"SELECT DISTINCT ?focus ?path ?value WHERE {{ {{ {target} }} {body} }}"
        yield Rule(name[0].upper() + name[1:], shown, message, query)


def _path(shapes: Graph, shape: Node) -> str:
    path = shapes.value(shape, SH.path)
    if path is None:
        return ""
    inverse = shapes.value(path, SH.inversePath)
    return path.n3() if inverse is None else f"^{inverse.n3()}"


def _targets(shapes: Graph, shape: Node) -> Iterator[str]:
    for predicate, form in _TARGETS.items():
        for limit in shapes.objects(shape, predicate):
            yield form.format(limit.n3())


def _min_count(c: _Constraint) -> str:
    if c.limit != Literal(1):
        raise LexiconError(f"shapes.ttl: {c.shape}: only sh:minCount 1 has a query")
    return f"FILTER NOT EXISTS {{ ?focus {c.path} ?any }}"


def _max_count(c: _Constraint) -> str:
    # Two different values are one too many; no shape allows more than one.
    if c.limit != Literal(1):
        raise LexiconError(f"shapes.ttl: {c.shape}: only sh:maxCount 1 has a query")
    return f"FILTER EXISTS {{ ?focus {c.path} ?one, ?other FILTER (?one != ?other) }}"


def _datatype(c: _Constraint) -> str:
    # The cast finds what is ill-typed: there is no "2021-02-30"^^xsd:date. Oxigraph has none for these.
    kind = c.limit.n3()
    cast = "" if c.limit in _NOT_CAST else f" && isLiteral({kind}(STR(?value)))"
    return f"{c.values} FILTER (!COALESCE(DATATYPE(?value) = {kind}{cast}, false))"


def _class(c: _Constraint) -> str:
    return f"{c.values} FILTER NOT EXISTS {{ ?value a {c.limit.n3()} }}"


def _in(c: _Constraint) -> str:
    return f"{c.values} FILTER (?value NOT IN ({c.members(SH['in'])}))"


def _node_kind(c: _Constraint) -> str:
    if c.limit != SH.IRI:
        raise LexiconError(f"shapes.ttl: {c.shape}: only sh:nodeKind sh:IRI has a query")
    return f"{c.values} FILTER (!isIRI(?value))"


def _pattern(c: _Constraint) -> str:
    return f"{c.values} FILTER (isBlank(?value) || !REGEX(STR(?value), {c.limit.n3()}))"


def _min_length(c: _Constraint) -> str:
    return f"{c.values} FILTER (isBlank(?value) || STRLEN(STR(?value)) < {c.limit.n3()})"


def _compared(sign: str) -> Callable[[_Constraint], str]:
    return lambda c: f"{c.values} FILTER (!COALESCE(?value {sign} {c.limit.n3()}, false))"


def _paired(sign: str) -> Callable[[_Constraint], str]:
    return lambda c: (
        f"{c.values} ?focus {c.limit.n3()} ?other . FILTER (!COALESCE(?value {sign} ?other, false))"
    )


def _disjoint(c: _Constraint) -> str:
    return f"{c.values} ?focus {c.limit.n3()} ?value ."


def _closed(c: _Constraint) -> str:
    return f"?focus ?path ?value . FILTER (?path NOT IN ({c.members(SH.ignoredProperties)}))"


_DESCRIBING: Final = frozenset(
    {
        RDF.type,
        SH.path,
        SH.message,
        SH.ignoredProperties,
        SH.targetClass,
        SH.targetSubjectsOf,
        SH.targetObjectsOf,
    }
)
"""What a shape says that is no constraint."""

_NOT_CAST: Final = frozenset({URIRef(XSD + "anyURI"), URIRef(EDTF + "EDTF")})

_TARGETS: Final[Mapping[Node, str]] = {
    SH.targetClass: "{{ ?focus a {} }}",
    SH.targetSubjectsOf: "{{ ?focus {} ?targeted }}",
    SH.targetObjectsOf: "{{ ?targeting {} ?focus }}",
}

_BODIES: Final[Mapping[Node, Callable[[_Constraint], str]]] = {
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH.datatype: _datatype,
    SH["class"]: _class,
    SH["in"]: _in,
    SH.nodeKind: _node_kind,
    SH.pattern: _pattern,
    SH.minLength: _min_length,
    SH.minInclusive: _compared(">="),
    SH.maxInclusive: _compared("<="),
    SH.lessThan: _paired("<"),
    SH.lessThanOrEquals: _paired("<="),
    SH.disjoint: _disjoint,
    SH.closed: _closed,
}
