"""What no page and no browser of ours sends: frames of a line, and heads of requests."""

from typing import Any

from tests.page.cast.people.live_page import Listener

FRAMES: list[str | bytes] = [
    *('', '0', '2', '2probe', '3probe', '4', '5', '6', '7', '9', 'z', 'b', 'bx', 'bAAAA', '4\ud7ff', '\u0664\u0662[]'),
    *('40/x,', '40{"a":', '40{}', '41/x,', '42', '42[', '42{}', '42[]', '42null', '42"x"', '42[null]', '42[5]'),
    *('42[{}]', '42[true]', '42[""]', '42[["event"]]', '42["event"]', '42["event",5]', '42["event",null]'),
    '42["event",NaN]',
    *('42["event",1e999]', '42["event","\\ud800"]', '42["event",1,2,3]', '42["event",{"a":1},2]', '42["handshake",7]'),
    *('42["connect",{}]', '42["disconnect",{}]', '42["__disconnect_final",{}]', '42["*",{}]', '42["nope",{}]'),
    *('42/x,["event",{}]', '42 ["event",{}]', '43', '430[]', '43999[1]', '44{"message":"x"}', '47'),
    *('451-["event",{"_placeholder":true,"num":0}]', '452147483647-["event"]', '46', '48x'),
    '42' + '2' * 1000 + '["event",{}]',
    '42' + '[' * 50_000,
    '42["event",' + '{"a":' * 20_000,
    '42["event",' + '9' * 5_000 + ']',
    '43' + '9' * 300 + '[]',
]
BINARY: list[str | bytes] = [b'', b'\x04\x01', b'42["event",{}]', bytes(10)]
HEADS = [
    b'\x16\x03\x01\x02\x00',
    b'GET\r\n\r\n',
    b'GET / HTTP/9.9\r\n\r\n',
    b'FOO / HTTP/1.1\r\nHOST\r\n',
    b'CONNECT x:1 HTTP/1.1\r\n\r\n',
    b'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    b'GET /%ff%fe HTTP/1.1\r\nHOST\r\n',
    b'GET /kompas/%00 HTTP/1.1\r\nHOST\r\n',
    b'GET /\xff HTTP/1.1\r\nHOST\r\n',
    b'GET / HTTP/1.1\r\nHost: \xff\r\n\r\n',
    b'GET / HTTP/1.1\r\nCookie: \xff=\xff; kompas=xx\r\nHOST\r\n',
    b'GET /' + b'a' * 100_000 + b' HTTP/1.1\r\nHOST\r\n',
    b'GET / HTTP/1.1\r\nX: ' + b'y' * 100_000 + b'\r\nHOST\r\n',
    b'GET /gezond HTTP/1.1\r\nRange: bytes=x\r\nHOST\r\n',
    b'POST /nieuw HTTP/1.1\r\nContent-Length: -1\r\nHOST\r\n',
    b'POST /nieuw HTTP/1.1\r\nContent-Length: abc\r\nHOST\r\n',
    b'POST /nieuw HTTP/1.1\r\nTransfer-Encoding: chunked\r\nHOST\r\nzz\r\n',
    b'POST /k HTTP/1.1\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\nHOST\r\nabc',
    b'POST /k HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\nHOST\r\nabc',
    b'POST /k HTTP/1.1\r\nContent-Type: text/plain; charset=foo\r\nContent-Length: 3\r\nHOST\r\na=%',
    b'PUT /kompas/x/bijlage/y?soort=foto HTTP/1.1\r\nContent-Length: 5\r\nHOST\r\nab',
    b'GET /_nicegui_ws/ HTTP/1.1\r\nUpgrade: foo\r\nConnection: Upgrade\r\nHOST\r\n',
    b'GET /x HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nHOST\r\n',
]
"""With `HOST` where the header goes that each request has."""


def event(client_id: str, listener: Listener) -> dict[str, Any]:
    """What a tap says, without its arguments."""
    return {'client_id': client_id, 'id': listener.element, 'listener_id': listener.id}
