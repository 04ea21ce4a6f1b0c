"""The route of the printed compass."""

from asyncio import to_thread
from typing import Annotated

from fastapi import Query, Request
from fastapi.responses import Response
from nicegui import app

from model.access.access import Access
from model.access.grant import Opened
from model.access.refusals import Stranger
from model.activity import ActivityKind
from model.compass.part import Part, Way, going
from model.words import language
from ui.http.compression import AS_IT_IS
from ui.http.origin import address_of
from ui.http.session import session_of
from ui.paper.marks import Call
from ui.paper.poster import poster
from ui.paper.sheet import Sheet


def register(access: Access) -> None:
    """`/kompas/{id}/poster.pdf`, for whoever may see that compass."""

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
            call=call,
        )
        if qr != 'nee':
            access.sheet.shown(opened)
        return Response(
            pdf,
            media_type='application/pdf',
            headers=AS_IT_IS | {'Content-Disposition': 'inline; filename="krachtkompas.pdf"'},
        )


def _to_call(opened: Opened, strength_id: str) -> Call:
    """Who is printed to be called. Raises `Stranger` where numbers are not seen, and for who has none."""
    seen = opened.seen
    if not opened.grant.is_person or Part.NUMBERS not in opened.grant.parts:
        raise Stranger
    found = next((one for one in seen.with_number if one.id == strength_id), None)
    if found is None:
        raise Stranger
    return Call(found.answer, seen.number_of(found))
