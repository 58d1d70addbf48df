"""A timeline as a networkx graph, its actor-to-actor projection, GraphML and GEXF.

Events are nodes, never edges: one may have many sources and targets, a place and any
number of reports. The projection onto actors is for measures and pictures.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, BinaryIO

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from graphbuild.model.event import Event, EventMention, LinkKind, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from graphbuild.model.actor import Actor, Place
    from graphbuild.model.timeline import ReadArticle, Timeline

VALUE_SEPARATOR = " | "

# Everything that XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class EdgeRole(StrEnum):
    """What an edge of the graph says; the direction is in the comment."""

    SOURCE = "source"  # actor -> event it did
    TARGET = "target"  # event -> actor it was done to
    AT = "at"  # event -> place
    EVIDENCE = "evidence"  # event -> article
    ATTRIBUTED = "attributed"  # speaker -> event credited to it
    BEFORE = "before"  # event -> later event
    DURING = "during"  # event -> the event it was part of or at the same time as


def article_node(article: str) -> str:
    """The node of the article with this id; inputs choose their ids, so it is marked.

    >>> article_node("504")
    'article:504'
    """
    return f"article:{article}"


def to_networkx(timeline: Timeline) -> nx.MultiDiGraph:
    """The whole timeline: actors, events, places and articles, joined by typed edges.

    Every node has ``node_type`` and ``label``, every edge a ``role`` (see ``EdgeRole``).
    Other attributes are there only where the value is known, and always plain text or
    numbers: days are ISO dates, several values are joined by `` | ``. Nodes and edges
    come in the order of the timeline, so that equal timelines give equal graphs.
    """
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((a.id, _actor_attributes(a)) for a in timeline.actors)
    graph.add_nodes_from((p.id, _place_attributes(p)) for p in timeline.places)
    graph.add_nodes_from((article_node(a.article.id), _article_attributes(a)) for a in timeline.articles)
    for event in timeline.events:
        graph.add_node(event.id, **_event_attributes(event))
        _add_event_edges(graph, event)
    for event in timeline.events:
        _add_order(graph, event)
    for mention in timeline.mentions:
        _add_attribution(graph, mention)
    return graph


def project_actors(timeline: Timeline, statuses: Collection[Status] = (Status.ASSERTED,)) -> nx.DiGraph:
    """Actors linked by what one did to the other, for events of these statuses.

    An edge source -> target has ``count`` (events), ``first_day`` and ``last_day`` where
    known, and a count for each event type (``type_ASSAULT``, ``type_other`` for events
    outside the codebook), quad class (``quad_1`` to ``quad_4``) and status other than
    asserted (``status_planned``) that occurs. Actors without any link are left out, and
    so is what an actor does to itself.
    """
    graph = nx.DiGraph()
    chosen = frozenset(statuses)
    for event in timeline.events:
        if event.status not in chosen:
            continue
        for source, target in product(event.sources, event.targets):
            if source != target:
                _count_link(graph, source, target, event)
    return _in_order(graph, timeline.actors)


def write_graphml(timeline: Timeline, file: BinaryIO) -> None:
    """Write the graph as GraphML; equal timelines give equal bytes."""
    nx.write_graphml_xml(to_networkx(timeline), file)


def write_gexf(timeline: Timeline, file: BinaryIO) -> None:
    """Write the graph as GEXF 1.2 for Gephi; equal timelines give equal bytes."""
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    # networkx puts today's date and its own version there: neither is the timeline's.
    writer.xml.remove(writer.xml.find("meta"))
    writer.add_graph(to_networkx(timeline))
    writer.write(file)


def plain(attributes: Mapping[str, object]) -> dict[str, str | int | float]:
    """Attributes as both writers can take them: known values only, text or numbers.

    >>> plain({"day": date(2020, 1, 3), "aliases": ("a", "b"), "country": None, "n": 2})
    {'day': '2020-01-03', 'aliases': 'a | b', 'n': 2}
    """
    return {name: _plain_value(value) for name, value in attributes.items() if value not in (None, (), "")}


def _plain_value(value: object) -> str | int | float:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return VALUE_SEPARATOR.join(str(_plain_value(part)) for part in value)
    return _NOT_XML.sub("\ufffd", str(value))


def _actor_attributes(actor: Actor) -> dict[str, str | int | float]:
    return plain(
        {
            "node_type": "actor",
            "label": actor.name,
            "kind": actor.kind,
            "country": actor.country,
            "sector": actor.sector,
            "wikidata": actor.wikidata,
            "aliases": actor.aliases,
            "roles": actor.roles,
        }
    )


def _place_attributes(place: Place) -> dict[str, str | int | float]:
    return plain(
        {
            "node_type": "place",
            "label": place.name,
            "country": place.country,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "geonames": place.geonames,
        }
    )


def _article_attributes(read: ReadArticle) -> dict[str, str | int | float]:
    article = read.article
    return plain(
        {
            "node_type": "article",
            "label": article.title or article.id,
            "outlet": article.outlet,
            "published": article.published,
            "url": article.url,
            "copy_of": read.copy.of if read.copy else None,
        }
    )


def _event_attributes(event: Event) -> dict[str, str | int | float]:
    return plain(
        {
            "node_type": "event",
            "label": event.action,
            "action": event.action,
            "event_type": event.type,
            "mode": event.mode,
            "code": event.code,
            "quad_class": event.quad_class,
            "status": event.status,
            "first_day": event.time.first,
            "last_day": event.time.last,
            "granularity": event.time.granularity,
            "basis": event.time.basis,
            "outlets": event.outlets,
            "independent_outlets": event.independent_outlets,
            "reports": len(event.evidence),
        }
    )


def _add_event_edges(graph: nx.MultiDiGraph, event: Event) -> None:
    for source in event.sources:
        graph.add_edge(source, event.id, key=EdgeRole.SOURCE.value, role=EdgeRole.SOURCE.value)
    for target in event.targets:
        graph.add_edge(event.id, target, key=EdgeRole.TARGET.value, role=EdgeRole.TARGET.value)
    if event.place is not None:
        graph.add_edge(event.id, event.place.id, key=EdgeRole.AT.value, role=EdgeRole.AT.value)
    for evidence in event.evidence:
        # One edge a report: an article may tell the same event in several sentences.
        attributes = {
            "role": EdgeRole.EVIDENCE.value,
            "mention": evidence.mention,
            "status": evidence.status,
            "from_character": evidence.span.start,
            "to_character": evidence.span.end,
            "quote": evidence.quote,
        }
        key = f"{EdgeRole.EVIDENCE}:{evidence.mention}"
        graph.add_edge(event.id, article_node(evidence.article), key=key, **plain(attributes))


def _add_order(graph: nx.MultiDiGraph, event: Event) -> None:
    """Edges to later events and to those it was during; "after" is the same edge seen from its end."""
    for link in event.links:
        if link.kind is not LinkKind.AFTER:
            attributes = {"role": link.kind, "mention": link.mentions}
            graph.add_edge(event.id, link.event, key=link.kind.value, **plain(attributes))


def _add_attribution(graph: nx.MultiDiGraph, mention: EventMention) -> None:
    speaker = mention.attribution
    if speaker is None or speaker.actor is None or mention.event is None:
        return
    attributes = {"role": EdgeRole.ATTRIBUTED.value, "mention": mention.id, "words": speaker.text}
    key = f"{EdgeRole.ATTRIBUTED}:{mention.id}"
    graph.add_edge(speaker.actor, mention.event, key=key, **plain(attributes))


def _count_link(graph: nx.DiGraph, source: str, target: str, event: Event) -> None:
    if not graph.has_edge(source, target):
        graph.add_edge(source, target, count=0)
    link = graph.edges[source, target]
    counters = ["count", f"type_{event.type or 'other'}"]
    if event.quad_class is not None:
        counters.append(f"quad_{event.quad_class}")
    if event.status is not Status.ASSERTED:
        counters.append(f"status_{event.status}")
    for counter in counters:
        link[counter] = link.get(counter, 0) + 1
    # ISO days compare as text.
    if event.time.first is not None:
        first = event.time.first.isoformat()
        link["first_day"] = min(link.get("first_day", first), first)
    if event.time.last is not None:
        last = event.time.last.isoformat()
        link["last_day"] = max(link.get("last_day", last), last)


def _in_order(graph: nx.DiGraph, actors: Iterable[Actor]) -> nx.DiGraph:
    """The same graph with named nodes, nodes and edges sorted by id."""
    ordered = nx.DiGraph()
    ordered.add_nodes_from((actor.id, _actor_attributes(actor)) for actor in actors if actor.id in graph)
    for source, target in sorted(graph.edges):
        attributes = graph.edges[source, target]
        ordered.add_edge(source, target, **{name: attributes[name] for name in sorted(attributes)})
    return ordered
