"""The file of activities: what was written stays whole, and a repeat takes the place of what it repeats."""

import json
import os
import stat
from datetime import timedelta

import pytest

from model.activity import Activity, ActivityKind
from model.storage.files import activity as files
from model.storage.files.activity_file import ROOM, ActivityFile

SECTOR = 512
A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def path(tmp_path):
    return tmp_path / 'log.jsonl'


@pytest.fixture
def log(path) -> ActivityFile:
    return ActivityFile(path)


def saw(now, number: int = 0, **more) -> Activity:
    return Activity(**{'at': now, 'kind': ActivityKind.SAW, 'compass': f'{number:016x}'} | more)


def shared(now, minutes: int = 0) -> Activity:
    """Always the same, by the same."""
    return saw(now + minutes * A_MINUTE, kind=ActivityKind.SHARED)


def latest(log, most=100_000, **more):
    found = log.backwards(**more)
    return [one for _, one in zip(range(most), found, strict=False)]


def test_a_log_without_a_file_is_empty(log, now):
    assert latest(log) == list(log.forwards(now)) == []


def test_each_activity_is_one_line(log, path, now):
    for number in range(3):
        log.add(saw(now, number, worker='00000000000000aa'))
    lines = path.read_text().splitlines()
    assert [json.loads(line)['compass'] for line in lines] == [f'{number:016x}' for number in range(3)]


def test_the_latest_come_first_and_no_more_than_asked(log, now):
    for number in range(10):
        log.add(saw(now, number))
    assert latest(log, 3) == [saw(now, 9), saw(now, 8), saw(now, 7)]
    assert len(latest(log)) == 10


def test_only_its_owner_reads_it(log, path, now):
    log.add(saw(now))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize('kept', range(0, ROOM, 7))
def test_a_line_that_the_power_cut_short_takes_no_other_with_it(path, now, kept):
    ActivityFile(path).add(saw(now, 1))
    whole = path.stat().st_size
    ActivityFile(path).add(saw(now, 2))
    os.truncate(path, min(whole + kept, path.stat().st_size))
    log = ActivityFile(path)
    log.add(saw(now, 3))
    log.add(saw(now + A_MINUTE, 3))
    found = latest(log)
    assert found[0] == saw(now, 3, times=2, until=now + A_MINUTE)
    assert found[-1] == saw(now, 1)


@pytest.mark.parametrize(
    'noise', [b'\x00' * 100, b'\xff\xfe\n', b'[]\n', b'{"did": "flew"}\n', b'{"kind": "flew"}\n', b'\n\n\n', b'  \r\n']
)
def test_lines_that_make_no_sense_are_passed_over(path, now, noise):
    ActivityFile(path).add(saw(now, 1))
    path.write_bytes(noise.rstrip() + b'\n' + path.read_bytes())
    log = ActivityFile(path)
    log.add(saw(now, 2))
    log.add(saw(now + A_MINUTE, 1))
    assert latest(log) == [saw(now, 2), saw(now, 1, times=2, until=now + A_MINUTE)]


# a repeat, written in the place of what it repeats


def test_a_repeat_changes_one_line_and_the_file_grows_no_more(log, path, now):
    for number in range(20):
        log.add(saw(now, number))
    before = path.read_bytes()
    log.add(saw(now + A_MINUTE, 7))
    after = path.read_bytes()
    assert len(after) == len(before)
    changed = [number for number in range(20) if before.splitlines()[number] != after.splitlines()[number]]
    assert changed == [7]


def test_ten_thousand_repeats_are_one_line(log, path, now):
    for second in range(10_000):
        log.add(saw(now + timedelta(seconds=second) / 10))
    assert path.stat().st_size == ROOM
    assert [one.times for one in latest(log)] == [10_000]


