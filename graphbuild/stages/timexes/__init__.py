"""Finds time expressions in English news and says which days they stand for."""

from graphbuild.stages.timexes.anchoring import explain_timexes
from graphbuild.stages.timexes.find import find_timexes

__all__ = ["explain_timexes", "find_timexes"]
