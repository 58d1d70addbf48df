"""Finds time expressions in English news and says which days they stand for."""

from graphbuild.stages.timexes.find import find_timexes

__all__ = ["find_timexes"]