def test_a_line_that_is_written_anew_never_stands_in_two_sectors(path, now):
    path.write_text(f'{{"at": "{now.isoformat()}", "did": "who-looked"}}\n')  # of another length, from before
    log = ActivityFile(path)
    for number in range(50):
        log.add(saw(now, number))
    content, begins = path.read_bytes(), 0
    for line in content.splitlines(keepends=True)[1:]:
        begins = content.index(line)
        begins += len(line) - len(line.lstrip(b' '))
        assert begins // SECTOR == (begins + ROOM - 1) // SECTOR


def test_whoever_kills_us_finds_the_line_as_it_was_or_as_it_is(log, path, now):
    """A disk writes a sector whole, and so is all of the line: there is no other state in between."""
    for number in range(9):
        log.add(shared(now, 0) if number == 4 else saw(now, number))
    before = path.read_bytes()
    log.add(shared(now, 1))
    after = path.read_bytes()
    for sector in range(0, len(after), SECTOR):
        path.write_bytes(after[:sector] + before[sector:])
        found = latest(ActivityFile(path))
        assert len(found) == 9
        assert next(one.times for one in found if one.kind is ActivityKind.SHARED) in {1, 2}


def test_a_repeat_after_a_restart_counts_on(path, now):
    for minutes in range(5):
        ActivityFile(path).add(shared(now, minutes))
    assert latest(ActivityFile(path)) == [shared(now).model_copy(update={'times': 5, 'until': now + 4 * A_MINUTE})]


def test_a_line_that_an_earlier_version_wrote_is_not_written_over(path, now):
    written = f'{{"at": "{now.isoformat()}", "did": "share-all", "compass": "{0:016x}"}}\n'
    path.write_text(written)
    log = ActivityFile(path)
    for minutes in (1, 2):
        log.add(shared(now, minutes))
    assert path.read_text().startswith(written)
    assert [(one.at, one.times) for one in latest(log)] == [(now + A_MINUTE, 2), (now, 1)]


def test_a_file_that_somebody_changed_by_hand_is_not_written_over(log, path, now):
    log.add(saw(now, 1))
    log.add(shared(now))
    path.write_bytes(b''.join(path.read_bytes().splitlines(keepends=True)[1:]) + b'{}\n')
    changed = path.read_bytes()
    log.add(shared(now, 1))
    assert path.read_bytes().startswith(changed)
    assert [one.times for one in latest(log)] == [1, 1]


def test_a_file_that_is_gone_begins_anew(log, path, now):
    log.add(shared(now))
    path.unlink()
    log.add(shared(now, 1))
    assert latest(log) == [shared(now, 1)]


def test_the_longest_activity_has_room(log, path, now):
    at, longest = now.replace(microsecond=123456), max(ActivityKind, key=lambda kind: len(kind.value))
    one = Activity(at=at, kind=longest, compass='c' * 16, worker='w' * 16, key='k' * 8, whom='m' * 16)
    log.add(one)
    log.add(one.model_copy(update={'at': at + A_MINUTE, 'times': 10**9}))
    assert path.stat().st_size == ROOM
    assert latest(log)[0].times == 10**9 + 1


def test_after_a_restart_a_repeat_is_looked_for_in_the_end_of_the_file_alone(path, now, monkeypatch):
    log = ActivityFile(path)
    log.add(shared(now))
    for number in range(2_000):
        log.add(saw(now, number))
    reads, pread = [], os.pread

    def counted(handle, length, offset):
        reads.append(length)
        return pread(handle, length, offset)

    monkeypatch.setattr(os, 'pread', counted)
    restarted = ActivityFile(path)
    for minutes in range(1, 60):
        restarted.add(shared(now, minutes))
    assert sum(reads) < 300_000


# much


class Counted(ActivityFile):
    """Knows which lines were read."""

    def __init__(self, path):
        super().__init__(path)
        self.reads = []

    def _lines_backwards(self, before):
        for one in super()._lines_backwards(before):
            self.reads.append(one)
            yield one


def test_of_a_large_file_only_the_end_is_read(log, path, now):
    line = json.dumps(saw(now, 7).model_dump(mode='json')).encode() + b'\n'
    path.write_bytes(line * 20_000)
    log.add(saw(now + A_MINUTE, 8))
    counted = Counted(path)
    assert latest(counted, 5)[0] == saw(now + A_MINUTE, 8)
    assert len(counted.reads) <= 6


