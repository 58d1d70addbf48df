from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from graphbuild.model.event import EventLink, LinkKind, Status
from graphbuild.writers.graph import project_actors, to_networkx, write_gexf, write_graphml
from graphbuild.writers.links import list_pairs, measure_links, rank_links
from tests.unit import sample_timeline as sample

SHELLING = next(e for e in sample.sample_timeline().events if e.action == "shell")


def roles(graph: nx.MultiDiGraph) -> set[tuple[str, str, str]]:
    return {(start, data["role"], end) for start, end, data in graph.edges(data=True)}


def test_every_fact_of_an_event_is_an_edge_in_the_direction_of_what_happened():
    graph = to_networkx(sample.sample_timeline())
    assert {
        (sample.ARMY.id, "source", SHELLING.id),
        (SHELLING.id, "target", sample.BORLAND.id),
        (SHELLING.id, "at", sample.DRELL.id),
        (SHELLING.id, "evidence", "article:herald-1"),
        (SHELLING.id, "evidence", "article:post-7"),
        (sample.AVONIA.id, "attributed", SHELLING.id),
    } == {edge for edge in roles(graph) if SHELLING.id in edge}


def test_the_graph_has_the_role_edges_of_the_timeline_and_no_others():
    timeline = sample.sample_timeline()
    expected = {(s, "source", e.id) for e in timeline.events for s in e.sources}
    expected |= {(e.id, "target", t) for e in timeline.events for t in e.targets}
    found = {edge for edge in roles(to_networkx(timeline)) if edge[1] in ("source", "target")}
    assert found == expected


def test_every_node_says_what_it_is():
    graph = to_networkx(sample.sample_timeline())
    kinds = [kind for _, kind in graph.nodes(data="node_type")]
    assert sorted(set(kinds)) == ["actor", "article", "event", "place"]
    assert kinds.count("event") == 9


def test_unknown_values_are_absent_and_known_ones_plain():
    graph = to_networkx(sample.sample_timeline())
    undated = next(e for e in sample.sample_timeline().events if e.action == "sign")
    assert "first_day" not in graph.nodes[undated.id]
    assert graph.nodes[SHELLING.id]["first_day"] == "2021-03-08"
    values = [value for _, data in graph.nodes(data=True) for value in data.values()]
    assert {type(value) for value in values} <= {str, int, float}


def test_an_article_and_an_event_of_the_same_id_stay_two_nodes():
    timeline = sample.sample_timeline()
    read = next(iter(timeline.articles))
    impostor = replace(read, article=replace(read.article, id=SHELLING.id))
    graph = to_networkx(replace(timeline, articles=(impostor,)))
    assert graph.nodes[SHELLING.id]["node_type"] == "event"


def test_only_what_is_asserted_links_actors_unless_asked():
    timeline = sample.sample_timeline()
    asserted = project_actors(timeline)
    assert not asserted.has_edge(sample.TARN.id, sample.BORLAND.id)
    planned = project_actors(timeline, (Status.PLANNED,))
    assert set(planned.edges) == {(sample.TARN.id, sample.BORLAND.id)}
    (pair,) = list_pairs(planned)
    assert pair.statuses == (("planned", 1),)
    assert pair.asserted == 0


def test_a_link_counts_types_and_quad_classes_and_knows_its_days():
    link = project_actors(sample.sample_timeline()).edges[sample.BORLAND.id, sample.AVONIA.id]
    assert dict(link) == {
        "count": 2,
        "first_day": "2021-01-01",
        "last_day": "2021-03-08",
        "quad_3": 1,
        "quad_4": 1,
        "type_ACCUSE": 1,
        "type_SANCTION": 1,
    }


def test_an_actor_is_not_linked_to_itself():
    timeline = sample.sample_timeline()
    inward = replace(SHELLING, targets=SHELLING.sources)
    assert not project_actors(replace(timeline, events=(inward,))).edges


def test_nodes_and_edges_of_the_projection_are_sorted():
    graph = project_actors(sample.sample_timeline(), tuple(Status))
    assert list(graph) == sorted(graph)
    assert list(graph.edges) == sorted(graph.edges)


