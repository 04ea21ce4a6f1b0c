"""The open page of a compass: what its screens work with, its addresses, and wiping it."""
