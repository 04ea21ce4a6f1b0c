"""The log: who did what with which compass and when, one line for each fact, never its content."""

import json
import os
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from model.compass.answer import Document
from model.storage.files.atomic import sync_folder

_BLOCK = 64 * 1024


class Deed(StrEnum):
    """What somebody did; the values are pictogram keys."""

    SAW = 'who-looked'
    CHANGED = 'changed'
    PRINTED = 'printed'
    MADE = 'new-step'
    ENTERED = 'entered'
    ASKED = 'looks-along'
    SHARED = 'share-all'
    SHARED_STEPS = 'share-steps'
    UNSHARED = 'share-nothing'
    TOLD = 'what-happened'
    CLOSED = 'locked'
    RENEWED = 'new-sheet'
    ENDED_KEY = 'stop-key'
    LET_SEE_ALL = 'full-view'
    SET_PIN = 'picture-code'
    UNLOCKED = 'unlock'
    GUESSED = 'no-thanks'
    HANDED_OVER = 'hand-over'
    TOOK_BACK = 'take-back'
    BEGAN_TOGETHER = 'began-together'
    ERASED = 'erase'
    SIGNED_IN = 'sign-in'
    SIGNED_OUT = 'sign-out'
    INVITED = 'invitation'
    JOINED = 'worker'
    SWITCHED_OFF = 'switched-off'
    SWITCHED_ON = 'switched-on'


class Fact(Document):
    """One line of the log."""

    at: datetime
    did: Deed
    compass: str = ''
    worker: str = ''
    """Who did it, when that was a worker; else it was somebody with a key of the compass."""
    key: str = ''
    """The first eight characters of the id of the key it was done with."""
    whom: str = ''
    """The worker it was about, or the first eight characters of the id of a key."""


class Log:
    """One file of facts, one JSON object a line, only ever added to."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, fact: Fact) -> None:
        """Put a fact on disk, behind the others. Raises `OSError`."""
        is_new = not self._path.exists()
        line = json.dumps(fact.model_dump(mode='json', exclude_defaults=True), ensure_ascii=False)
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            # a line that the power cut short must not swallow this one
            os.write(handle, f'{"" if is_new else self._end_of_line()}{line}\n'.encode())
            os.fsync(handle)
        finally:
            os.close(handle)
        if is_new:
            sync_folder(self._path.parent)

    def latest(self, most: int) -> list[Fact]:
        """The last facts, the newest first; lines that cannot be read are passed over."""
        found: list[Fact] = []
        for line in self._backwards():
            if len(found) >= most:
                break
            try:
                found.append(Fact.model_validate_json(line))
            except ValidationError:
                continue
        return found

    def _end_of_line(self) -> str:
        with self._path.open('rb') as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - 1))
            return '' if file.read(1) in {b'', b'\n'} else '\n'

    def _backwards(self) -> Iterator[bytes]:
        """The lines of the file from the last to the first, reading no more of it than is asked for."""
        if not self._path.exists():
            return
        with self._path.open('rb') as file:
            place = file.seek(0, os.SEEK_END)
            rest = b''
            while place > 0:
                size = min(_BLOCK, place)
                place -= size
                file.seek(place)
                rest, *lines = (file.read(size) + rest).split(b'\n')
                yield from (line for line in reversed(lines) if line)
            if rest:
                yield rest
