"""What stands of the workers on a disk that fails, or in files of somebody else."""

import json
import os

import pytest

from model.storage.files.atomic import AtomicStorage, previous_of
from model.storage.files.workers import WorkerFiles
from model.workers.worker import SCHEMA, State
from model.workers.workers import Workers
from tests.unit.workers.kept import SECRET, again, file_of

ANOTHER_SECRET = bytes(32)

# disks that fail


def test_a_full_disk_changes_nothing(workers, noor, folder, monkeypatch):
    def full(*_):
        raise OSError(28, 'No space left on device')

    version = noor.version
    noor.accept('Noor', 'nora')
    monkeypatch.setattr(os, 'fsync', full)
    with pytest.raises(OSError, match='No space'):
        workers.save(noor)
    monkeypatch.undo()
    assert workers.by_login('noor').name == again(folder).by_login('noor').name == 'Noor'
    assert noor.version == version
    workers.save(noor)
    assert workers.by_login('nora').id == again(folder).by_login('nora').id == noor.id


def test_what_a_kill_left_half_written_is_swept(noor, folder):
    half = folder / f'{noor.id}.unfinished'
    half.write_bytes(b'{"worker": ')
    assert again(folder).get(noor.id) == noor
    assert not half.exists()


@pytest.mark.parametrize('broken', [b'', b'{', b'[]', b'{"worker": {}}', b'\xff\xfe'])
def test_a_broken_file_opens_the_version_before_and_is_kept(workers, noor, folder, broken):
    noor.join('East')
    workers.save(noor)
    file_of(folder, noor).write_bytes(broken)
    opened = again(folder)
    assert (opened.get(noor.id).team, opened.restored, opened.unopened) == ('West', [noor.id], [])
    assert [path.read_bytes() for path in folder.glob('*.broken-*')] == [broken]
    assert again(folder).restored == []


def test_every_flipped_byte_is_noticed(workers, noor, folder):
    path = file_of(folder, noor)
    whole = path.read_bytes()
    for place in range(0, len(whole), 5):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        opened = again(folder)
        assert opened.get(noor.id) in (None, noor)
        assert [opened.restored, opened.unopened].count([]) == 1


def test_a_missing_file_opens_the_version_before(workers, noor, folder):
    file_of(folder, noor).unlink()
    opened = again(folder)
    assert (opened.get(noor.id).name, opened.restored) == ('Noor', [noor.id])


def test_two_broken_files_open_nothing_and_stay(workers, noor, folder):
    for path in (file_of(folder, noor), previous_of(file_of(folder, noor))):
        path.write_bytes(b'{')
    opened = again(folder)
    assert (opened.get(noor.id), opened.unopened) == (None, [noor.id])
    assert file_of(folder, noor).read_bytes() == b'{'


def test_the_version_before_does_not_let_in_who_was_disabled(workers, noor, folder, now):
    noor.disable(now)
    workers.save(noor)
    file_of(folder, noor).write_bytes(b'{')
    assert again(folder).get(noor.id).state is State.DISABLED


def test_the_version_before_takes_no_recovery_code_twice(workers, noor, folder):
    noor.use_recovery('one')
    workers.save(noor)
    file_of(folder, noor).write_bytes(b'{')
    assert again(folder).get(noor.id).recovery == []


def test_a_file_of_a_newer_program_is_left_as_it_is(workers, noor, folder):
    path = file_of(folder, noor)
    tables = json.loads(path.read_bytes())
    tables['worker']['1']['schema'] = SCHEMA + 1
    path.write_bytes(json.dumps(tables).encode())
    before = path.read_bytes()
    opened = again(folder)
    assert (opened.get(noor.id), opened.unopened) == (None, [noor.id])
    assert path.read_bytes() == before


def test_a_file_of_the_program_before_opens_and_is_written_as_one_of_now(workers, noor, folder):
    files = WorkerFiles(folder, SECRET)
    row = noor.model_dump(mode='json') | {'schema': 1}
    del row['notices'], row['passkeys'][0]['name']
    AtomicStorage(file_of(folder, noor)).write({'worker': {'1': row}, 'seal': {'1': {'hmac': files._seal(row)}}})
    opened = again(folder)
    assert (opened.restored, opened.unopened) == ([], [])
    with opened.change(noor.id) as worker:
        worker.join('East')
    written = json.loads(file_of(folder, noor).read_bytes())['worker']['1']
    assert (written['schema'], written['notices'], written['team']) == (SCHEMA, [], 'East')


# files of somebody else


def test_another_secret_opens_no_worker_and_breaks_none(noor, folder):
    before = file_of(folder, noor).read_bytes()
    assert Workers(WorkerFiles(folder, ANOTHER_SECRET)).unopened == [noor.id]
    assert file_of(folder, noor).read_bytes() == before
    assert again(folder).get(noor.id) == noor


def test_a_worker_that_somebody_made_a_coordinator_on_disk_is_not_let_in(noor, folder):
    path = file_of(folder, noor)
    tables = AtomicStorage(path).read()
    assert tables
    tables['worker']['1']['coordinator'] = True
    AtomicStorage(path).write(tables)
    assert again(folder).unopened == [noor.id]


def test_a_file_under_another_name_is_not_another_worker(noor, folder):
    (folder / ('f' * 16 + '.json')).write_bytes(file_of(folder, noor).read_bytes())
    opened = again(folder)
    assert (opened.all(), opened.unopened) == ([noor], ['f' * 16])


def test_other_files_in_the_folder_are_nobody(noor, folder):
    (folder / 'notes.json').write_text('{}')
    (folder / 'ABCDEF0123456789.json').write_text('{}')
    assert (again(folder).all(), again(folder).unopened) == ([noor], [])
