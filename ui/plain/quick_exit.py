""" "Snel weg": away to a neutral page, with nothing to see behind Back, for those who are watched.

While a browser is away, `Gate.key` opens nothing in it and pages of a compass lead to the neutral page too.
The way back is deliberate: "Ik heb een kompas" on the welcome page, or scanning a sheet.
"""

from fastapi import Request
from fastapi.responses import JSONResponse
from nicegui import app

from model.access.access import Access
from ui.http.session import session_of


def register(access: Access) -> None:
    """The route."""

    @app.post('/weg')
    async def go_away(request: Request) -> JSONResponse:
        session = session_of(request)
        session.away = True
        access.lock.blank(session)
        return JSONResponse({'page': access.settings.exit_url})
