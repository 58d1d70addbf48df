"""Which articles are copies of each other: syndicated texts, reprints, updates of one report."""

from graphbuild.stages.copies.grouping import Candidate, find_copies, find_pairs
from graphbuild.stages.copies.records import candidate_of, group_copies, page_of_record
from graphbuild.stages.copies.sentences import Page, page_of, prose_of
from graphbuild.stages.copies.sketching import sketch

__all__ = [
    "Candidate",
    "Page",
    "candidate_of",
    "find_copies",
    "find_pairs",
    "group_copies",
    "page_of",
    "page_of_record",
    "prose_of",
    "sketch",
]
