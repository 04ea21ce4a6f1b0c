"""The desk of a worker: the people who let them look along."""

from html import escape

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse, Response
from nicegui import Client, app, ui

from model.access.access import Access
from model.access.refusals import Paused, Stranger
from model.access.table import rules_of
from model.compass.compass import Compass
from model.words import Language
from ui.http.origin import address_of, place_of
from ui.http.session import session_of
from ui.live.pages import Owner, pages
from ui.look.inlined import inlined
from ui.look.picture import mark
from ui.plain.lock import put_down
from ui.plain.page import VIEWPORT, head, language_of, listen_button, page_settings, pictogram, script, stylesheet
from ui.screens.compass_page import RECONNECT_SECONDS
from ui.work.at_work import AtWork
from ui.work.own.notices import notices_box
from ui.work.people import People, search_line
from ui.work.way_on import SIGN_IN, worker_here
from ui.work.worksheets import WORKSHEETS


def register(access: Access) -> None:
    """The routes. Nothing is built for a browser without a worker."""

    async def admit(request: Request) -> None:
        worker = worker_here(access, request)
        await pages.wait(place_of(request, worker.id))
        pages.make_room(Owner.at(address_of(request), access.signed_in.key(session_of(request)).id))

    @ui.page(
        '/werk',
        title='Krachtkompas',
        viewport=VIEWPORT,
        language=None,  # put in by ui.http.headers
        reconnect_timeout=RECONNECT_SECONDS,
        dependencies=[Depends(admit)],
    )
    def desk(request: Request, client: Client) -> None:
        say = language_of(request)
        request.scope['kompas.language'] = (say.code, say.direction)
        at_work = AtWork(access, client, say)
        pages.add(client, Owner.at(address_of(request), at_work.key.id), at_work.leave)
        ui.add_head_html(head() + stylesheet('work.css'))
        ui.add_body_html(_around(at_work))
        ui.on('kompas_stay', at_work.tap(lambda: access.signed_in.stay(at_work.session)))
        _screen(at_work)

    @app.post('/werk/nieuw')
    async def begin(request: Request) -> Response:
        try:
            access.signed_in.key(session_of(request))
        except Paused:
            raise
        except Stranger:
            return RedirectResponse(SIGN_IN, status_code=303)
        address = address_of(request)
        compass = access.desk.begin(session_of(request), language_of(request).code, address)
        worker_id = access.tablet.lender(session_of(request)).id
        return RedirectResponse(f'/kompas/{compass.id}/mag-meekijken/{worker_id}', status_code=303)


def _screen(at_work: AtWork) -> None:
    say = at_work.say
    with ui.element('div').classes('desk'):
        with ui.element('header'):
            brand = f'{pictogram("sail")}<h1>{escape(say("Mijn mensen"))}</h1>'
            ui.html(brand, sanitize=False).classes('brand')
            search = search_line(say)
            ui.html(_new_and_out(say), sanitize=False).classes('ways')
        sorry = ui.html('', sanitize=False).classes('sorry').props('role=alert')
        changed = ui.html('', sanitize=False).classes('changed-ways')
        with ui.element('div').classes('on-desk'):
            people = People(at_work, search)
        more = ui.html(_more(at_work), sanitize=False, tag='nav').classes('quiet')

    def apologise(words: str) -> None:
        sorry.set_content(f'{pictogram("sorry")}<span>{escape(words)}</span>' if words else '')

    def redraw(compass_id: str | None, compass: Compass | None) -> None:
        people.redraw(compass_id, compass)
        if compass_id is None and (ways := _more(at_work)) != more.content:
            more.set_content(ways)  # somebody became a coordinator, or is none any more
        if compass_id is None and (box := notices_box(at_work.access, at_work.session, say)) != changed.content:
            changed.set_content(box)

    at_work.apologise_through(apologise)
    at_work.live(redraw)


def _new_and_out(say: Language) -> str:
    return (
        f'<form method="post" action="/werk/nieuw"><button class="button go">{mark("plus")}'
        f'<span class="word">{escape(say("Nieuw kompas"))}</span></button></form>'
        f'<form method="post" action="/werk/uit"><button class="square" aria-label="{escape(say("Log uit"))}">'
        f'{pictogram("sign-out")}</button></form>{listen_button(say)}'
    )


def _more(at_work: AtWork) -> str:
    say = at_work.say
    links = [
        (WORKSHEETS, 'drawing-sheet', say('Werkbladen')),
        ('/werk/ik', 'passkey', say('Zo log je in')),
        ('/wat-bewaren-we', 'kept', say('Wat bewaren we?')),
    ]
    if at_work.worker.coordinator:
        links = [('/werk/team', 'team', say('Team')), ('/werk/logboek', 'logbook', say('Logboek')), *links]
    return ''.join(f'<a href="{page}">{pictogram(key)}<span>{escape(words)}</span></a>' for page, key, words in links)


def _around(at_work: AtWork) -> str:
    """What stands in the body beside the live page: what our script needs to know, forms, dialogs."""
    say = at_work.say
    return (
        f'{page_settings(rules_of(at_work.key).idle)}'
        f'<template id="lost-network">{pictogram("waiting-for-network")}'
        f'<span>{escape(say("Even wachten op het netwerk"))}</span></template>'
        '<dialog id="still-here" aria-labelledby="still-here-title">'
        f'<div class="big-pictogram">{pictogram("wait")}</div>'
        f'<h2 id="still-here-title">{escape(say("Ben je er nog?"))}</h2><form method="dialog">'
        f'<button class="button go"><span>{escape(say("Ja"))}</span></button></form></dialog>'
        f'{put_down(say)}{inlined("live/safety.js")}{script("live/page.js")}'
    )
