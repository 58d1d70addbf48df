"""Ontology, code, shapes, schemas, context and documentation say the same."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pyoxigraph
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS

from graphbuild.model.actor import ActorKind
from graphbuild.model.event import Status
from graphbuild.model.text import PublishedFrom
from graphbuild.model.time import Basis, Granularity
from graphbuild.query.canned import list_canned
from graphbuild.store import lines
from graphbuild.store.story_lines import StoryLine
from graphbuild.writers import namespaces as ns
from graphbuild.writers import terms
from graphbuild.writers.jsonld import load_context
from graphbuild.writers.rdf import write_turtle
from tests.folders import write_folder
from tests.unit.sample_timeline import sample_timeline

ONTOLOGY = files("graphbuild.ontology")
DOCS = Path(__file__).parents[2] / "docs"
SCHEMAS = {
    "articles": lines.ArticleLine,
    "mentions": lines.MentionLine,
    "events": lines.EventLine,
    "actors": lines.ActorLine,
    "places": lines.PlaceLine,
    "appearances": lines.AppearanceLine,
    "stories": StoryLine,
}
COMMANDS_SCHEMAS = {"timexes": lines.TimexLine}
"""Lines that a command prints and no build holds; its own tests write some and ask `complaints`."""


def read_turtle(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=ONTOLOGY.joinpath(name).read_text("utf-8"), format="turtle")


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return read_turtle("event.ttl")


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return read_turtle("shapes.ttl")


def own(iris: Any) -> set[str]:
    """The local names of our own terms among these."""
    return {str(iri)[len(ns.GB) :] for iri in iris if str(iri).startswith(ns.GB)}


def defined(ontology: rdflib.Graph, *kinds: rdflib.URIRef) -> set[str]:
    return own(subject for kind in kinds for subject in ontology.subjects(RDF.type, kind))


def written() -> set[str]:
    """Every term of ours that a timeline may contain."""
    found: set[str] = set()

    def collect(value: object) -> None:
        if isinstance(value, str):
            found.update(own([value]))
        elif isinstance(value, dict):
            collect(tuple(value.values()))
        elif isinstance(value, tuple):
            for part in value:
                collect(part)

    for name, value in vars(terms).items():
        if name.isupper():
            collect(value)
    return found


def test_every_term_that_is_written_is_defined_and_the_other_way_round(ontology: rdflib.Graph) -> None:
    assert written() == defined(ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


def test_every_definition_has_a_label_and_says_what_it_means(ontology: rdflib.Graph) -> None:
    for subject in set(ontology.subjects(RDF.type, None)):
        label, comment = (
            (SKOS.prefLabel, SKOS.definition)
            if str(subject).startswith(ns.STATUSES.rstrip("#"))
            else (RDFS.label, RDFS.comment)
        )
        if (subject, RDF.type, OWL.Ontology) not in ontology:
            assert ontology.value(subject, label), subject
            assert str(ontology.value(subject, comment)).endswith("."), subject


@pytest.mark.parametrize("prefix", ["sem", "prov", "time", "schema", "skos", "nif", "gaf", "geo"])
def test_the_ontology_is_aligned_with(prefix: str, ontology: rdflib.Graph) -> None:
    aligning = {
        RDFS.subClassOf,
        RDFS.subPropertyOf,
        SKOS.closeMatch,
        SKOS.relatedMatch,
        RDFS.range,
    }
    targets = {str(o) for p in aligning for o in ontology.objects(None, p)}
    assert any(target.startswith(ns.PREFIXES[prefix]) for target in targets)


def test_the_statuses_are_those_of_the_model(ontology: rdflib.Graph) -> None:
    concepts = {str(c).removeprefix(ns.STATUSES) for c in ontology.subjects(SKOS.inScheme, None)}
    assert concepts == set(Status)


def test_every_kind_of_actor_has_a_class_or_is_just_an_actor() -> None:
    assert set(terms.KIND_CLASSES) == set(ActorKind) - {ActorKind.UNKNOWN}


def test_each_class_has_a_closed_shape_with_all_its_properties(
    ontology: rdflib.Graph, shapes: rdflib.Graph
) -> None:
    closed = set(shapes.subjects(SH.closed, None))
    targets = own(target for shape in closed for target in shapes.objects(shape, SH.targetClass))
    top = {c for c in defined(ontology, OWL.Class) if not is_kind_of_actor(ontology, c)}
    assert targets == top
    lists = [shapes.value(shape, SH.ignoredProperties) for shape in closed]
    allowed = own(term for head in lists for term in shapes.items(head))
    assert allowed == defined(ontology, OWL.ObjectProperty, OWL.DatatypeProperty)


def is_kind_of_actor(ontology: rdflib.Graph, name: str) -> bool:
    return (rdflib.URIRef(ns.GB + name), RDFS.subClassOf, rdflib.URIRef(ns.GB + "Actor")) in ontology


def test_every_rule_is_about_a_term_that_exists(ontology: rdflib.Graph, shapes: rdflib.Graph) -> None:
    known = defined(ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    assert own(term for triple in shapes for term in triple) <= known


@pytest.mark.parametrize(
    ("path", "words"),
    [("granularity", Granularity), ("timeBasis", Basis), ("publishedFrom", PublishedFrom)],
)
def test_word_lists_of_the_shapes_are_those_of_the_model(
    path: str, words: type[Any], shapes: rdflib.Graph
) -> None:
    rules = shapes.subjects(SH.path, rdflib.URIRef(ns.GB + path))
    listed = [
        {str(word) for word in shapes.items(head)}
        for rule in rules
        for head in shapes.objects(rule, SH["in"])
    ]
    assert set(words) in listed


@pytest.mark.parametrize("name", ["event.ttl", "shapes.ttl"])
def test_both_readers_find_the_same_in_our_turtle(name: str) -> None:
    data = ONTOLOGY.joinpath(name).read_bytes()
    assert len(list(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE))) == len(read_turtle(name))


def test_every_prefix_has_one_meaning_in_all_files() -> None:
    texts = [ONTOLOGY.joinpath(name).read_text("utf-8") for name in ("event.ttl", "shapes.ttl")]
    texts += [query.text for query in list_canned()]
    for text in texts:
        for prefix, base in re.findall(r"(?i)^@?prefix (\w+): <([^>]+)>", text, re.MULTILINE):
            assert ns.PREFIXES.get(prefix, base) == base


def test_the_canned_queries_only_use_terms_that_exist(ontology: rdflib.Graph) -> None:
    known = defined(ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    for query in list_canned():
        body = "\n".join(line for line in query.text.splitlines() if not line.startswith(("#", "PREFIX")))
        assert set(re.findall(r"\bgb:(\w+)", body)) <= known, query.name


def test_the_documentation_has_a_heading_for_each_term_and_no_other(ontology: rdflib.Graph) -> None:
    text = (DOCS / "ontology.md").read_text("utf-8")
    headings = re.findall(r"^#### `gb:(\w+)`$", text, re.MULTILINE)
    assert len(headings) == len(set(headings))
    assert set(headings) == defined(ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


def test_the_documentation_names_every_status_canned_query_prefix_and_reused_property() -> None:
    text = (DOCS / "ontology.md").read_text("utf-8")
    _, keys = load_context()
    wanted = [f"`gbs:{status}`" for status in Status]
    wanted += [f"`{query.name}`" for query in list_canned()]
    wanted += [f"`{prefix}:`" for prefix in ns.PREFIXES]
    wanted += [f"`{name}`" for name in keys if not name.startswith("gb:")]
    assert [name for name in wanted if name not in text] == []


def test_the_example_of_the_documentation_is_what_is_written() -> None:
    text = (DOCS / "ontology.md").read_text("utf-8")
    (example,) = re.findall(r"```turtle\n(.*?)```", text, re.DOTALL)
    file = BytesIO()
    write_turtle(sample_timeline(), file)
    written_blocks = file.getvalue().decode().split("\n\n")
    assert all(block.strip() in written_blocks for block in example.split("\n\n"))


@pytest.mark.parametrize("name", SCHEMAS | COMMANDS_SCHEMAS)
def test_a_schema_has_the_keys_and_types_that_are_written(name: str) -> None:
    schema = json.loads(ONTOLOGY.joinpath(f"{name}.schema.json").read_text("utf-8"))
    top = (SCHEMAS | COMMANDS_SCHEMAS)[name]
    expected = {
        key.removesuffix("Line"): skeleton(part) for key, part in msgspec.json.schema(top)["$defs"].items()
    }
    found = {key: skeleton(part) for key, part in schema.get("$defs", {}).items()}
    assert found | {top.__name__.removesuffix("Line"): skeleton(schema)} == expected


def skeleton(part: dict[str, Any]) -> object:
    """What a schema demands, less descriptions, patterns and bounds."""
    if "enum" in part:
        return sorted(part["enum"])
    if "properties" in part:
        keys = {key: skeleton(value) for key, value in part["properties"].items()}
        return keys, sorted(part["required"])
    if "anyOf" in part:
        return sorted(map(str, (skeleton(option) for option in part["anyOf"])))
    if "items" in part:
        return ["array", skeleton(part["items"])]
    if "$ref" in part:
        return part["$ref"].removesuffix("Line")
    kinds = part["type"] if isinstance(part["type"], list) else [part["type"]]
    options = [f"{kind} {part.get('format', '')}".strip() if kind == "string" else kind for kind in kinds]
    return options[0] if len(options) == 1 else sorted(options)


@pytest.mark.parametrize("name", SCHEMAS)
def test_written_lines_are_valid_against_their_schema(name: str, tmp_path: Path) -> None:
    schema = json.loads(ONTOLOGY.joinpath(f"{name}.schema.json").read_text("utf-8"))
    folder = write_folder(sample_timeline(), tmp_path)
    records = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
    assert records
    for record in records:
        assert list(complaints(record, schema, schema)) == []


JSON_TYPES = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
    "null": type(None),
}


def complaints(value: Any, part: dict[str, Any], schema: dict[str, Any]) -> Any:
    """What of the few keywords that our schemas use a value does not keep to."""
    if "$ref" in part:
        yield from complaints(value, schema["$defs"][part["$ref"].rpartition("/")[2]], schema)
    elif "anyOf" in part:
        if all(list(complaints(value, option, schema)) for option in part["anyOf"]):
            yield f"{value!r} fits no option"
    elif "enum" in part:
        if value not in part["enum"]:
            yield f"{value!r} is not in {part['enum']}"
    else:
        yield from plain_complaints(value, part)
        for key, child in value.items() if isinstance(value, dict) else ():
            yield from complaints(child, part["properties"][key], schema)
        for child in value if isinstance(value, list) else ():
            yield from complaints(child, part["items"], schema)


def plain_complaints(value: Any, part: dict[str, Any]) -> Any:
    kinds = part["type"] if isinstance(part["type"], list) else [part["type"]]
    if not any(isinstance(value, JSON_TYPES[kind]) for kind in kinds):
        yield f"{value!r} is no {kinds}"
    if isinstance(value, str) and not re.search(part.get("pattern", ""), value):
        yield f"{value!r} does not match {part['pattern']}"
    if isinstance(value, int | float) and not part.get("minimum", value) <= value <= part.get(
        "maximum", value
    ):
        yield f"{value!r} is out of bounds"
    if isinstance(value, dict) and set(value) != set(part["required"]):
        yield f"keys {sorted(value)}"
