"""Parse to clauses: which words name an event, of which type, with which roles."""

from graphbuild.stages.clauses.finding import Knowledge, find_clauses

__all__ = ["Knowledge", "find_clauses"]
