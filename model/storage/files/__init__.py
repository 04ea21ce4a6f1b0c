"""One machine: TinyDB and plain files that cannot tear."""
