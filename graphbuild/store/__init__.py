"""Embedded stores under a build folder."""
