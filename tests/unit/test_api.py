from __future__ import annotations

from datetime import date

import pytest

from graphbuild import build, open_build
from graphbuild.errors import BuildError, QueryError
from graphbuild.model.text import Article

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def built():
    text = "Kenya accused Uganda of smuggling on Monday."
    return build([Article("x", None, None, date(2021, 3, 10), text, None, "x")])


def test_a_build_answers_sparql(built):
    answer = built.query(
        "SELECT ?who WHERE { ?e a gb:Event ; gb:action 'accuse' ; gb:source/rdfs:label ?who }"
    )
    assert answer.rows == (("Kenya",),)


def test_bad_sparql_is_one_clear_error(built):
    with pytest.raises(QueryError):
        built.query("SELEKT")


def test_a_build_becomes_both_graphs(built):
    graph = built.to_networkx()
    kinds = {data["node_type"] for _, data in graph.nodes(data=True)}
    assert {"event", "actor"} <= kinds
    assert len(built.to_rdf()) > 20


def test_a_folder_without_a_build_says_so(tmp_path):
    with pytest.raises(BuildError, match="graphbuild build"):
        open_build(tmp_path)
