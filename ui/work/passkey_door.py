"""The button for a passkey, and what its page can say of how a try ended (`assets/scripts/plain/passkey.js`)."""

from html import escape

from model.words import Language
from ui.plain.page import pictogram


def passkey_door(say: Language, post: str, *, kind: str = 'in', about: str = '', more: str = '') -> str:
    """The button, there only where a browser has passkeys; elsewhere a line that says why it is not.

    `post` is where the answer goes, `kind` is `in` or `new`, `about` small words below, `more` are attributes.
    """
    words = escape(say('Met je gezicht of vinger'))
    small = escape(about or say('Of met de pincode van je telefoon of computer.'))
    ask = f' data-ask="{post}/vraag"' if kind == 'new' else ''
    return (
        f'<button type="button" class="door" data-colour="be-yourself" data-passkey="{kind}"{ask} data-post="{post}"'
        f'{more} aria-label="{words}" aria-describedby="about-passkey" hidden>{pictogram("passkey")}'
        f'<span>{words}</span><small id="about-passkey">{small}</small></button>{beside(say, kind)}'
    )


def beside(say: Language, kind: str) -> str:
    """What goes with each button: why a browser has no passkeys, and how a try can end."""
    lacks = {
        'address': say('Met je gezicht of vinger kan het niet op dit adres.'),
        'none': say('Met je gezicht of vinger kan het niet in deze browser.'),
    }
    lines = ''.join(
        f'<p class="more no-passkey" data-no-passkey="{lack}" hidden>{pictogram("no-passkey")}'
        f'<span>{escape(words)}</span></p>'
        for lack, words in lacks.items()
    )
    ends = ''.join(
        f'<p data-end="{end}">{pictogram(key)}<span>{escape(words)}</span></p>'
        for end, (key, words) in _ends(say, kind).items()
    )
    return f'{lines}<template data-passkey-ends>{ends}</template>'


def _ends(say: Language, kind: str) -> dict[str, tuple[str, str]]:
    """A pictogram and a sentence for each end that `passkey_ends.js` names, and for the line and the server."""
    stopped = (
        say('Dat is gestopt voordat het klaar was. Probeer het nog eens.')
        if kind == 'new'
        else say('Dat is gestopt, of je kunt hier nog niet zo inloggen. Probeer het nog eens, of log anders in.')
    )
    return {
        'stopped': ('stop', stopped),
        'late': ('wait', say('Dat duurde te lang. Probeer het nog eens.')),
        'known': ('passkey', say('Deze telefoon of computer staat er al bij. Je kunt er al mee inloggen.')),
        'address': ('no-passkey', say('Op dit adres kan dat niet. Gebruik een wachtwoord.')),
        'unable': ('this-device', say('Deze telefoon of computer kan dat niet. Doe het op een andere manier.')),
        'manager': ('sorry', say('Je telefoon of wachtwoord-app gaf een fout. Probeer het nog eens.')),
        'line': ('no-connection', say('Er is geen verbinding. Probeer het zo nog eens.')),
        'server': ('sorry', say('Dat ging niet. Probeer het nog eens.')),
    }
