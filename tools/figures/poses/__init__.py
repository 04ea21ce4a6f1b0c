"""What each pictogram shows, by subject: who stands where, does what, with which things."""
