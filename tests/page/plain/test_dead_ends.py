"""What is not there: who held something is told what became of it, and nobody else learns anything."""

import re

import httpx
import pytest

from tests.page.cast.at_desk import Guest
from tests.page.cast.new_code import ends_other_keys, erases
from tests.page.cast.outsiders import seen
from tests.page.cast.people.colleague import Colleague, coordinator_of
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.page.cast.session_on_disk import signed_in_ago

NOWHERE = '0' * 16
ERASED, SIGNED_OUT, KEEPS_NOTHING = 'Dit kompas is gewist.', 'Je bent uitgelogd.', 'Deze browser onthoudt niets.'
ASKS = '?koekje=vraag'


def title(answer: httpx.Response) -> str:
    found = re.search('<h1>(.*?)</h1>', answer.text)
    assert found, answer.text[:300]
    return found[1]


def nowhere(server: Machine) -> tuple[int, str, dict[str, str]]:
    return seen(Stranger(server).opens(f'/kompas/{NOWHERE}'))


# nothing there


def test_the_page_of_nothing_leads_on(server: Machine, stranger: Stranger) -> None:
    assert coordinator_of(server)
    page = stranger.opens('/niets')
    assert page.status_code == 404
    assert title(page) == 'We kunnen dit niet vinden.'
    for way in ('/', '/ik-heb-een-kompas', '/werk'):
        assert f'href="{way}"' in page.text


def test_a_stranger_sees_the_same_of_what_is_there_was_there_and_never_was(server: Machine) -> None:
    alive, erased = Owner(server), Owner(server)
    erases(erased)
    stranger = Stranger(server)
    pages = [f'/kompas/{one}{page}' for one in (alive.id, erased.id, NOWHERE) for page in ('', '/wens', '/stap/x')]
    assert {str(seen(stranger.opens(page))) for page in [*pages, '/niets']} == {str(nowhere(server))}
    assert 'set-cookie' not in stranger.opens(f'/kompas/{alive.id}').headers


# erased


def test_a_device_of_the_person_is_told_that_the_compass_was_erased(owner: Owner, worker: Worker) -> None:
    assert worker.opens(f'/kompas/{owner.id}').status_code == 200
    erases(owner)
    for page in ('', '/wens', '/stap/0123abcd'):
        answer = worker.opens(f'/kompas/{owner.id}{page}')
        assert (answer.status_code, title(answer)) == (404, ERASED)
        assert 'Toch terughalen' not in answer.text
    assert seen(worker.opens(f'/kompas/{NOWHERE}')) == nowhere(owner.server)


def test_where_it_was_erased_it_can_be_brought_back(owner: Owner, worker: Worker) -> None:
    erases(owner)
    answer = owner.opens(f'/kompas/{owner.id}')
    assert (answer.status_code, title(answer)) == (404, ERASED)
    assert f'href="/gewist/{owner.id}"' in answer.text
    owner.posts(f'/gewist/{owner.id}')
    assert owner.opens(f'/kompas/{owner.id}').status_code == 200
    # it is there again, and this device of before opens it no more: that is all there is to know
    assert seen(worker.opens(f'/kompas/{owner.id}')) == nowhere(owner.server)


def test_a_device_that_was_stopped_before_learns_nothing(owner: Owner, worker: Worker) -> None:
    ends_other_keys(owner, devices_too=True)
    assert seen(worker.opens(f'/kompas/{owner.id}')) == nowhere(owner.server)
    erases(owner)
    assert seen(worker.opens(f'/kompas/{owner.id}')) == nowhere(owner.server)


def test_who_only_looked_learns_nothing(owner: Owner, stranger: Stranger) -> None:
    stranger.enters(owner.on_disk.sheet_token, looks=True)
    assert stranger.opens(f'/kompas/{owner.id}').status_code == 200
    erases(owner)
    assert seen(stranger.opens(f'/kompas/{owner.id}')) == nowhere(owner.server)


# signed out


