"""Plain frozen types; they know nothing of files, parsers or formats."""
