"""A reverse proxy that ends https, as small as can be: what a real one does to the address, the host and the line."""

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
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

    def accept() -> None:
        with suppress(OSError):  # the listener was closed
            while True:
                line, address = listener.accept()
                Thread(target=serve, args=(line, address[0]), daemon=True).start()

    def serve(line: socket.socket, address: str) -> None:
        with suppress(OSError), context.wrap_socket(line, server_side=True) as inside:
            head = _head(inside)
            with socket.create_connection(('127.0.0.1', port)) as outside:
                outside.sendall(_as_proxies_write(head, address))
                back = Thread(target=_pump, args=(outside, inside), daemon=True)
                back.start()
                _pump(inside, outside)
                back.join()

    Thread(target=accept, daemon=True).start()
    try:
        yield
    finally:
        listener.close()


def _head(line: socket.socket) -> bytes:
    """What came until the headers were over."""
    read = b''
    while b'\r\n\r\n' not in read:
        more = line.recv(65536)
        if not more:
            raise ConnectionError
        read += more
    return read


def _as_proxies_write(head: bytes, address: str) -> bytes:
    """The client's address behind whatever it said itself, and one request for each line but a websocket's."""
    said = re.findall(rb'(?im)^x-forwarded-for: *(.*?)\r\n', head)
    head = re.sub(rb'(?im)^x-forwarded-(for|proto):.*\r\n', b'', head)
    if not re.search(rb'(?im)^upgrade: *websocket', head):
        head = re.sub(rb'(?im)^connection:.*\r\n', b'', head)
        head = head.replace(b'\r\n', b'\r\nConnection: close\r\n', 1)
    chain = b', '.join([*said, address.encode()])
    return head.replace(b'\r\n', b'\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: ' + chain + b'\r\n', 1)


def _pump(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while more := one.recv(65536):
            other.sendall(more)
    with suppress(OSError):
        other.shutdown(socket.SHUT_WR)
