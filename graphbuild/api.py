"""A build in memory, or one on disk, with what people do with it from Python."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild import pipeline
from graphbuild.lexicon.actor_rules import NO_RULES, read_actor_rules
from graphbuild.model.timeline import Timeline
from graphbuild.query.sparql import Answer, ask
from graphbuild.stages.parsing import DEFAULT_MODEL
from graphbuild.store.folder import open_timeline
from graphbuild.store.triples import read_triples
from graphbuild.writers.graph import to_networkx
from graphbuild.writers.namespaces import PREFIXES
from graphbuild.writers.rdf import to_rdf, write_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx
    import rdflib

    from graphbuild.model.text import Article


@dataclass(frozen=True, slots=True)
class Build(Timeline):
    """A timeline that can be turned into graphs and asked."""

    def to_networkx(self) -> networkx.MultiDiGraph:
        """Actors, events, places and articles as nodes, typed edges between them."""
        return to_networkx(self)

    def to_rdf(self) -> rdflib.Graph:
        """The same graph as `timeline.ttl`; for big builds ask the command line instead."""
        return to_rdf(self)

    def query(self, sparql: str) -> Answer:
        """Ask in SPARQL; the usual prefixes are known. Raises QueryError for what is not SPARQL."""
        turtle = BytesIO()
        write_turtle(self, turtle)
        return ask(read_triples(turtle.getvalue(), PREFIXES), sparql)


def build(articles: Iterable[Article], model: str = DEFAULT_MODEL, actors: str | Path | None = None) -> Build:
    """Build a timeline in memory; for many articles use the `graphbuild build` command.

    ``actors`` is a file of rules on who is who (docs/cli.md); LexiconError if it is malformed.
    """
    rules = NO_RULES if actors is None else read_actor_rules(Path(actors))
    return _as_build(pipeline.build(articles, model, rules))


def open_build(folder: str | Path) -> Build:
    """The timeline of a build folder; raises BuildError where there is none."""
    return _as_build(open_timeline(Path(folder)))


def _as_build(timeline: Timeline) -> Build:
    return Build(
        timeline.articles,
        timeline.mentions,
        timeline.events,
        timeline.actors,
        timeline.places,
        timeline.appearances,
        timeline.stories,
    )
