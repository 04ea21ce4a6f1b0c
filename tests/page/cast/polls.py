"""The line of a live page by polls, spoken by hand: for `Socket` it is what a websocket is."""

from queue import Empty, Queue
from threading import Thread
from typing import Self
from urllib.parse import urlencode

import httpx

from tests.page.cast.as_read import NO_TLS

APART = '\x1e'
OURS = {'X-Kompas': '1'}
"""What our own pages send with every poll."""


class Refused(Exception):
    """The server would not have this line, or not for this page."""


class Polls:
    """An open line that is polled. Each poll may be sent as somebody else would send it."""

    def __init__(self, url: str, query: dict[str, str], headers: dict[str, str]) -> None:
        self.query = query
        self.headers = {**OURS, **headers}
        self.url = url
        self._http = httpx.Client(base_url=url, timeout=60, trust_env=False, verify=NO_TLS)
        self._came: Queue[str | Refused] = Queue()

    def poll(self, *said: str, method: str = '', headers: dict[str, str] | None = None, **query: str) -> httpx.Response:
        """One poll: with what is said, or for what the server has to say."""
        address = f'/_nicegui_ws/socket.io/?{urlencode(self.query | query)}'
        body = APART.join(said).encode() if said else None
        method = method or ('POST' if said else 'GET')
        sent = self.headers if headers is None else headers
        if method not in {'GET', 'HEAD'}:  # as a browser does it
            sent = {'Origin': self.url, **sent}
        return self._http.request(method, address, content=body, headers=sent)

    def opens(self) -> str:
        """The first poll; the id of the line. Raises `Refused`."""
        first = self._asks()
        self.query['sid'] = first.removeprefix('0{"sid":"').partition('"')[0]
        Thread(target=self._listens, daemon=True).start()
        return self.query['sid']

    def send(self, *frames: str | bytes) -> None:
        """As a websocket does it. Raises `Refused`."""
        answer = self.poll(*(frame if isinstance(frame, str) else frame.decode() for frame in frames))
        if answer.status_code != 200:
            raise Refused(f'{answer.status_code} {answer.text[:200]}')

    def recv(self, timeout: float) -> str:
        """As a websocket does it. Raises `TimeoutError` and `Refused`."""
        try:
            frame = self._came.get(timeout=max(timeout, 0))
        except Empty:
            raise TimeoutError from None
        if isinstance(frame, Refused):
            raise frame
        return frame

    def _asks(self) -> str:
        answer = self.poll()
        if answer.status_code != 200:
            raise Refused(f'{answer.status_code} {answer.text[:200]}')
        for frame in answer.text.split(APART):
            self._came.put(frame)
        return answer.text

    def _listens(self) -> None:
        try:
            while True:
                self._asks()
        except Refused as refusal:
            self._came.put(refusal)
        except (httpx.HTTPError, RuntimeError):  # the test is over
            pass

    def close(self) -> None:
        """Poll no more."""
        self._http.close()

    def __enter__(self) -> Self:
        try:
            self.opens()
        except Refused:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
