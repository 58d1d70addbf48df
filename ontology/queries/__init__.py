"""Canned SPARQL questions, one a file."""
