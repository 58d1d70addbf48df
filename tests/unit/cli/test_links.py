from __future__ import annotations

import csv
import io
import json


def test_the_best_linked_actor_comes_first(ask):
    result = ask("links")
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["actor", "degree", "events", "pagerank", "betweenness", "community", "id"]
    assert lines[1].split()[:3] == ["Borland", "2", "4"]
    assert result.stderr == "3 linked actors, 3 pairs\n"


def test_sorting_by_another_measure(ask):
    ranks = [link["pagerank"] for link in json.loads(ask("links", "--by", "pagerank", "-f", "json").stdout)]
    assert ranks == sorted(ranks, reverse=True)


def test_pairs_count_what_one_did_to_the_other(ask):
    rows = list(csv.DictReader(io.StringIO(ask("links", "--pairs", "-f", "csv").stdout)))
    assert (rows[0]["source"], rows[0]["target"], rows[0]["events"]) == ("Borland", "Avonia", "2")
    assert rows[0]["types"] == "ACCUSE 1; SANCTION 1"
    assert (rows[0]["first"], rows[0]["last"]) == ("2021-01-01", "2021-03-08")


def test_links_follow_the_filter(ask):
    found = json.loads(ask("links", "--pairs", "--status", "planned", "-f", "json").stdout)
    assert [(pair["source"], pair["target"]) for pair in found] == [("Ilva Tarn", "Borland")]


def test_nothing_linked_is_an_empty_list(ask):
    assert json.loads(ask("links", "--from", "1900", "--until", "1901", "-f", "json").stdout) == []
