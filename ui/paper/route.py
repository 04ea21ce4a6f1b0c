"""The route of the printed compass."""

from asyncio import to_thread
from typing import Annotated

from fastapi import Query, Request
from fastapi.responses import Response
from nicegui import app

from model.access.gate import Gate
from model.access.refusals import Stranger
from model.activity import Deed
from model.compass.part import PRIVATE_PARTS, Part
from model.words import language
from ui.http.origin import address_of
from ui.paper.poster import poster
from ui.paper.sheet import Sheet


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
        access = gate.admit(request.session, compass_id, address_of(request))
        everything = alles == 'ja'
        if Part.RING not in access.parts or (everything and not access.parts.intersection(PRIVATE_PARTS)):
            raise Stranger
        compass = gate.look(request.session, compass_id)
        gate.note(Deed.PRINTED, access, compass_id)
        pdf = await to_thread(
            poster,
            compass,
            gate.files(request.session, compass_id),
            language(compass.language),
            gate.settings.today(),
            sheet=maat,
            address=None if qr == 'nee' else gate.keyring.sheet_address(request.session, compass_id),
            everything=everything,
            local_only=not gate.settings.secure,
        )
        if qr != 'nee':
            gate.keyring.taken_along(compass_id)
        return Response(
            pdf,
            media_type='application/pdf',
            headers={'Content-Disposition': 'inline; filename="krachtkompas.pdf"'},
        )
