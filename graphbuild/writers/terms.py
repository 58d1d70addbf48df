"""The terms of a graph: literals, statements, and every class and property written.

`ontology/event.ttl` defines those in the ``gb`` namespace; a test compares the two.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from graphbuild.model.actor import ActorKind
from graphbuild.model.event import LinkKind
from graphbuild.writers import namespaces as ns
from graphbuild.writers.namespaces import Iri


class Literal(NamedTuple):
    """A value: its lexical form and its datatype.

    That is the local name of an XML Schema type, or the IRI of another.
    """

    text: str
    datatype: str


class Quad(NamedTuple):
    """One statement; ``graph`` is the article that makes it, None for what is merged."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal
    graph: Iri | None


Fact: TypeAlias = tuple[Iri, Iri | Literal]
"""What is said of a subject: predicate and object."""

TYPE: Final = Iri(ns.RDF + "type")
LABEL: Final = Iri(ns.RDFS + "label")
SAME_AS: Final = Iri(ns.OWL + "sameAs")
DENOTES: Final = Iri(ns.GAF + "denotes")
DENOTED_BY: Final = Iri(ns.GAF + "denotedBy")
BEGIN: Final = Iri(ns.NIF + "beginIndex")
END: Final = Iri(ns.NIF + "endIndex")
ANCHOR: Final = Iri(ns.NIF + "anchorOf")
CONTEXT: Final = Iri(ns.NIF + "referenceContext")
EVENT_TYPE: Final = Iri(ns.SEM + "eventType")
HAS_PLACE: Final = Iri(ns.SEM + "hasPlace")
HAS_SUB_EVENT: Final = Iri(ns.SEM + "hasSubEvent")
LATITUDE: Final = Iri(ns.GEO + "lat")
LONGITUDE: Final = Iri(ns.GEO + "long")
IDENTIFIER: Final = Iri(ns.SCHEMA + "identifier")
HEADLINE: Final = Iri(ns.SCHEMA + "headline")
PUBLISHED: Final = Iri(ns.SCHEMA + "datePublished")
PUBLISHER: Final = Iri(ns.SCHEMA + "publisher")
URL: Final = Iri(ns.SCHEMA + "url")
START: Final = Iri(ns.SCHEMA + "startDate")
END_DATE: Final = Iri(ns.SCHEMA + "endDate")
ALIAS: Final = Iri(ns.SCHEMA + "alternateName")


def gb(name: str) -> Iri:
    """A term of our own ontology, by its local name."""
    return Iri(ns.GB + name)


ACTION: Final = gb("action")
AFTER: Final = gb("after")
ATTRIBUTED_TO: Final = gb("attributedTo")
ATTRIBUTION_WORDS: Final = gb("attributionWords")
BEFORE: Final = gb("before")
CAMEO: Final = gb("cameoCode")
COUNTRY: Final = gb("country")
EDTF: Final = gb("edtf")
DURING: Final = gb("during")
ENTRY: Final = gb("gazetteerEntry")
FIRST_DAY: Final = gb("firstDay")
GRANULARITY: Final = gb("granularity")
HIGH: Final = gb("high")
JOB: Final = gb("roleTitle")
INDEPENDENT: Final = gb("independentlyReportedBy")
LAST_DAY: Final = gb("lastDay")
LEAD_ACTOR: Final = gb("leadActor")
LEMMA: Final = gb("triggerLemma")
LOW: Final = gb("low")
MEASURES: Final = gb("measures")
MODE: Final = gb("mode")
ORDER_WORDS: Final = gb("orderWords")
PLACE_WORDS: Final = gb("placeWords")
PUBLISHED_FROM: Final = gb("publishedFrom")
QUAD_CLASS: Final = gb("quadClass")
QUANTITY: Final = gb("quantity")
QUOTE: Final = gb("quote")
QUOTE_BEGIN: Final = gb("quoteBegin")
QUOTE_END: Final = gb("quoteEnd")
RELATES_TO: Final = gb("relatesTo")
REPORTED_BY: Final = gb("reportedBy")
SAME_TEXT: Final = gb("sameTextAs")
SECTOR: Final = gb("sector")
SENTENCE_INDEX: Final = gb("sentenceIndex")
SOURCE: Final = gb("source")
SOURCE_WORDS: Final = gb("sourceWords")
STATUS: Final = gb("status")
TARGET: Final = gb("target")
TARGET_WORDS: Final = gb("targetWords")
TIME_BASIS: Final = gb("timeBasis")
TIME_WORDS: Final = gb("timeWords")
TIMEX_VALUE: Final = gb("timexValue")
TOLD_IN: Final = gb("toldIn")
UNIT: Final = gb("unit")

A_MENTION: Final[Fact] = (TYPE, gb("EventMention"))
AN_OUTLET: Final[Fact] = (TYPE, gb("Outlet"))
A_STORY: Final[Fact] = (TYPE, gb("Story"))
A_WORDS: Final[Fact] = (TYPE, gb("Words"))
A_QUANTITY: Final[Fact] = (TYPE, gb("Quantity"))
AN_EVENT: Final[tuple[Fact, ...]] = ((TYPE, gb("Event")), (TYPE, Iri(ns.SEM + "Event")))
AN_ACTOR: Final[tuple[Fact, ...]] = ((TYPE, gb("Actor")), (TYPE, Iri(ns.SEM + "Actor")))
A_PLACE: Final[tuple[Fact, ...]] = ((TYPE, gb("Place")), (TYPE, Iri(ns.SEM + "Place")))
AN_ARTICLE: Final[tuple[Fact, ...]] = (
    (TYPE, gb("Article")),
    (TYPE, Iri(ns.SCHEMA + "NewsArticle")),
)
KIND_CLASSES: Final = {
    ActorKind.PERSON: gb("Person"),
    ActorKind.ORGANISATION: gb("Organisation"),
    ActorKind.COUNTRY: gb("Country"),
    ActorKind.GROUP: gb("Group"),
    ActorKind.UNNAMED: gb("UnnamedActor"),
    ActorKind.THING: gb("Thing"),
}
"""The class that says what an actor is; an unknown kind is just an actor."""

ORDER: Final = {LinkKind.BEFORE: BEFORE, LinkKind.AFTER: AFTER, LinkKind.DURING: DURING}
"""The property that says how one event, or mention, stands in time to another."""


def string(text: str) -> Literal:
    """Text as a literal."""
    return Literal(text, "string")


def edtf_text(text: str) -> Literal:
    """Days as EDTF text; the Library of Congress names the datatype."""
    return Literal(text, Iri(ns.EDTF + "EDTF"))


def datatype_of(value: Literal) -> Iri:
    """The IRI of a literal's datatype.

    >>> datatype_of(Literal("2021-03-08", "date"))
    'http://www.w3.org/2001/XMLSchema#date'
    """
    return value.datatype if isinstance(value.datatype, Iri) else Iri(ns.XSD + value.datatype)


def integer(number: int) -> Literal:
    """A whole number as a literal; offsets are these, and the shapes forbid negatives."""
    return Literal(str(number), "integer")


def decimal(number: float) -> Literal:
    """A number as xsd:decimal: no exponent, always a decimal point, at most 18 places.

    More places than 18 no processor needs to know (W3C, XML Schema 1.1 Datatypes, 5.4).

    >>> decimal(2e6).text, decimal(0.125).text, decimal(3e-19).text
    ('2000000.0', '0.125', '0.0')
    """
    text = format(Decimal(repr(number)), "f")
    whole, _, places = text.partition(".")
    return Literal(f"{whole}.{places[:18].rstrip('0') or '0'}", "decimal")
