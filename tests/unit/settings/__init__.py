"""What an installation can be told, and what it makes of that."""
