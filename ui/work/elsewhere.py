"""Every other address below the desk: there is nothing, and who is not signed in is not told that yet."""

from fastapi import Request
from fastapi.responses import Response
from nicegui import app

from model.access.access import Access
from model.access.refusals import Stranger
from ui.work.way_on import worker_here


def register(access: Access) -> None:
    """The route, after all others of this room."""

    @app.get('/werk/{_:path}')
    async def nothing(request: Request) -> Response:
        worker_here(access, request)
        raise Stranger
