"""Inputs of any kind in, articles and failures out."""

from graphbuild.stages.reading.options import Failure, InputFormat, ReadOptions, parse_field_map
from graphbuild.stages.reading.read import read_articles

__all__ = ["Failure", "InputFormat", "ReadOptions", "parse_field_map", "read_articles"]
