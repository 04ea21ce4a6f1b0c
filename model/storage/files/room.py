"""How much room is left on the disk: a floor under which only small changes are stored."""

import errno
import logging
import os
from pathlib import Path

from model.budgets import Budget
from model.storage.protocols import NoRoom

AGAIN = 1.1
"""How many times the floor is free before there is room again, so that it is not told of at every photo."""

log = logging.getLogger(__name__)


class Room:
    """What is free where the data lies. What needs much asks before it begins, and while it grows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._is_low = False

    def refuse_when_low(self) -> None:
        """Raises `NoRoom` when less is free than small changes need for weeks. Who runs the machine is told, once."""
        share = self._share_of_floor()
        if self._is_low and share >= AGAIN:
            self._is_low = False
            log.warning('There is room on the disk again: photos, drawings, voices and new compasses are taken')
        elif not self._is_low and share < 1:
            self._is_low = True
            log.warning(
                'The disk is nearly full: no photos, drawings, voices and new compasses are taken until %s MB and room '
                'for %s files are free; small changes are',
                Budget.FREE_BYTES.most // 10**6,
                Budget.FREE_FILES.most,
            )
        if self._is_low:
            raise NoRoom(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _share_of_floor(self) -> float:
        """How many times the floor is free, of bytes or of files, whichever is less."""
        disk = os.statvfs(self._folder)
        free = disk.f_bavail * disk.f_frsize / Budget.FREE_BYTES.most
        # some file systems have files without end, and say that there are none
        return min(free, disk.f_favail / Budget.FREE_FILES.most) if disk.f_files else free
