"""Why the gate may refuse, and what can be wrong with what is stored."""

from model.storage.protocols import BrokenCompass, NewerCompass, NoSuchCompass, Unreadable

__all__ = [
    'Away',
    'BrokenCompass',
    'EndedInvitation',
    'EndedSheet',
    'ForeignPost',
    'Locked',
    'NewerCompass',
    'NoSuchCompass',
    'NotSignedIn',
    'PictureAsked',
    'Stranger',
    'TooManyTries',
    'Unreadable',
]


class Stranger(PermissionError):
    """This browser holds no key for that compass, or none for that part of it."""


class Locked(Stranger):
    """This device was put down, and nobody showed yet who they are."""


class EndedSheet(Stranger):
    """The code that was scanned opened a compass once; who holds it may know that it does no more, and nothing else."""


class EndedInvitation(Stranger):
    """The invitation was used, ended or is too old; who holds it may know that."""


class Away(Stranger):
    """Nothing of a compass is shown in this browser now; who opens one is sent elsewhere."""

    def __init__(self, page: str) -> None:
        self.page = page
        """Where to: an address of our own, or the neutral page of the settings."""


class PictureAsked(PermissionError):
    """The sheet opens only with the pictures of the person."""


class TooManyTries(RuntimeError):
    """Too many wrong keys or new compasses from one address, or pages for one device."""


class ForeignPost(PermissionError):
    """A form was sent from another website."""


class NotSignedIn(Exception):
    """Something was wrong with what a worker showed. What, is nobody's business."""
