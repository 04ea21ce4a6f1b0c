"""A data folder that the program wrote with schema 3 opens, and everything is there: `tests/fixtures/README.md`."""

import hashlib
import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes

from model.access.access import Access
from model.access.session import Session
from model.activity import ActivityKind
from model.compass.album import Size
from model.compass.sharing.picture_pin import matches
from model.key import Row
from model.settings import Settings
from model.storage.files.storage import open_files
from tests.said import said
from tests.unit.workers.authenticator import Authenticator

FIXTURE = Path(__file__).parents[3] / 'fixtures' / 'schema_3'
CONTENTS = json.loads((FIXTURE / 'contents.json').read_text())
NOW = datetime.fromisoformat(CONTENTS['now'])
URL = CONTENTS['url']
ROWS = {
    'own phone': Row.CONFIRMED,
    'shared computer': Row.EVERYONE,
    'handed-over tablet': Row.HANDED_OVER,
    'tablet it was made on': Row.EVERYONE,
}
every_compass = pytest.mark.parametrize('told', CONTENTS['compasses'].values(), ids=CONTENTS['compasses'])
every_worker = pytest.mark.parametrize('told', CONTENTS['workers'].values(), ids=CONTENTS['workers'])


@pytest.fixture
def data(tmp_path):
    """A copy of the folder: opening it changes it."""
    shutil.copytree(FIXTURE / 'stored', tmp_path / 'data')
    return tmp_path / 'data'


@pytest.fixture
def settings(data, monkeypatch):
    monkeypatch.setattr(Settings, 'now', lambda self: NOW.astimezone(self.tz))
    return Settings(data=data, secret=(FIXTURE / 'secret.txt').read_text(), url=URL)


@pytest.fixture
def storage(data, settings):
    storage = open_files(data, settings.derived('workers'))
    yield storage
    storage.close()


@pytest.fixture
def access(storage, settings):
    access = Access.of(storage, settings)
    yield access
    access.close()


@pytest.fixture
def opened(storage, told):
    """The compass that is told of, opened."""
    return storage.compasses.load(told['id'], NOW)


def as_stored(items):
    return said([item.model_dump(mode='json') for item in items])


def by_condition(strengths):
    return sorted(strengths, key=lambda one: one['condition'])


# compasses


@every_compass
def test_all_answers_of_a_compass_are_there(opened, told):
    for name in ('avatar', 'nickname', 'language', 'first_time', 'restored_on', 'taken_along'):
        assert getattr(opened, name) == told[name]
    assert opened.made == datetime.fromisoformat(told['made'])
    assert by_condition(as_stored(opened.strengths.items)) == by_condition(said(told['strengths']))
    assert as_stored(opened.wishes.items) == said(told['wishes'])
    # those that were taken off lie apart now
    steps = sorted(as_stored(opened.steps.every_one), key=lambda step: step['id'])
    before = [{key: value for key, value in step.items() if key != 'taken_off_on'} for step in told['steps']]
    assert steps == said(sorted(before, key=lambda step: step['id']))
    assert as_stored(opened.happened.items) == said(told['happened'])
    assert as_stored(opened.obstacles.items) == said(told['obstacles'])
    assert opened.wishes.now == told['wish_now']
    assert [opened.contact.id, opened.contact.worker] == [told['contact']['id'], told['contact']['worker']]


@every_compass
def test_who_looks_along_does_still(opened, told):
    assert {one.worker: one.reach for one in opened.sharing.shares} == {
        one['worker']: one['reach'] for one in told['shares']
    }
    assert [one.worker for one in opened.sharing.asks] == [one['worker'] for one in told['asks']]
    for one in told['shares']:
        assert opened.sharing.parts_for(one['worker']) == set(one['sees'])


def test_the_same_pictures_open_the_sheet(storage, settings):
    told = CONTENTS['compasses']['rich']
    pin = storage.compasses.load(told['id'], NOW).picture_pin
    assert matches(told['pin_pictures'], pin.hash, settings.derived('pin'))
    assert pin.wrong == told['pin_wrong']


@every_compass
def test_every_photo_drawing_and_voice_is_there(storage, opened, told):
    stored = storage.attachments(told['id'])
    assert opened.album.ids == {one['id'] for one in told['album']}
    for one in told['album']:
        attachment = opened.album.find(one['id'])
        read = {hashlib.sha256(stored.read(attachment, size)).hexdigest() for size in Size}
        assert read == set(one['files'].values())


@every_compass
def test_every_visit_is_there_without_what_is_private(storage, opened, told):
    visits = storage.visits.of(told['id'])
    for visit, was in zip(visits, told['visits'], strict=True):
        assert (visit.id, visit.worker, visit.without_step) == (was['id'], was['worker'], was['without_step'])
        assert visit.began == datetime.fromisoformat(was['began'])
        assert visit.ended == datetime.fromisoformat(was['ended'])
        assert visit.compass['nickname'] == was['nickname']
        kept = visit.model_dump_json()
        off = {taken.what.id for taken in opened.steps.off}
        assert not {one for one in (*was['strengths'], *was['wishes'], *was['steps']) if one not in kept} - off
        assert 'happened' not in kept
        assert 'obstacles' not in kept


