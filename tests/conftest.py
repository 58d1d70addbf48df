"""What holds for every test."""

from __future__ import annotations

import os

from hypothesis import settings

# The same examples everywhere and always: a check that fails on one machine fails on all.
# HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("check", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "check"))
