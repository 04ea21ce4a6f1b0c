"""Sent twice it is there once; taken away, it can be put back for a minute."""

import threading
from collections.abc import Callable

import pytest

from tests.page.cast.attaching import image_of, shows
from tests.page.cast.new_code import share_screen, wipes_everything
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Person
from tests.page.cast.sending import (
    DRAWING,
    SIZE,
    WEBM,
    has_sent,
    is_whole,
    items,
    kept,
    made,
    makes_own,
    new_id,
    on_own_device,
    rewrite,
    sees,
    sends,
    small_photo,
)
from tests.patience import eventually
from tests.unit.media.photo_files import encoded, flag

Make = Callable[..., Machine]

LONG_AGO = '2020-01-01T00:00:00+01:00'


def strength_of(person: Person) -> str:
    person.taps('erbij-horen', 'broer of zus')
    return str(person.on_disk.strengths[0]['id'])


def step_of(person: Person) -> str:
    person.taps('nieuwe-stap', 'koken of bakken')
    return str(person.on_disk.document['steps']['items'][0]['id'])


# twice


@pytest.mark.parametrize('sort', SIZE)
def test_what_is_sent_twice_is_there_once(person: Owner, sort: str) -> None:
    id = has_sent(person, made(sort), sort, 'condition.belong')
    before = person.on_disk.bytes
    assert sends(person, made(sort), sort, 'condition.belong', id).status_code == 200
    assert person.on_disk.bytes == before
    assert is_whole(person.on_disk)


def test_what_is_sent_twice_at_once_is_there_once(person: Owner) -> None:
    id, statuses = new_id(), []
    sending = [
        threading.Thread(
            target=lambda: statuses.append(sends(person, small_photo(), 'foto', 'condition.belong', id).status_code)
        )
        for _ in range(5)
    ]
    for thread in sending:
        thread.start()
    for thread in sending:
        thread.join()
    assert statuses == [200] * 5
    assert len(items(person.on_disk)) == len(person.on_disk.strengths) == 1
    assert is_whole(person.on_disk)
    assert image_of(person, id, 'tegel').size == (64, 48)


def test_the_same_id_again_as_another_sort_or_elsewhere_changes_nothing(person: Owner) -> None:
    id = has_sent(person, small_photo())
    before = person.on_disk.bytes
    assert sends(person, WEBM, 'stem', 'album', id).status_code == 200
    assert sends(person, DRAWING, 'tekening', 'wishes', id).status_code == 200
    assert sends(person, small_photo('PNG'), 'foto', 'condition.belong', id).status_code == 200
    assert person.on_disk.bytes == before
    assert is_whole(person.on_disk)


def test_the_same_id_in_another_compass_is_another_photo(person: Owner, other: Owner) -> None:
    id = has_sent(person, encoded(flag((40, 30)), 'PNG'))
    assert not sees(other, id)
    has_sent(makes_own(other), encoded(flag((30, 40)), 'PNG'), id=id)
    assert (image_of(person, id, 'tegel').size, image_of(other, id, 'tegel').size) == ((40, 30), (30, 40))
    other.taps(f'foto/{id}', 'Weghalen')
    assert sees(person, id)


# away, and back


def test_what_was_taken_away_is_nowhere_and_can_be_put_back(person: Owner) -> None:
    id = has_sent(person, place='condition.belong')
    person.taps(f'foto/{id}', 'Weghalen')
    assert not sees(person, id)
    assert not [page for page in ('', 'fotos', 'erbij-horen', f'foto/{id}') if shows(person, page, id)]
    person.taps(f'foto/{id}', 'Zet terug')
    assert sees(person, id)
    assert shows(person, 'erbij-horen', id)
    assert is_whole(person.on_disk)


def test_a_minute_later_its_files_and_every_word_of_it_are_gone(person: Owner) -> None:
    strength, gone, stays = strength_of(person), new_id(), has_sent(person)
    for place in (f'strength.{strength}', 'wishes', f'step.{step_of(person)}'):
        gone = has_sent(person, place=place)
        person.taps(f'foto/{gone}', 'Weghalen')
        rewrite(person.on_disk, gone, taken_off_at=LONG_AGO)
        person.taps('wens', 'rust')
        assert gone not in person.on_disk.file.read_text(), f'still spoken of: {place}'
        assert [name for name in kept(person.on_disk) if gone in name] == []
        assert 'Dit is niet meer in je album.' in person.page(f'foto/{gone}').text
    assert sees(person, stays)
    assert is_whole(person.on_disk)


@pytest.mark.long
def test_what_was_taken_away_before_a_restart_is_gone_after_it_and_the_rest_is_not(machine: Make) -> None:
    server = machine().start()
    person = on_own_device(server)
    gone, just_now, stays = (has_sent(person) for _ in range(3))
    for id in (gone, just_now):
        person.taps(f'foto/{id}', 'Weghalen')
    server.stop()
    rewrite(person.on_disk, gone, taken_off_at=LONG_AGO)
    server.start()
    eventually(lambda: not [name for name in kept(person.on_disk) if gone in name], 'it was not swept')
    assert gone not in person.on_disk.file.read_text()
    person.taps(f'foto/{just_now}', 'Zet terug')
    assert sees(person, stays)
    assert sees(person, just_now)
    assert is_whole(person.on_disk)


def test_erasing_a_compass_takes_every_file_of_it(person: Owner) -> None:
    has_sent(person)
    has_sent(person, WEBM, 'stem')
    with share_screen(person) as (page, line):
        wipes_everything(person, page, line)
    assert not person.on_disk.folder.exists()
    assert list(person.on_disk.folder.parent.glob('*.erased')) == []
