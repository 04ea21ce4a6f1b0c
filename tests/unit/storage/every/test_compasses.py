from datetime import timedelta

import pytest

from model.activity import Activity, ActivityKind
from model.compass.album import Added, Attachment, Size, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.target import ALBUM, Target
from model.storage.protocols import NoSuchAttachment, NoSuchCompass

FATHER = Answer(tile='father')
UNKNOWN = '0' * 16


@pytest.fixture
def photo(now):
    added = Added(at=now, key='k', own_device=True)
    return Attachment(id='0123456789abcdef', sort=Sort.PHOTO, target=ALBUM, added=added)


# create, load, save


def test_a_new_compass_is_stored_at_once_and_empty(compasses, now):
    compass = compasses.create(now)
    loaded = compasses.load(compass.id, now)
    assert loaded == compass
    assert loaded.is_empty
    assert loaded.made == now


def test_two_new_compasses_are_two(compasses, now):
    assert compasses.create(now).id != compasses.create(now).id


def test_what_is_loaded_is_a_copy_that_changes_nothing_until_it_is_saved(compasses, saved, now):
    compasses.load(saved.id, now).call_me('Fatima')
    assert compasses.load(saved.id, now).nickname == 'Sam'


def test_what_was_saved_can_be_changed_without_changing_what_is_stored(compasses, saved, now, today):
    saved.strengths.choose('belong', FATHER, today)
    compasses.save(saved)
    saved.strengths.quarters['belong'].items.clear()
    assert len(compasses.load(saved.id, now).strengths.items) == 1


def test_what_was_taken_off_stays_off(compasses, saved, now, today):
    saved.strengths.choose('belong', FATHER, today)
    compasses.save(saved)
    saved.strengths.choose('belong', FATHER, today, chosen=False)
    compasses.save(saved)
    assert compasses.load(saved.id, now).strengths.items == []


def test_all_scripts_survive_a_save(compasses, saved, now):
    saved.happened.tell(Answer(words='ትግርኛ عربي 👨‍👩‍👧 "\\'))
    compasses.save(saved)
    assert compasses.load(saved.id, now).happened.items[0].words == 'ትግርኛ عربي 👨‍👩‍👧 "\\'


@pytest.mark.parametrize('for_good', [True, False])
def test_what_was_saved_is_loaded(compasses, saved, now, for_good):
    saved.call_me('Fatima')
    compasses.save(saved, for_good=for_good)
    assert compasses.load(saved.id, now) == saved


def test_saving_one_compass_leaves_the_others_alone(compasses, saved, now):
    other = compasses.create(now)
    other.call_me('Fatima')
    compasses.save(other)
    assert compasses.load(saved.id, now) == saved


def test_who_listens_hears_of_a_change_and_gets_the_document_once_it_is_stored(compasses, saved, now):
    heard = []

    def listen(compass_id, compass):
        heard.append((compass_id, compass, compasses.load(compass_id, now)))

    compasses.changed.connect(listen)
    for for_good in (False, True):
        saved.call_me(f'Sam {for_good}')
        compasses.save(saved, for_good=for_good)
        assert heard.pop() == (saved.id, saved, saved)
    assert heard == []


def test_what_was_taken_away_and_put_back_in_time_survives(compasses, saved, photo, now, today):
    photo.target = Target.parse('condition.belong')
    saved.strengths.choose('belong', FATHER, today)
    saved.attach(photo, today)
    saved.album.take_away(photo.id, now)
    compasses.save(saved)
    compass = compasses.load(saved.id, now)
    assert len(compass.strengths.on('belong', compass.album)) == 1
    compass.album.put_back(photo.id)
    compass.let_go_overdue(now + timedelta(days=1))
    compasses.save(compass)
    loaded = compasses.load(saved.id, now)
    assert len(loaded.strengths.on('belong', loaded.album)) == 2


# what is not there


@pytest.mark.parametrize(
    'compass_id',
    [
        UNKNOWN,
        '',
        '.',
        '..',
        '../../etc',
        '/etc/passwd',
        '0' * 15,
        '0' * 17,
        'A' * 16,
        UNKNOWN + '\n',
        '\x00' * 16,
        '０' * 16,
        f'../compasses/{UNKNOWN}',
        '0' * 100_000,
    ],
)
class TestNoSuchCompass:
    def test_it_does_not_load(self, compasses, saved, compass_id, now):
        with pytest.raises(NoSuchCompass):
            compasses.load(compass_id, now)

    def test_it_has_no_visits(self, storage, saved, compass_id, now):
        with pytest.raises(NoSuchCompass):
            storage.visits.of(compass_id)
        with pytest.raises(NoSuchCompass):
            storage.visits.add(compass_id, saved.end_contact(now))

    def test_it_has_no_attachments(self, storage, saved, compass_id):
        with pytest.raises(NoSuchCompass):
            storage.attachments(compass_id)

    def test_it_has_no_activity(self, storage, saved, compass_id):
        with pytest.raises(NoSuchCompass):
            storage.activity.latest_of(compass_id, 10)

    def test_it_is_not_erased_and_neither_is_anything_else(self, compasses, saved, compass_id, now):
        with pytest.raises(NoSuchCompass):
            compasses.erase(compass_id)
        assert list(compasses.every_one(now)) == [saved]


