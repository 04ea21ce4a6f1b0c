"""The log for the coordinator: facts about who did what, and nothing of what is in a compass."""

import re

import pytest

from tests.page.cast.at_desk import Guest
from tests.page.cast.outsiders import seen
from tests.page.cast.people import Colleague, Machine, Owner, Stranger, coordinator_of

_numbers = iter(range(1000))


@pytest.fixture
def coby(server: Machine) -> Colleague:
    return coordinator_of(server)


@pytest.fixture
def noor(server: Machine) -> Colleague:
    return Colleague(server, f'Noralie{next(_numbers)}', team='Oost')


def lines(coby: Colleague, who: str = '') -> list[str]:
    """What is to be read on each line, the newest first."""
    page = coby.opens('/werk/logboek', params={'wie': who} if who else None)
    assert page.status_code == 200
    found = re.findall('<li>(.*?)</li>', page.text, re.DOTALL)
    return [' '.join(re.sub('<[^>]*>', ' ', one).split()) for one in found]


def test_for_anyone_else_the_log_is_not_there(noor: Colleague, server: Machine) -> None:
    assert seen(noor.opens('/werk/logboek')) == seen(noor.opens('/werk/niets-van-dit-al'))
    assert noor.opens('/werk/logboek').status_code == 404
    for one in (Stranger(server), Owner(server)):  # who is not signed in is not told which pages there are
        answers = [one.opens(path) for path in ('/werk/logboek', '/werk/niets-van-dit-al')]
        assert {(answer.status_code, answer.headers['location']) for answer in answers} == {(303, '/werk/in')}


def test_each_line_says_when_who_what_and_which_compass(coby: Colleague, noor: Colleague) -> None:
    sam = Guest(noor, nickname='')
    noor.opens(f'/kompas/{sam.id}')
    of_sam = [line for line in lines(coby) if sam.id[:6] in line]
    assert any(re.fullmatch(rf'\d\d:\d\d {noor.name} keek in het kompas {sam.id[:6]}', line) for line in of_sam)
    assert any('iemand met een sleutel begon een nieuw kompas' in line for line in of_sam)
    assert any('kwam binnen met de code' in line for line in of_sam)


def test_the_log_holds_no_name_of_a_person_no_whole_id_and_nothing_of_the_compass(
    coby: Colleague, noor: Colleague
) -> None:
    sam = Guest(noor, 'Samoerai')
    sam.writes('wens', 'brommergedoe')
    sam.steps_on('taartbakkerij')
    page = coby.opens('/werk/logboek').text
    assert 'veranderde iets' in page
    for hidden in ('Samoerai', 'brommergedoe', 'taartbakkerij', sam.id, sam.id[:7]):
        assert hidden not in page


def test_a_fact_about_a_colleague_says_whom(coby: Colleague, noor: Colleague) -> None:
    worker = re.findall(f'value="([0-9a-f]{{16}})">{noor.name}<', coby.opens('/werk/logboek').text)[0]
    coby.posts('/werk/team/uit', wie=worker)
    assert f'{coby.name} zette een account uit het gaat over {noor.name}' in lines(coby)[0]


def test_the_log_of_one_worker_holds_what_they_did_and_what_is_about_them(coby: Colleague, noor: Colleague) -> None:
    Guest(noor)
    worker = re.findall(f'value="([0-9a-f]{{16}})">{noor.name}<', coby.opens('/werk/logboek').text)[0]
    of_noor = lines(coby, worker)
    assert of_noor
    assert all(noor.name in line for line in of_noor)
    assert len(lines(coby)) > len(of_noor)


@pytest.mark.parametrize('who', ['0' * 16, '<script>', '../..'])
def test_the_log_of_nobody_is_that_of_everyone(coby: Colleague, noor: Colleague, who: str) -> None:
    assert len(lines(coby, who)) == len(lines(coby))
    assert '<script>' not in coby.opens('/werk/logboek', params={'wie': who}).text.replace('<script defer', '')
