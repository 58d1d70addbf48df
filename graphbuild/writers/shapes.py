"""Does a graph keep to `ontology/shapes.ttl`? (W3C SHACL Core, run by pySHACL on rdflib.)"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import pyshacl
import rdflib
from rdflib import RDF, SH

from graphbuild.writers.namespaces import shorten


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One broken rule.

    ``focus`` is the thing that breaks it, ``path`` the property (empty where the rule is
    about the thing as a whole), ``component`` the SHACL constraint ("MinCount", "Closed"),
    ``value`` what was found; all as people write them ("e:3f2a", "gb:firstDay").
    """

    focus: str
    path: str
    component: str
    value: str
    message: str

    def __str__(self) -> str:
        where = f"{self.focus} {self.path}".rstrip()
        found = f" (found {self.value})" if self.value else ""
        return f"{where}: {self.message}{found} [{self.component}]"


def load_shapes() -> rdflib.Graph:
    """The shapes of every timeline."""
    text = files("graphbuild.ontology").joinpath("shapes.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def validate(graph: rdflib.Graph) -> tuple[Violation, ...]:
    """Every violation of the shapes, in order; none when the graph conforms.

    The time grows with the graph: about 500 events a second.
    """
    conforms, results, _ = pyshacl.validate(graph, shacl_graph=load_shapes(), inference="none", inplace=True)
    if conforms:
        return ()
    found = results.subjects(RDF.type, SH.ValidationResult)
    return tuple(sorted({_violation(results, node) for node in found}))


def _violation(results: rdflib.Graph, node: rdflib.term.Node) -> Violation:
    component = results.value(node, SH.sourceConstraintComponent)
    path = results.value(node, SH.resultPath)
    return Violation(
        focus=_show(results.value(node, SH.focusNode)),
        # The only paths that are no IRI are inverse ones, such as from a mention to its event.
        path=f"^{_show(results.value(path, SH.inversePath))}"
        if isinstance(path, rdflib.BNode)
        else _show(path),
        component=str(component).rpartition("#")[2].removesuffix("ConstraintComponent"),
        value=_show(results.value(node, SH.value)),
        message=" ".join(sorted(map(str, results.objects(node, SH.resultMessage)))),
    )


def _show(term: rdflib.term.Node | None) -> str:
    if isinstance(term, rdflib.BNode):
        return "a blank node"
    return "" if term is None else shorten(str(term))
