"""The live page of a compass, and a room for each place on it."""
