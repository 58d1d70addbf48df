"""Canned questions: SPARQL files of `ontology/queries/`, each with a title and parameters.

A file runs as it is in any SPARQL engine. It starts with comment lines:

    # title: Who did what to whom, when
    # param: status : status = asserted — asserted, denied, planned ...

and has for each parameter one line ``VALUES ?status { "asserted" }`` with the default.
Asking with other values replaces what is between those braces by escaped literals, so a
value can never become part of the query.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from graphbuild.errors import LexiconError, QueryError
from graphbuild.model.event import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ANY: Final = "(any)"
"""How a header writes the empty default, which asks for nothing in particular."""

KINDS: Final[Mapping[str, str]] = {
    "text": r".*",
    "day": r"([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?",
    "status": "|".join(Status),
}
"""What a parameter's value looks like, by the kind named in the header."""

_TITLE = re.compile(r"# title: (?P<title>\S.*)")
_PARAM = re.compile(r"# param: (?P<name>\w+)( : (?P<kind>\w+))? = (?P<default>.+?) — (?P<meaning>\S.*)")
_VALUES = re.compile(r'VALUES \?(?P<name>\w+) \{(?P<values>( "[^"\\]*")+) \}')
_LITERAL = re.compile(r'"([^"\\]*)"')


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be told; ``default`` holds one or more values."""

    name: str
    kind: str
    default: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class CannedQuery:
    """A question by name, its parameters, and its SPARQL with the defaults filled in."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    text: str


def list_canned() -> tuple[CannedQuery, ...]:
    """All canned questions, by name. LexiconError names a file that is malformed."""
    found = (path for path in files("graphbuild.ontology.queries").iterdir() if path.name.endswith(".rq"))
    return tuple(
        read_canned(path.name.removesuffix(".rq"), path.read_text(encoding="utf-8"))
        for path in sorted(found, key=lambda path: path.name)
    )


def find_canned(name: str) -> CannedQuery:
    """The canned question of that name. QueryError lists the names there are."""
    known = {query.name: query for query in list_canned()}
    if name not in known:
        raise QueryError(f"no canned query is called {name!r}; there are {', '.join(known)}")
    return known[name]


def read_canned(name: str, text: str) -> CannedQuery:
    """Read a file strictly: header and query must name the same parameters and defaults."""
    title, *rest = text.splitlines() or [""]
    headed = _TITLE.fullmatch(title)
    if headed is None:
        raise LexiconError(f"queries/{name}.rq: line 1 must be '# title: …'")
    header = [line for line in rest if line.startswith("# param")]
    parameters = tuple(_read_parameter(name, line) for line in header)
    in_text = [(m["name"], tuple(_LITERAL.findall(m["values"]))) for m in _VALUES.finditer(text)]
    declared = [(parameter.name, parameter.default) for parameter in parameters]
    if sorted(in_text) != sorted(declared) or len(dict(declared)) < len(declared):
        raise LexiconError(f"queries/{name}.rq: parameters {declared} but VALUES {in_text}")
    return CannedQuery(name, headed["title"], parameters, text)


def _read_parameter(name: str, line: str) -> Parameter:
    match = _PARAM.fullmatch(line)
    kind = (match and match["kind"]) or "text"
    if match is None or kind not in KINDS:
        raise LexiconError(
            f"queries/{name}.rq: cannot read {line!r}; write '# param: NAME = DEFAULT — MEANING'"
        )
    default = ("",) if match["default"] == ANY else tuple(match["default"].split(", "))
    return Parameter(match["name"], kind, default, match["meaning"])


def fill_in(query: CannedQuery, given: Mapping[str, Sequence[str]]) -> str:
    """The SPARQL of a question with these values in place of the defaults.

    QueryError for a name that the question does not have, or a value of the wrong kind.
    """
    kinds = {parameter.name: parameter.kind for parameter in query.parameters}
    for name, values in given.items():
        if name not in kinds:
            known = ", ".join(kinds) or "none"
            raise QueryError(f"{query.name} has no parameter {name!r}; it has {known}")
        for value in values:
            if not re.fullmatch(KINDS[kinds[name]], value, re.DOTALL):
                raise QueryError(f"{query.name}: {name}={value!r} is no {kinds[name]}")
    return bind(query.text, given)


def bind(text: str, given: Mapping[str, Sequence[str]]) -> str:
    """A query with the braces of ``VALUES ?name { "…" }`` filled with these values.

    QueryError for a name without such a line.
    """
    slots = {match["name"] for match in _VALUES.finditer(text)}
    for name in given:
        if name not in slots:
            raise QueryError(f'the query has no `VALUES ?{name} {{ "…" }}` to fill in')

    def fill(match: re.Match[str]) -> str:
        values = given.get(match["name"])
        if not values:
            return match[0]
        return f"VALUES ?{match['name']} {{ {' '.join(map(_quote, values))} }}"

    return _VALUES.sub(fill, text)


def _quote(value: str) -> str:
    """A SPARQL string literal that ends where it should, whatever the value holds.

    Not with \\u escapes: SPARQL lets an engine undo those before it looks for quotes.
    """
    whole = re.sub("[\ud800-\udfff]", "\ufffd", value)
    escaped = re.sub(r'["\\]', r"\\\g<0>", whole).replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
