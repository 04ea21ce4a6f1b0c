import json
import os
import stat

import pytest

from model.activity import Deed, Fact, Log


@pytest.fixture
def path(tmp_path):
    return tmp_path / 'log.jsonl'


@pytest.fixture
def log(path) -> Log:
    return Log(path)


def fact(now, number: int = 0, **more: str) -> Fact:
    return Fact(at=now, did=Deed.SAW, compass=f'{number:016x}', **more)


def test_a_log_without_a_file_is_empty(log):
    assert log.latest(10) == []


def test_each_fact_is_one_line(log, path, now):
    for number in range(3):
        log.add(fact(now, number, worker='00000000000000aa'))
    lines = path.read_text().splitlines()
    assert [json.loads(line)['compass'] for line in lines] == [f'{number:016x}' for number in range(3)]


def test_the_latest_come_first_and_no_more_than_asked(log, now):
    for number in range(10):
        log.add(fact(now, number))
    assert log.latest(3) == [fact(now, 9), fact(now, 8), fact(now, 7)]
    assert len(log.latest(100)) == 10


def test_what_was_written_is_never_written_again(log, path, now):
    log.add(fact(now, 1))
    before, inode = path.read_bytes(), path.stat().st_ino
    log.add(fact(now, 2))
    assert path.read_bytes().startswith(before)
    assert path.stat().st_ino == inode


def test_only_its_owner_reads_it(log, path, now):
    log.add(fact(now))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize('kept', range(0, 120, 7))
def test_a_line_that_the_power_cut_short_takes_no_other_with_it(log, path, now, kept):
    log.add(fact(now, 1))
    whole = path.stat().st_size
    log.add(fact(now, 2))
    os.truncate(path, min(whole + kept, path.stat().st_size))
    log.add(fact(now, 3))
    found = log.latest(10)
    assert found[0] == fact(now, 3)
    assert found[-1] == fact(now, 1)


@pytest.mark.parametrize('noise', [b'\x00' * 100, b'\xff\xfe\n', b'[]\n', b'{"did": "flew"}\n', b'\n\n\n'])
def test_lines_that_make_no_sense_are_passed_over(log, path, now, noise):
    log.add(fact(now, 1))
    path.write_bytes(noise.rstrip() + b'\n' + path.read_bytes())
    log.add(fact(now, 2))
    assert log.latest(10) == [fact(now, 2), fact(now, 1)]


def test_of_a_large_file_only_the_end_is_read(log, path, now):
    line = json.dumps(fact(now, 7).model_dump(mode='json')).encode() + b'\n'
    path.write_bytes(line * 20_000)
    log.add(fact(now, 8))
    reads = []

    class Counted(Log):
        def _backwards(self):
            for one in super()._backwards():
                reads.append(one)
                yield one

    assert Counted(path).latest(5)[0] == fact(now, 8)
    assert len(reads) <= 6


def test_a_fact_has_no_room_for_content(now):
    assert set(Fact.model_fields) == {'at', 'did', 'compass', 'worker', 'key', 'whom'}
