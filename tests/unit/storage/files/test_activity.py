import json
import os
import stat

import pytest

from model.activity import Activity, ActivityKind
from model.storage.files.activity import ActivityFile


@pytest.fixture
def path(tmp_path):
    return tmp_path / 'log.jsonl'


@pytest.fixture
def log(path) -> ActivityFile:
    return ActivityFile(path)


def saw(now, number: int = 0, **more: str) -> Activity:
    return Activity(at=now, kind=ActivityKind.SAW, compass=f'{number:016x}', **more)


def test_a_log_without_a_file_is_empty(log):
    assert log.latest(10) == []


def test_each_activity_is_one_line(log, path, now):
    for number in range(3):
        log.add(saw(now, number, worker='00000000000000aa'))
    lines = path.read_text().splitlines()
    assert [json.loads(line)['compass'] for line in lines] == [f'{number:016x}' for number in range(3)]


def test_the_latest_come_first_and_no_more_than_asked(log, now):
    for number in range(10):
        log.add(saw(now, number))
    assert log.latest(3) == [saw(now, 9), saw(now, 8), saw(now, 7)]
    assert len(log.latest(100)) == 10


def test_what_was_written_is_never_written_again(log, path, now):
    log.add(saw(now, 1))
    before, inode = path.read_bytes(), path.stat().st_ino
    log.add(saw(now, 2))
    assert path.read_bytes().startswith(before)
    assert path.stat().st_ino == inode


def test_only_its_owner_reads_it(log, path, now):
    log.add(saw(now))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize('kept', range(0, 120, 7))
def test_a_line_that_the_power_cut_short_takes_no_other_with_it(log, path, now, kept):
    log.add(saw(now, 1))
    whole = path.stat().st_size
    log.add(saw(now, 2))
    os.truncate(path, min(whole + kept, path.stat().st_size))
    log.add(saw(now, 3))
    found = log.latest(10)
    assert found[0] == saw(now, 3)
    assert found[-1] == saw(now, 1)


@pytest.mark.parametrize(
    'noise', [b'\x00' * 100, b'\xff\xfe\n', b'[]\n', b'{"did": "flew"}\n', b'{"kind": "flew"}\n', b'\n\n\n']
)
def test_lines_that_make_no_sense_are_passed_over(log, path, now, noise):
    log.add(saw(now, 1))
    path.write_bytes(noise.rstrip() + b'\n' + path.read_bytes())
    log.add(saw(now, 2))
    assert log.latest(10) == [saw(now, 2), saw(now, 1)]


def test_of_a_large_file_only_the_end_is_read(log, path, now):
    line = json.dumps(saw(now, 7).model_dump(mode='json')).encode() + b'\n'
    path.write_bytes(line * 20_000)
    log.add(saw(now, 8))
    reads = []

    class Counted(ActivityFile):
        def _backwards(self):
            for one in super()._backwards():
                reads.append(one)
                yield one

    assert Counted(path).latest(5)[0] == saw(now, 8)
    assert len(reads) <= 6


def test_an_activity_has_no_room_for_content(now):
    assert set(Activity.model_fields) == {'at', 'kind', 'compass', 'worker', 'key', 'whom'}


# lines that earlier versions wrote

FORMERLY = [
    *('who-looked', 'changed', 'printed', 'new-step', 'entered', 'looks-along', 'share-all', 'share-steps'),
    *('share-nothing', 'what-happened', 'locked', 'new-sheet', 'stop-key', 'full-view', 'picture-code', 'unlock'),
    *('no-thanks', 'hand-over', 'take-back', 'began-together', 'erase', 'sign-in', 'sign-out', 'invitation'),
    *('worker', 'switched-off', 'switched-on'),
]
"""In the order of the first kinds; those that came later were never stored so."""


def test_a_line_of_before_is_still_read(log, path, now):
    path.write_text(f'{{"at": "{now.isoformat()}", "did": "who-looked", "compass": "{5:016x}"}}\n')
    assert log.latest(1) == [saw(now, 5)]


@pytest.mark.parametrize(('was', 'kind'), list(zip(FORMERLY, ActivityKind, strict=False)))
def test_every_kind_that_was_stored_as_a_drawing_is_still_known(log, path, now, was, kind):
    path.write_text(f'{{"at": "{now.isoformat()}", "did": "{was}"}}\n')
    log.add(saw(now))
    assert log.latest(2)[1].kind is kind


def test_a_kind_is_stored_under_a_name_of_its_own(log, path, now):
    log.add(saw(now))
    assert json.loads(path.read_text())['kind'] == 'saw'
