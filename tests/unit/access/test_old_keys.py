"""Who is there already: keys and cookies of the program before the table open, each in its row."""

import asyncio
import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import itsdangerous
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from model.access.access import Access
from model.access.refusals import Locked
from model.access.session import Session
from model.access.table import ANNOUNCED, EVERYTHING, YEAR, May, is_locked, may, private_parts
from model.compass.answer import Answer
from model.compass.part import OPEN_PARTS, PRIVATE_PARTS
from model.key import Kind, Row
from model.settings import Settings
from model.storage.files.storage import open_files
from ui.http.session import DeviceSession, session_of

FIXTURE = Path(__file__).parents[2] / 'fixtures' / 'schema_4'
CONTENTS = json.loads((FIXTURE / 'contents.json').read_text())
NOW = datetime.fromisoformat(CONTENTS['now'])
RICH, SMALL = (CONTENTS['compasses'][name]['id'] for name in ('rich', 'small'))
TOLD = {key['what']: key for name in ('rich', 'small') for key in CONTENTS['compasses'][name]['keys']}
"""Each key by what it is; the sheet is that of `small`."""
COMPASS_OF = {what: key['compass'] for what, key in TOLD.items() if what in CONTENTS['cookies']}


@pytest.fixture
def clock(monkeypatch):
    """The moment, set by hand: at first the one at which the fixture was made."""
    moment = [NOW]
    monkeypatch.setattr(Settings, 'now', lambda self: moment[0].astimezone(self.tz))
    monkeypatch.setattr(itsdangerous.TimestampSigner, 'get_timestamp', lambda _: int(moment[0].timestamp()))
    return moment


@pytest.fixture
def settings(tmp_path, clock):
    shutil.copytree(FIXTURE / 'stored', tmp_path / 'data')
    return Settings(data=tmp_path / 'data', secret=(FIXTURE / 'secret.txt').read_text(), url=CONTENTS['url'])


@pytest.fixture
def access(settings):
    access = Access.of(open_files(settings.data, settings.derived('workers')), settings)
    yield access
    access.close()


@pytest.fixture
def browser(settings, access):
    """Sends a cookie to the program of now; returns the answer, which says what it reads in it."""

    async def read(request: Request) -> JSONResponse:
        session_of(request).seen = 'today'
        return JSONResponse(request.session)

    signed = {'secret_key': settings.derived('cookie').hex(), 'session_cookie': 'kompas', 'https_only': False}
    signed |= {'held': access.held}
    app = DeviceSession(Starlette(routes=[Route('/', read)]), max_age=int(YEAR.total_seconds()), **signed)

    async def send(cookie):
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url='http://kompas.example') as client:
            return await client.get('/', headers={'Cookie': f'kompas={cookie}'})

    return lambda cookie: asyncio.run(send(cookie))


def session_for(browser, what):
    return Session(browser(CONTENTS['cookies'][what]).json())


def key_of(access, what):
    return access.keys.find(TOLD[what]['token'], access.settings.now())


# keys


@pytest.mark.parametrize(
    ('what', 'row', 'private'),
    [
        ('own phone, full', Row.CONFIRMED, True),
        ('own phone, not full', Row.UNCONFIRMED, False),
        ('shared computer', Row.EVERYONE, False),
        ('tablet it was begun on', Row.EVERYONE, True),
        ('handed-over tablet', Row.HANDED_OVER, False),
    ],
)
def test_each_device_is_in_its_row_of_the_table(access, what, row, private):
    key = key_of(access, what)
    assert (key.row, bool(private_parts(key, NOW))) == (row, private)


def test_an_own_phone_that_saw_everything_may_everything(access):
    assert may(key_of(access, 'own phone, full'), NOW) == EVERYTHING


def test_a_tablet_on_which_a_compass_was_begun_may_everything_until_it_locks(access):
    key = key_of(access, 'tablet it was begun on')
    assert may(key, NOW) == EVERYTHING
    assert is_locked(key, NOW + timedelta(minutes=6))


def test_a_tablet_that_was_handed_over_stays_its_lenders(access):
    key = key_of(access, 'handed-over tablet')
    assert key.worker == CONTENTS['worker']['id']
    assert May.SHARE not in may(key, NOW)


