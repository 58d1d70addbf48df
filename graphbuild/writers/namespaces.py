"""Every IRI of a graph is made here: vocabularies, and names for the things of a build.

The bases follow the w3id.org pattern of permanent identifiers. Names are global on
purpose: ids are content hashes, so two people who build from the same article mint the
same IRIs and their graphs can simply be merged.
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Mapping


class Iri(str):
    """An absolute IRI; being a type of its own tells it from the text of a literal."""

    __slots__ = ()


BASE: Final = "https://w3id.org/graphbuild/"
GB: Final = BASE + "ontology#"
TYPES: Final = BASE + "type#"
STATUSES: Final = BASE + "status#"
DATA: Final = BASE + "data/"

EDTF: Final = "http://id.loc.gov/datatypes/edtf/"
GAF: Final = "http://groundedannotationframework.org/gaf#"
GEO: Final = "http://www.w3.org/2003/01/geo/wgs84_pos#"
NIF: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA: Final = "https://schema.org/"
SEM: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
TIME: Final = "http://www.w3.org/2006/time#"
WIKIDATA: Final = "http://www.wikidata.org/entity/"
GEONAMES: Final = "https://sws.geonames.org/"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "gaf": GAF,
        "gb": GB,
        "gbd": DATA,
        "gbs": STATUSES,
        "gbt": TYPES,
        "geo": GEO,
        "lc": EDTF,
        "nif": NIF,
        "owl": OWL,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "sem": SEM,
        "skos": SKOS,
        "time": TIME,
        "wd": WIKIDATA,
        "xsd": XSD,
    }
)
"""What is bound in every file written, and known in every query, in order of prefix."""


class Kind(Enum):
    """What a minted thing is; the value is how its local name begins."""

    ARTICLE = "article"
    OUTLET = "outlet"
    MENTION = "m"
    EVENT = "e"
    ACTOR = "a"
    PLACE = "p"
    STORY = "s"


OWN_ID: Final = frozenset({Kind.MENTION, Kind.EVENT, Kind.ACTOR, Kind.PLACE, Kind.STORY})
"""Kinds whose ids graphbuild makes itself ("e:3f2a…"); the others may be any string."""


def escape_local(name: str) -> str:
    """Percent-encode everything but ASCII letters, digits, "_" and "-".

    The full stop and the tilde would be legal in an IRI, but not everywhere in a
    Turtle local name. A lone surrogate, which no IRI can hold, becomes U+FFFD.

    >>> escape_local("a b/c.txt")
    'a%20b%2Fc%2Etxt'
    """
    if name.isascii() and name.isalnum():
        return name
    whole = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return quote(whole, safe="").replace(".", "%2E").replace("~", "%7E")


def mint(kind: Kind, name: str) -> Iri:
    """The IRI of a thing of a build; ``name`` is its id, or for an outlet its name.

    Different names give different IRIs. The local name starts with a letter, which
    keeps Turtle short and rdflib fast.

    >>> mint(Kind.EVENT, "e:3f2a")
    'https://w3id.org/graphbuild/data/e_3f2a'
    >>> mint(Kind.ARTICLE, "e:3f2a")
    'https://w3id.org/graphbuild/data/article_e%3A3f2a'

    Raises:
        ValueError: an id of ours without its letter and colon.

    """
    if kind in OWN_ID:
        letter, colon, rest = name.partition(":")
        if letter != kind.value or not colon:
            raise ValueError(f"not an id of kind {kind.name.lower()}: {name!r}")
        name = rest
    return Iri(f"{DATA}{kind.value}_{escape_local(name)}")


def id_of(iri: str) -> str | None:
    """The id that ``mint`` made an IRI from; None for an IRI of somebody else.

    >>> id_of(mint(Kind.ARTICLE, "news 7.txt")), id_of(mint(Kind.ACTOR, "a:77"))
    ('news 7.txt', 'a:77')
    """
    if not iri.startswith(DATA):
        return None
    kind, underscore, name = iri[len(DATA) :].partition("_")
    if not underscore or kind not in {k.value for k in Kind}:
        return None
    name = unquote(name)
    return f"{kind}:{name}" if Kind(kind) in OWN_ID else name


def type_iri(name: str) -> Iri:
    """The SKOS concept of an event type of the codebook.

    >>> type_iri("ASSAULT")
    'https://w3id.org/graphbuild/type#ASSAULT'
    """
    return Iri(TYPES + escape_local(name))


def mode_iri(event_type: str, mode: str) -> Iri:
    """The SKOS concept of a mode, which refines one type.

    >>> mode_iri("ASSAULT", "aerial")
    'https://w3id.org/graphbuild/type#ASSAULT-aerial'
    """
    return Iri(f"{TYPES}{escape_local(event_type)}-{escape_local(mode)}")


def quad_class_iri(number: int) -> Iri:
    """The SKOS concept of a quad class, 1 to 4.

    >>> quad_class_iri(4)
    'https://w3id.org/graphbuild/type#quad4'
    """
    return Iri(f"{TYPES}quad{number}")


def status_iri(word: str) -> Iri:
    """The SKOS concept of a status.

    >>> status_iri("denied")
    'https://w3id.org/graphbuild/status#denied'
    """
    return Iri(STATUSES + word)


def prefixed(iri: str) -> str:
    """An IRI as a prefixed name, or itself where no prefix fits.

    >>> prefixed(SEM + "hasPlace"), prefixed("urn:x")
    ('sem:hasPlace', 'urn:x')
    """
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri[len(base) :]}"
    return iri


def shorten(iri: str) -> str:
    """An IRI as people read it: our id, a prefixed name, or the IRI itself.

    >>> shorten(DATA + "e_3f2a"), shorten(SEM + "hasPlace")
    ('e:3f2a', 'sem:hasPlace')
    """
    own = id_of(iri)
    return prefixed(iri) if own is None else own