def test_a_private_word_that_was_taken_back_is_nowhere_any_more(storage, data):
    taken_back = CONTENTS['compasses']['rich']['taken_back']['words'].encode()
    assert [path for path in data.rglob('*.json') if taken_back in path.read_bytes()]
    assert None not in list(storage.compasses.every_one(NOW))
    assert [path for path in data.rglob('*') if path.is_file() and taken_back in path.read_bytes()] == []


@every_compass
def test_what_was_done_with_it_is_still_told(storage, opened, told):
    activity = storage.activity.latest_of(told['id'], 1000).activities
    assert len(activity) == told['log']['lines']
    latest = told['log']['latest']
    assert (activity[0].at, activity[0].kind.value, activity[0].key) == (
        datetime.fromisoformat(latest['at']),
        ActivityKind(latest['did']).value,
        latest['key'],
    )


def test_what_everyone_did_is_still_told(storage):
    assert len(storage.activity.latest(1000).activities) == CONTENTS['log']['2026-11.jsonl']['lines']


@every_compass
def test_it_can_be_saved_and_opened_again(storage, opened, told):
    opened.call_me('Nieuw')
    storage.compasses.save(opened)
    assert storage.compasses.load(told['id'], NOW) == opened


# keys


def keys_told():
    owners = [*CONTENTS['compasses'].values(), *CONTENTS['workers'].values()]
    return [key for owner in owners for key in owner['keys']]


@pytest.mark.parametrize('told', keys_told(), ids=lambda key: f'{key["kind"]} {key["id"][:4]}')
def test_every_key_opens_what_it_did(access, told):
    found = access.keys.find(told['token'], NOW)
    assert access.keys.token(told['id']) == told['token']
    for name in ('id', 'compass', 'worker', 'kind', 'device', 'locked', 'tries'):
        assert getattr(found, name) == told[name]
    assert [found.made, found.seen] == [datetime.fromisoformat(told[name]) for name in ('made', 'seen')]


def test_each_device_is_in_its_row_of_the_table(access):
    for told in keys_told():
        if told['kind'] == 'device':
            assert access.keys.find(told['token'], NOW).row is ROWS[told['what']]


@pytest.mark.parametrize('told', CONTENTS['ended_keys'], ids=lambda key: key['id'][:4])
def test_a_key_that_ended_opens_nothing(access, told):
    assert access.keys.find(told['token'], NOW) is None


@every_compass
def test_a_compass_lists_its_keys(opened, told):
    assert set(opened.keys) >= {key['id'] for key in told['keys']}


@every_compass
def test_a_device_opens_its_compass(access, told):
    for key in told['keys']:
        if key['kind'] == 'device' and not key['locked']:
            session = Session({'keys': {told['id']: key['token']}})
            assert access.gate.open(session, told['id']).compass.nickname == told['nickname']


# workers


@every_worker
def test_every_worker_is_as_they_were(access, told):
    worker = access.workers.get(told['id'])
    for name in ('name', 'login', 'coordinator', 'team', 'compasses', 'last_code'):
        if name in told:
            assert getattr(worker, name) == told[name]
    assert worker.state.value == told['state']
    assert worker.has_password == told['has_password']
    assert {key['id'] for key in told['keys']} <= set(worker.keys)
    assert access.workers.unopened == access.workers.restored == []


async def test_a_worker_signs_in_with_the_same_password_and_recovery_code(access):
    told = CONTENTS['workers']['jo']
    tried = (told['login'], told['password'], told['recovery_left'][0], NOW)
    assert (await access.sign_in.by_password('address', *tried)).id == told['id']


@pytest.mark.parametrize('who', ['sam', 'max'])
def test_a_worker_signs_in_with_the_same_passkey(access, who):
    told = CONTENTS['workers'][who]
    (passkey,) = told['passkeys']
    phone = Authenticator(
        counter=passkey['counter'],
        credential_id=base64url_to_bytes(passkey['id']),
        user_handle=told['id'].encode(),
    )
    phone._private = ec.derive_private_key(int(passkey['private_key'], 16), ec.SECP256R1())
    soon = NOW + timedelta(seconds=5)
    answer = phone.sign_in(access.sign_in.passkey_options('address', URL, soon), URL)
    assert access.sign_in.by_passkey('address', answer, URL, soon).id == told['id']


def test_an_invitation_is_still_good(access):
    told = CONTENTS['workers']['invited']
    assert access.accounts.invited(told['keys'][0]['token']).id == told['id']