@pytest.mark.parametrize('what', ['own phone, full', 'own phone, not full'])
def test_an_own_phone_never_locks(access, what):
    assert not is_locked(key_of(access, what), NOW + timedelta(days=300))


def test_the_days_of_an_unconfirmed_phone_begin_with_the_upgrade(access, browser, clock):
    access.keys.revoke(TOLD['own phone, full']['id'])  # a confirmed one in use would stop them
    session = session_for(browser, 'own phone, not full')
    clock[0] = upgraded = NOW + timedelta(days=100)
    access.gate.admit(session, RICH, 'address')
    assert key_of(access, 'own phone, not full').announced == upgraded
    clock[0] = upgraded + ANNOUNCED - timedelta(seconds=1)
    access.gate.admit(session, RICH, 'address')
    assert key_of(access, 'own phone, not full').row is Row.UNCONFIRMED
    clock[0] = upgraded + ANNOUNCED
    access.gate.admit(session, RICH, 'address')
    assert key_of(access, 'own phone, not full').row is Row.VOUCHED


@pytest.mark.parametrize('name', ['rich', 'small'])
def test_the_sheet_opens_as_before(access, name):
    (sheet,) = (key for key in CONTENTS['compasses'][name]['keys'] if key['kind'] == 'sheet')
    assert access.entrance.compass_of(sheet['token']) == CONTENTS['compasses'][name]['id']


@pytest.mark.parametrize('told', CONTENTS['worker']['keys'], ids=lambda key: key['what'])
def test_a_worker_stays_signed_in_and_locked_where_they_handed_the_tablet_on(access, told):
    key = access.keys.find(told['token'], NOW)
    assert (key.kind, key.own, key.locked) == (Kind.WORKER, told['own'], told['locked'])


def test_a_key_that_was_written_anew_is_read_as_it_is_now(access):
    key = key_of(access, 'own phone, full')
    access.keys.update(key, tries=1)
    assert key_of(access, 'own phone, full') == key.model_copy(update={'tries': 1})


# cookies


@pytest.mark.parametrize('what', COMPASS_OF)
def test_a_cookie_of_before_opens_the_compass_it_opened(access, browser, what):
    opened = access.gate.open(session_for(browser, what), COMPASS_OF[what])
    assert opened.seen.nickname in {'Sam', 'Roos'}
    sees_private = opened.grant.parts.issuperset(PRIVATE_PARTS)
    assert sees_private is (what in {'own phone, full', 'tablet it was begun on'})
    assert opened.grant.parts >= OPEN_PARTS


def test_the_cookie_of_a_worker_opens_what_they_may_see(access, browser):
    session = session_for(browser, 'worker')
    assert access.signed_in.worker(session).name == 'Noor'
    assert access.gate.open(session, RICH).grant.worker is not None


def test_the_worker_takes_the_tablet_back_that_was_lent_before_the_upgrade(access, browser):
    session = session_for(browser, 'handed-over tablet')
    access.tablet.take_back(session, access.workers.get(CONTENTS['worker']['id']))
    assert access.signed_in.worker(session).name == 'Noor'
    assert key_of(access, 'handed-over tablet') is None


@pytest.mark.parametrize('cookie', CONTENTS['cookies'].values(), ids=CONTENTS['cookies'])
def test_a_cookie_is_good_for_a_year_and_signed_anew_when_it_is_used(browser, clock, cookie):
    opens = {'keys', 'worker'}
    clock[0] = NOW + YEAR - timedelta(days=1)
    answer = browser(cookie)
    assert answer.json().keys() & opens
    clock[0] = NOW + YEAR + timedelta(days=1)
    assert not browser(cookie).json().keys() & opens
    assert browser(answer.cookies['kompas']).json().keys() & opens


def test_a_shared_tablet_of_before_is_not_lost_by_its_lock(access, browser, clock):
    session = session_for(browser, 'tablet it was begun on')
    clock[0] = NOW + timedelta(days=3)
    with pytest.raises(Locked):
        access.gate.open(session, SMALL)
    things = access.lock.things(session, 'avatar-dog')
    assert access.lock.open_older(session, 'avatar-dog', [one for one in things if one == 'humour']) == SMALL
    with access.gate.change(session, SMALL) as compass:
        compass.wishes.choose(Answer(tile='rest'), clock[0].date())
    assert access.gate.open(session, SMALL).grant.parts == OPEN_PARTS
