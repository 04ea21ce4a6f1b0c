"""What is raised where something that is stored cannot be read now."""


class Unreadable(OSError):
    """Something that is stored could not be read now; nothing was lost. Its words name no file."""
