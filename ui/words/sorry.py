"""What can go wrong with a tap, and the plain sentence for each."""

from nicegui.logging import log

from model.access.refusals import (
    BrokenCompass,
    EnoughToday,
    Full,
    NewerCompass,
    NoSuchCompass,
    PictureAsked,
    TooManyToday,
    TooManyTries,
    Unreadable,
)
from model.compass.document import NotThere, TooMany
from model.compass.private import NoNumber
from model.compass.sharing.sharing import NobodyAsked
from model.one_at_a_time import Busy
from model.words import Language
from model.writing.own_words import TooLong

EXPECTED = (
    TooLong,
    NoNumber,
    TooMany,
    NotThere,
    NobodyAsked,
    TooManyTries,
    Busy,
    OSError,
    NoSuchCompass,
    NewerCompass,
    BrokenCompass,
    Full,
    PictureAsked,
)
"""What is answered with a plain sentence."""


def sorry_words(error: Exception, say: Language) -> str:
    """Returns the plain sentence for one of `EXPECTED`."""
    for kind, words in _told(say).items():
        if isinstance(error, kind):
            return words
    if isinstance(error, Unreadable):
        log.error('could not read: %s', error.strerror)
        return say('Openen lukt nu niet. Probeer het zo nog eens.')
    log.error('could not save: %s', type(error).__name__)
    return say('Bewaren lukt nu niet. Probeer het zo nog eens.')


def _told(say: Language) -> dict[type[Exception], str]:
    """A kind before the wider one it belongs to."""
    gone, wait = say('Dit is net weggehaald.'), say('Even wachten. Probeer het zo nog eens.')
    return {
        TooLong: say('Dat is te lang. Maak het korter.'),
        NoNumber: say('Dit is geen telefoonnummer. Kijk nog eens goed.'),
        TooMany: say('Het is vol. Haal eerst iets weg.'),
        NotThere: gone,
        NobodyAsked: gone,
        PictureAsked: say('Dat is een ander plaatje. Probeer het nog eens.'),
        TooManyToday: say('Te vaak een ander plaatje. Morgen kun je het weer proberen.'),
        EnoughToday: say('Voor vandaag is het genoeg. Morgen kan het weer.'),
        TooManyTries: wait,
        Busy: wait,
        Full: say('Er kunnen niet meer telefoons bij. Haal er eerst een weg.'),
    }
