"""Photos, drawings, voices and library pictures."""
