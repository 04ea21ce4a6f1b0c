"""P20: a damaged file never opens as if nothing happened, and never as something that was not saved."""

import json
import os
from contextlib import suppress
from random import Random

import pytest

from model.compass.answer import Answer
from model.storage.files.atomic import previous_of
from model.storage.files.document import FILE
from model.storage.protocols import BrokenCompass


def cut(content, random):
    return content[: random.randrange(1, len(content))]


def flip(content, random):
    """One to eight bits."""
    damaged = bytearray(content)
    for place in random.sample(range(len(content)), random.randint(1, 8)):
        damaged[place] ^= 1 << random.randrange(8)
    return bytes(damaged)


def empty(content, random):
    return b''


def zero(content, random):
    """A stretch of zeros, as a power cut leaves on some disks."""
    begin = random.randrange(len(content))
    length = random.randint(1, 512)
    return content[:begin] + b'\x00' * len(content[begin : begin + length]) + content[begin + length :]


KINDS = (cut, flip, flip, zero, empty)


def damage(content, seed):
    random = Random(seed)
    return KINDS[seed % len(KINDS)](content, random)


@pytest.fixture
def versions(compasses, now, today):
    """A compass that was saved three times with another content, the last time with a visit: old and new."""
    compass = compasses.create(now)
    compass.strengths.choose('belong', Answer(tile='father'), today)
    compasses.save(compass)
    compass.call_me('Sam')
    compass.wishes.choose(Answer(words='een hond, "écht"'), today)
    compasses.save(compass)
    old = compass.model_copy(deep=True)
    compass.steps.start(Answer(tile='walk'), today)
    compass.call_me('Samira')
    compasses.save(compass)
    return old, compass


@pytest.fixture
def path(folder, versions):
    return folder / 'compasses' / versions[0].id / FILE


def kept_aside(path):
    return [one.read_bytes() for one in path.parent.glob('*.broken-*')]


def restored(old, now):
    """What has to open when the last version is damaged."""
    return old.model_copy(update={'restored_on': now.date()})


def test_the_versions_differ(versions, path):
    old, new = versions
    assert old != new
    assert path.read_bytes() != previous_of(path).read_bytes()


@pytest.mark.parametrize('seed', range(50))
def test_a_damaged_compass_opens_as_it_was_saved_last_or_the_time_before(compasses, versions, path, now, seed):
    old, new = versions
    broken = damage(path.read_bytes(), seed)
    path.write_bytes(broken)
    opened = compasses.load(new.id, now)
    if opened == new:
        assert json.loads(broken)['compass'] == json.loads(path.read_bytes())['compass']
        assert kept_aside(path) == []
    else:
        assert opened == restored(old, now)
        assert kept_aside(path) == [broken]


@pytest.mark.parametrize('kind', [cut, zero, empty])
def test_a_clear_damage_always_opens_the_version_before(compasses, versions, path, now, kind):
    old, new = versions
    path.write_bytes(kind(path.read_bytes(), Random(1)))
    assert compasses.load(new.id, now) == restored(old, now)


def test_a_single_flipped_bit_in_a_word_is_found_out(compasses, versions, path, now):
    old, new = versions
    path.write_bytes(path.read_bytes().replace(b'Samira', b'Samirc'))
    assert compasses.load(new.id, now) == restored(old, now)


def test_a_change_beside_a_check_that_lost_its_name_is_found_out(compasses, versions, path, now):
    old, new = versions
    path.write_bytes(path.read_bytes().replace(b'Samira', b'Samirc').replace(b'"check"', b'"chec+"'))
    assert compasses.load(new.id, now) == restored(old, now)


def test_a_flipped_bit_that_makes_half_a_character_is_found_out(compasses, versions, path, now, today):
    _, compass = versions
    compass.call_me(r'\ud83d')
    compasses.save(compass)
    old = compass.model_copy(deep=True)
    compass.choose_avatar('avatar-cat')
    compasses.save(compass)
    content = path.read_bytes()
    assert content.count(rb'\\ud83d') == 1
    path.write_bytes(content.replace(rb'\\ud83d', rb']\ud83d'))
    assert compasses.load(compass.id, now) == restored(old, now)


