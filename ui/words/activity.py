"""Activity in words and pictures: for the coordinator, and for the person whose compass it is."""

from model.activity import ActivityKind
from model.words import Language


def activity_words(kind: ActivityKind, say: Language) -> str:
    """A few words that stand behind a name and can be read aloud: "keek in het kompas"."""
    return {
        ActivityKind.SAW: say('keek in het kompas'),
        ActivityKind.CHANGED: say('veranderde iets'),
        ActivityKind.PRINTED: say('printte het blad'),
        ActivityKind.MADE: say('begon een nieuw kompas'),
        ActivityKind.ENTERED: say('kwam binnen met de code'),
        ActivityKind.ASKED: say('vroeg om mee te kijken'),
        ActivityKind.ASKED_TO_TAKE_OVER: say('vroeg een collega om het over te nemen'),
        ActivityKind.SHARED: say('liet het kompas en de stappen zien'),
        ActivityKind.SHARED_STEPS: say('liet alleen de stappen zien'),
        ActivityKind.UNSHARED: say('liet niets meer zien'),
        ActivityKind.TOLD: say('liet iets moeilijks zien'),
        ActivityKind.CLOSED: say('liet iets moeilijks niet meer zien'),
        ActivityKind.RENEWED: say('maakte een nieuwe code'),
        ActivityKind.ENDED_KEY: say('liet een telefoon er niet meer in'),
        ActivityKind.LET_IN: say('liet een telefoon erin'),
        ActivityKind.LET_SEE_ALL: say('liet ook zien wat moeilijk is'),
        ActivityKind.SET_PIN: say('maakte een code met plaatjes'),
        ActivityKind.UNLOCKED: say('deed het slot open'),
        ActivityKind.GUESSED: say('koos de verkeerde plaatjes'),
        ActivityKind.HANDED_OVER: say('gaf de tablet aan de persoon'),
        ActivityKind.TOOK_BACK: say('nam de tablet terug'),
        ActivityKind.BEGAN_TOGETHER: say('begon een gesprek'),
        ActivityKind.ERASED: say('wiste alles'),
        ActivityKind.BROUGHT_BACK: say('haalde alles terug'),
        ActivityKind.SIGNED_IN: say('logde in'),
        ActivityKind.SIGNED_OUT: say('logde uit'),
        ActivityKind.INVITED: say('nodigde iemand uit'),
        ActivityKind.JOINED: say('kwam bij het team'),
        ActivityKind.SWITCHED_OFF: say('stopte de toegang'),
        ActivityKind.SWITCHED_ON: say('gaf weer toegang'),
        ActivityKind.MADE_COORDINATOR: say('maakte iemand coördinator'),
        ActivityKind.UNMADE_COORDINATOR: say('liet iemand stoppen als coördinator'),
        ActivityKind.MOVED_TEAM: say('koos een ander team voor iemand'),
        ActivityKind.GUESSED_CODE: say('typte een verkeerde code'),
        ActivityKind.ADDED_PASSKEY: say('zette inloggen met gezicht of vinger aan'),
        ActivityKind.DROPPED_PASSKEY: say('zette inloggen met gezicht of vinger uit'),
        ActivityKind.SET_PASSWORD: say('koos een ander wachtwoord'),
        ActivityKind.MADE_RECOVERY: say('maakte herstelcodes'),
        ActivityKind.USED_RECOVERY: say('logde in met een herstelcode'),
        ActivityKind.ENDED_SESSION: say('logde een andere telefoon of computer uit'),
        ActivityKind.DENIED: say('zei bij een verandering: dat was ik niet'),
    }[kind]


def told_the_person(kind: ActivityKind, say: Language) -> str:
    """The same for the person whose compass it is: what was done with them says so."""
    with_you = {
        ActivityKind.HANDED_OVER: say('gaf je de tablet'),
        ActivityKind.BEGAN_TOGETHER: say('ging met je aan de slag'),
    }
    return with_you.get(kind) or activity_words(kind, say)


def activity_pictogram(kind: ActivityKind) -> str:
    """Returns the key of the pictogram that stands beside those words."""
    return _PICTOGRAMS[kind]


_PICTOGRAMS = {
    ActivityKind.SAW: 'who-looked',
    ActivityKind.CHANGED: 'changed',
    ActivityKind.PRINTED: 'printed',
    ActivityKind.MADE: 'new-step',
    ActivityKind.ENTERED: 'entered',
    ActivityKind.ASKED: 'looks-along',
    ActivityKind.ASKED_TO_TAKE_OVER: 'pass-on',
    ActivityKind.SHARED: 'share-all',
    ActivityKind.SHARED_STEPS: 'share-steps',
    ActivityKind.UNSHARED: 'share-nothing',
    ActivityKind.TOLD: 'what-happened',
    ActivityKind.CLOSED: 'locked',
    ActivityKind.RENEWED: 'new-sheet',
    ActivityKind.ENDED_KEY: 'stop-key',
    ActivityKind.LET_IN: 'yes',
    ActivityKind.LET_SEE_ALL: 'full-view',
    ActivityKind.SET_PIN: 'picture-code',
    ActivityKind.UNLOCKED: 'unlock',
    ActivityKind.GUESSED: 'no-thanks',
    ActivityKind.HANDED_OVER: 'hand-over',
    ActivityKind.TOOK_BACK: 'take-back',
    ActivityKind.BEGAN_TOGETHER: 'began-together',
    ActivityKind.ERASED: 'erase',
    ActivityKind.BROUGHT_BACK: 'put-back',
    ActivityKind.SIGNED_IN: 'sign-in',
    ActivityKind.SIGNED_OUT: 'sign-out',
    ActivityKind.INVITED: 'invitation',
    ActivityKind.JOINED: 'worker',
    ActivityKind.SWITCHED_OFF: 'switched-off',
    ActivityKind.SWITCHED_ON: 'switched-on',
    ActivityKind.MADE_COORDINATOR: 'coordinator',
    ActivityKind.UNMADE_COORDINATOR: 'worker',
    ActivityKind.MOVED_TEAM: 'team',
    ActivityKind.GUESSED_CODE: 'code-app',
    ActivityKind.ADDED_PASSKEY: 'passkey',
    ActivityKind.DROPPED_PASSKEY: 'take-off',
    ActivityKind.SET_PASSWORD: 'password',
    ActivityKind.MADE_RECOVERY: 'recovery-codes',
    ActivityKind.USED_RECOVERY: 'recovery-codes',
    ActivityKind.ENDED_SESSION: 'sign-out',
    ActivityKind.DENIED: 'no-thanks',
}
