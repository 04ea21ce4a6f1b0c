"""Why the gate may refuse, and what can be wrong with what is stored."""

from model.storage.protocols import BrokenCompass, NewerCompass, NoRoom, NoSuchCompass
from model.unreadable import Unreadable

__all__ = [
    'Away',
    'BrokenCompass',
    'EndedInvitation',
    'EndedSheet',
    'EnoughToday',
    'ForeignPost',
    'Full',
    'Locked',
    'NewerCompass',
    'NoRoom',
    'NoSuchCompass',
    'NotHere',
    'NotSignedIn',
    'NotTheseDigits',
    'Paused',
    'PictureAsked',
    'PinAsked',
    'ProofAsked',
    'Stranger',
    'TooManyDigits',
    'TooManyToday',
    'TooManyTries',
    'Unreadable',
]


class Stranger(PermissionError):
    """This browser holds no key for that compass, or none for that part of it."""


class NotHere(Stranger):
    """This browser opens the compass, but its row of the table does not allow this."""


class Locked(Stranger):
    """This device was put down, and nobody showed yet who they are."""


class EndedSheet(Stranger):
    """The code that was scanned opened a compass once; who holds it may know that it does no more, and nothing else."""


class EndedInvitation(Stranger):
    """The invitation was used, ended or is too old; who holds it may know that."""


class Paused(Stranger):
    """A worker signed in here and did not touch it for a while: they show once more that it is them, and go on."""

    def __init__(self, worker_id: str) -> None:
        self.worker_id = worker_id


class ProofAsked(Stranger):
    """What this worker wants to change is changed only soon after they showed in full who they are."""


class Away(Stranger):
    """Nothing of a compass is shown in this browser now; who opens one is sent elsewhere."""

    def __init__(self, page: str) -> None:
        self.page = page
        """Where to: an address of our own, or the neutral page of the settings."""


class PictureAsked(PermissionError):
    """The sheet opens only with the pictures of the person."""


class PinAsked(PermissionError):
    """Only with the picture PIN is it sure here that it is the person who says so."""


class NotTheseDigits(Exception):
    """Eight digits that are wrong, were used, or are too old. Which, is nobody's business."""


class Full(RuntimeError):
    """This compass is on as many devices as there may be, and none of them can make room."""


class TooManyTries(RuntimeError):
    """Too many wrong keys or new compasses from one address, or pages for one device."""


class TooManyToday(TooManyTries):
    """The person's picture was wrong too often on this device: tomorrow it may be tried again."""


class TooManyDigits(TooManyTries):
    """Too many wrong digits from one network: for an hour none are taken there, not even right ones."""


class EnoughToday(TooManyTries):
    """One network, or one compass, used all there is for it in a day."""


class ForeignPost(PermissionError):
    """A form was sent from another website."""


class NotSignedIn(Exception):
    """Something was wrong with what a worker showed. What, is nobody's business."""
