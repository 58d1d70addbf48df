"""Asking a build in SPARQL, and showing what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from graphbuild.query.canned import bind
from graphbuild.store.triples import Kind, Term, TripleStore, open_triples, run_query, write_result
from graphbuild.writers.namespaces import PREFIXES, XSD, Iri, shorten

if TYPE_CHECKING:
    from pathlib import Path

Value: TypeAlias = str | int | float | bool | date | None
"""A cell: text, number, truth, day, or an ``Iri`` (which is a str); None where unbound."""

Parameters: TypeAlias = Mapping[str, Sequence[str]]

_INTEGERS: Final = frozenset(
    XSD + name for name in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger")
)
_NUMBERS: Final = frozenset(XSD + name for name in ("decimal", "double", "float"))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave: named columns and rows.

    ASK gives one row with one bool, CONSTRUCT and DESCRIBE a row per triple, sorted.
    """

    kind: Kind
    variables: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __bool__(self) -> bool:
        """Of ASK the answer itself; otherwise whether anything was found."""
        return bool(self.rows[0][0]) if self.kind == "ask" else bool(self.rows)


def open_graph(folder: Path) -> TripleStore:
    """The graph of a build folder, ready to be asked."""
    return open_triples(folder, PREFIXES)


def ask(store: TripleStore, text: str, params: Parameters | None = None) -> Answer:
    """Ask a SPARQL query; the usual prefixes are known.

    ``params`` fill the braces of ``VALUES ?name { "…" }``, as values and never as SPARQL.
    QueryError for what is not SPARQL, with the line.
    """
    result = run_query(store, bind(text, params or {}))
    rows = tuple(tuple(_value(term) for term in row) for row in result.rows)
    return Answer(result.kind, result.variables, rows)


def write_answer(store: TripleStore, text: str, form: str, file: BinaryIO) -> None:
    """Ask and write the answer as ``json``, ``xml``, ``csv`` (W3C) or ``ttl`` (a graph)."""
    write_result(store, text, form, file)


def show(value: Value) -> str:
    """A cell as people read it, in one line: ids, types and statuses instead of IRIs."""
    if value is None:
        return ""
    if isinstance(value, Iri):
        return shorten(value).removeprefix("gbt:").removeprefix("gbs:")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}" if value != int(value) else f"{value:.0f}"
    return " ".join(str(value).split())


def _value(term: Term | None) -> Value:
    if term is None:
        return None
    if term.datatype is None:
        return Iri(term.text)
    read = _READERS.get(term.datatype)
    if read is None:
        return term.text
    try:
        return read(term.text)
    except ValueError:  # an ill-typed literal of somebody else's: its text
        return term.text


_READERS: Final[Mapping[str, Callable[[str], Value]]] = {
    **dict.fromkeys(_INTEGERS, int),
    **dict.fromkeys(_NUMBERS, float),
    XSD + "date": date.fromisoformat,
    XSD + "boolean": lambda text: text in {"true", "1"},
}
