"""The routes of what is printed of a compass."""

from asyncio import to_thread
from typing import Annotated

from fastapi import Query, Request
from fastapi.responses import Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import Stranger
from model.activity import ActivityKind
from model.compass.part import Part, Way, going
from model.words import language
from ui.http.compression import AS_IT_IS
from ui.http.origin import address_of
from ui.http.session import session_of
from ui.paper.poster import poster
from ui.paper.sheet import Sheet
from ui.paper.summary import summary_sheet
from ui.plain.page import language_of
from ui.words.summary import chapters, pick, title


def register(access: Access) -> None:
    """`/kompas/{id}/poster.pdf`, for whoever may see that compass, and the summary, for the person."""
    _register_summary(access)

    @app.get('/kompas/{compass_id}/poster.pdf')
    async def paper(
        compass_id: str,
        request: Request,
        maat: Sheet = Sheet.A4,
        qr: Annotated[str, Query()] = 'ja',
        alles: Annotated[str, Query()] = 'nee',
    ) -> Response:
        opened = access.gate.admit(session_of(request), compass_id, address_of(request))
        grant, everything = opened.grant, alles == 'ja'
        if Part.RING not in grant.parts or (everything and not grant.parts & going(Way.PAPER_ASKED)):
            raise Stranger
        access.record.add(ActivityKind.PRINTED, grant, compass_id)
        pdf = await to_thread(
            poster,
            opened.seen,
            access.gate.attachments(opened).read,
            language(opened.seen.language),
            access.settings.today(),
            sheet=maat,
            address=None if qr == 'nee' else access.sheet.printed_address(opened),
            everything=everything,
            local_only=not access.settings.secure,
        )
        if qr != 'nee':
            access.sheet.shown(opened)
        return _pdf(pdf, 'krachtkompas')


def _register_summary(access: Access) -> None:
    @app.get('/kompas/{compass_id}/samenvatting.pdf')
    async def summary(compass_id: str, request: Request, deel: Annotated[list[str], Query()] = []) -> Response:  # noqa: B006
        opened = access.gate.admit(session_of(request), compass_id, address_of(request))
        grant, seen = opened.grant, opened.seen
        say = language(seen.language) if seen.language else language_of(request)  # as it was shown
        there = chapters(seen, grant.parts, access.domains, say)
        if not grant.may_take or not deel or not {chapter.key for chapter in there}.issuperset(deel):
            raise Stranger
        access.record.add(ActivityKind.PRINTED, grant, compass_id)
        day = say.full_date(access.settings.today())
        return _pdf(await to_thread(summary_sheet, title(seen, say), day, pick(there, deel), say), 'samenvatting')


def _pdf(pdf: bytes, name: str) -> Response:
    named = {'Content-Disposition': f'inline; filename="{name}.pdf"'}
    return Response(pdf, media_type='application/pdf', headers=AS_IT_IS | named)
