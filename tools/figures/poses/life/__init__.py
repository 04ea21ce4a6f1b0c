"""The long form: the life domains, a worksheet, and the story over time."""
