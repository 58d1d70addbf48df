"""Questions about the words of a line that several rules ask, and how rules are written."""

from __future__ import annotations

import re

_CONNECTORS = frozenset(
    {
        "and",
        "of",
        "the",
        "for",
        "in",
        "at",
        "de",
        "la",
        "le",
        "del",
        "der",
        "den",
        "van",
        "von",
        "da",
        "dos",
        "di",
    }
    | {"al", "bin", "bint", "ibn", "el", "du", "des", "y", "e", "with", "to", "on", "via"}
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_ABBREVIATION_END = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\b(?:Jr|Sr|Inc|Corp|Ltd|Co)\.$")


def one_of(*patterns: str, ignore_case: bool = True) -> re.Pattern[str]:
    """One pattern that matches whatever any of ``patterns`` does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I if ignore_case else 0)


def ends_sentence(words: str) -> bool:
    """Whether a line ends as a sentence does; ``U.S.`` at the end says nothing."""
    return _SENTENCE_END.search(words) is not None and _ABBREVIATION_END.search(words) is None


def is_names(words: str) -> bool:
    """Whether a line is names: words with a capital, and small ones that join them."""
    capitals = 0
    for token in words.split():
        bare = token.strip("(),;:.\"'“”‘’@&|/-–—")
        if bare[:1].isupper():
            capitals += 1
        elif bare and bare.lower() not in _CONNECTORS:
            return False
    return capitals > 0
