"""A save that fails says so, and leaves what there was (P18)."""

import errno

import pytest

from model.storage.files.atomic import previous_of
from model.storage.files.document import FILE
from tests.unit.storage.files.atomic.cast import TROUBLES, in_trouble, save_in_trouble
from tests.unit.storage.files.cast import names


@pytest.mark.parametrize(
    ('trouble', 'number'),
    [(TROUBLES[0], errno.EFBIG), (TROUBLES[1], errno.EACCES), (TROUBLES[2], errno.EIO)],
)
def test_a_save_that_cannot_be_written_says_so(saved, trouble, number):
    compasses, compass, folder = saved
    assert save_in_trouble(compasses, compass, trouble(folder)) == number


@in_trouble
def test_after_a_failed_save_the_old_compass_is_intact(saved, trouble, now):
    compasses, compass, folder = saved
    content = (folder / FILE).read_bytes()
    save_in_trouble(compasses, compass, trouble(folder))
    assert (folder / FILE).read_bytes() == content
    assert compasses.load(compass.id, now).nickname == 'tweede'


@in_trouble
def test_after_a_failed_save_the_version_before_is_still_another_one(saved, trouble):
    compasses, compass, folder = saved
    before = previous_of(folder / FILE).read_bytes()
    save_in_trouble(compasses, compass, trouble(folder))
    assert previous_of(folder / FILE).read_bytes() == before


@in_trouble
def test_a_failed_save_leaves_no_unfinished_file(saved, trouble):
    compasses, compass, folder = saved
    save_in_trouble(compasses, compass, trouble(folder))
    assert names(folder) == {'compass.json', 'compass.previous.json'}


@in_trouble
def test_nobody_is_told_of_a_save_that_failed(saved, trouble):
    compasses, compass, folder = saved
    told: list[str] = []
    compasses.changed.connect(told.append)
    save_in_trouble(compasses, compass, trouble(folder))
    assert told == []


@in_trouble
def test_saving_goes_on_without_a_restart_once_the_trouble_is_over(saved, trouble, now):
    compasses, compass, folder = saved
    save_in_trouble(compasses, compass, trouble(folder))
    compasses.save(compass)
    assert compasses.load(compass.id, now).nickname == 'derde'
