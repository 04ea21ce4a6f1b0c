"""The compass itself: home, its questions, and what stands on it."""
