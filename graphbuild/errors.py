"""Everything that this package raises on purpose: what, where, what to do."""

from __future__ import annotations


class GraphbuildError(Exception):
    """Base of every failure raised on purpose."""


class InputError(GraphbuildError):
    """An input that could not be read; ``origin`` names the file and the place in it."""

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(f"{origin}: {reason}")
        self.origin = origin
        self.reason = reason


class LexiconError(GraphbuildError):
    """A file of ``ontology/`` that contradicts itself or is malformed."""


class ModelError(GraphbuildError):
    """A parser model that is missing or does not fit."""


class BuildError(GraphbuildError):
    """A build folder that is missing, damaged or of another version."""


class QueryError(GraphbuildError):
    """A question that cannot be asked: bad SPARQL, unknown name, bad date."""
