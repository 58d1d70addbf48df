"""What each stretch of an article's text is: prose to be read, or something beside it."""

from graphbuild.stages.cleaning.mark import mark_passages

__all__ = ["mark_passages"]