@pytest.mark.parametrize('number', [0, 1, 7_321, 19_998, 19_999])
def test_a_page_from_the_middle_of_a_large_file_costs_no_more_than_the_newest(log, path, now, number):
    lines = (json.dumps(saw(now + one * A_MINUTE, one).model_dump(mode='json')) for one in range(20_000))
    path.write_text('\n'.join(lines) + '\n')
    counted = Counted(path)
    moment = now + number * A_MINUTE
    assert latest(counted, 3, before=moment) == [
        saw(now + one * A_MINUTE, one) for one in range(number - 1, number - 4, -1) if one >= 0
    ]
    assert len(counted.reads) < 1_000
    after = log.forwards(moment)
    assert [one.at for _, one in zip(range(3), after, strict=False)] == [
        now + one * A_MINUTE for one in range(number + 1, min(number + 4, 20_000))
    ]


def test_a_large_piece_of_rubbish_hides_nothing_around_it(log, path, now):
    log.add(saw(now, 1))
    path.write_bytes(path.read_bytes() + b'x' * 300_000 + b'\n')
    log.add(saw(now + A_MINUTE, 2))
    assert latest(log) == [saw(now + A_MINUTE, 2), saw(now, 1)]
    assert latest(log, before=now + A_MINUTE) == [saw(now, 1)]
    assert list(log.forwards(now)) == [saw(now + A_MINUTE, 2)]


def test_what_passes_takes_the_place_of_what_passed_before(storage, folder, saved, now, monkeypatch):
    monkeypatch.setattr(files, 'MOST_PASSING', 10)
    for number in range(103):
        storage.activity.add(saw(now + number * A_MINUTE, compass=saved.id, key=f'{number:08x}'))
    home = folder / 'compasses' / saved.id
    assert {path.name for path in home.glob('*.jsonl')} == {'passing.jsonl', 'passing.previous.jsonl'}
    assert sum(path.stat().st_size for path in home.glob('*.jsonl')) <= 10 * ROOM
    kept = storage.activity.latest_of(saved.id, 100).activities
    assert [one.key for one in kept] == [f'{number:08x}' for number in range(102, 102 - len(kept), -1)]
    assert 5 <= len(kept) <= 10


def test_no_more_files_are_remembered_than_there_is_room_for(storage, now, monkeypatch):
    monkeypatch.setattr(files, '_MOST_KNOWN', 4)
    made = [storage.compasses.create(now) for _ in range(10)]
    for minutes in range(3):
        for compass in made:
            storage.activity.add(shared(now, minutes).model_copy(update={'compass': compass.id}))
    assert [storage.activity.latest_of(one.id, 10).activities[0].times for one in made] == [3] * 10


def test_other_files_beside_the_months_are_left_alone(storage, folder, now):
    note = folder / 'log' / 'notes.jsonl'
    note.write_text('kept by hand')
    storage.activity.add(saw(now))
    storage.activity.forget_before((now + timedelta(days=60)).date())
    assert [path.name for path in (folder / 'log').iterdir()] == ['notes.jsonl']
    assert storage.activity.latest(10).activities == []


def test_an_activity_has_no_room_for_content():
    assert set(Activity.model_fields) == {'at', 'kind', 'compass', 'worker', 'key', 'whom', 'times', 'until'}


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
    assert latest(log, 1) == [saw(now, 5)]


@pytest.mark.parametrize(('was', 'kind'), list(zip(FORMERLY, ActivityKind, strict=False)))
def test_every_kind_that_was_stored_as_a_drawing_is_still_known(log, path, now, was, kind):
    path.write_text(f'{{"at": "{now.isoformat()}", "did": "{was}"}}\n')
    log.add(saw(now))
    assert latest(log, 2)[1].kind is kind


def test_a_kind_is_stored_under_a_name_of_its_own(log, path, now):
    log.add(saw(now))
    assert json.loads(path.read_text())['kind'] == 'saw'
