"""What can be wrong with something that is sent: the plain sentence and the status for each."""

from nicegui.logging import log

from model.access.refusals import (
    BrokenCompass,
    EnoughToday,
    ForeignPost,
    NewerCompass,
    NoRoom,
    NoSuchCompass,
    Stranger,
    TooManyTries,
    Unreadable,
)
from model.compass.document import NotThere, TooMany
from model.media.photos import Refusal, Refused
from model.media.sketch import NotADrawing
from model.media.voice import NotASound
from model.turns import Busy
from model.words import Language


class TooLarge(ValueError):
    """More bytes than this sort of attachment may have."""


EXPECTED = (
    Stranger,
    NoSuchCompass,
    ForeignPost,
    TooManyTries,
    Busy,
    NotThere,
    NewerCompass,
    BrokenCompass,
    OSError,
    ValueError,  # the ones above, and an address that makes no sense
)


def answer(error: Exception, say: Language) -> tuple[int, str]:
    """The status and the sentence for one of `EXPECTED`."""
    if isinstance(error, Refused):
        return _photo(error.why, say)
    if isinstance(error, Stranger | NoSuchCompass | FileNotFoundError):
        return 404, say('We kunnen dit niet vinden.')
    for kind, status, words in (
        # two that are an OSError too
        (ForeignPost, 403, say('Dat lukt niet. Begin hier opnieuw.')),
        (TimeoutError, 408, say('Het is even druk. Probeer het zo nog eens.')),
        (Busy, 503, say('Het is even druk. Probeer het zo nog eens.')),
        # the browser keeps it, and does not send it again before the next page begins
        (EnoughToday, 507, say('Voor vandaag is het genoeg. Morgen kan het weer.')),
        (TooManyTries, 429, say('Even wachten. Probeer het over een minuut.')),
        (TooMany, 409, say('Het is vol. Haal eerst iets weg.')),
        (NotThere, 410, say('Dit is net weggehaald.')),
        (TooLarge, 413, say('Dit is te groot. Kies iets anders.')),
        (NotADrawing, 415, say('Deze tekening lukt niet. Probeer het nog eens.')),
        (NotASound, 415, say('Dit geluid lukt niet. Probeer het nog eens.')),
    ):
        if isinstance(error, kind):
            return status, words
    if isinstance(error, Unreadable):
        log.error('could not read: %s', error.strerror)
        return 503, say('Openen lukt nu niet. Probeer het zo nog eens.')
    if isinstance(error, OSError | NewerCompass | BrokenCompass):
        if not isinstance(error, NoRoom):  # which was told of once, where it was found
            log.error('could not keep an attachment: %s', type(error).__name__)
        return 507, say('Bewaren lukt nu niet. Probeer het zo nog eens.')
    return 400, say('Dat lukt niet. Begin hier opnieuw.')


def _photo(why: Refusal, say: Language) -> tuple[int, str]:
    if why is Refusal.TOO_MANY_PIXELS:
        return 413, say('Deze foto is te groot. Kies een andere.')
    if why is Refusal.MOVING:
        return 415, say('Dit plaatje beweegt. Kies een gewone foto.')
    if why is Refusal.NOT_A_PHOTO:
        return 415, say('Dit is geen foto. Kies een andere.')
    if why is Refusal.TOO_SLOW:  # most likely we are busy: the browser sends it again by itself
        return 503, say('Het is even druk. Probeer het zo nog eens.')
    return 415, say('Deze foto lukt niet. Kies een andere.')
