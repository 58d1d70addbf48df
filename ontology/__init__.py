"""Knowledge as data: read by `graphbuild.lexicon`."""
