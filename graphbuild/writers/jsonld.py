"""JSON-LD: the same graph as plain JSON objects, one a line, with its context inside.

`ontology/context.jsonld` says what each key means; the writer takes keys and datatypes
from it. Syntax: W3C, JSON-LD 1.1 (2020).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from graphbuild.errors import LexiconError
from graphbuild.writers import terms as t
from graphbuild.writers.namespaces import PREFIXES, Iri, prefixed
from graphbuild.writers.rdf import clean
from graphbuild.writers.terms import Literal, Quad, datatype_of
from graphbuild.writers.triples import timeline_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.model.timeline import Timeline

FILE: Final = "context.jsonld"


@dataclass(frozen=True, slots=True)
class Key:
    """How a property is written: its key, and the datatype that the context gives its values."""

    name: str
    datatype: str


def write_jsonld(timeline: Timeline, file: BinaryIO) -> None:
    """Write the graph; a thing that is described in two places has two objects with one ``@id``."""
    context, keys = load_context()
    file.write(b'{"@context": %s,\n"@graph": [' % _encode(context))
    between = b"\n"
    for subject, quads in groupby(timeline_quads(timeline), attrgetter("subject")):
        file.write(between + _encode(_node(subject, quads, keys)))
        between = b",\n"
    file.write(b"\n]}\n")


def load_context() -> tuple[Mapping[str, Any], Mapping[str, Key]]:
    """The context, and the key of each property by its prefixed name."""
    text = files("graphbuild.ontology").joinpath(FILE).read_text(encoding="utf-8")
    context: dict[str, Any] = json.loads(text)["@context"]
    keys: dict[str, Key] = {}
    for name, meaning in context.items():
        if name.startswith("@") or name in PREFIXES:
            continue
        iri, datatype = (meaning, "") if isinstance(meaning, str) else (meaning["@id"], meaning["@type"])
        if iri in keys:
            raise LexiconError(f"{FILE}: {name!r} and {keys[iri].name!r} both mean {iri}")
        keys[iri] = Key(name, datatype)
    return context, keys


def _encode(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _node(subject: Iri, quads: Iterable[Quad], keys: Mapping[str, Key]) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    for quad in quads:
        if isinstance(quad.object, Literal):
            key = keys[prefixed(quad.predicate)]
            found.setdefault(key.name, []).append(_value(quad.object, key))
        else:
            name = "@type" if quad.predicate == t.TYPE else keys[prefixed(quad.predicate)].name
            found.setdefault(name, []).append(prefixed(quad.object))
    return {"@id": prefixed(subject)} | {k: v if len(v) > 1 else v[0] for k, v in found.items()}


def _value(value: Literal, key: Key) -> str | int | dict[str, str]:
    datatype = prefixed(datatype_of(value))
    if key.datatype == datatype or (value.datatype == "string" and not key.datatype):
        return clean(value.text)
    if value.datatype == "integer":  # a JSON number without fraction is an xsd:integer
        return int(value.text)
    return {"@value": clean(value.text), "@type": datatype}
