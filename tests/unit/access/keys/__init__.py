"""The keys of a compass: their tokens, what lies on disk of them, how long they last and how they end."""
