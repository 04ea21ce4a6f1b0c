"""Attacks below the program: heads without end, and connections and bodies that stay silent."""

import resource
from itertools import count

from benchmarks.attacks.visitor import Attack, Visitor
from benchmarks.attacks.websocket import Refused

ENDLESS = 120_000_000
"""Bytes of one head."""
CHUNK = 64 * 1024
SILENT = 3000
SPARE = 100
"""Descriptors of the attacker that are for something else."""


async def endless_heads(visitor: Visitor) -> Attack:
    """An address, a header, and headers without end: 120 MB each."""
    said = [
        (b'GET /', b'a' * CHUNK),
        (b'GET /?', b'a=b&' * (CHUNK // 4)),
        (visitor.head('GET /')[:-2] + b'X: ', b'x' * CHUNK),
        (visitor.head('GET /')[:-2], b'X-A: bcd\r\n' * (CHUNK // 10)),
    ]
    numbers = count()

    async def attack() -> None:
        begin, more = said[next(numbers) % len(said)]
        async with visitor.connection() as (reader, writer):
            await visitor.writes(writer, begin)
            for _ in range(ENDLESS // CHUNK):
                if reader.at_eof():
                    raise Refused
                await visitor.writes(writer, more)
            await reader.read(1)

    return attack


async def silence(visitor: Visitor) -> Attack:
    """Connections that say nothing, half a head, or a head and no body; with a key, of a photo as well."""
    said = [b'', b'GET / HTTP/1.1\r\nHo', visitor.head('POST /nieuw', Content_Length=60_000)]
    numbers = count()

    async def attack() -> None:
        photo = [visitor.head(visitor.attachment('foto', 'album'), Content_Length=1_000_000)] if visitor.has_key else []
        kinds = said + photo
        async with visitor.connection() as (reader, writer):
            await visitor.writes(writer, kinds[next(numbers) % len(kinds)])
            while await reader.read(1 << 16):
                pass
        raise Refused

    return attack


def most_connections() -> int:
    """So many at once: what this process may have, after it asked for more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = SILENT + SPARE if hard == resource.RLIM_INFINITY else min(SILENT + SPARE, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))
    return most - SPARE
