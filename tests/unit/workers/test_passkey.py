import json
from datetime import timedelta

import pytest
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from model.workers import passkey as passkeys_module
from model.workers.passkey import CHALLENGE_KEPT, BadPasskey, NoPasskeysHere, Passkeys, site_of
from model.workers.worker import Worker
from tests.unit.workers.authenticator import Authenticator

ORIGIN = 'https://kompas.example'
LIES = [{'verified': False}, {'present': False}, {'site': 'evil.example'}, {'cross_origin': True}]
ELSEWHERE = 'https://kompas.example.evil.example'


@pytest.fixture
def passkeys():
    return Passkeys()


@pytest.fixture
def phone():
    return Authenticator()


@pytest.fixture
def noor(now):
    worker = Worker(made=now)
    worker.accept('Noor', 'noor')
    return worker


@pytest.fixture
def held(passkeys, phone, noor, now):
    """Noor with a passkey in her phone."""
    answer = phone.register(passkeys.registration_options(noor, ORIGIN, now), ORIGIN)
    noor.add_passkey(passkeys.registered(noor.id, answer, ORIGIN, now))
    return noor


def verify(passkeys, worker, phone, now, *, origin=ORIGIN, told=ORIGIN):
    """Ask at `origin`, let the phone answer as if it were at `told`."""
    return passkeys.verify(worker, phone.sign_in(passkeys.options(origin, now), told), origin, now)


# making one


def test_a_passkey_that_was_made_can_be_used(passkeys, held, phone, now):
    assert verify(passkeys, held, phone, now) == 2


def test_a_passkey_remembers_where_and_when_it_was_made(held, phone, now):
    made = held.passkey(phone.id)
    assert (made.site, made.made, made.seen, made.counter) == ('kompas.example', now, None, 1)


def test_a_passkey_that_vouches_for_its_device_is_good_too(passkeys, noor, now):
    phone = Authenticator(attestation='packed')
    answer = phone.register(passkeys.registration_options(noor, ORIGIN, now), ORIGIN)
    noor.add_passkey(passkeys.registered(noor.id, answer, ORIGIN, now))
    assert verify(passkeys, noor, phone, now) == 2


def test_a_browser_is_asked_for_a_finger_or_pin_and_to_remember_who_it_is(passkeys, noor, now):
    asked = json.loads(passkeys.registration_options(noor, ORIGIN, now))
    chosen = asked['authenticatorSelection']
    assert (chosen['residentKey'], chosen['userVerification']) == ('required', 'required')
    assert (asked['rp']['id'], asked['attestation']) == ('kompas.example', 'none')
    assert base64url_to_bytes(asked['user']['id']).decode() == noor.id


def test_a_device_that_has_a_passkey_is_not_asked_for_another(passkeys, held, phone, now):
    asked = json.loads(passkeys.registration_options(held, ORIGIN, now))
    assert [one['id'] for one in asked['excludeCredentials']] == [phone.id]


def refused(passkeys, noor, now, phone, *, told=ORIGIN, worker_id=None, at=None):
    answer = phone.register(passkeys.registration_options(noor, ORIGIN, now), told)
    with pytest.raises(BadPasskey):
        passkeys.registered(worker_id or noor.id, answer, ORIGIN, at or now)


@pytest.mark.parametrize(
    'lie', [{'verified': False}, {'present': False}, {'site': 'evil.example'}, {'cross_origin': True}]
)
def test_a_passkey_is_not_made_without_a_finger_for_another_site_or_inside_another_page(passkeys, noor, now, lie):
    refused(passkeys, noor, now, Authenticator(**lie))


def test_a_passkey_is_not_made_at_another_origin(passkeys, noor, phone, now):
    refused(passkeys, noor, now, phone, told=ELSEWHERE)


def test_a_passkey_is_not_made_for_somebody_else_than_who_was_asked(passkeys, noor, phone, now):
    refused(passkeys, noor, now, phone, worker_id='f' * 16)


def test_a_passkey_is_not_made_too_late(passkeys, noor, phone, now):
    refused(passkeys, noor, now, phone, at=now + CHALLENGE_KEPT + timedelta(seconds=1))


def test_a_passkey_is_not_made_twice_of_one_answer(passkeys, noor, phone, now):
    answer = phone.register(passkeys.registration_options(noor, ORIGIN, now), ORIGIN)
    passkeys.registered(noor.id, answer, ORIGIN, now)
    with pytest.raises(BadPasskey):
        passkeys.registered(noor.id, answer, ORIGIN, now)


def test_a_device_that_vouches_falsely_is_refused(passkeys, noor, now):
    phone = Authenticator(attestation='packed')
    options = passkeys.registration_options(noor, ORIGIN, now)
    phone.__dict__['_sign'] = lambda data, client_data: Authenticator()._sign(data, client_data)
    with pytest.raises(BadPasskey):
        passkeys.registered(noor.id, phone.register(options, ORIGIN), ORIGIN, now)


