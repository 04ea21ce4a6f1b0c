"""What goes around every request: where it comes from, what it may bring, what every answer carries."""
