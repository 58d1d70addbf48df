"""Parse to clauses: which words name an event, of which type, with which roles."""

from graphbuild.stages.clauses.explaining import explain_clauses, find_idle
from graphbuild.stages.clauses.finding import find_clauses
from graphbuild.stages.clauses.scene import Knowledge

__all__ = ["Knowledge", "explain_clauses", "find_clauses", "find_idle"]
