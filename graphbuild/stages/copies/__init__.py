"""Which articles are copies of each other: syndicated texts, reprints, updates of one report."""

from graphbuild.stages.copies.grouping import Candidate, find_copies, find_pairs
from graphbuild.stages.copies.sentences import Page, page_of, prose_of
from graphbuild.stages.copies.sketching import sketch

__all__ = ["Candidate", "Page", "find_copies", "find_pairs", "page_of", "prose_of", "sketch"]
