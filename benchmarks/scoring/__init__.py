"""Rules by which what was found is held against gold."""
