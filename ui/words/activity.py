"""What somebody did, in words: for the coordinator who reads the log, and for the person whose compass it is."""

from model.activity import Deed
from model.words import Language


def deed_words(did: Deed, say: Language) -> str:
    """A few words that stand behind a name and can be read aloud: "keek in het kompas"."""
    return {
        Deed.SAW: say('keek in het kompas'),
        Deed.CHANGED: say('veranderde iets'),
        Deed.PRINTED: say('printte het blad'),
        Deed.MADE: say('begon een nieuw kompas'),
        Deed.ENTERED: say('kwam binnen met de code'),
        Deed.ASKED: say('vroeg om mee te kijken'),
        Deed.SHARED: say('liet alles zien'),
        Deed.SHARED_STEPS: say('liet alleen de stappen zien'),
        Deed.UNSHARED: say('liet niets meer zien'),
        Deed.TOLD: say('liet iets moeilijks zien'),
        Deed.CLOSED: say('liet iets moeilijks niet meer zien'),
        Deed.RENEWED: say('maakte een nieuwe code'),
        Deed.ENDED_KEY: say('stopte een apparaat'),
        Deed.LET_SEE_ALL: say('liet een apparaat alles zien'),
        Deed.SET_PIN: say('maakte een code met plaatjes'),
        Deed.UNLOCKED: say('deed het slot open'),
        Deed.GUESSED: say('koos de verkeerde plaatjes'),
        Deed.HANDED_OVER: say('gaf de tablet door'),
        Deed.TOOK_BACK: say('nam de tablet terug'),
        Deed.BEGAN_TOGETHER: say('begon samen'),
        Deed.ERASED: say('wiste alles'),
        Deed.SIGNED_IN: say('logde in'),
        Deed.SIGNED_OUT: say('logde uit'),
        Deed.INVITED: say('nodigde iemand uit'),
        Deed.JOINED: say('maakte een account'),
        Deed.SWITCHED_OFF: say('zette een account uit'),
        Deed.SWITCHED_ON: say('zette een account weer aan'),
    }[did]
