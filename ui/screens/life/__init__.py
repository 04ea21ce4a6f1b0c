"""The long form: the life domains, and the worksheet of each."""
