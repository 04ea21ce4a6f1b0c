"""What there is to share between all who come, in one table: for whom, how much, and what becomes of more.

How often somebody may try what stands in `model.access.limits`; `docs/security.md` has both, made by `make table`.
Normal is what thirty people behind one address do, or an evening of sixty, each with a phone of their own.
"""

from enum import Enum


class Budget(Enum):
    """A budget. Its name is what is counted."""

    WAITING_MEDIA = (
        "photos that wait to be made, and as many voices; a compass's turn comes after every other's",
        '',
        120,
    )
    WAITING_MEDIA_OF_ONE = 'the same, of one compass: a choice is ten', 'a compass', 20
    WAITING_SHEETS = 'sheets of paper that wait to be made', '', 60
    WAITING_SHEETS_OF_ONE = 'the same, of one', 'a compass, a worker', 10
    FREE_BYTES = 'bytes free on the disk, under which only small changes are taken', '', 200_000_000
    FREE_FILES = 'files that the disk has room for, under which it is the same', '', 10_000

    def __init__(self, what: str, whose: str, most: int) -> None:
        self.what = what
        self.whose = whose
        """For whom; empty when it is for all together."""
        self.most = most
