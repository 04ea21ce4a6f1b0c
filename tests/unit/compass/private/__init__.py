"""Who sees which part of a compass, and what was never said to be open."""
