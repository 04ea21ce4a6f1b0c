"""The files of the attachments of one compass: received, put in their place, read and dropped."""

import secrets
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from model.compass.album import Attachment, Size, Sort
from model.no_links import is_folder, make_folder, paths_in, read_unlinked, remove_unlinked
from model.storage.files.disk import UNFINISHED, reading, sync_folder
from model.storage.files.room import Room
from model.storage.protocols import NoSuchAttachment, NoSuchCompass

_FOLDERS = {Sort.PHOTO: 'photos', Sort.DRAWING: 'drawings', Sort.VOICE: 'voices'}


class AttachmentFiles:
    """Attachments as files below the folder of one compass."""

    def __init__(self, folder: Path, room: Room) -> None:
        self._folder = folder
        self._room = room

    @contextmanager
    def aside(self) -> Iterator[Path]:
        """See `Attachments`."""
        self._refuse_erased()
        self._room.refuse_when_low()
        folder = self._folder / 'receiving'
        make_folder(folder)
        path = folder / f'{secrets.token_hex(8)}{UNFINISHED}'
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def refuse_without_room(self) -> None:
        """See `Attachments`."""
        self._room.refuse_when_low()

    def put(self, attachment: Attachment, finished: Mapping[Size, Path]) -> None:
        """See `Attachments`; the names are on disk too when this returns."""
        self._refuse_erased()
        for size, path in finished.items():
            target = self._path(attachment, size)
            if not is_folder(target.parent):
                target.parent.mkdir()
                sync_folder(self._folder)
            path.replace(target)
        sync_folder(self._folder / _FOLDERS[attachment.sort])

    def read(self, attachment: Attachment, size: Size) -> bytes:
        """See `Attachments`."""
        with reading():
            try:
                return read_unlinked(self._path(attachment, size))
            except (FileNotFoundError, NotADirectoryError):
                raise NoSuchAttachment(attachment.id) from None

    def drop(self, attachment_ids: Collection[str]) -> None:
        """See `Attachments`."""
        for path in self._stored():
            if path.name.partition('.')[0] in attachment_ids:
                remove_unlinked(path)

    def drop_orphans(self, attachment_ids: Collection[str]) -> None:
        """See `Attachments`."""
        for path in self._stored():
            if path.name.partition('.')[0] not in attachment_ids:
                remove_unlinked(path)

    def _path(self, attachment: Attachment, size: Size) -> Path:
        suffix = {Sort.PHOTO: 'webp', Sort.DRAWING: 'svg'}.get(attachment.sort, attachment.sound)
        if size is Size.TILE and attachment.sort is Sort.PHOTO:
            suffix = f'tile.{suffix}'
        return self._folder / _FOLDERS[attachment.sort] / f'{attachment.id}.{suffix}'

    def _refuse_erased(self) -> None:
        if not is_folder(self._folder):
            raise NoSuchCompass(self._folder.name)

    def _stored(self) -> Iterator[Path]:
        for name in _FOLDERS.values():
            if is_folder(self._folder / name):
                yield from paths_in(self._folder / name, '*.*')