def test_a_worker_whose_session_ended_is_told_and_comes_back_to_where_they_were(server: Machine) -> None:
    anna = Colleague(server)
    sam = Guest(anna)
    assert anna.opens(f'/kompas/{sam.id}/wens').status_code == 200
    signed_in_ago(anna, hours=13)
    answer = anna.opens(f'/kompas/{sam.id}/wens')
    assert (answer.status_code, title(answer)) == (404, SIGNED_OUT)
    assert 'href="/werk/in"' in answer.text
    assert 'dan ga je verder waar je was' in anna.opens('/werk/in').text
    assert anna.signs_in().headers['location'] == f'/kompas/{sam.id}/wens'


def test_of_a_compass_nobody_who_is_signed_out_learns_whether_it_is_there(server: Machine) -> None:
    anna, owner = Colleague(server), Owner(server)
    signed_in_ago(anna, hours=13)
    pages = [anna.opens(f'/kompas/{one}/wens') for one in (owner.id, NOWHERE)]
    assert [title(page) for page in pages] == [SIGNED_OUT, SIGNED_OUT]
    assert pages[0].text == pages[1].text


def test_who_signed_out_themselves_is_a_stranger(server: Machine) -> None:
    anna, owner = Colleague(server), Owner(server)
    anna.posts('/werk/uit')
    assert seen(anna.opens(f'/kompas/{owner.id}')) == nowhere(server)


# no cookies


class Forgetful(Stranger):
    """A browser that keeps no cookie."""

    def sends(self, path: str, **form: str) -> httpx.Response:
        self.http.cookies.clear()
        answer = self.posts(path, **form)
        if answer.status_code == 307:
            self.http.cookies.clear()
            return self.posts(answer.headers['location'], **form)
        return answer


FORMS = [
    ('/nieuw', {}),
    ('/k', {'wiens': 'mijn'}),
    ('/taal', {'taal': 'en'}),
    ('/werk/in', {'naam': 'noor', 'wachtwoord': 'x', 'code': '1'}),
    ('/werk/uitnodiging', {}),
]


@pytest.mark.parametrize(('path', 'form'), FORMS)
def test_a_browser_that_keeps_nothing_is_told_so_and_nothing_is_begun(
    server: Machine, path: str, form: dict[str, str]
) -> None:
    owner, forgetful = Owner(server), Forgetful(server)
    if path == '/k':
        form = form | {'sleutel': owner.on_disk.sheet_token}
    compasses, keys = sorted(server.data.glob('compasses/*')), sorted(server.data.glob('keys/*'))
    for _ in range(3):
        answer = forgetful.sends(path + ASKS, **form)
        assert (answer.status_code, title(answer)) == (400, KEEPS_NOTHING)
        assert 'set-cookie' not in answer.headers
    assert sorted(server.data.glob('compasses/*')) == compasses
    assert sorted(server.data.glob('keys/*')) == keys


@pytest.mark.parametrize(('path', 'page'), [('/nieuw', '/'), ('/k', '/k'), ('/taal', '/'), ('/werk/in', '/werk/in')])
def test_the_forms_ask_for_it(stranger: Stranger, path: str, page: str) -> None:
    assert f'action="{path}{ASKS}"' in stranger.opens(page).text


def test_a_first_visit_is_sent_on_once_and_comes_in(owner: Owner, stranger: Stranger) -> None:
    sheet = owner.on_disk.sheet_token
    first = stranger.posts(f'/k{ASKS}', sleutel=sheet, wiens='mijn')
    assert first.status_code == 307
    assert sheet not in first.headers['location']
    assert not stranger.session.get('keys')
    second = stranger.posts(first.headers['location'], sleutel=sheet, wiens='mijn')
    assert second.headers['location'] == f'/van-wie/{owner.id}'
    assert 'probed' not in stranger.session
    # from here on it shows its cookie at once
    assert stranger.posts(f'/taal{ASKS}', taal='en').status_code == 303
