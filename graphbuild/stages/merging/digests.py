"""What merging knows of a mention, and no more: digests are held for a whole corpus."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - what keeps digests reads their types
from typing import TYPE_CHECKING

from graphbuild.model.event import Status
from graphbuild.model.time import Basis, Granularity, TimeSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from graphbuild.model.actor import Participant
    from graphbuild.model.event import EventMention

_UNDATED = TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN)
_OF_WORDS = (1, 3)  # quad classes of verbal cooperation and conflict
# Of these one speaker may do several in a day, and to the same hearer: their words tell them apart.
_WORDED = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE"})
_MUCH_MORE = 1.2  # "more than 50" is a report of 50 to 60, not of 17,000
_COUNT = re.compile(r"(?:(?:the|some|about|nearly|all|other) )*(\d[\d,]*|[a-z]+) (?=[a-z])", re.IGNORECASE)
_SPELT = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_MANY = re.compile(
    r"\b(?:days|weeks|months|years|decades|series|waves?|strings?|spates?|dozens|hundreds|thousands) of (?:[\w'-]+ ){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Digest:
    """A mention as merging compares it.

    ``sources`` and ``targets`` are the actors that exist beyond its article, by id, and
    the countries that those of a state act for, by code; ``persons`` and ``things`` which
    of them are people, and which no party to anything. ``agents`` and ``patients`` are
    hashes of the words that the roles are filled with, ``numbers`` how many its targets
    are said to be. ``topic`` is how the action is compared across stories: its type, or
    what its trigger is compared by; ``senses`` are the other actions its word may retell.
    ``words`` are hashes of the telling words of its sentence; ``counts`` its quantities as
    (role, low, high). ``anonymous`` marks a deed of words (an accusation, a promise) by
    someone described but not named, ``saying`` any deed of words, ``worded`` one that only
    its words tell from the next; ``many`` what is told as several ("weeks of protests").
    """

    id: str
    order: tuple[str, str, int]
    article: str
    topic: str
    action: str
    status: Status
    sources: frozenset[str]
    targets: frozenset[str]
    place: str | None
    country: str | None
    first: date | None
    last: date | None
    stated: bool
    speech: bool
    words: frozenset[int]
    counts: tuple[tuple[str, float, float], ...]
    anonymous: bool = False
    type: str | None = None
    sentence: int = 0
    senses: frozenset[str] = frozenset()
    specific: bool = False
    persons: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    agents: frozenset[int] = frozenset()
    patients: frozenset[int] = frozenset()
    numbers: frozenset[str] = frozenset()
    saying: bool = False
    worded: bool = False
    many: bool = False

    @property
    def is_denied(self) -> bool:
        """Whether the text says that it did not happen."""
        return self.status is Status.DENIED

    @property
    def has_happened(self) -> bool:
        """Whether the text speaks of the past, be it to deny it, and not of plans."""
        return self.status not in (Status.PLANNED, Status.HYPOTHETICAL)

    @property
    def is_dated(self) -> bool:
        """Whether both its first and its last day are known."""
        return self.first is not None and self.last is not None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How mentions of a build are compared.

    ``actions`` gives what a trigger's action is compared by, ``senses`` what else it may
    retell, ``is_known`` whether the lists know it, ``speech`` whether it is one of saying.
    ``sides`` gives the country that an actor acts for, or the actor itself, for those that
    exist beyond one article; ``persons`` and ``things`` which sides are people and which
    no party; ``names`` the words of an actor's name. ``words`` are the telling words of a
    sentence, ``role_words`` those of a phrase, hashed.
    """

    actions: Callable[[str], str]
    senses: Callable[[str], frozenset[str]]
    is_known: Callable[[str], bool]
    speech: Callable[[str], bool]
    sides: Mapping[str, str]
    persons: frozenset[str]
    things: frozenset[str]
    names: Mapping[str, frozenset[int]]
    words: Callable[[str], frozenset[int]]
    role_words: Callable[[str], frozenset[int]]


def digest(mention: EventMention, published: date | None, sentence: str, by: Comparison) -> Digest:
    """The digest of a mention with linked actors; ``sentence`` is the one that tells it."""
    when = mention.time.when if mention.time else _UNDATED
    place = mention.place.place if mention.place else None
    action = by.actions(mention.action)
    sources, targets = _sides(mention.sources, by.sides), _sides(mention.targets, by.sides)
    of_words = mention.quad_class in _OF_WORDS
    before = sentence[: mention.trigger.span.start - mention.sentence.span.start]
    return Digest(
        id=mention.id,
        order=(published.isoformat() if published else "9999", mention.article, mention.trigger.span.start),
        article=mention.article,
        topic=mention.type or action,
        action=action,
        status=mention.status,
        sources=sources,
        targets=targets,
        place=place.id if place and place.latitude is not None else None,
        country=place.country if place else None,
        first=when.first,
        last=when.last,
        stated=when.basis in (Basis.STATED, Basis.RELATIVE),
        speech=by.speech(mention.action),
        words=by.words(sentence),
        counts=tuple(
            (q.role, q.low or 0.0, q.high or _MUCH_MORE * (q.low or math.inf)) for q in mention.quantities
        ),
        anonymous=bool(of_words and mention.sources and not sources),
        type=mention.type,
        sentence=mention.sentence.index,
        senses=by.senses(mention.action),
        specific=mention.type is not None or by.is_known(mention.action),
        persons=(sources | targets) & by.persons,
        things=(sources | targets) & by.things,
        agents=_role_words(mention.sources, by),
        patients=_role_words(mention.targets, by),
        numbers=frozenset(n for p in mention.targets if (n := count_of(p.text))),
        saying=of_words or by.speech(mention.action),
        worded=mention.type in _WORDED,
        many=_MANY.search(before) is not None,
    )


def count_of(phrase: str) -> str | None:
    """How many a phrase says there are: "twelve jets" are 12, "A380 jets" nobody counted.

    >>> count_of("some 1,200 soldiers"), count_of("twelve jets"), count_of("the soldiers")
    ('1200', '12', None)
    """
    found = _COUNT.match(phrase)
    word = found[1].lower().replace(",", "") if found else ""
    return word if word.isdigit() else _SPELT.get(word)


def _sides(participants: Iterable[Participant], sides: Mapping[str, str]) -> frozenset[str]:
    return frozenset(side for p in participants if p.actor and (side := sides.get(p.actor)))


def _role_words(participants: Iterable[Participant], by: Comparison) -> frozenset[int]:
    """The words of those in a role and, where one is known by another name or a pronoun, of that name."""
    return frozenset(
        w for p in participants for w in by.role_words(p.text) | by.names.get(p.actor or "", frozenset())
    )