@pytest.mark.parametrize('compass_id', ['0' * 8, '0' * 16, '0' * 32])
def test_a_compass_that_was_never_made_is_not_saved(compasses, now, compass_id):
    with pytest.raises(NoSuchCompass):
        compasses.save(Compass(id=compass_id, made=now))
    assert list(compasses.every_one(now)) == []


# erase


def test_an_erased_compass_does_not_open_and_another_does(compasses, saved, now):
    other = compasses.create(now)
    compasses.erase(saved.id)
    with pytest.raises(NoSuchCompass):
        compasses.load(saved.id, now)
    assert compasses.load(other.id, now) == other


def test_erasing_takes_visits_attachments_and_activity_along_and_nothing_of_another(storage, saved, photo, now):
    other = storage.compasses.create(now)
    for compass in (saved, other):
        storage.visits.add(compass.id, compass.end_contact(now))
        storage.activity.add(Activity(at=now, kind=ActivityKind.SAW, compass=compass.id))
        stored = storage.attachments(compass.id)
        with stored.aside() as path:
            path.write_bytes(b'picture')
            stored.put(photo, {Size.SCREEN: path})
    held = storage.attachments(saved.id)
    storage.compasses.erase(saved.id)
    for gone in (storage.visits.of, storage.attachments, lambda one: storage.activity.latest_of(one, 1).activities):
        with pytest.raises(NoSuchCompass):
            gone(saved.id)
        assert gone(other.id)
    with pytest.raises(NoSuchAttachment):
        held.read(photo, Size.SCREEN)
    assert storage.attachments(other.id).read(photo, Size.SCREEN) == b'picture'


def test_who_listens_hears_of_an_erased_compass_after_it_is_gone(compasses, saved, now):
    heard = []

    def listen(compass_id, compass):
        heard.append((compass_id, compass, list(compasses.every_one(now))))

    compasses.changed.connect(listen)
    compasses.erase(saved.id)
    assert heard == [(saved.id, None, [])]


def test_a_page_that_still_holds_an_erased_compass_does_not_bring_it_back(storage, saved, now):
    storage.compasses.erase(saved.id)
    with pytest.raises(NoSuchCompass):
        storage.compasses.save(saved)
    with pytest.raises(NoSuchCompass):
        storage.visits.add(saved.id, saved.end_contact(now))
    with pytest.raises(NoSuchCompass):
        storage.compasses.load(saved.id, now)
    assert list(storage.compasses.every_one(now)) == []


# every one of them


def test_every_compass_is_told(compasses, saved, now):
    other = compasses.create(now)
    assert {one.id for one in compasses.every_one(now)} == {saved.id, other.id}


def test_what_is_told_can_be_changed_and_saved_in_between(compasses, now):
    for _ in range(3):
        compasses.create(now)
    for compass in compasses.every_one(now):
        compass.call_me('Sam')
        compasses.save(compass)
    assert [compass.nickname for compass in compasses.every_one(now)] == ['Sam'] * 3


def test_a_compass_that_was_erased_before_its_turn_is_none(compasses, now):
    for _ in range(2):
        compasses.create(now)
    telling = compasses.every_one(now)
    first = next(telling)
    (second,) = {one.id for one in compasses.every_one(now)} - {first.id}
    compasses.erase(second)
    assert list(telling) == [None]


def test_compasses_can_be_erased_while_they_are_told(compasses, now):
    for _ in range(3):
        compasses.create(now)
    for compass in compasses.every_one(now):
        compasses.erase(compass.id)
    assert list(compasses.every_one(now)) == []


def test_closing_twice_is_no_error(storage):
    storage.close()
    storage.close()


# set aside, brought back


def test_what_is_set_aside_is_not_there_any_more(storage, compasses, saved, now):
    compasses.set_aside(saved.id, now)
    with pytest.raises(NoSuchCompass):
        compasses.load(saved.id, now)
    with pytest.raises(NoSuchCompass):
        compasses.save(saved)
    assert saved.id not in {one.id for one in compasses.every_one(now) if one}


def test_who_listens_hears_that_it_is_gone(compasses, saved, now):
    heard = []
    compasses.changed.connect(lambda _, compass: heard.append(compass), sender=saved.id, weak=False)
    compasses.set_aside(saved.id, now)
    assert heard == [None]


def test_it_is_brought_back_whole(compasses, saved, now):
    compasses.set_aside(saved.id, now)
    compasses.bring_back(saved.id)
    assert compasses.load(saved.id, now) == saved


@pytest.mark.parametrize('compass_id', [UNKNOWN, '../..', ''])
def test_what_was_never_set_aside_is_not_brought_back(compasses, compass_id):
    with pytest.raises(NoSuchCompass):
        compasses.bring_back(compass_id)


def test_what_was_brought_back_is_not_brought_back_again(compasses, saved, now):
    compasses.set_aside(saved.id, now)
    compasses.bring_back(saved.id)
    with pytest.raises(NoSuchCompass):
        compasses.bring_back(saved.id)


def test_after_a_while_it_is_forgotten_for_good(compasses, saved, now):
    compasses.set_aside(saved.id, now)
    assert compasses.forget_set_aside(now) == []
    compasses.forget_set_aside(now + timedelta(seconds=2))
    with pytest.raises(NoSuchCompass):
        compasses.bring_back(saved.id)
