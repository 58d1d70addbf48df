"""The actors of one article while they are being gathered, and how their names compare."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from graphbuild.model.actor import ActorKind, ArticleActor

_LEGAL = frozenset(
    {
        "inc",
        "corp",
        "corporation",
        "co",
        "company",
        "ltd",
        "limited",
        "plc",
        "nv",
        "sa",
        "se",
        "ag",
        "llc",
        "group",
        "incorporated",
        "gmbh",
        "spa",
    }
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_MODELS = re.compile(r"(?<=\d)s$")  # "A380s" are of the model A380


@lru_cache(maxsize=4096)  # the same few names come again and again
def name_key(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart: small letters, no articles, legal forms or points.

    >>> name_key("The Boeing Co.")
    ('boeing',)
    """
    plain = name.lower().replace("’", "'").replace(".", "").replace("'s", "")
    words = _WORD.findall(plain.replace("-", " "))
    while len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL:
        words = words[:-1]
    return tuple(_MODELS.sub("", word) for word in words)


def initials(words: tuple[str, ...]) -> str:
    """First letters, small words left out: ("bank", "of", "england") gives "be"."""
    return "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "in", "on"))


@dataclass(slots=True)
class Draft:
    """An actor in the making; ``freeze`` gives the finished one.

    ``is_place``: a town or region by whose name somebody acts, not a body of its own.
    ``side``: the body or country whom a person speaks for.
    """

    key: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    entry: str | None = None
    wikidata: str | None = None
    known_as: str | None = None
    is_place: bool = False
    side: Draft | None = None
    names: Counter[str] = field(default_factory=Counter)
    roles: dict[str, None] = field(default_factory=dict)

    def add_facts(self, country: str | None, sector: str | None, role: str | None) -> None:
        """Keep what a title or apposition says, unless something is known already."""
        self.country = self.country or country
        self.sector = self.sector or sector
        if role:
            self.roles[role] = None

    @property
    def name(self) -> str:
        """The gazetteer's name, else the most complete one that the article uses."""
        if self.known_as:
            return self.known_as
        return max(self.names, key=lambda n: (len(name_key(n)), self.names[n], n))

    def freeze(self) -> ArticleActor:
        """The finished actor; aliases with the most complete first."""
        aliases = sorted(self.names, key=lambda n: (-len(name_key(n)), n))
        return ArticleActor(
            self.key,
            self.name,
            tuple(aliases),
            self.kind,
            self.country,
            self.sector,
            self.entry,
            self.wikidata,
            tuple(self.roles),
        )
