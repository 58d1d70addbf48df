"""Reads news articles and builds the event timeline behind them as a knowledge graph.

>>> from datetime import date
>>> from graphbuild import find_timexes
>>> [t.value for t in find_timexes("They met on Sunday.", date(2019, 12, 30))]
['2019-12-29']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.api import build, open_build
    from graphbuild.reading import read_articles, read_events
    from graphbuild.stages.timexes import find_timexes

__all__ = ["build", "find_timexes", "open_build", "read_articles", "read_events"]

_HOMES = {
    "build": "graphbuild.api",
    "find_timexes": "graphbuild.stages.timexes",
    "open_build": "graphbuild.api",
    "read_articles": "graphbuild.reading",
    "read_events": "graphbuild.reading",
}


def __getattr__(name: str) -> object:
    """Public names are imported on use: `graphbuild --help` must not wait for a parser."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'graphbuild' has no attribute {name!r}")
