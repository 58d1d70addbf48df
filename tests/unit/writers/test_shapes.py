"""Each rule of the shapes is broken by a graph that breaks nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from graphbuild.writers.shapes import Violation, validate

DATA = Path(__file__).parents[2] / "data"
BAD = sorted((DATA / "bad").glob("*.ttl"))


def graph_in(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path, format="turtle")


def rules_broken_by(path: Path) -> set[tuple[str, str]]:
    """The (component, path) pairs named in the file's `# breaks:` lines."""
    named = [line for line in path.read_text("utf-8").splitlines() if line.startswith("# breaks:")]
    pairs = (line.removeprefix("# breaks:").split() for line in named)
    return {(pair[0], pair[1] if len(pair) > 1 else "") for pair in pairs}


def test_there_are_bad_graphs() -> None:
    assert len(BAD) >= 12


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_graph_breaks_the_rule_it_names_and_no_other(path: Path) -> None:
    found = {(v.component, v.path) for v in validate(graph_in(path))}
    assert found == rules_broken_by(path)


def test_the_graph_that_the_bad_ones_start_from_conforms() -> None:
    assert validate(graph_in(DATA / "good" / "minimal.ttl")) == ()


def test_a_violation_says_who_what_and_why_in_our_own_ids() -> None:
    (violation,) = validate(graph_in(DATA / "bad" / "country_in_words.ttl"))
    assert violation == Violation(
        "a:1", "gb:country", "Pattern", "Xyzland", "a country is one ISO 3166-1 alpha-3 code"
    )
    assert str(violation) == (
        "a:1 gb:country: a country is one ISO 3166-1 alpha-3 code (found Xyzland) [Pattern]"
    )


def test_an_empty_graph_conforms() -> None:
    assert validate(rdflib.Graph()) == ()