# using one


def test_the_question_names_nobody(passkeys, held, now):
    asked = json.loads(passkeys.options(ORIGIN, now))
    assert asked['allowCredentials'] == []
    assert (asked['userVerification'], asked['rpId']) == ('required', 'kompas.example')


def test_every_question_is_another(passkeys, now):
    assert len({json.loads(passkeys.options(ORIGIN, now))['challenge'] for _ in range(50)}) == 50


@pytest.mark.parametrize('told', [ELSEWHERE, 'http://kompas.example', 'https://kompas.example:8443', 'null', ''])
def test_an_answer_given_at_another_origin_is_refused(passkeys, held, phone, now, told):
    with pytest.raises(BadPasskey):
        verify(passkeys, held, phone, now, told=told)


@pytest.mark.parametrize(
    'lie', [{'verified': False}, {'present': False}, {'site': 'evil.example'}, {'cross_origin': True}]
)
def test_an_answer_without_a_finger_or_for_another_site_is_refused(passkeys, held, phone, now, lie):
    for name, value in lie.items():
        setattr(phone, name, value)
    with pytest.raises(BadPasskey):
        verify(passkeys, held, phone, now)


def test_an_answer_opens_once(passkeys, held, phone, now):
    answer = phone.sign_in(passkeys.options(ORIGIN, now), ORIGIN)
    passkeys.verify(held, answer, ORIGIN, now)
    with pytest.raises(BadPasskey):
        passkeys.verify(held, answer, ORIGIN, now)


def test_a_wrong_answer_uses_the_question_up(passkeys, held, phone, now):
    options = passkeys.options(ORIGIN, now)
    with pytest.raises(BadPasskey):
        passkeys.verify(held, phone.sign_in(options, ELSEWHERE), ORIGIN, now)
    with pytest.raises(BadPasskey):
        passkeys.verify(held, phone.sign_in(options, ORIGIN), ORIGIN, now)


def test_an_answer_of_nobody_uses_the_question_up(passkeys, held, phone, now):
    answer = phone.sign_in(passkeys.options(ORIGIN, now), ORIGIN)
    for worker in (None, held):
        with pytest.raises(BadPasskey):
            passkeys.verify(worker, answer, ORIGIN, now)


def test_an_answer_is_given_within_five_minutes(passkeys, held, phone, now):
    for late, good in ((timedelta(0), True), (timedelta(seconds=1), False)):
        answer = phone.sign_in(passkeys.options(ORIGIN, now), ORIGIN)
        moment = now + CHALLENGE_KEPT + late
        if good:
            assert passkeys.verify(held, answer, ORIGIN, moment)
        else:
            with pytest.raises(BadPasskey):
                passkeys.verify(held, answer, ORIGIN, moment)


def test_a_question_that_was_never_asked_is_answered_in_vain(passkeys, held, phone, now):
    with pytest.raises(BadPasskey):
        passkeys.verify(held, phone.sign_in(Passkeys().options(ORIGIN, now), ORIGIN), ORIGIN, now)


def test_the_question_of_a_new_passkey_does_not_sign_in(passkeys, held, phone, now):
    challenge = json.loads(passkeys.registration_options(held, ORIGIN, now))['challenge']
    answer = phone.sign_in(json.dumps({'challenge': challenge, 'rpId': 'kompas.example'}), ORIGIN)
    with pytest.raises(BadPasskey):
        passkeys.verify(held, answer, ORIGIN, now)


@pytest.mark.parametrize('before', [2, 3, 100])
def test_a_counter_that_stays_or_goes_back_is_refused(passkeys, held, phone, now, before):
    held.use_passkey(phone.id, before, now)
    phone.counter = 1  # it says 2
    with pytest.raises(BadPasskey):
        verify(passkeys, held, phone, now)


def test_a_device_that_does_not_count_can_be_used_again_and_again(passkeys, noor, now):
    phone = Authenticator(counter=-1)
    answer = phone.register(passkeys.registration_options(noor, ORIGIN, now), ORIGIN)
    noor.add_passkey(passkeys.registered(noor.id, answer, ORIGIN, now))
    assert [verify(passkeys, noor, phone, now) for _ in range(3)] == [0, 0, 0]


def test_somebody_elses_passkey_is_refused(passkeys, held, now):
    stranger = Authenticator(user_handle=held.id.encode())
    with pytest.raises(BadPasskey):
        verify(passkeys, held, stranger, now)


def test_a_passkey_with_the_same_id_and_another_key_is_refused(passkeys, held, phone, now):
    forged = Authenticator(credential_id=phone.credential_id, user_handle=held.id.encode(), counter=5)
    with pytest.raises(BadPasskey):
        verify(passkeys, held, forged, now)


