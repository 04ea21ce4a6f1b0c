"""What people write: what is kept of own words and names, and how words are compared when they are searched."""
