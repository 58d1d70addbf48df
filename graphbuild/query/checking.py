"""Is a build what it says? Its files, links, characters and graph, held against each other."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import msgspec
import rdflib

from graphbuild.errors import BuildError
from graphbuild.query.conformance import find_violations
from graphbuild.query.references import check_references
from graphbuild.query.spans import check_spans
from graphbuild.store import folder as files
from graphbuild.store.triples import count_triples, read_triples
from graphbuild.writers.namespaces import PREFIXES
from graphbuild.writers.rdf import turtle
from graphbuild.writers.shapes import validate
from graphbuild.writers.triples import timeline_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graphbuild.model.timeline import Timeline

SHOWN: Final = 20
"""Findings of one kind that are told; the others are only counted."""

SHACL_UP_TO: Final = 2_000
"""Events up to which pySHACL is run; above, the same shapes are run as SPARQL."""

PARTS: Final = ("articles", "mentions", "events", "actors", "places", "appearances", "stories")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was verified, how many times, and what was found wrong."""

    subject: str
    verified: int
    findings: tuple[str, ...]
    wrong: int

    @property
    def is_right(self) -> bool:
        """Whether nothing was found."""
        return self.wrong == 0


class Receipt(msgspec.Struct, frozen=True):
    """The part of `build.json` that can be verified."""

    counts: dict[str, int]
    outputs: dict[str, str]


def check_folder(folder: Path) -> Iterator[Checked]:
    """Verify a build folder, step by step; the first damaged line ends it.

    Raises BuildError when the folder holds no build.
    """
    timeline = files.open_timeline(folder)
    counts: dict[str, int] = {}
    lines = _tally("lines: each reads as its schema says", _check_lines(timeline, counts))
    yield lines
    if not lines.is_right:
        return
    receipt = folder / files.RECEIPT
    if receipt.is_file():
        yield _tally("build.json: hashes and counts agree", _check_receipt(folder, counts))
    yield _tally("references: each id is of something described, in order", check_references(timeline))
    yield _tally("characters: the words stand where they are said to", check_spans(timeline))
    yield from _check_graph(folder, timeline, counts["events"])


def _tally(subject: str, outcomes: Iterable[str | None]) -> Checked:
    verified = wrong = 0
    findings: list[str] = []
    for outcome in outcomes:
        verified += 1
        if outcome is not None:
            wrong += 1
            findings += [outcome] if len(findings) < SHOWN else []
    return Checked(subject, verified, tuple(findings), wrong)


def _check_lines(timeline: Timeline, counts: dict[str, int]) -> Iterator[str | None]:
    """Read every line; ``counts`` is told how many of each there are."""
    for part in PARTS:
        counts[part] = 0
        try:
            for _ in getattr(timeline, part):
                counts[part] += 1
                yield None
        except BuildError as error:
            yield str(error)


def _check_receipt(folder: Path, counts: dict[str, int]) -> Iterator[str | None]:
    try:
        receipt = msgspec.json.decode((folder / files.RECEIPT).read_bytes(), type=Receipt)
    except msgspec.MsgspecError as error:
        yield f"{files.RECEIPT}: {error}"
        return
    for part in PARTS:
        said = receipt.counts.get(part)
        yield (
            None if said == counts[part] else f"{files.RECEIPT} says {said} {part}, there are {counts[part]}"
        )
    for name, said_hash in receipt.outputs.items():
        path = folder / name
        if not path.is_file():
            yield f"{name}: is missing"
        else:
            yield None if _hash(path) == said_hash else f"{name}: was changed after the build"


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_graph(folder: Path, timeline: Timeline, events: int) -> Iterator[Checked]:
    path = folder / files.TURTLE
    if not path.is_file():
        yield _tally(f"{path.name}: is there", [f"{path}: is missing"])
        return
    fresh = hashlib.sha256()
    for piece in turtle(timeline_quads(timeline)):
        fresh.update(piece.encode())
    same = None if fresh.hexdigest() == _hash(path) else f"{path.name} differs from what the lines give"
    yield _tally(f"{path.name}: says what the lines say, byte by byte", [same])
    try:
        store = read_triples(path.read_bytes(), PREFIXES)
    except BuildError as error:
        yield _tally(f"{path.name}: is Turtle", [str(error)])
        return
    size = count_triples(store)
    if events <= SHACL_UP_TO:
        found = _tally("", map(str, validate(rdflib.Graph().parse(path, format="turtle"))))
        how = "SHACL"
    else:
        found = _tally("", map(str, find_violations(store)))
        how = "as SPARQL, this build being big"
    yield replace(found, subject=f"{path.name}: triples conform to the shapes ({how})", verified=size)
