""" "Snel weg": away to a neutral page, with nothing to see behind Back, for those who are watched.

While a browser is away, `Gate.key` opens nothing in it and pages of a compass lead to the neutral page too.
The way back is deliberate: "Ik heb een kompas" on the welcome page, or scanning a sheet.
"""

from fastapi import Request
from fastapi.responses import JSONResponse
from nicegui import app

from model.access.gate import Gate, Session
from ui.http.origin import refuse_foreign_post


def register(gate: Gate) -> None:
    """The route."""

    @app.post('/weg')
    async def go_away(request: Request) -> JSONResponse:
        refuse_foreign_post(gate, request)
        request.session['away'] = True
        blank(gate, request.session, own_too=True)
        return JSONResponse({'page': gate.settings.exit_url})


def blank(gate: Gate, session: Session, *, own_too: bool) -> None:
    """Every open page of the compasses in this browser goes blank, also in its other tabs; the keys stay."""
    now = gate.settings.now()
    for token in session.get('keys', {}).values():
        key = gate.keys.find(token, now)
        if key is not None and (own_too or not key.own):
            gate.keys.revoked.send(key.id)
