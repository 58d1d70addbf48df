"""Events that belong together, as the articles that tell them do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Story:
    """A storyline: articles about the same actors, places and doings in one stretch of time, and their events.

    ``title`` is the headline of the article ``titled_by`` or, where none of the articles has
    one, the beginning of a sentence of it. ``first`` and ``last`` bound what is said to have
    happened, None where nothing of it is dated. ``articles`` are in reading order, ``events``
    sorted, ``actors`` those in most of its events, at most ten, the first in most.
    """

    id: str
    title: str
    titled_by: str
    first: date | None
    last: date | None
    articles: tuple[str, ...]
    events: tuple[str, ...]
    actors: tuple[str, ...]
