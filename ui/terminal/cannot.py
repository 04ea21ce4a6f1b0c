"""What stops a command."""

NO_RIGHT = 'this user may not speak with the running server: run it as the user of the server'


class CannotDo(Exception):
    """A command cannot be done; its words say why, on one line."""
