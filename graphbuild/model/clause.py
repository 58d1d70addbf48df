"""An event as syntax and codebook see it: tokens only, before actors and dates are known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graphbuild.model.event import LinkKind, Status


class TriggerKind(StrEnum):
    """The two kinds of words that name an event."""

    VERB = "verb"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Clause:
    """A trigger with the head tokens of its roles.

    ``head`` is the trigger's main token, ``tokens`` all of it (a verb and its particle).
    ``carrier`` is the light verb that carries a nominal trigger ("launched an attack").
    ``planned`` is the type to use instead of ``type`` while the event is only planned.
    ``pattern`` says for people which pattern of the codebook fired. ``coded_with`` is the
    head of the clause that codes this one with itself ("threatened to attack" is one
    threat), which then has no type; ``aimed_by`` that of the content which gave the targets.
    """

    head: int
    tokens: tuple[int, ...]
    kind: TriggerKind
    action: str
    type: str | None
    planned: str | None
    mode: str | None
    code: str | None
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    carrier: int | None
    pattern: str | None
    coded_with: int | None = None
    aimed_by: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a clause is said to have happened, and who says so.

    ``speakers`` are head tokens of the phrase that the text credits it to, empty where
    the article itself speaks; ``speech`` is the head token of the verb of saying.
    """

    status: Status
    speakers: tuple[int, ...]
    speech: int | None


@dataclass(frozen=True, slots=True)
class Order:
    """What an order word says of two clauses: ``clause`` is ``kind`` ``other``, both by their number.

    ``first`` to ``last`` (exclusive) are the tokens of the order word and its measure;
    ``days`` is how many days lie between the two, None where no words count them; ``across``
    marks what is said of two sentences ("later").
    """

    clause: int
    kind: LinkKind
    other: int
    first: int
    last: int
    days: int | None
    across: bool = False
