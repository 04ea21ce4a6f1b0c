"""The compass on paper: what is printed, where, and as a PDF."""
