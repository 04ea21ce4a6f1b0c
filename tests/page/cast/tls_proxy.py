"""A reverse proxy that ends https, as small as can be: what a real one does to the address, the host and the line."""

import asyncio
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID


def certificate(folder: Path) -> Path:
    """A file with a key and a certificate of its own for `localhost`, valid for an hour."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, 'localhost')])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName('localhost')]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    file = folder / 'localhost.pem'
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + made.public_bytes(Encoding.PEM))
    return file


@contextmanager
def proxy(listener: socket.socket, certificate: Path, port: int) -> Iterator[None]:
    """Everything that comes in at `listener` over https goes on to `port` of this machine over http."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    # One loop for all lines: a TLS line that one thread reads from while another writes hangs now and then.
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(partial(_serve, port), sock=listener, ssl=context))
    thread = Thread(target=loop.run_forever)
    thread.start()
    try:
        yield
    finally:
        asyncio.run_coroutine_threadsafe(_end(server), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end(server: asyncio.Server) -> None:
    server.close()
    lines = asyncio.all_tasks() - {asyncio.current_task()}
    for line in lines:
        line.cancel()
    await asyncio.gather(*lines, return_exceptions=True)


async def _serve(port: int, asked: asyncio.StreamReader, answered: asyncio.StreamWriter) -> None:
    """One line from a browser, until either side ends it."""
    address, _ = answered.get_extra_info('peername')
    with closing(answered), suppress(OSError, EOFError):
        head = await asked.readuntil(b'\r\n\r\n')
        answers, asks = await asyncio.open_connection('127.0.0.1', port)
        with closing(asks):
            asks.write(_as_proxies_write(head, address))
            ways = [asyncio.create_task(_pump(asked, asks)), asyncio.create_task(_pump(answers, answered))]
            _, open_still = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in open_still:
                way.cancel()


async def _pump(one: asyncio.StreamReader, other: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while more := await one.read(65536):
            other.write(more)
            await other.drain()


def _as_proxies_write(head: bytes, address: str) -> bytes:
    """The client's address behind whatever it said itself, and one request for each line but a websocket's."""
    said = re.findall(rb'(?im)^x-forwarded-for: *(.*?)\r\n', head)
    head = re.sub(rb'(?im)^x-forwarded-(for|proto):.*\r\n', b'', head)
    if not re.search(rb'(?im)^upgrade: *websocket', head):
        head = re.sub(rb'(?im)^connection:.*\r\n', b'', head)
        head = head.replace(b'\r\n', b'\r\nConnection: close\r\n', 1)
    chain = b', '.join([*said, address.encode()])
    return head.replace(b'\r\n', b'\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: ' + chain + b'\r\n', 1)