@pytest.mark.parametrize(
    ("write", "read"), [(write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)], ids=["graphml", "gexf"]
)
def test_a_written_graph_reads_back_with_its_nodes_and_edges(write, read):
    graph = to_networkx(sample.sample_timeline())
    file = io.BytesIO()
    write(sample.sample_timeline(), file)
    file.seek(0)
    back = read(file)
    assert set(back) == set(graph)
    assert sorted(role for *_, role in back.edges(data="role")) == sorted(
        role for *_, role in graph.edges(data="role")
    )


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_characters_that_xml_cannot_hold_do_not_break_the_file(write):
    timeline = sample.sample_timeline()
    hostile = replace(sample.AVONIA, name='\x00\ud800 <&"]]> \ufffe')
    file = io.BytesIO()
    write(replace(timeline, actors=(hostile,)), file)
    ElementTree.fromstring(file.getvalue())


def test_gexf_carries_no_date_of_writing():
    file = io.BytesIO()
    write_gexf(sample.sample_timeline(), file)
    assert b"lastmodified" not in file.getvalue()
    assert b"<meta" not in file.getvalue()


PROGRAM = """
import sys
from graphbuild.writers.graph import project_actors, write_gexf, write_graphml
from graphbuild.writers.links import measure_links
from tests.unit.sample_timeline import sample_timeline
timeline = sample_timeline()
write_graphml(timeline, sys.stdout.buffer)
write_gexf(timeline, sys.stdout.buffer)
sys.stdout.buffer.write(repr(measure_links(project_actors(timeline))).encode())
"""


def test_the_hash_seed_of_the_process_changes_no_byte():
    root = Path(__file__).parents[3]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_an_actor_is_measured_by_the_actors_and_events_it_is_linked_to():
    links = {link.name: link for link in measure_links(project_actors(sample.sample_timeline()))}
    assert set(links) == {"Avonia", "Avonian Army", "Borland"}
    assert (links["Borland"].degree, links["Borland"].events) == (2, 4)
    assert links["Borland"].betweenness == 1
    assert sum(link.pagerank for link in links.values()) == pytest.approx(1, abs=1e-5)
    assert next(link.name for link in rank_links(list(links.values()), "degree")) == "Borland"


def test_communities_of_two_separate_cliques_are_two():
    graph = nx.DiGraph()
    for clique in ("abcd", "xyz"):
        graph.add_edges_from(((a, b) for a in clique for b in clique if a < b), count=1)
    groups = {link.id: link.community for link in measure_links(graph)}
    assert [groups[node] for node in "abcdxyz"] == [1, 1, 1, 1, 2, 2, 2]


def test_no_links_measure_as_nothing():
    assert measure_links(nx.DiGraph()) == ()
    assert list_pairs(nx.DiGraph()) == []


def test_pairs_come_most_frequent_first_with_their_types():
    pairs = list_pairs(project_actors(sample.sample_timeline()))
    assert [(p.source_name, p.target_name, p.count) for p in pairs] == [
        ("Borland", "Avonia", 2),
        ("Avonia", "Borland", 1),
        ("Avonian Army", "Borland", 1),
    ]
    assert pairs[0].types == (("ACCUSE", 1), ("SANCTION", 1))
    assert pairs[0].quads == ((3, 1), (4, 1))


def test_order_is_an_edge_from_the_earlier_event_to_the_later_and_from_the_part_to_the_whole():
    timeline = sample.sample_timeline()
    one, other, third, *_ = timeline.events
    links = {
        one.id: (EventLink(LinkKind.BEFORE, other.id, ("m:1", "m:2")),),
        other.id: (EventLink(LinkKind.AFTER, one.id, ("m:1", "m:2")),),
        third.id: (EventLink(LinkKind.DURING, one.id, ("m:3",)),),
    }
    events = tuple(replace(e, links=links.get(e.id, ())) for e in timeline.events)
    graph = to_networkx(replace(timeline, events=events))
    found = {edge for edge in roles(graph) if edge[1] in ("before", "after", "during")}
    assert found == {(one.id, "before", other.id), (third.id, "during", one.id)}
    assert graph.edges[one.id, other.id, "before"]["mention"] == "m:1 | m:2"
