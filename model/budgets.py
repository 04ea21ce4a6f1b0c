"""What there is to share between all who come, in one table: for whom, how much, and what becomes of more.

How often somebody may try what stands in `model.access.limits`; `docs/security.md` has both, made by `make table`.
Normal is what thirty people behind one address do, or an evening of sixty, each with a phone of their own.
"""

from enum import Enum

A_NETWORK = 'a network'
"""An IPv4 address, or the /64 of an IPv6 one; the /48 around that has five times as much."""
A_48 = 'an IPv4 address, or a /48 of IPv6'
A_COMPASS = 'a compass'


class Budget(Enum):
    """A budget. Its name is what is counted."""

    # a page takes some 0.4 MB, and stays for ninety seconds after its line is lost
    PAGES_OF_ONE = 'live pages that are open', 'a key', 20
    PAGES_OF_NETWORK = 'live pages that are open, of all keys', A_48, 400
    PAGES = 'live pages that are open', '', 1_400
    HANDFUL = 'live pages that are never closed for those of another key on a network', 'a key', 5
    CROWD = 'live pages that are never closed for those of another network', A_48, 150
    WAITING_PAGES = 'live pages that wait to be built', '', 200
    WAITING_PAGES_OF_ONE = 'live pages that wait to be built, of one', 'a compass, a worker', 10
    LINES_OF_PAGE = 'lines of one live page: a phone that changes networks has two or three', 'a page', 4
    STRAY_SECONDS = 'seconds that a line may be there for no page', 'a line', 20
    # an evening of sixty who each begin anew a few times
    COMPASSES = 'new compasses in a day', A_NETWORK, 300
    # twenty photos as a camera makes them, each sent twice on a bad line; a phone makes them smaller first
    RECEIVED_OF_ONE = 'bytes of photos, drawings and voices that come in, in a day', A_COMPASS, 1_000_000_000
    RECEIVED = 'bytes that come in, of all compasses', A_NETWORK, 8_000_000_000
    # twenty photos are kept as ten megabytes: sixty people have a third of this
    KEPT_OF_ONE = 'bytes of photos, drawings and voices that are kept, in a day', A_COMPASS, 300_000_000
    KEPT = 'bytes that are kept, of all compasses', A_NETWORK, 2_000_000_000
    # thirty that one family chose at once all arrive
    WAITING_MEDIA = 'photos that wait to be made, and as many voices', '', 120
    WAITING_MEDIA_OF_ONE = 'photos that wait to be made, of one', A_COMPASS, 40
    WAITING_SHEETS = 'sheets of paper that wait to be made', '', 60
    WAITING_SHEETS_OF_ONE = 'sheets of paper that wait to be made, of one', 'a compass, a worker', 10
    FREE_BYTES = 'bytes free on the disk, under which only small changes are taken', 'the disk', 200_000_000
    FREE_FILES = 'files that the disk has room for, under which only small changes are taken', 'the disk', 10_000

    def __init__(self, what: str, whose: str, most: int) -> None:
        self.what = what
        self.whose = whose
        """For whom; empty when it is for all together."""
        self.most = most
