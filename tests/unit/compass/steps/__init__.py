"""The steps of a compass, from the first idea to how it went."""
