"""A colleague left: how many people that leaves, and who is asked to take over. Plain pages."""

from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import RedirectResponse, Response
from nicegui import app

from model.access.access import Access
from model.access.session import Session
from model.words import Language
from model.workers.worker import Worker
from ui.http.session import session_of
from ui.plain.page import pictogram
from ui.words.called import called
from ui.work.field import go_button
from ui.work.team.invite import TEAM


def register(access: Access) -> None:
    """The route."""

    @app.post(f'{TEAM}/overnemen', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def take_over(
        request: Request, wie: Annotated[str, Form()] = '', door: Annotated[str, Form()] = ''
    ) -> Response:
        access.taking_over.ask(session_of(request), wie, door)
        return RedirectResponse(TEAM, status_code=303)


def taking_over(access: Access, session: Session, leaver: Worker, say: Language) -> str:
    """What stands with a colleague whose access was stopped, as HTML; nothing when nobody shared with them."""
    left = access.taking_over.left(session, leaver.id)
    if not left.people:
        return ''
    name = called(leaver, say)
    people = say.count(
        '{number} persoon werkte met {name}', '{number} mensen werkten met {name}', left.people, name=name
    )
    asked = ''.join(_asked(access, worker_id, number, say) for worker_id, number in left.asked.items())
    return (
        f'<div class="taking-over"><p>{pictogram("my-people")}<b dir="auto">{escape(people)}</b></p>{asked}'
        f'{_form(access.taking_over.colleagues(session, leaver.id), leaver, say)}</div>'
    )


def _asked(access: Access, worker_id: str, number: int, say: Language) -> str:
    worker = access.workers.get(worker_id)
    words = say.count(
        '{name} is gevraagd. {number} persoon geeft nog antwoord.',
        '{name} is gevraagd. {number} mensen geven nog antwoord.',
        number,
        name=called(worker, say) if worker else say('Een begeleider'),
    )
    return f'<p>{pictogram("wait")}<span dir="auto">{escape(words)}</span></p>'


def _form(colleagues: list[Worker], leaver: Worker, say: Language) -> str:
    if not colleagues:
        words = say('Er is in dit team geen collega die het kan overnemen.')
        return f'<p>{pictogram("team")}<span>{escape(words)}</span></p>'
    options = ''.join(f'<option value="{one.id}">{escape(called(one, say))}</option>' for one in colleagues)
    field = f'taken-over-{leaver.id}'
    return (
        f'<form method="post" action="{TEAM}/overnemen"><input type="hidden" name="wie" value="{leaver.id}">'
        f'<div class="field">{pictogram("worker")}<label for="{field}">{escape(say("Welke collega neemt het over?"))}'
        f'</label><small>{escape(say("Elke persoon zegt zelf ja of nee."))}</small>'
        f'<select id="{field}" name="door">{options}</select></div>'
        f'{go_button(say("Vraag het"), "pass-on")}</form>'
    )
