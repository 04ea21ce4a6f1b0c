"""Every kind of attack, by name."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from benchmarks.attacks.connections import SILENT, endless_heads, silence
from benchmarks.attacks.heavy_work import endless_pages, heavy_sheets, slow_photos
from benchmarks.attacks.lines import binary_packets, long_addresses, long_tabs, nonsense
from benchmarks.attacks.visitor import Attack, Visitor


@dataclass
class Kind:
    """How to get ready, and how often it is done at once."""

    prepare: Callable[[Visitor], Awaitable[Attack]]
    at_once: int
    by: tuple[bool, ...]
    """With a key, or without: who can do it."""


WITHOUT, WITH = False, True
KINDS = {
    'addresses': Kind(long_addresses, 1, (WITH,)),
    'tabs': Kind(long_tabs, 4, (WITHOUT, WITH)),
    'packets': Kind(binary_packets, 4, (WITHOUT, WITH)),
    'heads': Kind(endless_heads, 6, (WITHOUT,)),
    'silence': Kind(silence, SILENT, (WITHOUT, WITH)),
    'sheets': Kind(heavy_sheets, 6, (WITH,)),
    'nonsense': Kind(nonsense, 4, (WITHOUT, WITH)),
    'photos': Kind(slow_photos, 12, (WITH,)),
    'pages': Kind(endless_pages, 8, (WITH,)),
}
