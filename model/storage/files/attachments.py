"""The files of the attachments of one compass: received, put in their place, found and dropped."""

import secrets
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from model.compass.album import Attachment, Sort
from model.storage.files.atomic import UNFINISHED, sync_folder, write_atomically

_FOLDERS = {Sort.PHOTO: 'photos', Sort.DRAWING: 'drawings', Sort.VOICE: 'voices'}


class Files:
    """Attachments as files below the folder of one compass; a file is there whole, or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def screen(self, attachment: Attachment) -> Path:
        """What is seen on a whole screen, or heard: WebP of at most 1600 px, SVG, or the voice as it was recorded."""
        suffix = {Sort.PHOTO: 'webp', Sort.DRAWING: 'svg'}.get(attachment.sort, attachment.sound)
        return self._folder / _FOLDERS[attachment.sort] / f'{attachment.id}.{suffix}'

    def tile(self, attachment: Attachment) -> Path:
        """The small version of a photo; of anything else there is only one."""
        screen = self.screen(attachment)
        return screen.with_suffix('.tile.webp') if attachment.sort is Sort.PHOTO else screen

    @contextmanager
    def aside(self) -> Iterator[Path]:
        """A path for a file that is not finished yet; whatever is there after the block is taken away.

        Raises `FileNotFoundError` when the compass is gone.
        """
        folder = self._folder / 'receiving'
        folder.mkdir(exist_ok=True)
        path = folder / f'{secrets.token_hex(8)}{UNFINISHED}'
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def put(self, finished: Path, target: Path) -> None:
        """Put a finished file, already synced, in its place; the folder is on disk when this returns."""
        self._make_room(target)
        finished.replace(target)
        sync_folder(target.parent)

    def write(self, content: bytes, target: Path) -> None:
        """Put `content` on disk as `target`. Raises `OSError`."""
        self._make_room(target)
        write_atomically(target, content)

    def drop(self, attachment_ids: Collection[str]) -> None:
        """Take the files of these attachments away."""
        for path in list(self._kept()):
            if path.name.partition('.')[0] in attachment_ids:
                path.unlink(missing_ok=True)

    def drop_orphans(self, attachment_ids: Collection[str]) -> None:
        """Take away the files of anything but these attachments.

        A file is put in its place in the same breath as the document speaks of it, so none belongs to one to come.
        """
        for path in list(self._kept()):
            if path.name.partition('.')[0] not in attachment_ids:
                path.unlink(missing_ok=True)

    def _make_room(self, target: Path) -> None:
        if not target.parent.is_dir():
            target.parent.mkdir()
            sync_folder(self._folder)

    def _kept(self) -> Iterator[Path]:
        for name in _FOLDERS.values():
            yield from (self._folder / name).glob('*.*')
