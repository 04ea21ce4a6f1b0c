"""Pages for workers: signing in, the desk, the tablet, the team, what was done."""
