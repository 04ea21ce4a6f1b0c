"""The route of the printed compass."""

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


def register(access: Access) -> None:
    """`/kompas/{id}/poster.pdf`, for whoever may see that compass."""

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
        return Response(
            pdf,
            media_type='application/pdf',
            headers=AS_IT_IS | {'Content-Disposition': 'inline; filename="krachtkompas.pdf"'},
        )
