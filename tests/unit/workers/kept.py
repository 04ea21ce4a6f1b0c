"""Workers in a folder: how they are found again, and what stands in it."""

from model.storage.files.workers import WorkerFiles
from model.workers.workers import Workers

SECRET = bytes(range(32))


def again(folder):
    """The workers after a restart."""
    return Workers(WorkerFiles(folder, SECRET))


def file_of(folder, worker):
    return folder / f'{worker.id}.json'
