"""Events, days, actors and numbers in words, as people read them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from graphbuild.model.edtf import edtf
from graphbuild.model.event import Event, Quantity, Status
from graphbuild.model.time import Basis, Granularity, TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.model.actor import Actor, Participant
    from graphbuild.model.copy import Copy

UNDATED = "undated"
UNKNOWN = "?"

QUAD_CLASSES = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}

_CODED = (Granularity.QUARTER, Granularity.SEASON, Granularity.HALF)

_BASES = {
    Basis.STATED: "stated",
    Basis.RELATIVE: "reckoned from another date",
    Basis.PUBLISHED: "by the article's date",
    Basis.INFERRED: "inferred from the context",
    Basis.UNKNOWN: "nobody says when",
}

# C0 and C1 controls would drive a terminal, bidirectional overrides would reorder it.
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def say_time(when: TimeSpan) -> str:
    """Days as EDTF (ISO 8601-2) writes them, or "undated".

    >>> from datetime import date
    >>> from graphbuild.model.time import Granularity
    >>> say_time(TimeSpan(date(2019, 12, 1), date(2019, 12, 31), Granularity.MONTH, Basis.STATED))
    '2019-12'
    >>> say_time(TimeSpan(None, date(2020, 1, 3), Granularity.RANGE, Basis.STATED))
    '../2020-01-03'
    """
    return edtf(when) or UNDATED


def spell_time(when: TimeSpan) -> str:
    """The same, with its days where EDTF has a code that is no month ("2020-33", a quarter)."""
    said = say_time(when)
    coded = when.granularity in _CODED and not said.count("/") and not when.is_day
    return f"{said} = {when.first}/{when.last}" if coded else said


def say_basis(when: TimeSpan) -> str:
    """How the days are known."""
    return _BASES[when.basis]


def name_actors(actors: Iterable[Actor]) -> dict[str, str]:
    """The name of every actor, by id."""
    return {actor.id: one_line(actor.name) for actor in actors}


def say_actors(ids: Iterable[str], names: Mapping[str, str]) -> str:
    """Names joined by commas; an id without a name stands for itself."""
    return ", ".join(names.get(actor, actor) for actor in ids)


def say_participants(participants: Iterable[Participant], names: Mapping[str, str]) -> str:
    """Names of those who fill a role, without those whose words name nobody known."""
    return say_actors(sorted({p.actor for p in participants if p.actor is not None}), names)


def say_event(event: Event, names: Mapping[str, str]) -> str:
    """Who did what to whom, with ? where the articles leave the doer open.

    The action is a lemma: arrows rather than grammar join it to its actors.
    """
    parts = [say_actors(event.sources, names) or UNKNOWN, one_line(event.action)]
    if event.targets:
        parts.append(say_actors(event.targets, names))
    return " → ".join(parts)


def say_kind(event: Event) -> str:
    """Type and mode ("ASSAULT aerial"), empty where the codebook knows none."""
    return " ".join(part for part in (event.type, event.mode) if part)


def say_outlets(event: Event) -> str:
    """How many outlets tell it in words of their own, and in how many copies more.

    >>> say_copies(1)
    ' + 1 copy'
    """
    told = count_of(len(event.independent_outlets), "outlet") if event.outlets else "outlet unknown"
    return told + say_copies(event.copies)


def say_copies(number: int) -> str:
    """How many copies there are besides, empty for none."""
    return f" + {number:,} {'copy' if number == 1 else 'copies'}" if number else ""


def say_changes(copy: Copy) -> str:
    """What differs in a copy, counted in sentences.

    >>> from graphbuild.model.copy import Copy
    >>> from graphbuild.model.text import Span
    >>> say_changes(Copy("a", (), (Span(0, 9), Span(9, 12)), (), True))
    '2 sentences missing, other headline'
    """
    counts = ((copy.changed, "reworded"), (copy.added, "added"), (copy.removed, "missing"))
    parts = [f"{count_of(len(found), 'sentence')} {what}" for found, what in counts if found]
    if copy.is_exact:
        parts.append("the same sentences")
    return ", ".join([*parts, "other headline"] if copy.other_headline else parts)


def say_status(status: Status) -> str:
    """The status in brackets, nothing for what is asserted."""
    return "" if status is Status.ASSERTED else f"[{status}]"


def say_quantity(quantity: Quantity) -> str:
    """A number with what it counts.

    >>> from graphbuild.model.text import Span
    >>> say_quantity(Quantity("killed", 11, None, None, Span(0, 1), "11"))
    'killed at least 11'
    """
    words = f"{quantity.role} {_say_bounds(quantity.low, quantity.high)}"
    return f"{words} {quantity.unit}" if quantity.unit else words


def count_of(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count_of(1, "report"), count_of(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def one_line(text: str) -> str:
    """Text of an article as one harmless line: no control characters, single spaces."""
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """Text of an article without what drives terminals, reorders words or breaks XML."""
    return _UNSAFE.sub("\ufffd", text)


def fold(text: str) -> str:
    """Text for comparing: no accents, no case, straight apostrophes, single spaces.

    >>> fold("Kata’ib  Hizballāh") == fold("KATA'IB HIZBALLAH")
    True
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub("[’‘ʼʿ`]", "'", bare).casefold().split())


def _say_bounds(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "some"
    if high is None:
        return f"at least {_say_number(low)}"
    if low is None:
        return f"at most {_say_number(high)}"
    return _say_number(low) if low == high else f"{_say_number(low)} to {_say_number(high)}"


def _say_number(number: float | None) -> str:
    if number is None:
        return UNKNOWN
    return f"{int(number):,}" if number == int(number) else f"{number:,}"
