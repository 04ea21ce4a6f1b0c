"""Recovery codes, shown once: for who lost their authenticator app or their passkey. A plain page."""

from html import escape

from fastapi.responses import HTMLResponse

from model.words import Language
from model.workers.worker import Worker
from ui.plain.page import pictogram
from ui.work.page import work_page


def recovery_page(say: Language, codes: list[str], me: Worker, *, on: str) -> HTMLResponse:
    """The codes, and `on` to another page; no address shows them again."""
    rows = ''.join(f'<li><code dir="ltr">{code}</code></li>' for code in codes)
    if me.has_password:
        why = say(
            'Ben je je telefoon kwijt? Log dan in met je wachtwoord en een van deze codes. Elke code werkt één keer.'
        )
    else:
        why = say(
            'Ben je je telefoon of computer kwijt? Log dan in met je inlognaam en een van deze codes. '
            'Elke code werkt één keer.'
        )
    kept = f'{pictogram("yes")}<span>{escape(say("Ik heb ze bewaard"))}</span>'
    return work_page(
        say,
        say('Bewaar je herstelcodes'),
        'recovery-codes',
        f'<section class="panel recovery"><p>{escape(why)}</p><ol class="codes" id="codes">{rows}</ol>'
        f'<p><strong>{escape(say("Je ziet ze alleen nu. Print ze of schrijf ze op."))}</strong></p></section>'
        f'<div class="go-on"><button type="button" class="button" data-print hidden>{pictogram("print")}'
        f'<span>{escape(say("Print"))}</span></button>'
        f'<button type="button" class="button" data-copy="codes" data-done="{escape(say("Gekopieerd"))}" hidden>'
        f'{pictogram("on-paper")}<span>{escape(say("Kopieer"))}</span></button>'
        f'<a class="button go" href="{on}">{kept}</a></div>',
        scripts=('plain/print.js', 'plain/copy.js'),
    )
