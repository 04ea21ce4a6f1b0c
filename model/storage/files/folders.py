"""The folder of each compass."""

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from model.no_links import is_folder, make_folder, paths_in
from model.storage.files.disk import sync_folder
from model.storage.protocols import NoSuchCompass

UNBORN_KEPT = timedelta(days=1)
"""How long a folder stays without anything in it."""

SET_ASIDE = '.aside'
"""What a folder is called that was erased, as long as it can be brought back."""
_ID = re.compile(r'[0-9a-f]{16}')


class CompassFolders:
    """One folder for each compass, in one folder."""

    def __init__(self, home: Path) -> None:
        """`home` is made when it is not there; what was not erased to the end is. Raises `OSError`."""
        self._home = home
        make_folder(self._home)
        for erased in paths_in(self._home, '*.erased'):
            _erase_tree(erased)

    def of(self, compass_id: str) -> Path:
        """Returns the folder of a compass. Raises `NoSuchCompass`."""
        folder = self._home / compass_id if _ID.fullmatch(compass_id) else None
        if folder is None or not is_folder(folder):
            raise NoSuchCompass(compass_id)
        return folder

    def ids(self, now: datetime) -> Iterator[str]:
        """Yields the name of each folder; one that stayed empty for a day is taken away. Raises `OSError`."""
        for folder in paths_in(self._home):
            if folder.suffix == SET_ASIDE:
                continue
            self._drop_unborn(folder, now)
            yield folder.name

    def make(self, compass_id: str) -> Path:
        """Returns a new folder, of which the name is not on disk yet. Raises `OSError`."""
        folder = self._home / compass_id
        folder.mkdir()
        return folder

    def sync(self) -> None:
        """Write the names of the folders to disk. Raises `OSError`."""
        sync_folder(self._home)

    def erase(self, compass_id: str) -> None:
        """Erase a folder with all that is in it. Raises `NoSuchCompass`, `OSError`."""
        self._erase(self.of(compass_id))

    def erase_set_aside(self, compass_id: str) -> None:
        """Erase a folder that was set aside. Raises `OSError`."""
        self._erase((self._home / compass_id).with_suffix(SET_ASIDE))

    def set_aside(self, compass_id: str, now: datetime) -> None:
        """Let a folder be found by nobody but `bring_back`. Raises `NoSuchCompass`, `OSError`."""
        folder = self.of(compass_id)
        os.utime(folder, (now.timestamp(), now.timestamp()))
        folder.rename(folder.with_suffix(SET_ASIDE))
        self.sync()

    def bring_back(self, compass_id: str) -> None:
        """Bring a folder back that was set aside. Raises `NoSuchCompass`, `OSError`."""
        aside = (self._home / compass_id).with_suffix(SET_ASIDE)
        if not _ID.fullmatch(compass_id) or not is_folder(aside):
            raise NoSuchCompass(compass_id)
        aside.rename(aside.with_suffix(''))
        self.sync()

    def set_aside_before(self, moment: datetime) -> list[str]:
        """Returns the names of the folders that were set aside before a moment. Raises `OSError`."""
        aside = (one for one in paths_in(self._home, f'*{SET_ASIDE}') if one.lstat().st_mtime < moment.timestamp())
        return [one.stem for one in aside]

    def _erase(self, folder: Path) -> None:
        # renamed first: a power cut halfway leaves nothing that still opens
        erased = folder.with_name(f'{secrets.token_hex(8)}.erased')
        folder.rename(erased)
        self.sync()
        _erase_tree(erased)

    def _drop_unborn(self, folder: Path, now: datetime) -> None:
        """Take away an empty folder: the power failed between making it and writing in it."""
        with suppress(OSError):  # not empty, so somebody's
            if _ID.fullmatch(folder.name) and now.timestamp() - folder.lstat().st_mtime > UNBORN_KEPT.total_seconds():
                folder.rmdir()


def _erase_tree(folder: Path) -> None:
    """Erase a folder; of a link to one the link alone. Raises `OSError`."""
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder)
