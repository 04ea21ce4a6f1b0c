"""The life domains of a compass."""
