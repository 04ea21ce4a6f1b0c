"""The routes of what is printed."""

from functools import partial
from typing import Annotated

from fastapi import Query, Request
from fastapi.responses import Response
from nicegui import app

from model.access.access import Access
from model.access.grant import Opened
from model.access.refusals import Stranger
from model.activity import ActivityKind
from model.compass.part import Part, Way, going
from model.compass.story import Moment, since
from model.words import language
from ui.http.compression import AS_IT_IS
from ui.http.origin import address_of, place_of
from ui.http.session import session_of
from ui.paper import press
from ui.paper.book import book
from ui.paper.marks import Call
from ui.paper.poster import poster
from ui.paper.sheet import Sheet
from ui.paper.summary import summary_sheet
from ui.paper.then_and_now import printed_story, then_and_now
from ui.plain.page import language_of
from ui.words.summary import chapters, pick, title


def register(access: Access) -> None:
    """What is printed of a compass, for whoever may see that."""
    _register_poster(access)
    _register_then_and_now(access)
    _register_book(access)
    _register_summary(access)


def _register_poster(access: Access) -> None:
    @app.get('/kompas/{compass_id}/poster.pdf')
    async def paper(
        compass_id: str,
        request: Request,
        maat: Sheet = Sheet.A4,
        qr: Annotated[str, Query()] = 'ja',
        alles: Annotated[str, Query()] = 'nee',
        bel: Annotated[str, Query()] = '',
    ) -> Response:
        opened = access.gate.admit(session_of(request), compass_id, address_of(request))
        grant, everything = opened.grant, alles == 'ja'
        if Part.RING not in grant.parts or (everything and not grant.parts & going(Way.PAPER_ASKED)):
            raise Stranger
        call = _to_call(opened, bel) if bel else None
        access.record.add(ActivityKind.PRINTED, grant, compass_id)
        sheet = partial(
            poster,
            opened.seen,
            access.gate.attachments(opened).read,
            language(opened.seen.language),
            access.settings.today(),
            sheet=maat,
            address=None if qr == 'nee' else access.sheet.printed_address(opened),
            everything=everything,
            local_only=not access.settings.secure,
            call=call,
        )
        pdf = await press.make(sheet, place_of(request, compass_id), heavy=_is_heavy(opened))
        if qr != 'nee':
            access.sheet.shown(opened)
        return _pdf(pdf, 'krachtkompas')


def _to_call(opened: Opened, strength_id: str) -> Call:
    """Who is printed to be called. Raises `Stranger` where numbers are not seen, and for who has none."""
    seen = opened.seen
    if not opened.grant.is_person or Part.NUMBERS not in opened.grant.parts:
        raise Stranger
    found = next((one for one in seen.with_number if one.id == strength_id), None)
    if found is None:
        raise Stranger
    return Call(found.answer, seen.number_of(found))


def _register_summary(access: Access) -> None:
    @app.get('/kompas/{compass_id}/samenvatting.pdf')
    async def summary(compass_id: str, request: Request, deel: Annotated[list[str], Query()] = []) -> Response:  # noqa: B006
        opened = access.gate.admit(session_of(request), compass_id, address_of(request))
        grant, seen = opened.grant, opened.seen
        say = language(seen.language) if seen.language else language_of(request)  # as it was shown
        there = chapters(seen, grant.parts, access.domains, say, access.settings.today())
        if not grant.may_take or not deel or not {chapter.key for chapter in there}.issuperset(deel):
            raise Stranger
        access.record.add(ActivityKind.PRINTED, grant, compass_id)
        day = say.full_date(access.settings.today())
        sheet = partial(summary_sheet, title(seen, say), day, pick(there, deel), say)
        return _pdf(await press.make(sheet, place_of(request, compass_id)), 'samenvatting')


def _register_then_and_now(access: Access) -> None:
    @app.get('/kompas/{compass_id}/toen-en-nu.pdf')
    async def then_and_now_sheet(compass_id: str, request: Request, toen: str = '') -> Response:
        opened = access.gate.admit(session_of(request), compass_id, address_of(request))
        moments = since(_story(access, opened), toen)
        if len(moments) == 1:
            raise Stranger
        access.record.add(ActivityKind.PRINTED, opened.grant, compass_id)
        read, say = access.gate.attachments(opened).read, language(opened.seen.language)
        sheet = partial(then_and_now, moments, read, say)
        return _pdf(await press.make(sheet, place_of(request, compass_id), heavy=_is_heavy(opened)), 'toen-en-nu')


def _register_book(access: Access) -> None:
    @app.get('/kompas/{compass_id}/boekje.pdf')
    async def book_to_take_along(compass_id: str, request: Request) -> Response:
        opened = access.gate.admit(session_of(request), compass_id, address_of(request))
        if not opened.grant.is_person or opened.grant.only_looks:
            raise Stranger
        moments = _story(access, opened)
        access.record.add(ActivityKind.PRINTED, opened.grant, compass_id)
        read, say = access.gate.attachments(opened).read, language(opened.seen.language)
        pdf = await press.make(partial(book, moments, read, say), place_of(request, compass_id), heavy=True)
        return _pdf(pdf, 'boekje')


def _story(access: Access, opened: Opened) -> list[Moment]:
    """The story as it may be printed. Raises `Stranger` for who may not see it."""
    if not opened.grant.parts >= {Part.RING, Part.STEPS}:
        raise Stranger
    return printed_story(opened.seen, access.gate.visits(opened), access.settings.today())


def _is_heavy(opened: Opened) -> bool:
    """Whether many pictures may be on a sheet."""
    return sum(one.on_paper for one in opened.seen.album.pictures) > press.HEAVY


def _pdf(content: bytes, name: str) -> Response:
    shown = {'Content-Disposition': f'inline; filename="{name}.pdf"'}
    return Response(content, media_type='application/pdf', headers=AS_IT_IS | shown)
