"""`graphbuild codebook`."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from rdflib import SKOS, Graph

from graphbuild.cli.main import cli
from graphbuild.errors import QueryError


def run(*words: str) -> str:
    result = CliRunner().invoke(cli, ["codebook", *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_types_are_listed_for_programs():
    rows = json.loads(run("list", "-f", "json"))
    assert [row["quad"] for row in rows[:17]].count(None) == 1
    accuse = next(row for row in rows if row["type"] == "ACCUSE")
    assert (accuse["quad"], accuse["goldstein"]) == (3, -3.0)
    assert "investigate" in accuse["modes"]


def test_a_type_is_shown_with_its_modes_and_words_whatever_its_case():
    shown = run("show", "retreat")
    assert shown.startswith("RETREAT: ")
    assert "only promised or announced: CONCEDE" in shown
    assert "mode ceasefire" in shown
    assert "verb surrender" in shown


def test_an_unknown_type_is_an_error_that_names_the_known_ones():
    result = CliRunner().invoke(cli, ["codebook", "show", "HUG"])
    assert isinstance(result.exception, QueryError)
    assert "ASSAULT" in str(result.exception)


@pytest.mark.model
def test_a_sentence_is_coded():
    shown = run("test", "Rebels kidnapped two engineers on Monday.")
    assert "kidnapped: ASSAULT abduct 181, asserted" in shown
    assert "whom: two engineers" in shown


@pytest.mark.model
def test_a_sentence_is_explained():
    shown = run("test", "Gunmen who shelled the town had kidnapped two engineers.").splitlines()
    kidnapped = shown.index("kidnapped: ASSAULT abduct 181, asserted")
    assert "  because: object: town" in shown[:kidnapped]
    assert "  path: source, subject: <relcl Gunmen" in shown[:kidnapped]
    assert "  path: source, subject: >nsubj Gunmen" in shown[kidnapped:]
    assert any(line.startswith("  rejected: ASSAULT: object must be empty") for line in shown[kidnapped:])


@pytest.mark.model
def test_what_is_planned_says_why_it_has_another_type():
    shown = run("test", "Japan will send food to Nepal.").splitlines()
    assert "  because: AID that is only planned counts as AGREE" in shown


@pytest.mark.model
def test_words_that_tell_no_event_say_why():
    shown = run("test", "The army launched an attack on the village.").splitlines()
    assert 'launched: no event, it carries "attack"' in shown


def test_a_type_of_the_extension_is_listed_and_shown_without_quad_class_and_score():
    row = next(row for row in json.loads(run("list", "-f", "json")) if row["type"] == "ACQUIRE")
    assert (row["quad"], row["goldstein"]) == (None, None)
    assert "ACQUIRE" in run("list")
    shown = run("show", "acquire")
    assert "of the extension: no quad class, no Goldstein score, no CAMEO code" in shown
    assert "verb merge" in shown


def test_the_concepts_are_written_as_skos(tmp_path):
    run("export", "-o", str(tmp_path / "codebook.ttl"))
    graph = Graph().parse(tmp_path / "codebook.ttl")
    assert {str(n) for n in graph.objects(None, SKOS.notation)} >= {"ASSAULT", "aerial", "ACQUIRE", "1831"}
