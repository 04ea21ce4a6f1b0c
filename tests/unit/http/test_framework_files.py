"""Who asked for a file of the framework and has gone gets it all the same: nothing is amiss that a log could tell."""

import asyncio
from pathlib import Path

import pytest
from starlette.responses import FileResponse
from starlette.types import Message, Scope

from ui.http.framework_files import PATH, PressedFiles


@pytest.mark.parametrize('takes', [b'identity', b'gzip', b'br'])
def test_a_file_is_sent_to_the_end_also_when_nobody_waits_for_it(takes: bytes) -> None:
    sent: list[Message] = []
    headers = [(b'accept-encoding', takes)]
    scope: Scope = {'type': 'http', 'method': 'GET', 'path': f'{PATH}static/some.js', 'headers': headers}

    async def gone() -> Message:
        return {'type': 'http.disconnect'}

    async def send(message: Message) -> None:
        await asyncio.sleep(0)
        sent.append(message)

    asyncio.run(PressedFiles(FileResponse(Path(__file__)))(scope, gone, send))
    assert [message['type'] for message in sent][:1] == ['http.response.start']
    assert not sent[-1].get('more_body')
