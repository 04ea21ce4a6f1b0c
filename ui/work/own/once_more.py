"""Showing once more that it is you, where you are signed in already: six digits, or a passkey."""

from html import escape

from model.words import Language
from model.workers.worker import Worker
from ui.plain.page import pictogram
from ui.work.field import field, go_button
from ui.work.page import kept_form
from ui.work.passkey_door import passkey_door
from ui.work.way_on import SIGN_IN


def ways(say: Language, worker: Worker, post: str, words: str, key: str) -> str:
    """The ways this worker has, to send to `post`; `words` and the pictogram `key` say what comes of it."""
    code = _code(say, post, words, key) if worker.has_password else ''
    passkey = passkey_door(say, f'{post}/sleutel') if worker.passkeys else ''
    anew = f'<a href="{SIGN_IN}">{pictogram("sign-in")}<span>{escape(say("Op een andere manier inloggen"))}</span></a>'
    return f'<div class="beside-each-other">{code}{passkey}</div><nav class="quiet">{anew}</nav>'


def only(say: Language, worker: Worker) -> str:
    """Whose screen this is: the name and nothing else of them."""
    return f'<h2>{escape(say("Alleen {name} kan verder.", name=worker.name))}</h2>'


def _code(say: Language, post: str, words: str, key: str) -> str:
    line = field(
        'code',
        say('Code'),
        'code-app',
        hint=say('De 6 cijfers in je app met codes.'),
        autocomplete='one-time-code',
        inputmode='numeric',
        maxlength='40',
    )
    return kept_form(say, post, line + go_button(words, key), more=' class="panel"')
