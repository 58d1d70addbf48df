"""Questions to a parse: phrases, arguments, scope. Pure functions, no knowledge of words."""
