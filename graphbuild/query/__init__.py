"""Questions to a build."""
