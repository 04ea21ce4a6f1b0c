import pytest

from model.compass.album import Size, Sort
from model.storage.protocols import NoSuchAttachment, NoSuchCompass
from tests.unit.storage.cast import ONE, SORTS

OTHER, UNKNOWN = 'fedcba9876543210', '0' * 16
every_sort = pytest.mark.parametrize(('sort', 'sound'), SORTS)


def put(stored, attachment, **contents):
    """Store an attachment; of a photo `tile` too."""
    contents = {'screen': b'screen', 'tile': b'tile'} | contents
    with stored.aside() as screen, stored.aside() as tile:
        screen.write_bytes(contents['screen'])
        tile.write_bytes(contents['tile'])
        finished = {Size.SCREEN: screen} | ({Size.TILE: tile} if attachment.sort is Sort.PHOTO else {})
        stored.put(attachment, finished)
        assert not screen.exists()


def is_there(stored, attachment):
    try:
        return bool(stored.read(attachment, Size.SCREEN))
    except NoSuchAttachment:
        return False


# stored and read


@every_sort
def test_what_was_put_is_read(stored, attachment, sort, sound):
    one = attachment(sort, sound)
    put(stored, one)
    assert stored.read(one, Size.SCREEN) == stored.read(one, Size.SOUND) == b'screen'


def test_a_photo_and_its_tile_do_not_stand_in_each_others_way(stored, attachment):
    put(stored, attachment())
    assert (stored.read(attachment(), Size.SCREEN), stored.read(attachment(), Size.TILE)) == (b'screen', b'tile')


@every_sort
def test_only_of_a_photo_there_is_a_tile_of_its_own(stored, attachment, sort, sound):
    one = attachment(sort, sound)
    put(stored, one)
    assert stored.read(one, Size.TILE) == (b'tile' if sort is Sort.PHOTO else b'screen')


def test_putting_a_second_time_replaces_the_first(stored, attachment):
    for content in (b'first', b'second'):
        put(stored, attachment(), screen=content)
    assert stored.read(attachment(), Size.SCREEN) == b'second'


@every_sort
def test_what_is_not_there_is_not_read(storage, stored, attachment, now, sort, sound):
    other = storage.compasses.create(now)
    put(storage.attachments(other.id), attachment(sort, sound))
    for size in Size:
        with pytest.raises(NoSuchAttachment):
            stored.read(attachment(sort, sound), size)


def test_what_was_put_is_there_for_whoever_asks_anew(storage, stored, saved, attachment):
    put(stored, attachment())
    assert is_there(storage.attachments(saved.id), attachment())


# aside


def test_what_is_received_and_not_put_anywhere_leaves_nothing(stored):
    with stored.aside() as path:
        assert not path.exists()
        path.write_bytes(b'half')
    assert not path.exists()


def test_nothing_stays_when_receiving_fails(stored):
    with pytest.raises(ValueError, match='no picture'), stored.aside() as path:
        path.write_bytes(b'half')
        raise ValueError('no picture')
    assert not path.exists()


def test_two_are_received_side_by_side(stored):
    with stored.aside() as one, stored.aside() as other:
        one.write_bytes(b'one')
        other.write_bytes(b'other')
        assert (one.read_bytes(), other.read_bytes()) == (b'one', b'other')


def test_nothing_is_received_for_a_compass_that_was_erased(storage, stored, saved):
    storage.compasses.erase(saved.id)
    with pytest.raises(NoSuchCompass), stored.aside():
        pass


def test_nothing_is_put_when_the_compass_is_erased_meanwhile(storage, stored, saved, attachment):
    with stored.aside() as path:
        path.write_bytes(b'half')
        storage.compasses.erase(saved.id)
        with pytest.raises(NoSuchCompass):
            stored.put(attachment(), {Size.SCREEN: path})
    assert not is_there(stored, attachment())


def test_attachments_held_from_before_do_not_bring_an_erased_compass_back(storage, stored, saved, attachment, now):
    put(stored, attachment())
    storage.compasses.erase(saved.id)
    stored.drop({ONE})
    stored.drop_orphans(set())
    assert list(storage.compasses.every_one(now)) == []


# drop


@every_sort
def test_all_of_what_is_dropped_goes_and_nothing_else(stored, attachment, sort, sound):
    others = [attachment(*one, attachment_id=f'{number:016x}') for number, one in enumerate(SORTS)]
    for one in (*others, attachment(sort, sound)):
        put(stored, one)
    stored.drop({ONE})
    assert not is_there(stored, attachment(sort, sound))
    assert all(is_there(stored, one) for one in others)


def test_dropping_nothing_takes_nothing_away(stored, attachment):
    put(stored, attachment())
    stored.drop(set())
    stored.drop({OTHER})
    assert is_there(stored, attachment())


def test_dropping_twice_or_before_there_is_anything_is_no_error(stored, attachment):
    stored.drop({ONE})
    put(stored, attachment())
    stored.drop({ONE})
    stored.drop({ONE})
    assert not is_there(stored, attachment())


@every_sort
def test_what_nothing_speaks_of_goes_and_what_belongs_to_the_compass_stays(stored, attachment, sort, sound):
    kept, orphan = attachment(sort, sound, ONE), attachment(sort, sound, UNKNOWN)
    for one in (kept, orphan):
        put(stored, one)
    stored.drop_orphans({ONE, OTHER})
    assert (is_there(stored, kept), is_there(stored, orphan)) == (True, False)
