"""Strict readers of the knowledge in `ontology/`."""
