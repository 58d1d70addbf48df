"""Readers of gold data in the formats in which their makers publish them."""
