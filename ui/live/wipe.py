"""A page that may no longer be looked at: it is wiped in the browser, then its line is cut."""

import asyncio
import json

from nicegui import Client, background_tasks, core

WIPING = 0.7
"""Seconds a page gets to wipe itself."""


def wipe_and_cut(client: Client, onward: str = '/', *, keeps: bool = False) -> None:
    """Leave nothing to see of a page, and let nothing more of it be heard; `onward` is the address that comes then.

    What waits in the browser goes too, unless it `keeps` that.
    """
    client.run_javascript(f'kompas.wipe({json.dumps(onward)}, {json.dumps(keeps)})')
    background_tasks.create(_cut(client), name='cut the line of a page that ended')


async def _cut(client: Client) -> None:
    await asyncio.sleep(WIPING)
    for socket_id, _ in list(core.sio.manager.get_participants('/', client.id)):
        await core.sio.disconnect(socket_id)
    # the framework lets go of the rest itself, a while after a page lost its last line
    client.remove_all_elements()
