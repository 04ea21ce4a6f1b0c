"""One data folder as a storage."""

from pathlib import Path

from model.storage.files.activity import ActivityFiles
from model.storage.files.attachments import AttachmentFiles
from model.storage.files.compasses import CompassFiles
from model.storage.files.disk import sweep_unfinished
from model.storage.files.folders import CompassFolders
from model.storage.files.keys import KeyFiles
from model.storage.files.lock import FolderLock
from model.storage.files.room import Room
from model.storage.files.visits import VisitFiles
from model.storage.files.workers import WorkerFiles
from model.storage.protocols import Storage


def open_files(folder: Path, secret: bytes) -> Storage:
    """Returns what is stored in `folder`, which is made when it is not there; `secret` seals the workers.

    What a killed process left half done is cleared away. Raises `DataInUse` when another process has the folder,
    `OSError` when it is not writable.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder = folder.resolve()  # where the data lies may be said by a link; in it there are none
    lock = FolderLock(folder)
    try:
        sweep_unfinished(folder)
        room = Room(folder)
        folders = CompassFolders(folder / 'compasses')
        visits, keys = VisitFiles(folders), KeyFiles(folder / 'keys')
        return Storage(
            compasses=CompassFiles(folders, visits, keys, room),
            visits=visits,
            keys=keys,
            workers=WorkerFiles(folder / 'workers', secret),
            activity=ActivityFiles(folder / 'log', folders),
            attachments=lambda compass_id: AttachmentFiles(folders.of(compass_id), room),
            close=lock.release,
        )
    except OSError:
        lock.release()
        raise