@pytest.mark.parametrize(
    'content',
    [
        b'null',
        b'{}',
        b'{"compass": {}}',
        b'{"compass": {"1": 7}}',
        b'{"compass": {"1": {"schema": "two"}}}',
        b'{"compass": {"2": {}}, "visits": {}}',
        b'[' * 200_000,
        b'\xef\xbb\xbf{}',
        b'\x00' * 4096,
        b'PK\x03\x04',
    ],
)
def test_whatever_lies_there_instead_the_version_before_opens(compasses, versions, path, now, content):
    old, new = versions
    path.write_bytes(content)
    assert compasses.load(new.id, now) == restored(old, now)
    assert kept_aside(path) == [content]


def test_a_file_that_is_gone_is_restored_from_the_version_before(compasses, versions, path, now):
    old, new = versions
    path.unlink()
    assert compasses.load(new.id, now) == restored(old, now)


def test_a_restored_compass_says_so_until_the_person_has_seen_it(compasses, versions, path, now):
    _, new = versions
    path.write_bytes(b'')
    compasses.load(new.id, now)
    opened = compasses.load(new.id, now)
    assert opened.restored_on == now.date()
    opened.dismiss_restored()
    compasses.save(opened)
    assert compasses.load(new.id, now).restored_on is None


@pytest.mark.parametrize('moment', range(1, 7))
def test_a_restoration_cut_short_at_any_moment_still_says_so(compasses, versions, path, now, monkeypatch, moment):
    old, new = versions
    path.write_bytes(b'torn')
    left = iter(range(moment))
    sync = os.fsync

    def fsync(handle):
        if next(left, None) is None:
            raise SystemExit
        sync(handle)

    with monkeypatch.context() as power_cut, suppress(SystemExit):
        power_cut.setattr(os, 'fsync', fsync)
        compasses.load(new.id, now)
    assert compasses.load(new.id, now) == restored(old, now)
    assert kept_aside(path) == [b'torn']


def test_a_restored_compass_goes_on_and_can_be_restored_again(compasses, versions, path, now):
    _, new = versions
    for times in (1, 2):
        path.write_bytes(b'torn %d' % times)
        opened = compasses.load(new.id, now.replace(microsecond=times))
        opened.call_me(f'keer {times}')
        compasses.save(opened)
        assert compasses.load(new.id, now).nickname == f'keer {times}'
    assert sorted(kept_aside(path)) == [b'torn 1', b'torn 2']


def test_a_restored_compass_keeps_its_visits(storage, compasses, versions, path, now):
    _, new = versions
    visit = new.end_contact(now)
    storage.visits.add(new.id, visit)
    compasses.save(new)
    path.write_bytes(b'')
    compasses.load(new.id, now)
    assert storage.visits.of(new.id) == [visit]


def test_a_damaged_version_before_changes_nothing_for_the_last_one(compasses, versions, path, now):
    _, new = versions
    previous_of(path).write_bytes(b'')
    assert compasses.load(new.id, now) == new
    assert kept_aside(path) == []


@pytest.mark.parametrize('seed', range(8))
def test_when_both_versions_are_damaged_both_are_kept_aside(compasses, versions, path, now, seed):
    _, new = versions
    last, before = cut(path.read_bytes(), Random(seed)), zero(previous_of(path).read_bytes(), Random(seed))
    path.write_bytes(last)
    previous_of(path).write_bytes(before)
    for _ in range(2):
        with pytest.raises(BrokenCompass):
            compasses.load(new.id, now)
        assert sorted(kept_aside(path)) == sorted([last, before])


def test_damage_to_one_compass_leaves_the_others_alone(compasses, versions, path, now):
    other = compasses.create(now)
    path.write_bytes(b'')
    compasses.load(versions[1].id, now)
    assert compasses.load(other.id, now) == other
