"""New recovery codes for a worker, shown once."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import Response
from nicegui import app

from model.access.access import Access
from model.words import Language
from model.workers.worker import LOGIN_LENGTH, Nameless, Worker
from model.workers.workers import LoginTaken
from model.writing.own_words import TooLong
from ui.http.session import session_of
from ui.plain.page import language_of, pictogram
from ui.work.field import field, go_button
from ui.work.own.passkeys import Show
from ui.work.own.places import OWN
from ui.work.own.recovery_page import recovery_page
from ui.work.page import kept_form


def register(access: Access, show: Show) -> None:
    """The route."""

    @app.post(f'{OWN}/herstelcodes', form_limits={'max_fields': 2, 'max_part_size': 4096})
    async def renew(request: Request, naam: Annotated[str, Form()] = '') -> Response:
        say, session = language_of(request), session_of(request)
        try:
            codes = access.ways_in.renew_recovery(session, naam)
        except Nameless:
            return show(request, say('Kies een inlognaam.'), 400)
        except TooLong:
            return show(request, say('Dat is te lang. Maak het korter.'), 400)
        except LoginTaken:
            return show(request, say('Deze inlognaam is al van een ander. Kies een andere.'), 400)
        return recovery_page(say, codes, access.signed_in.worker(session), on=OWN)


def section(me: Worker, say: Language) -> str:
    """How many there are, and the way to new ones: a first tap asks when some would stop."""
    if me.recovery:
        about = say.count('Je hebt nog {number} code.', 'Je hebt nog {number} codes.', len(me.recovery))
        stops = f'<p>{escape(say("Als je nieuwe maakt, werken de oude niet meer."))}</p>'
    else:
        about, stops = say('Je hebt er geen. Met een herstelcode kom je erin als je je telefoon kwijt bent.'), ''
    login = '' if me.login else _login(me, say)
    form = kept_form(say, f'{OWN}/herstelcodes', stops + login + go_button(say('Maak nieuwe codes'), 'recovery-codes'))
    return (
        f'<section id="herstelcodes"><h2>{escape(say("Herstelcodes"))}</h2><p>{escape(about)}</p>'
        f'<details class="sure"><summary class="button">{pictogram("recovery-codes")}'
        f'<span>{escape(say("Nieuwe herstelcodes"))}</span></summary>{form}</details></section>'
    )


def _login(me: Worker, say: Language) -> str:
    return field(
        'naam',
        say('Kies een inlognaam'),
        'worker',
        hint=say('Die typ je samen met een herstelcode.'),
        value=me.name[:LOGIN_LENGTH],
        autocomplete='username',
        maxlength=str(LOGIN_LENGTH),
        autocapitalize='none',
        spellcheck='false',
    )
