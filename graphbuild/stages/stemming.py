"""What an action has in common with its noun: "acquire" and "acquisition"."""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def stem(action: str) -> str:
    """The Porter2 stem of an action's main word, by which verb and noun are compared.

    >>> stem("resignation") == stem("resign")
    True
    """
    found: str = _STEMMER.stemWord(action.split(maxsplit=1)[0])
    return found
