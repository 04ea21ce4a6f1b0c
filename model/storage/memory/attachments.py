"""Attachments in memory."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from model.compass.album import Attachment, Size, Sort
from model.storage.protocols import NoSuchAttachment, NoSuchCompass


class MemoryAttachments:
    """See `Attachments`; what is not finished yet is a file all the same, for the processes that make it."""

    def __init__(self, compass_id: str, compasses: Collection[str]) -> None:
        self._id = compass_id
        self._compasses = compasses
        self._contents: dict[tuple[str, Size], bytes] = {}

    @contextmanager
    def aside(self) -> Iterator[Path]:
        self._refuse_erased()
        with TemporaryDirectory() as folder:
            yield Path(folder) / 'unfinished'

    def refuse_without_room(self) -> None:
        """There always is."""

    def put(self, attachment: Attachment, finished: Mapping[Size, Path]) -> None:
        self._refuse_erased()
        for size, path in finished.items():
            self._contents[attachment.id, _stored_as(attachment, size)] = path.read_bytes()
            path.unlink()

    def read(self, attachment: Attachment, size: Size) -> bytes:
        stored_as = (attachment.id, _stored_as(attachment, size))
        if self._id not in self._compasses or stored_as not in self._contents:
            raise NoSuchAttachment(attachment.id)
        return self._contents[stored_as]

    def drop(self, attachment_ids: Collection[str]) -> None:
        self._contents = {key: one for key, one in self._contents.items() if key[0] not in attachment_ids}

    def drop_orphans(self, attachment_ids: Collection[str]) -> None:
        self._contents = {key: one for key, one in self._contents.items() if key[0] in attachment_ids}

    def _refuse_erased(self) -> None:
        if self._id not in self._compasses:
            raise NoSuchCompass(self._id)


def _stored_as(attachment: Attachment, size: Size) -> Size:
    return Size.TILE if size is Size.TILE and attachment.sort is Sort.PHOTO else Size.SCREEN
