"""The route of the printed compass."""

from asyncio import to_thread
from typing import Annotated

from fastapi import Query, Request
from fastapi.responses import Response
from nicegui import app

from model.keys import Scope
from model.words import language
from ui.gate import Gate, Stranger
from ui.poster import poster
from ui.sheet import Sheet


def register(gate: Gate) -> None:
    """`/kompas/{id}/poster.pdf`, for whoever may see that compass."""

    @app.get('/kompas/{compass_id}/poster.pdf')
    async def paper(
        compass_id: str,
        request: Request,
        maat: Sheet = Sheet.A4,
        qr: Annotated[str, Query()] = 'ja',
        alles: Annotated[str, Query()] = 'nee',
    ) -> Response:
        key = gate.admit(request, compass_id)
        everything = alles == 'ja'
        if everything and key.scope is not Scope.FULL:
            raise Stranger
        compass = gate.look(request.session, compass_id)
        pdf = await to_thread(
            poster,
            compass,
            gate.files(request.session, compass_id),
            language(compass.language),
            gate.settings.today(),
            sheet=maat,
            address=None if qr == 'nee' else gate.sheet_address(request.session, compass_id),
            everything=everything,
            local_only=not gate.settings.secure,
        )
        return Response(
            pdf,
            media_type='application/pdf',
            headers={'Content-Disposition': 'inline; filename="krachtkompas.pdf"'},
        )
