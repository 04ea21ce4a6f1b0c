"""Nothing stays: a small storage in memory, for tests that need no disk."""
