"""What may happen to a compass, in any order, against a model of a few lines: none is lost."""
