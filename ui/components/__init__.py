"""What several rooms build their screens of."""
