"""Eight digits: who shows them, what they open, and when they open nothing."""
