"""The life domains, in a browser."""
