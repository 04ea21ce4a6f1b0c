"""The preparation of a worker: made of what they may see, and of what is closed not even that it is there."""

import re
from datetime import timedelta

import pytest

from model.compass.answer import Answer
from model.compass.contact import Contact, Visit
from model.compass.life.places import LifePlace
from model.compass.part import Part
from model.compass.step import Felt
from model.settings import Settings
from model.storage.files.atomic import AtomicStorage
from tests.browser.cast.on_disk import changed, compass_of, file_of
from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger, Worker
from ui.screens.compass.preparation import AT_ONCE

NOTHING_NEW = 'Er is niets nieuws.'
TALK = 'Wil hierover praten'


def prepared(noor: Colleague, sam: Guest) -> str:
    """What is to be read on the screen."""
    answer = noor.opens(f'/kompas/{sam.id}/voorbereiden')
    assert answer.status_code == 200
    return re.sub('<[^>]*>', ' ', answer.text)


def sat_together(sam: Guest, *, days_ago: int, worker: str | None = None) -> None:
    """The colleague, or another worker, and the person rounded a contact off, with the compass as it is now."""
    then = Settings().now() - timedelta(days=days_ago)
    contact = Contact(began=then, worker=worker or sam.colleague_id)
    visit = Visit.of(compass_of(sam.server, sam.id), contact, then, without_step=False)
    storage = AtomicStorage(file_of(sam.server, sam.id).with_name('visits.json'))
    rows = (storage.read() or {'visits': {}})['visits']
    storage.write({'visits': {**rows, str(int(visit.id, 16)): visit.model_dump(mode='json')}})


def test_the_last_step_and_how_it_went_stand_first(noor: Colleague, sam: Guest) -> None:
    step = sam.steps_on('taart bakken')
    sat_together(sam, days_ago=1)
    with changed(sam.server, sam.id) as compass:
        compass.steps.finish(step, Settings().today())
        compass.steps.tell_how_it_went(step, Felt.BAD)
    told = prepared(noor, sam)
    for words in ('Laatste gesprek: gisteren', 'De laatste stap', 'Taart bakken', 'Gedaan · vandaag', 'niet goed'):
        assert words in told
    assert NOTHING_NEW in told


def test_what_came_since_is_shown_and_what_was_there_is_not(noor: Colleague, sam: Guest) -> None:
    sam.taps('jezelf-zijn', 'muziek')
    sat_together(sam, days_ago=9)
    sam.taps('erbij-horen', 'vader')
    sam.writes('wens', 'een tuin')
    told = prepared(noor, sam)
    assert 'Nieuw op het kompas' in told
    assert 'vader' in told
    assert 'een tuin' in told
    assert 'muziek' not in told
    assert NOTHING_NEW not in told


def test_among_many_new_steps_a_day_that_went_by_takes_no_place_from_what_is_ahead(noor: Colleague, sam: Guest) -> None:
    today = Settings().today()
    with changed(sam.server, sam.id) as compass:
        for number, days in enumerate([0, *[-3] * AT_ONCE, None]):
            step = compass.steps.start(Answer(words=f'Stap nummer {number}'), today)
            compass.steps.choose_day(step.id, None if days is None else today + timedelta(days=days))
    told = prepared(noor, sam).partition('Nieuwe stappen')[2]
    assert 'Stap nummer 0' in told
    assert 'Stap nummer 1 ' not in told
    assert '+1' in told


def test_the_contact_of_somebody_else_is_not_told(noor: Colleague, sam: Guest) -> None:
    sat_together(sam, days_ago=1, worker='0123abcd')
    assert 'gesprek:' not in prepared(noor, sam)


def test_without_anything_it_says_kindly_that_there_is_nothing_new(noor: Colleague, sam: Guest) -> None:
    told = prepared(noor, sam)
    assert NOTHING_NEW in told
    assert TALK not in told


def wants_to_talk(sam: Guest) -> None:
    with changed(sam.server, sam.id) as compass:
        compass.life.want_to_talk('housing', compass.made, wanted=True)
        compass.life.want_to_talk('money', compass.made, wanted=True)
        compass.life.add('money', LifePlace.NOW, Answer(words='brommergedoe'))


def test_of_a_closed_domain_nothing_is_shown_not_even_that_it_is_there(noor: Colleague, sam: Guest) -> None:
    wants_to_talk(sam)
    told = prepared(noor, sam)
    assert TALK not in told
    for words in ('Wonen', 'Geld', 'brommergedoe'):
        assert words not in told


def test_of_an_open_domain_it_shows_that_the_person_wants_to_talk(noor: Colleague, sam: Guest) -> None:
    wants_to_talk(sam)
    with changed(sam.server, sam.id) as compass:
        compass.sharing.tell(sam.colleague_id, Part.of_domain('housing'), told=True)
    told = prepared(noor, sam)
    assert TALK in told
    assert 'Wonen' in told
    assert 'Geld' not in told


def test_who_sees_the_steps_alone_reads_the_steps_alone(noor: Colleague, sam: Guest) -> None:
    sam.taps('meekijken', 'Alleen mijn stappen')
    sat_together(sam, days_ago=9)
    sam.taps('jezelf-zijn', 'muziek')
    sam.writes('wens', 'een tuin')
    sam.steps_on('oma bellen')
    sam.steps_on('taart bakken')
    told = prepared(noor, sam)
    assert 'Nieuwe stappen' in told
    assert 'Taart bakken' in told
    for words in ('muziek', 'een tuin', 'Nieuw op het kompas', 'Nieuwe wensen'):
        assert words not in told


@pytest.mark.parametrize('own', [True, False], ids=['own', 'of everyone'])
def test_for_the_person_there_is_nothing_to_prepare(owner: Owner, own: bool) -> None:
    assert owner.opens(f'/kompas/{owner.id}/voorbereiden').status_code == 404
    assert Worker(owner, own=own).opens(f'/kompas/{owner.id}/voorbereiden').status_code == 404


def test_it_is_not_there_for_a_stranger_or_a_colleague_who_sees_nothing(
    server: Machine, sam: Guest, stranger: Stranger
) -> None:
    page = f'/kompas/{sam.id}/voorbereiden'
    assert [one.opens(page).status_code for one in (stranger, Colleague(server, 'Wies'))] == [404, 404]
