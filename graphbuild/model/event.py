"""What happened, as one sentence tells it and as all of them together do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graphbuild.model.actor import Participant, Place, PlaceMention
from graphbuild.model.text import Span
from graphbuild.model.time import TimeSpan


class Status(StrEnum):
    """Whether the text says that the event happened."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    ALLEGED = "alleged"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word or words that name an event, and their lemma."""

    span: Span
    text: str
    lemma: str


@dataclass(frozen=True, slots=True)
class SentenceRef:
    """The sentence that tells an event; ``index`` counts from 0 through the article."""

    span: Span
    index: int


@dataclass(frozen=True, slots=True)
class EventTime:
    """When, with the words that say so.

    ``span``, ``text`` and ``value`` are None where no words do (basis published or
    inferred without a timex). The words may stand in another sentence: "the strike" has
    the day that the article gives it elsewhere (basis inferred).
    """

    when: TimeSpan
    value: str | None
    span: Span | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that belongs to an event.

    ``role`` is killed, wounded, arrested, displaced, attendance, amount or count;
    ``low``/``high`` bound it, either may be open ("at least 11" is 11 to None);
    ``unit`` is a currency code, "percent" or None for people and things.
    """

    role: str
    low: float | None
    high: float | None
    unit: str | None
    span: Span
    text: str


class LinkKind(StrEnum):
    """How one event stands in time to another, after the TLINK relations of ISO-TimeML.

    ``before`` and ``after`` say which began first; ``during`` is IS_INCLUDED or
    SIMULTANEOUS: it was while the other one lasted, or at the same time.
    """

    BEFORE = "before"
    AFTER = "after"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class Link:
    """What an order word says of two mentions of an article: the one that has it is ``kind`` ``other``.

    ``other`` is a mention's id; ``span`` and ``text`` are the order word with what measures
    it ("two days after").
    """

    kind: LinkKind
    other: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one sentence of one article tells it.

    ``action`` is the trigger's lemma with its particle and always there; ``type``,
    ``mode``, ``code`` (CAMEO, as text), ``quad_class`` only where the codebook knows.
    ``event`` is the id of the ``Event`` it was merged into, None before merging; ``links``
    say what came before, after or during what in its article, each where its words stand.
    """

    id: str
    article: str
    sentence: SentenceRef
    trigger: Trigger
    action: str
    type: str | None
    mode: str | None
    code: str | None
    quad_class: int | None
    sources: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    place: PlaceMention | None
    time: EventTime | None
    status: Status
    attribution: Participant | None
    quantities: tuple[Quantity, ...]
    event: str | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an event was read: which mention, and the sentence's words.

    ``copy_of`` is the id of the article that this one copies, None where it copies none.
    """

    mention: str
    article: str
    outlet: str | None
    status: Status
    span: Span
    quote: str
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class EventLink:
    """What reports say of two events: the one that has it is ``kind`` ``event``, another's id.

    ``mentions`` are the ids of the mentions whose words say so, of either event.
    """

    kind: LinkKind
    event: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One event in the world with everything that was read about it.

    ``sources`` and ``targets`` are ids of actors; ``outlets`` the different publishers
    that report it; ``evidence`` has one entry per mention, in reading order; ``links`` say
    before, after or during which others it was, as far as order words say so.
    """

    id: str
    type: str | None
    mode: str | None
    code: str | None
    quad_class: int | None
    action: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    place: Place | None
    time: TimeSpan
    status: Status
    quantities: tuple[Quantity, ...]
    evidence: tuple[Evidence, ...]
    outlets: tuple[str, ...]
    links: tuple[EventLink, ...] = ()

    @property
    def mentions(self) -> tuple[str, ...]:
        """Ids of the mentions that tell it."""
        return tuple(e.mention for e in self.evidence)

    @property
    def independent_outlets(self) -> tuple[str, ...]:
        """Outlets that report it in a text of their own, sorted.

        Of copies of one text only one outlet counts: that of the article which stands for
        them, or if it does not tell this event, of the first in reading order.
        """
        voices: dict[str, str] = {}
        for told in sorted(self.evidence, key=lambda e: e.copy_of is not None):
            if told.outlet is not None:
                voices.setdefault(told.copy_of or told.article, told.outlet)
        return tuple(sorted(set(voices.values())))

    @property
    def copies(self) -> int:
        """How many articles that tell it copy another one that does."""
        told = {e.article: e.copy_of or e.article for e in self.evidence}
        return len(told) - len(set(told.values()))
