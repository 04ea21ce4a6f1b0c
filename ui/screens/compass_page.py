"""The page of one compass: a single live page whose screens are sub-pages, so that a tap never reloads."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from html import escape

from fastapi import Depends, Request
from nicegui import Client, ui

from model.access.access import Access
from model.access.grant import Grant, Opened
from model.access.refusals import Away, Locked, NoSuchCompass, Stranger
from model.access.session import Session
from model.access.table import idle_of
from model.compass.part import Part
from model.words import Language, language
from ui.components.toolbar import keep_up, quick_exit, toolbar
from ui.components.waiting import goes_words, waiting
from ui.http.headers import FIRST_PICTURE
from ui.http.origin import address_of, place_of
from ui.http.session import session_of
from ui.live import path
from ui.live.here import Here
from ui.live.pages import Owner, pages
from ui.live.screens import Screens
from ui.look import kept_pictograms
from ui.look.inlined import inlined
from ui.plain.lock import put_down
from ui.plain.page import VIEWPORT, head, language_of, page_settings, pictogram, script
from ui.screens.album import draw, library, photo, photos, question
from ui.screens.compass import (
    condition,
    home,
    looking_back,
    me,
    one_wish,
    preparation,
    private,
    story,
    strength,
    values,
    wish,
)
from ui.screens.gone import gone, not_there
from ui.screens.keys import key_list, other_device, picture_pin, prove
from ui.screens.life import domain, life, tells
from ui.screens.sharing import goodbye, look_along, may_look, pass_on, rounding_off, share, summary
from ui.screens.steps import (
    hour,
    ladder,
    let_go,
    new_step,
    order,
    other_day,
    ready,
    smaller,
    step,
    steps,
    when,
    who_helps,
)
from ui.words.sorry import EXPECTED

RECONNECT_SECONDS = 90
"""How long a page and its taps survive a lost connection."""

Screen = Callable[..., None]

SCREENS: dict[str, Screen] = {
    '/': home.compass,
    '/ik': me.me,
    **{f'/{page}': partial(condition.condition, key=key) for key, page in path.CONDITION_PAGES.items()},
    '/kracht/{of}': strength.strength,
    '/wens': wish.wish,
    '/wens/{of}': one_wish.one_wish,
    f'/{values.PAGE}': values.values,
    '/delen': share.share,
    '/fotos': photos.photos,
}
"""For who may see the ring."""
STEP_SCREENS: dict[str, Screen] = {
    '/nieuwe-stap': new_step.new_step,
    '/stap/{of}': step.step,
    '/stap/{of}/anders': smaller.smaller,
    '/stap/{of}/wat': new_step.what,
    '/stap/{of}/wie': who_helps.who_helps,
    '/stap/{of}/wanneer': when.when,
    '/stap/{of}/dag': other_day.other_day,
    '/stap/{of}/uur': hour.hour,
    '/stappen': steps.steps,
    f'/{let_go.PAGE}': let_go.let_go,
    '/foto/{of}': photo.photo,
    '/mag/{of}': question.question,
    '/tekenen/{of}': draw.draw,
    '/plaatjes/{of}': library.library,
    '/klaar': ready.ready,
}
"""For who may see the steps, perhaps nothing else."""
TOWARDS_SCREENS: dict[str, Screen] = {
    f'/{story.PAGE}': story.the_story,
    f'/{ladder.PAGE}': ladder.ladder,
    f'/{ladder.PAGE}/{{of}}': ladder.ladder,
    f'/{ladder.ORDER_PAGE}/{{of}}': order.order,
    f'/{looking_back.PAGE}': looking_back.went_well,
    f'/{looking_back.LEARNED_PAGE}': looking_back.learned,
    f'/{looking_back.NOW_PAGE}': looking_back.what_now,
}
"""For who may see both."""
LIFE_SCREENS: dict[str, Screen] = {
    f'/{life.PAGE}': life.life,
    f'/{life.PAGE}/{{of}}': domain.domain,
    f'/{life.PAGE}/{{of}}/{{place}}': domain.domain,
}
"""For who may see the ring, or any life domain: one that is closed shows a lock."""
PRIVATE_SCREENS: dict[str, Screen] = {'/gebeurd': private.happened, '/moeilijk': private.obstacles}
PERSON_SCREENS: dict[str, Screen] = {
    '/meekijken': look_along.look_along,
    '/mag-meekijken/{of}': may_look.may_look,
    '/sleutels': key_list.key_list,
    '/code': picture_pin.picture_pin,
    '/dat-ben-ik': prove.prove,
    '/tot-ziens': goodbye.goodbye,
    f'/{tells.PAGE}': tells.tells,
    f'/{rounding_off.PAGE}': rounding_off.rounding_off,
}
"""For the person alone."""
SURE_SCREENS: dict[str, Screen] = {f'/{other_device.PAGE}': other_device.other_device}
"""For the person alone, on a device that is surely theirs."""
TAKING_SCREENS: dict[str, Screen] = {f'/{summary.PAGE}': summary.the_summary}
"""For the person alone, but not on a device that only looks: what leaves the compass in their own words."""
WORKER_SCREENS: dict[str, Screen] = {
    '/doorgeven': pass_on.pass_on,
    f'/{preparation.PAGE}': preparation.preparation,
}


def screens_for(grant: Grant, *, can_prove: bool = False) -> dict[str, Screen]:
    """The screens of who comes with this grant: a screen that is not here is not there.

    `can_prove`: what is private opens here as soon as it was shown who this is.
    """
    if grant.is_asked:
        return _screens_of_a_question(grant, can_prove=can_prove)
    screens = dict(STEP_SCREENS) if Part.STEPS in grant.parts else {}
    screens |= SCREENS if Part.RING in grant.parts else {'/': steps.steps}
    screens |= TOWARDS_SCREENS if grant.parts >= {Part.RING, Part.STEPS} else {}
    screens |= LIFE_SCREENS if Part.RING in grant.parts or grant.domains else {}
    for page, part in path.PRIVATE_PAGES.items():
        if part in grant.parts:
            screens[f'/{page}'] = PRIVATE_SCREENS[f'/{page}']
        elif can_prove:
            screens[f'/{page}'] = prove.prove
    screens |= SURE_SCREENS if grant.is_sure else {}
    screens |= TAKING_SCREENS if grant.may_take else {}
    return screens | (PERSON_SCREENS if grant.is_person else WORKER_SCREENS)


def _screens_of_a_question(grant: Grant, *, can_prove: bool) -> dict[str, Screen]:
    """Nothing but the question that the tablet was handed over for, and the proof that it is the person."""
    asks = partial(may_look.may_look, worker_id=grant.key.about)
    proves = {'/dat-ben-ik': PERSON_SCREENS['/dat-ben-ik']} if can_prove or grant.key.pin else {}
    return {'/': asks, f'/mag-meekijken/{grant.key.about}': asks} | proves


def _is_known(page: str, screens: Iterable[str]) -> bool:
    routes = (re.sub(r'\\{.*?\\}', '[0-9a-z.-]+', re.escape(route)) for route in screens)
    return any(re.fullmatch(route, page) for route in routes)


def _screens(access: Access, opened: Opened) -> dict[str, Screen]:
    return screens_for(opened.grant, can_prove=prove.can_prove(access, opened))


def register(access: Access) -> None:
    """The route of the page. Nothing is built for a browser without a key."""

    async def admit(compass_id: str, request: Request) -> None:
        try:
            opened = access.gate.admit(session_of(request), compass_id, address_of(request))
        except Locked:
            raise Away('/slot') from None
        except Stranger:
            if _is_put_down(access, session_of(request), compass_id):
                raise Away('/slot') from None
            raise
        page = request.url.path.removeprefix(f'/kompas/{compass_id}').rstrip('/') or '/'
        if not _is_known(page, _screens(access, opened)):
            raise NoSuchCompass(compass_id)
        if page == '/' and path.runs(opened):
            raise Away(f'/kompas/{compass_id}/{path.resumed(opened)}')
        await pages.wait(place_of(request, compass_id))
        pages.make_room(Owner.at(address_of(request), opened.grant.key.id))
        # only on a later page the browser has the pictograms: it is forgotten wherever its cache is emptied
        request.state.is_new_here = not session_of(request).seen
        # the cookie goes out again only when it changed, and its year has to begin anew
        session_of(request).seen = access.settings.today().isoformat()

    def live(path: str) -> ui.page:
        return ui.page(
            path,
            title='Krachtkompas',
            viewport=VIEWPORT,
            language=None,  # the compass has a language of its own, put in by ui.http.headers
            reconnect_timeout=RECONNECT_SECONDS,
            dependencies=[Depends(admit)],
        )

    @live('/kompas/{compass_id}')
    @live('/kompas/{compass_id}/{_:path}')
    def page(compass_id: str, request: Request, client: Client) -> None:
        # anew: somebody may have changed something since this browser was admitted, and this page did not hear it yet
        opened = access.gate.open(session_of(request), compass_id)
        say = _language(opened, request)
        request.scope['kompas.language'] = (say.code, say.direction)
        here = Here(access, client, opened, say)
        pages.add(client, Owner.at(address_of(request), here.key.id), partial(here.leave, keeps=True))
        if here.grant.is_asked:
            here.leave_for('/werk/terug')  # after the answer the tablet goes back
        here.first_picture = request.url.path.rstrip('/') == here.link() and Part.RING in here.grant.parts
        first, kept = toolbar(here) + _first_picture(here), kept_pictograms.preloaded()
        if request.state.is_new_here:  # what is seen first comes first
            ui.add_head_html(head())
            ui.add_body_html(kept_pictograms.written_out(first) + _around(here) + kept)
        else:
            ui.add_head_html(kept + head())
            ui.add_body_html(first + _around(here))
        keep_up(here)
        ui.on('kompas_stay', here.tap(lambda: access.gate.stay(here.session, compass_id)))
        routes = {route: _build(here, route, screen) for route, screen in _screens(access, here.opened).items()}
        for unknown in ('/{a}', '/{a}/{b}', '/{a}/{b}/{c}', '/{a}/{b}/{c}/{d}'):
            routes[unknown] = partial(not_there, here)
        Screens(routes, root_path=here.link())


def _is_put_down(access: Access, session: Session, compass_id: str) -> bool:
    """Whether who asks for a compass here may have put it down: then the lock tells more than that it is not there.

    A browser that was put down does not know any more of which compasses it has locked keys, so the answer is the same
    for every one, and tells nothing of any.
    """
    is_nobodys = compass_id not in session.keys and not session.worker and not session.away
    return is_nobodys and access.lock.holds_any(session)


def _language(opened: Opened, request: Request) -> Language:
    chosen = opened.seen.language
    return language(chosen) if chosen else language_of(request)


def _build(here: Here, route: str, screen: Screen) -> Callable[..., None]:
    """A sub-page; one that cannot be shown, perhaps for a step that was taken off, says so."""

    def build(*arguments: str) -> None:
        here.begin_screen(re.sub('{.*?}', '{}', route).strip('/').format(*arguments))
        try:
            here.access.gate.key(here.session, here.id)  # once for the screen, not for each tile of it
            if route == '/' and path.runs(here.opened) and not here.walks:
                here.go(path.resumed(here.opened))
                return
            screen(here, *arguments)
        except Stranger:
            here.leave()
        except EXPECTED as error:
            gone(here, route, error)
        except ValueError:  # an address that makes no sense
            not_there(here)

    def build_plain() -> None:
        build()

    def build_for(of: str) -> None:
        build(of)

    def build_within(of: str, place: str) -> None:
        build(of, place)

    # the framework fills parameters by their name, from the route and even from the query
    if '{place}' in route:
        return build_within
    return build_for if '{of}' in route else build_plain


def _first_picture(here: Here) -> str:
    begin, end = (mark.decode() for mark in FIRST_PICTURE)
    return f'{begin}{home.first_picture(here) if here.first_picture else ""}{end}'


def _around(here: Here) -> str:
    """What else stands in the body beside the live page: forms, dialogs, our script."""
    return (
        f'{page_settings(idle_of(here.key))}'
        '<form id="leave" method="post" action="/tot-ziens" hidden></form>'
        f'<template id="lost-network">{pictogram("waiting-for-network")}'
        f'<span>{escape(here.say("Even wachten op het netwerk"))}</span></template>'
        f'{_still_here(here)}{put_down(here.say)}{waiting(here)}{inlined("live/safety.js")}{script("live/page.js")}'
    )


def _still_here(here: Here) -> str:
    say = here.say
    return (
        '<dialog id="still-here" aria-labelledby="still-here-title">'
        f'<div class="big-pictogram">{pictogram("wait")}</div>'
        f'<h2 id="still-here-title">{escape(say("Ben je er nog?"))}</h2>'
        f'<p class="notice" data-part="goes" hidden>{escape(goes_words(here))}</p><form method="dialog">'
        f'<button class="button go"><span>{escape(say("Ja"))}</span></button></form>{quick_exit(here)}</dialog>'
    )
