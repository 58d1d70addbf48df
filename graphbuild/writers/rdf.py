"""Turtle, N-Triples, N-Quads, and a graph for rdflib.

The writers are our own: they stream, need no memory for the graph, and their bytes do
not change with the version of a library. What they write is read back by rdflib and by
Oxigraph in the tests. Syntax: W3C, RDF 1.1 Turtle, N-Triples and N-Quads (2014).
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, Final

import rdflib

from graphbuild.writers import terms as t
from graphbuild.writers.namespaces import DATA, PREFIXES, Iri, prefixed
from graphbuild.writers.terms import Literal, Quad, datatype_of
from graphbuild.writers.triples import timeline_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphbuild.model.timeline import Timeline

# Beyond what the grammars demand: control characters and Unicode's other line ends,
# which some line-based readers split at, and code points that are no character.
_UNSAFE: Final = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]')
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BARE: Final = frozenset({"integer", "decimal"})
"""Datatypes that Turtle writes without quotes."""

_BATCH: Final = 1000

HEADER: Final = "".join(f"@prefix {prefix}: <{base}> .\n" for prefix, base in PREFIXES.items())
"""How every Turtle file of a build begins."""


def write_turtle(timeline: Timeline, file: BinaryIO) -> None:
    """Write all statements as one graph; the same timeline gives the same bytes."""
    _write(turtle(timeline_quads(timeline)), file)


def write_ntriples(timeline: Timeline, file: BinaryIO) -> None:
    """Write all statements as one graph, one a line."""
    _write((_line(q, "") for q in timeline_quads(timeline)), file)


def write_nquads(timeline: Timeline, file: BinaryIO) -> None:
    """Write what each article says into a graph named by the article's IRI.

    What is merged from several (events, actors, places, outlets) is in the default graph.
    """
    _write(map(_quad_line, timeline_quads(timeline)), file)


def to_rdf(timeline: Timeline) -> rdflib.Graph:
    """The same graph in memory, with all prefixes bound; for small builds."""
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, base in PREFIXES.items():
        graph.bind(prefix, base)
    for quad in timeline_quads(timeline):
        graph.add((rdflib.URIRef(quad.subject), rdflib.URIRef(quad.predicate), _rdflib_term(quad.object)))
    return graph


def turtle(quads: Iterable[Quad]) -> Iterator[str]:
    """Statements as pieces of a Turtle file; neighbours with one subject share a block."""
    yield HEADER
    begun = False
    for piece in _pieces(quads):
        yield piece if begun else f"\n{piece}"
        begun = True
    yield " .\n" if begun else ""


def turtle_blocks(quads: Iterable[Quad]) -> bytes:
    """Statements as blocks of a Turtle file, to be joined to others by ``write_blocks``.

    Other blocks must have other subjects where they meet.
    """
    return "".join(_pieces(quads)).encode()


def write_blocks(blocks: Iterable[bytes], file: BinaryIO) -> None:
    """Write a Turtle file of finished blocks, with the bytes that all their statements give at once."""
    file.write(HEADER.encode())
    begun = False
    for block in blocks:
        if block:
            file.write(b" .\n\n" if begun else b"\n")
            file.write(block)
            begun = True
    file.write(b" .\n" if begun else b"")


def _pieces(quads: Iterable[Quad]) -> Iterator[str]:
    names: dict[Iri, str] = {}  # of predicates and classes: a few dozen
    subject = predicate = None
    for quad in quads:
        value = _turtle_term(quad, names)
        if quad.predicate == predicate and quad.subject == subject:
            yield f", {value}"
            continue
        verb = names.get(quad.predicate) or names.setdefault(quad.predicate, _turtle_iri(quad.predicate))
        if quad.subject == subject:
            yield f" ;\n    {verb} {value}"
        else:
            end = "" if subject is None else " .\n\n"
            yield f"{end}{_turtle_iri(quad.subject)} {verb} {value}"
        subject, predicate = quad.subject, quad.predicate


def clean(text: str) -> str:
    """Text with each lone surrogate, which no RDF literal can hold, as U+FFFD."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _write(pieces: Iterator[str], file: BinaryIO) -> None:
    while batch := "".join(islice(pieces, _BATCH)):
        file.write(batch.encode())


def _escape(text: str) -> str:
    return _UNSAFE.sub(_escape_one, text) if _UNSAFE.search(text) else text


def _escape_one(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def _turtle_term(quad: Quad, names: dict[Iri, str]) -> str:
    value = quad.object
    if isinstance(value, Literal):
        if value.datatype in _BARE:
            return value.text
        quoted = f'"{_escape(value.text)}"'
        return quoted if value.datatype == "string" else f"{quoted}^^{prefixed(datatype_of(value))}"
    if quad.predicate is t.TYPE:
        return names.get(value) or names.setdefault(value, _turtle_iri(value))
    return _turtle_iri(value)


def _turtle_iri(iri: Iri) -> str:
    # The local names that are minted need no escapes: letters, digits, "_", "-", "%".
    if iri.startswith(DATA):
        return f"gbd:{iri[len(DATA) :]}"
    if iri == t.TYPE:
        return "a"
    name = prefixed(iri)
    return f"<{iri}>" if name == iri else name


def _line(quad: Quad, graph: str) -> str:
    value = quad.object
    if not isinstance(value, Literal):
        term = f"<{value}>"
    elif value.datatype == "string":
        term = f'"{_escape(value.text)}"'
    else:
        term = f'"{_escape(value.text)}"^^<{datatype_of(value)}>'
    return f"<{quad.subject}> <{quad.predicate}> {term} {graph}.\n"


def _quad_line(quad: Quad) -> str:
    return _line(quad, "" if quad.graph is None else f"<{quad.graph}> ")


def _rdflib_term(value: Iri | Literal) -> rdflib.URIRef | rdflib.Literal:
    if not isinstance(value, Literal):
        return rdflib.URIRef(value)
    if value.datatype == "string":
        return rdflib.Literal(clean(value.text))
    return rdflib.Literal(clean(value.text), datatype=rdflib.URIRef(datatype_of(value)))
