"""Pictograms and the picture library: found by their words, coloured for their place."""