@pytest.mark.parametrize('handle', [b'', b'f' * 16])
def test_a_passkey_that_names_somebody_else_is_refused(passkeys, held, phone, now, handle):
    phone.user_handle = handle
    with pytest.raises(BadPasskey):
        verify(passkeys, held, phone, now)


def test_a_passkey_opens_only_the_site_it_was_made_for(passkeys, held, phone, now):
    other = 'https://other.example'
    with pytest.raises(BadPasskey):
        verify(passkeys, held, phone, now, origin=other, told=other)


def test_a_signature_with_one_other_bit_is_refused(passkeys, held, phone, now):
    answer = json.loads(phone.sign_in(passkeys.options(ORIGIN, now), ORIGIN))
    signature = bytearray(base64url_to_bytes(answer['response']['signature']))
    signature[-1] ^= 1
    answer['response']['signature'] = bytes_to_base64url(bytes(signature))
    with pytest.raises(BadPasskey):
        passkeys.verify(held, json.dumps(answer), ORIGIN, now)


# what is no answer at all


@pytest.mark.parametrize(
    'answer',
    ['', 'null', '[]', '{}', '"x"', '{"id": 1}', '[' * 10_000, '{"id": "\\ud800"}', 'x' * 10_000_000, 'NaN'],
)
def test_what_is_no_answer_is_refused(passkeys, held, now, answer):
    for ask in (
        lambda: passkeys.verify(held, answer, ORIGIN, now),
        lambda: passkeys.registered(held.id, answer, ORIGIN, now),
        lambda: passkeys.credential_id(answer),
    ):
        with pytest.raises(BadPasskey):
            ask()


@pytest.mark.parametrize('part', ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'])
@pytest.mark.parametrize('garbage', [None, 7, '', 'A', '!!!!', 'AAAA', [], 'é' * 10])
def test_an_answer_with_garbage_in_it_is_refused(passkeys, held, phone, now, part, garbage):
    answer = json.loads(phone.sign_in(passkeys.options(ORIGIN, now), ORIGIN))
    answer['response'][part] = garbage
    with pytest.raises(BadPasskey):
        passkeys.verify(held, json.dumps(answer), ORIGIN, now)


def test_a_new_passkey_with_garbage_in_it_is_refused(passkeys, noor, phone, now):
    for garbage in ('', 'AAAA', bytes_to_base64url(b'\xa1' * 50), bytes_to_base64url(b'\x9f' * 5000)):
        answer = json.loads(phone.register(passkeys.registration_options(noor, ORIGIN, now), ORIGIN))
        answer['response']['attestationObject'] = garbage
        with pytest.raises(BadPasskey):
            passkeys.registered(noor.id, json.dumps(answer), ORIGIN, now)


# many


def test_questions_without_an_answer_take_no_more_room_than_that(passkeys, now, monkeypatch):
    monkeypatch.setattr(passkeys_module, 'CHALLENGES', 20)
    for _ in range(100):
        passkeys.options(ORIGIN, now)
    assert len(passkeys._signing_in._open) == 20


def test_strangers_who_ask_to_sign_in_make_no_registration_be_forgotten(passkeys, noor, phone, now, monkeypatch):
    monkeypatch.setattr(passkeys_module, 'CHALLENGES', 20)
    options = passkeys.registration_options(noor, ORIGIN, now)
    for _ in range(100):
        passkeys.options(ORIGIN, now)
    assert passkeys.registered(noor.id, phone.register(options, ORIGIN), ORIGIN, now).id == phone.id


# where


@pytest.mark.parametrize(
    ('origin', 'site'),
    [
        ('https://kompas.example', 'kompas.example'),
        ('https://kompas.example:8443', 'kompas.example'),
        ('http://localhost:8080', 'localhost'),
        ('https://localhost', 'localhost'),
    ],
)
def test_passkeys_are_made_for_a_name(origin, site):
    assert site_of(origin) == site


@pytest.mark.parametrize(
    'origin',
    [
        '',
        'null',
        'http://kompas.example',
        'http://192.168.1.5:8080',
        'https://192.168.1.5',
        'https://[::1]:8080',
        'http://127.0.0.1:8080',
        'file://localhost',
        'https://',
        'https://[',
    ],
)
def test_browsers_have_no_passkeys_elsewhere(passkeys, noor, now, origin):
    for ask in (
        lambda: site_of(origin),
        lambda: passkeys.options(origin, now),
        lambda: passkeys.registration_options(noor, origin, now),
        lambda: passkeys.verify(noor, '{}', origin, now),
        lambda: passkeys.registered(noor.id, '{}', origin, now),
    ):
        with pytest.raises(NoPasskeysHere):
            ask()
