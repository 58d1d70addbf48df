"""When two phrases are taken to name the same thing."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9]+")
_EMPTY = frozenset({"the", "a", "an", "and", "or", "this", "that", "its", "his", "her", "their", "s"}) | {
    *("of", "in", "on", "at", "to", "for", "by", "with", "from")
}
_TITLES = frozenset({"mr", "mrs", "ms", "president", "minister"})
_ENDINGS = ("ing", "ed", "es", "s", "d")
_SHORTEST = 3


def content_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that say something, in small letters."""
    return tuple(word for word in _WORD.findall(phrase.lower()) if word not in _EMPTY)


def alike(one: str, other: str) -> bool:
    """Whether one phrase holds the other, or half of their words are the same (token F1 of .5)."""
    return _alike(set(content_words(one)), set(content_words(other)))


def same_party(one: str, other: str) -> bool:
    """The same for actors: titles do not count, and a shared last word, the head, is enough."""
    ours, theirs = _untitled(one), _untitled(other)
    shared = set(ours) & set(theirs)
    return bool(shared) and (_alike(set(ours), set(theirs)) or ours[-1] == theirs[-1])


def stems(phrase: str) -> tuple[str, ...]:
    """Content words without the commonest endings, so that a verb's forms agree."""
    return tuple(map(_stem, content_words(phrase)))


def _alike(ours: set[str], theirs: set[str]) -> bool:
    shared = len(ours & theirs)
    return shared > 0 and (shared in (len(ours), len(theirs)) or 4 * shared >= len(ours) + len(theirs))


def _untitled(phrase: str) -> tuple[str, ...]:
    return tuple(word for word in content_words(phrase) if word not in _TITLES)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
