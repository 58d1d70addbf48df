"""Identifiers: they say what a thing is, never when or where the program ran."""

from __future__ import annotations

import hashlib


def stable_id(*parts: str) -> str:
    """Hash parts to 16 hex digits; a separator keeps ("ab", "c") and ("a", "bc") apart.

    >>> stable_id("ab", "c") == stable_id("a", "bc")
    False
    """
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def article_id(text: str, title: str | None) -> str:
    """The id of an article that brings none of its own."""
    return stable_id("article", title or "", text)


def mention_id(article: str, start: int, end: int) -> str:
    """The id of the event mention whose trigger is at these characters of an article."""
    return f"m:{stable_id('article', article)}_{start}_{end}"


def actor_id(key: str) -> str:
    """The id of the actor with this canonical key."""
    return f"a:{stable_id('actor', key)}"


def place_id(key: str) -> str:
    """The id of the place with this canonical key."""
    return f"p:{stable_id('place', key)}"


def event_id(first_mention: str) -> str:
    """The id of the event that this mention, its earliest report, belongs to."""
    return f"e:{stable_id('event', first_mention)}"


def story_id(first_article: str) -> str:
    """The id of the story whose first article this is."""
    return f"s:{stable_id('story', first_article)}"
