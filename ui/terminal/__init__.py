"""What who runs the machine sees in the terminal."""
