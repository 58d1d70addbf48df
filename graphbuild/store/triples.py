"""The triples of a build, ready for SPARQL (Oxigraph).

Small graphs are read into memory at every start. A big one is kept in the build folder,
beside the hash of the `timeline.ttl` it was made from, and made anew when that changes.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, Literal, NamedTuple, TypeAlias

import pyoxigraph as ox

from graphbuild.errors import BuildError, QueryError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

TURTLE: Final = "timeline.ttl"
CACHE: Final = Path(".graphbuild") / "triples"

KEEP_FROM: Final = 16_000_000
"""Bytes of Turtle from which a store is kept on disk: reading them takes two seconds."""

FORMATS: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
}
"""The W3C forms of a SPARQL result by the name a user gives them."""

Found: TypeAlias = ox.QueryBoolean | ox.QuerySolutions | ox.QueryTriples
Kind: TypeAlias = Literal["select", "ask", "construct"]


class Term(NamedTuple):
    """A value in an answer; ``datatype`` is the IRI of a literal's, None for an IRI."""

    text: str
    datatype: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """What a query found; the rows come as they are asked for and only once.

    ASK has one row with one boolean, CONSTRUCT and DESCRIBE a row per triple.
    """

    kind: Kind
    variables: tuple[str, ...]
    rows: Iterator[tuple[Term | None, ...]]


@dataclass(frozen=True, slots=True)
class TripleStore:
    """A graph that can be asked, and the prefixes that its questions may use."""

    graph: ox.Store
    prefixes: Mapping[str, str]


def read_triples(turtle: bytes, prefixes: Mapping[str, str]) -> TripleStore:
    """A store in memory of a graph in Turtle. BuildError if it is not Turtle."""
    return TripleStore(_load(ox.Store(), turtle, TURTLE), prefixes)


def open_triples(folder: Path, prefixes: Mapping[str, str]) -> TripleStore:
    """The store of a build folder. BuildError if there is none or it is damaged."""
    path = folder / TURTLE
    try:
        turtle = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise BuildError(f"{path}: {reason}; `graphbuild build` writes it") from error
    if len(turtle) < KEEP_FROM:
        return TripleStore(_load(ox.Store(), turtle, str(path)), prefixes)
    return TripleStore(_open_kept(folder / CACHE, turtle, str(path)), prefixes)


def count_triples(store: TripleStore) -> int:
    """How many triples there are."""
    return len(store.graph)


def run_query(store: TripleStore, text: str) -> Result:
    """Ask a store. QueryError, with the line, for what is not SPARQL."""
    found = _query(store, text)
    if isinstance(found, ox.QueryBoolean):
        answer = Term(str(bool(found)).lower(), "http://www.w3.org/2001/XMLSchema#boolean")
        return Result("ask", ("answer",), iter([(answer,)]))
    if isinstance(found, ox.QuerySolutions):
        return Result("select", tuple(v.value for v in found.variables), _solution_rows(found))
    return Result("construct", ("subject", "predicate", "object"), _triple_rows(found))


def write_result(store: TripleStore, text: str, form: str, file: BinaryIO) -> None:
    """Ask a store and write what it says as ``json``, ``xml``, ``csv`` or ``ttl``.

    Rows are in the forms of the W3C (SPARQL 1.1 Query Results); a graph, from CONSTRUCT
    or DESCRIBE, is Turtle, sorted. QueryError if the form does not fit the query.
    """
    try:
        data = _serialize(store, _query(store, text), form)
    except OSError as error:
        raise QueryError(f"the query failed: {error}") from error
    file.write(data if data.endswith(b"\n") else data + b"\n")


def _serialize(store: TripleStore, found: Found, form: str) -> bytes:
    if isinstance(found, ox.QueryTriples):
        _check_form(form, {"ttl"}, "a graph")
        triples = sorted(set(found), key=str)
        return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(store.prefixes)) or b""
    _check_form(form, FORMATS.keys(), "rows")
    return found.serialize(format=FORMATS[form]) or b""


def _check_form(form: str, fitting: Collection[str], what: str) -> None:
    if form not in fitting:
        raise QueryError(f"this query gives {what}: write it as {', '.join(sorted(fitting))} or table")


def _query(store: TripleStore, text: str) -> Found:
    try:
        return store.graph.query(text, prefixes=dict(store.prefixes))
    except SyntaxError as error:
        raise QueryError(_explain(str(error), text)) from error
    except (OSError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error


def _explain(reason: str, text: str) -> str:
    """One line out of the parser's list of everything it could have read instead."""
    update = re.match(r"(?i)\s*(?:(?:prefix|base)\b[^>]*>\s*)*(insert|delete|load|clear|create|drop)\b", text)
    if update:
        return f"a build can only be read: {update[1].upper()} is no question"
    place = re.search(r"\bat (\d+):(\d+)", reason)
    if place is None:
        return f"not SPARQL: {' '.join(reason.split())}"
    row, column = int(place[1]), int(place[2])
    lines = text.splitlines()
    line = lines[row - 1] if row <= len(lines) else ""
    prefix = re.search(r"([\w-]*):\S*\s*$", line[: column - 1])
    if "Prefix not found" in reason and prefix is not None:
        return f"not SPARQL: line {row}: the prefix {prefix[1]!r} is not known"
    before, after = line[: column - 1].strip(), line[column - 1 :].strip()
    near = f"at {after!r}" if after else f"after {before!r}"
    return f"not SPARQL: line {row}, column {column}: something is wrong {near}"


def _solution_rows(found: ox.QuerySolutions) -> Iterator[tuple[Term | None, ...]]:
    width = range(len(found.variables))
    try:
        for solution in found:
            yield tuple(_term(solution[number]) for number in width)
    except OSError as error:
        raise QueryError(f"the query failed: {error}") from error


def _triple_rows(found: ox.QueryTriples) -> Iterator[tuple[Term | None, ...]]:
    for triple in sorted(set(found), key=str):
        yield _term(triple.subject), _term(triple.predicate), _term(triple.object)


def _term(value: object) -> Term | None:
    if isinstance(value, ox.Literal):
        return Term(value.value, value.datatype.value)
    if isinstance(value, ox.NamedNode):
        return Term(value.value, None)
    # Blank nodes and, in RDF 1.2, quoted triples: only a CONSTRUCT of the user's makes them.
    return None if value is None else Term(str(value), None)


def _load(graph: ox.Store, turtle: bytes, origin: str) -> ox.Store:
    try:
        graph.bulk_load(turtle, ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise BuildError(f"{origin}: damaged: {error}; build it again") from error
    return graph


def _open_kept(cache: Path, turtle: bytes, origin: str) -> ox.Store:
    """The store kept for exactly these bytes, made first where it is missing."""
    kept = cache / hashlib.sha256(turtle).hexdigest()[:16]
    if not kept.is_dir():
        try:
            _keep(kept, turtle, origin)
        except OSError:
            # A folder that cannot be written to can still be asked.
            return _load(ox.Store(), turtle, origin)
    return ox.Store.read_only(str(kept))


def _keep(kept: Path, turtle: bytes, origin: str) -> None:
    """Make a store beside its place and move it there; older ones are removed."""
    part = kept.with_name(f".{kept.name}.{os.getpid()}.part")
    part.mkdir(parents=True)
    try:
        graph = _load(ox.Store(str(part)), turtle, origin)
        graph.flush()
        del graph  # closes its files
        if not kept.is_dir():
            part.rename(kept)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    for other in kept.parent.iterdir():
        if other != kept and not other.name.startswith("."):
            shutil.rmtree(other, ignore_errors=True)
