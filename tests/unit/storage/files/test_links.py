"""No link in the data folder is ever followed: with a real link in the place of each file and folder there is."""

import ctypes
import os
import shutil
import struct
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from model.activity import Activity, ActivityKind
from model.compass.album import Size
from model.compass.contact import Visit
from model.end_mark import EndMark
from model.key import Key, Kind
from model.no_links import is_folder, make_folder, unlinked
from model.storage.files.storage import open_files
from model.workers.worker import Worker
from tests.unit.secret import SECRET
from tests.unit.storage.cast import SORTS
from tests.unit.storage.files.cast import put
from ui.terminal import socket_file

DIGEST, ENDED = 'a' * 64, 'b' * 64
TOUCHED = 0x2 | 0x4 | 0x20 | 0x40 | 0x80 | 0x100 | 0x200 | 0x400
"""Of inotify: changed, other attributes, opened, moved from and to, made and taken away."""


class Watch:
    """Hears of everything that is done to what lies in folders."""

    def __init__(self, *folders: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._handle = libc.inotify_init1(os.O_NONBLOCK)
        for folder in folders:
            assert libc.inotify_add_watch(self._handle, os.fsencode(folder), TOUCHED) >= 0

    @property
    def heard(self) -> list[tuple[int, bytes]]:
        """What was done, and to which name."""
        heard, said = [], b''
        with suppress(BlockingIOError):
            said = os.read(self._handle, 100_000)
        while said:
            _, mask, _, length = struct.unpack_from('iIII', said)
            heard.append((mask, said[16 : 16 + length].rstrip(b'\0')))
            said = said[16 + length :]
        return heard

    def close(self) -> None:
        os.close(self._handle)


@pytest.fixture
def key(saved, now):
    return Key(id='k', compass=saved.id, kind=Kind.DEVICE, made=now, seen=now)


@pytest.fixture
def everything(saved, key, attachment, now):
    """Does all there is to do in a storage, whatever part of it fails."""
    visit = Visit(id='1' * 16, began=now, ended=now, without_step=True, compass=saved.model_dump(mode='json'))

    def deeds(storage):
        files = storage.attachments
        yield lambda: storage.compasses.save(storage.compasses.load(saved.id, now))
        yield lambda: storage.compasses.save(saved)
        yield lambda: storage.visits.add(saved.id, visit)
        yield lambda: storage.visits.of(saved.id)
        yield lambda: storage.keys.write(DIGEST, key)
        yield lambda: storage.keys.read(DIGEST)
        yield lambda: storage.keys.ids_of(saved.id)
        yield lambda: storage.keys.mark(ENDED, EndMark(kind=Kind.SHEET, on=now.date()))
        yield lambda: storage.keys.marked(ENDED)
        yield lambda: storage.workers.save(Worker(id='1' * 16, name='Noor', made=now))
        yield lambda: storage.workers.open_all()
        for kind in (ActivityKind.ENTERED, ActivityKind.CHANGED):
            yield lambda kind=kind: storage.activity.add(Activity(at=now, kind=kind, compass=saved.id))
        yield lambda: storage.activity.latest(10)
        yield lambda: storage.activity.newer(10, now - timedelta(days=1))
        yield lambda: storage.activity.latest_of(saved.id, 10)
        for one in [attachment(sort, sound) for sort, sound in SORTS]:
            yield lambda one=one: put(files(saved.id), one)
            yield lambda one=one: files(saved.id).read(one, Size.SCREEN)
            yield lambda one=one: files(saved.id).read(one, Size.TILE)

    def ends(storage):
        yield lambda: storage.attachments(saved.id).drop_orphans(())
        yield lambda: list(storage.compasses.every_one(now))
        yield lambda: list(storage.keys.drop_marks(now.date() + timedelta(days=1)))
        yield lambda: storage.keys.erase(DIGEST)
        yield lambda: storage.activity.forget_before(now.date())
        yield lambda: storage.compasses.set_aside(saved.id, now)
        yield lambda: storage.compasses.bring_back(saved.id)
        yield lambda: storage.compasses.erase(saved.id)

    def do(storage, *, ending=False):
        for deed in ends(storage) if ending else deeds(storage):
            with suppress(Exception):
                deed()

    return do


def is_there(folder):
    """All files and folders in a data folder, but for the lock that is held."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob('*') if path.name != '.lock')


def test_a_link_in_the_place_of_anything_leads_nowhere(storage, folder, everything, tmp_path):
    everything(storage)
    storage.close()
    places = is_there(folder)
    assert len(places) >= 25
    for number, place in enumerate(places):
        home, outside = tmp_path / f'home{number}', tmp_path / f'outside{number}'
        shutil.copytree(folder, home)
        opened = open_files(home, SECRET)
        outside.mkdir()
        (home / place).rename(outside / 'it')
        (home / place).symlink_to(outside / 'it')
        inner = [path for path in outside.rglob('*') if path.is_dir()]
        watch = Watch(outside, *inner)
        everything(opened)
        everything(opened, ending=True)
        opened.close()
        with suppress(OSError):
            again = open_files(home, SECRET)
            everything(again)
            everything(again, ending=True)
            again.close()
        assert watch.heard == [], place
        watch.close()


@pytest.mark.parametrize('name', ['.lock', '.server', '.server/commands.sock', 'compasses', 'keys/ended', 'log'])
def test_a_link_that_leads_nowhere_makes_nothing_there(tmp_path, name):
    home, elsewhere = tmp_path / 'home', tmp_path / 'elsewhere'
    (home / name).parent.mkdir(parents=True)
    (home / name).symlink_to(elsewhere)
    with suppress(OSError):
        open_files(home, SECRET).close()
    with suppress(OSError):
        socket_file.bind(home).close()
    assert not elsewhere.exists()


def test_a_command_is_not_said_to_a_socket_behind_a_link(tmp_path):
    home = tmp_path / 'home'
    home.mkdir()
    bound = socket_file.bind(home)
    bound.listen()
    assert socket_file.connect(home, 1) is not None
    real = home / '.server' / 'commands.sock'
    real.rename(tmp_path / 'elsewhere.sock')
    real.symlink_to(tmp_path / 'elsewhere.sock')
    with pytest.raises(OSError, match='symbolic links'):
        socket_file.connect(home, 1)


def test_where_the_data_lies_may_be_said_by_a_link(tmp_path, now):
    (tmp_path / 'disk').mkdir()
    (tmp_path / 'data').symlink_to(tmp_path / 'disk')
    storage = open_files(tmp_path / 'data', SECRET)
    saved = storage.compasses.create(now)
    assert storage.compasses.load(saved.id, now).id == saved.id
    socket_file.bind(tmp_path / 'data').close()


def test_a_folder_is_one_only_where_no_link_leads_to_it(tmp_path):
    real, link = tmp_path / 'real', tmp_path / 'link'
    make_folder(real / 'in')
    link.symlink_to(real)
    assert is_folder(real) and is_folder(real / 'in')
    assert not is_folder(link) and not is_folder(link / 'in')
    for path in (link, link / 'new'):
        with pytest.raises(OSError):
            make_folder(path)
    with pytest.raises(OSError):
        unlinked(link / 'in', os.O_RDONLY)
