"""A coordinator invites somebody: the form, and the one page that shows the link. Plain pages."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, Response
from nicegui import app

from model.access.access import Access
from model.words import Language
from model.workers.worker import NAME_LENGTH, Worker
from model.writing.own_words import TooLong
from ui.http.session import session_of
from ui.look import qr
from ui.plain.page import language_of, pictogram
from ui.work.field import field, go_button
from ui.work.page import work_page

TEAM = '/werk/team'
LINK = 'invitation-link'


@dataclass(frozen=True)
class Asked:
    """An invitation as it was asked for."""

    name: str
    team: str
    coordinator: bool


Refused = Callable[[Request, Asked], HTMLResponse]
"""The page of the team again, with all that was filled in."""


def register(access: Access, refused: Refused) -> None:
    """The routes."""

    @app.post(f'{TEAM}/uitnodigen', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def invite(
        request: Request,
        voor: Annotated[str, Form()] = '',
        team: Annotated[str, Form()] = '',
        coordinator: Annotated[str, Form()] = '',
    ) -> Response:
        asked = Asked(voor, team, coordinator == 'ja')
        try:
            link = access.accounts.invite(
                session_of(request), team=asked.team, name=asked.name, coordinator=asked.coordinator
            )
        except TooLong:
            return refused(request, asked)
        return _invitation(language_of(request), link, asked.name)

    @app.post(f'{TEAM}/opnieuw', form_limits={'max_fields': 4, 'max_part_size': 512})
    async def invite_again(request: Request, wie: Annotated[str, Form()] = '') -> Response:
        link = access.accounts.invite_again(session_of(request), wie)
        worker = access.workers.get(wie)
        return _invitation(language_of(request), link, (worker.name or worker.invited_as) if worker else '')


def form(me: Worker, say: Language, asked: Asked | None) -> str:
    """What a coordinator fills in, as HTML; open with what was `asked` when that was too long."""
    too, them = escape(say("Mag ook collega's uitnodigen")), escape(say('en het logboek lezen'))
    was = asked or Asked('', me.team, coordinator=False)
    whom = field(
        'voor',
        say('Voor wie?'),
        'worker',
        hint=say('Zo haal je twee uitnodigingen niet door elkaar. Het hoeft niet.'),
        must=False,
        value=was.name[: 2 * NAME_LENGTH],
        autocomplete='off',
        maxlength=str(NAME_LENGTH),
    )
    return (
        f'<details class="invite"{" open" if asked else ""}><summary class="button go">{pictogram("invitation")}'
        f'<span>{escape(say("Nodig iemand uit"))}</span></summary>'
        f'<form class="panel" method="post" action="{TEAM}/uitnodigen">'
        f'{whom}{team_field("invited-to", was.team[: 2 * NAME_LENGTH], say("Welk team?"))}'
        f'<label class="own-device">{pictogram("coordinator")}<span>{too}<small>{them}</small></span>'
        f'<input type="checkbox" name="coordinator" value="ja"{" checked" if was.coordinator else ""}></label>'
        f'{go_button(say("Maak de uitnodiging"), "next")}</form></details>'
    )


def team_field(field: str, team: str, label: str) -> str:
    """The line with the name of a team; those that there are, are offered."""
    return (
        f'<div class="field">{pictogram("team")}<label for="{field}">{escape(label)}</label>'
        f'<input id="{field}" name="team" list="teams" dir="auto" autocomplete="off" maxlength="{NAME_LENGTH}" '
        f'value="{escape(team)}"></div>'
    )


def _invitation(say: Language, link: str, name: str) -> HTMLResponse:
    """The only page that ever shows this link; it stands in no address, so that no browser remembers it."""
    steps = ''.join(
        f'<li>{pictogram(key)}<span>{escape(words)}</span></li>'
        for key, words in (
            ('scan', say('Laat je collega deze code scannen, of print dit blad.')),
            ('wait', say('De code werkt één keer, en 7 dagen lang.')),
            ('locked', say('Je ziet deze code maar één keer. Laat hem aan niemand anders zien.')),
        )
    )
    whom = f'<h2 dir="auto">{escape(say("Voor {name}", name=name.strip()))}</h2>' if name.strip() else ''
    return work_page(
        say,
        say('Een uitnodiging'),
        'invitation',
        f'{whom}<div class="invite-sheet"><div class="panel"><div class="qr" role="img" '
        f'aria-label="{escape(say("QR-code van de uitnodiging"))}">{qr.svg(link)}</div>'
        f'<p class="link" id="{LINK}" dir="ltr" tabindex="-1">{escape(link)}</p>{_copy(say)}</div>'
        f'<ol class="how">{steps}</ol></div>'
        f'<div class="go-on"><button type="button" class="button" data-print hidden>{pictogram("print")}'
        f'<span>{escape(say("Print"))}</span></button>'
        f'<a class="button go" href="{TEAM}">{pictogram("done")}<span>{escape(say("Klaar"))}</span></a></div>',
        back=TEAM,
        scripts=('plain/print.js', 'plain/copy_link.js'),
    )


def _copy(say: Language) -> str:
    """Without a script the link stands there to be copied by hand."""
    sorry = escape(say('Kopiëren lukt hier niet. De link is nu gekozen: kopieer hem zelf.'))
    return (
        f'<button type="button" class="button copy" data-of="{LINK}" data-done="{escape(say("Gekopieerd"))}" '
        f'data-sorry="{sorry}" hidden>{pictogram("bag")}<span class="word">{escape(say("Kopieer de link"))}</span>'
        '</button><p class="copy-sorry" role="alert"></p>'
    )
