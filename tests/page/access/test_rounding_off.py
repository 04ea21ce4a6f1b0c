"""Rounding off: the person ends for all workers at once that they look along; a worker has no such screen."""

from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner

ASKED, NOBODY = 'Stoppen je begeleiders met meekijken?', 'Niemand kijkt met je mee.'


def reaches(sam: Guest) -> list[str]:
    return [share['reach'] for share in sam.on_disk.document['sharing']['shares']]


def test_one_yes_ends_it_for_every_worker(server: Machine, noor: Colleague, sam: Guest) -> None:
    sanne = Colleague(server, 'Sanne')
    sam.lets_look(sanne, 'Alleen mijn stappen')
    sam.taps('afronden', 'Ja')
    assert reaches(sam) == ['share-nothing', 'share-nothing']
    assert [one.opens(f'/kompas/{sam.id}').status_code for one in (noor, sanne, sam)] == [404, 404, 200]
    told = sam.opens(f'/kompas/{sam.id}/meekijken').text
    assert 'Noor' in told
    assert 'Sanne' in told


def test_it_names_who_looks_along_and_a_no_changes_nothing(sam: Guest) -> None:
    page = sam.page('afronden')
    assert 'Noor' in page.text
    before = sam.on_disk.document['sharing']
    with sam.socket(page) as line:
        door = page.listener('Nee')
        line.triggers(page.client_id, door.element, door.id)
        line.settles()
    assert sam.on_disk.document['sharing'] == before


def test_a_worker_has_no_such_screen(noor: Colleague, sam: Guest) -> None:
    assert noor.opens(f'/kompas/{sam.id}/afronden').status_code == 404
    assert 'afronden' not in noor.opens(f'/kompas/{sam.id}/delen').text


def test_what_is_told_of_coming_back_is_true(owner: Owner, sam: Guest) -> None:
    assert 'Met je code kom je er weer in.' in sam.page('afronden').text
    assert 'Neem eerst je code mee' in owner.page('afronden').text
