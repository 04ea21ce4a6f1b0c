"""An invitation becomes one account, once."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from model.key import Kind
from model.settings import Settings
from model.storage.files.workers import WorkerFiles
from model.workers.worker import Worker
from model.workers.workers import Workers
from tests.page.cast.at_door import is_told, not_found, seen, sentence
from tests.page.cast.outsiders import FOREIGN_POSTS
from tests.page.cast.people.colleague import Colleague, coordinator_of
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import keys_of
from tests.page.cast.people.person import Owner, Stranger

PAGES = ['/werk/welkom', '/werk/welkom/kies', '/werk/welkom/wachtwoord']
SCRIPTED = ['/werk/welkom/sleutel/vraag', '/werk/welkom/sleutel']


class Guest(Colleague):
    """Opened an invitation and gave a name; has no way in yet."""

    def __init__(self, server: Machine, link: str = '', name: str = 'Gina') -> None:
        self.link = link or coordinator_of(server).invites()
        self._begin(server, name, self.link)

    def _begin(self, server: Machine, name: str, link: str) -> None:
        Stranger.__init__(self, server)
        self.name, self.login, self._last_step = name, f'{name.lower()} {self.address}', 0
        self.accepts(link)
        self.scans()

    def completes(self, **form: str) -> httpx.Response:
        """Fill in the form; what is in `form` takes the place of what is right."""
        right = {'naam': self.login, 'wachtwoord': self.password}
        return self.posts('/werk/welkom/wachtwoord', **right | ({} if 'code' in form else {'code': self.code()}) | form)


@pytest.fixture
def guest(server: Machine) -> Guest:
    return Guest(server)


def worker_on_disk(server: Machine, login: str) -> Worker | None:
    return Workers(WorkerFiles(server.data / 'workers', Settings(data=server.data).derived('workers'))).by_login(login)


# becoming a worker


def test_the_first_coordinator_comes_by_the_invitation_that_the_server_prints(server: Machine) -> None:
    worker = worker_on_disk(server, coordinator_of(server).login)
    assert worker is not None
    assert worker.coordinator


def test_an_invitation_becomes_an_account(guest: Guest) -> None:
    page = guest.completes()
    assert page.status_code == 200
    assert page.headers['cache-control'] == 'no-store'
    assert guest.is_in
    worker = worker_on_disk(guest.server, guest.login)
    assert worker is not None
    assert (worker.name, worker.coordinator, len(worker.recovery)) == ('Gina', False, 8)
    assert keys_of(guest.server.data).find(guest.link.partition('#')[2], worker.made) is None


def test_recovery_codes_are_shown_once(guest: Guest) -> None:
    form = {'naam': guest.login, 'wachtwoord': guest.password, 'code': guest.code()}
    codes = guest.recovery_codes(guest.posts('/werk/welkom/wachtwoord', **form))
    assert len(set(codes)) == 8
    for again in (guest.posts('/werk/welkom/wachtwoord', **form), guest.opens('/werk/welkom/wachtwoord')):
        assert seen(again) == not_found(guest.server)


def test_each_browser_gets_a_code_app_of_its_own(server: Machine) -> None:
    first = Guest(server)
    second = Guest(server, first.link)
    assert first.app.secret != second.app.secret
    # a reload shows the same one: it may have been scanned already
    before = first.app.secret
    first.scans()
    assert first.app.secret == before


@pytest.mark.parametrize('name', ['ش' * 40, '🙂' * 40, 'A' * 40, '<b>"&'])
def test_every_name_fits_in_the_picture_for_the_code_app(server: Machine, name: str) -> None:
    guest = Guest(server, name=name)
    assert guest.opens('/werk/welkom/wachtwoord').text.count('<svg') > 3
    assert guest.completes(naam=f'long {guest.address}').status_code == 200


# the invitation lasts until there is an account


def test_an_invitation_that_was_only_looked_at_still_works(server: Machine) -> None:
    guest = Guest(server)
    assert guest.completes(code='000000').status_code == 400
    again = Guest(server, guest.link)
    assert again.completes().status_code == 200


def test_who_holds_an_invitation_that_was_used_is_told_and_nobody_else(server: Machine, guest: Guest) -> None:
    late = Guest(server, guest.link)
    assert guest.completes().status_code == 200
    expected = not_found(server)
    token = guest.link.partition('#')[2]
    assert is_told(Stranger(server).posts('/werk/uitnodiging', sleutel=token))
    assert seen(Stranger(server).posts('/werk/uitnodiging', sleutel=token[:-1])) == expected
    assert is_told(late.completes())
    assert is_told(late.posts('/werk/welkom', voornaam='Thief'))
    for page in PAGES:
        assert is_told(late.opens(page)), page
        assert seen(guest.opens(page)) == expected, page
    headers = {'X-Kompas': '1', 'Origin': server.url}
    for route in SCRIPTED:
        assert is_told(late.posts(route, headers)), route
    assert not late.is_in
    worker = worker_on_disk(server, guest.login)
    assert worker is not None
    assert worker.name == 'Gina'


def test_of_two_who_use_one_invitation_at_once_one_has_the_account(server: Machine) -> None:
    for _ in range(5):
        first = Guest(server, name='First')
        both = [first, Guest(server, first.link, name='Second')]
        with ThreadPoolExecutor(2) as pool:
            statuses = list(pool.map(lambda one: one.completes().status_code, both))
        assert sorted(statuses) == [200, 404]
        winner, loser = sorted(both, key=lambda one: statuses[both.index(one)])
        assert winner.is_in
        assert not loser.is_in
        worker = worker_on_disk(server, winner.login)
        assert worker is not None
        assert worker.name == winner.name
        assert worker_on_disk(server, loser.login) is None


def test_an_invitation_that_outlived_its_account_opens_nothing(machine: Callable[..., Machine]) -> None:
    server = machine().start()
    Colleague.first(server)
    server.stop()
    # as when the power failed after the account was on disk, and before the invitation was gone
    settings = Settings(data=server.data)
    workers = Workers(WorkerFiles(server.data / 'workers', settings.derived('workers')))
    keys = keys_of(server.data)
    with workers.change(workers.all()[0].id) as worker:
        key = keys.issue('', Kind.INVITE, settings.now(), worker=worker.id)
        worker.hold_key(key.id)
    server.start()
    assert is_told(Stranger(server).posts('/werk/uitnodiging', sleutel=keys.token(key.id)))


def test_who_holds_an_invitation_that_was_replaced_is_told(server: Machine, guest: Guest) -> None:
    token = guest.link.partition('#')[2]
    key = keys_of(server.data).find(token, Settings(data=server.data).now())
    assert key
    assert coordinator_of(server).posts('/werk/team/opnieuw', wie=key.worker).status_code == 200
    assert is_told(Stranger(server).posts('/werk/uitnodiging', sleutel=token))


def test_whoever_has_no_invitation_sees_nothing(server: Machine, stranger: Stranger) -> None:
    expected = not_found(server)
    for page in PAGES:
        assert seen(stranger.opens(page)) == expected, page
    assert seen(stranger.posts('/werk/welkom', voornaam='x')) == expected
    form = {'naam': 'x', 'wachtwoord': Colleague.password, 'code': '000000'}
    assert seen(stranger.posts('/werk/welkom/wachtwoord', **form)) == expected


def test_no_other_key_is_an_invitation(server: Machine, owner: Owner) -> None:
    expected = not_found(server)
    session = coordinator_of(server).session['worker']
    others = ['', 'x', '../keys', 'A' * 23, 'é' * 22, '\x00' * 22, owner.on_disk.sheet_token, session]
    for token in [*others, owner.token_of(owner.id)]:
        stranger = Stranger(server)
        assert seen(stranger.posts('/werk/uitnodiging', sleutel=token)) == expected, token
        assert not stranger.session


def test_an_invitation_is_no_session(server: Machine, guest: Guest) -> None:
    assert not guest.is_in
    assert guest.opens('/werk').status_code != 200
    token = guest.link.partition('#')[2]
    assert guest.enters(token).status_code == 404


def test_guessing_invitations_ends_while_good_ones_open(server: Machine, guest: Guest) -> None:
    guesser = Stranger(server)
    statuses = [guesser.posts('/werk/uitnodiging', sleutel=f'{number:022}').status_code for number in range(22)]
    assert statuses == [404] * 20 + [429] * 2
    good = guest.link.partition('#')[2]
    assert guesser.posts('/werk/uitnodiging', sleutel=good).status_code == 303


# bad input


@pytest.mark.parametrize('name', ['', '   ', '\u202e\u200b'])
def test_a_name_is_needed(guest: Guest, name: str) -> None:
    answer = guest.posts('/werk/welkom', voornaam=name)
    assert (answer.status_code, sentence(answer)) == (400, 'Vul je naam in.')


def test_a_name_may_not_be_endless(guest: Guest) -> None:
    for name in ('a' * 41, 'a' * 4000):
        answer = guest.posts('/werk/welkom', voornaam=name)
        assert (answer.status_code, sentence(answer)) == (400, 'Dat is te lang. Maak het korter.')


def test_without_a_name_there_is_no_next_step(server: Machine) -> None:
    stranger = Stranger(server)
    stranger.posts('/werk/uitnodiging', sleutel=coordinator_of(server).invites().partition('#')[2])
    for page in PAGES[1:]:
        assert stranger.opens(page).headers['location'] == '/werk/welkom'
    form = {'naam': 'nameless', 'wachtwoord': Colleague.password, 'code': '000000'}
    assert stranger.posts('/werk/welkom/wachtwoord', **form).status_code >= 400


@pytest.mark.parametrize(
    ('form', 'words'),
    [
        ({'naam': '  '}, 'Kies een inlognaam.'),
        ({'naam': 'a' * 61}, 'Dat is te lang. Maak het korter.'),
        ({'wachtwoord': 'veertientekens'}, 'Je wachtwoord is te kort. Neem er een van 15 tekens of meer.'),
        ({'wachtwoord': 'ab' * 101}, 'Je wachtwoord is te lang. Neem er een van 200 tekens of minder.'),
        ({'wachtwoord': 'wachtwoord123456'}, 'Dit wachtwoord is te makkelijk te raden. Kies een ander.'),
        ({'code': '000000'}, 'Die code klopt niet. Wacht op de volgende code in je app.'),
        ({'code': ''}, 'Die code klopt niet. Wacht op de volgende code in je app.'),
        ({'code': 'x' * 4000}, 'Die code klopt niet. Wacht op de volgende code in je app.'),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_wrong_is_said_in_one_sentence(guest: Guest, form: dict[str, str], words: str) -> None:
    answer = guest.completes(**form)
    assert (answer.status_code, sentence(answer)) == (400, words)
    assert not guest.is_in
    assert guest.completes().status_code == 200


def test_what_was_typed_stays_but_not_what_is_secret(guest: Guest) -> None:
    page = guest.completes(wachtwoord='geheim', code='135790').text
    assert f'value="{guest.login}"' in page
    assert 'geheim' not in page
    assert '135790' not in page


def test_two_cannot_have_one_login_however_it_is_written(server: Machine, guest: Guest) -> None:
    taken = coordinator_of(server).login
    for login in (taken, f'  {taken.upper()} '):
        answer = guest.completes(naam=login)
        assert (answer.status_code, sentence(answer)) == (400, 'Deze inlognaam is al van een ander. Kies een andere.')


def test_a_form_from_elsewhere_does_nothing(server: Machine, guest: Guest) -> None:
    token = coordinator_of(server).invites().partition('#')[2]
    forms = {
        '/werk/uitnodiging': {'sleutel': token},
        '/werk/welkom': {'voornaam': 'Thief'},
        '/werk/welkom/wachtwoord': {'naam': 'thief', 'wachtwoord': guest.password, 'code': guest.code()},
    }
    for path, form in forms.items():
        for headers in FOREIGN_POSTS:
            answer = guest.posts(path, headers, **form)
            assert answer.status_code == 403, (path, headers)
            assert 'set-cookie' not in answer.headers
    assert worker_on_disk(server, 'thief') is None


def test_nothing_secret_stands_in_the_log_or_in_an_address(server: Machine, guest: Guest) -> None:
    codes = guest.recovery_codes(guest.completes())
    secrets = [guest.link.partition('#')[2], guest.app.secret, guest.password, guest.login, *codes]
    assert not [secret for secret in secrets if secret in server.log]


def test_the_page_of_the_invitation_holds_no_key(stranger: Stranger) -> None:
    page = stranger.opens('/werk/uitnodiging')
    assert page.status_code == 200
    assert 'set-cookie' not in page.headers
    assert re.search(r'name="sleutel" value=""', page.text)
