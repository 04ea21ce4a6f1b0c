"""An installation over https believes its own address only, and has browsers keep to it (B8)."""

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import itsdangerous
import pytest

from tests.page.cast.outsiders import cookie_secret, signed, with_cookie
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger

ADDRESS = 'https://kompas.example:8443'


@pytest.fixture(scope='module')
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    with Machine(tmp_path_factory.mktemp('secure'), url=ADDRESS) as running:
        yield running


@pytest.mark.parametrize('host', ['kompas.example', 'kompas.example:8443', 'Kompas.Example', 'localhost', '[::1]:80'])
def test_it_answers_to_its_own_name_and_to_this_machine(secure: Machine, host: str) -> None:
    assert Stranger(secure).opens('/', headers={'Host': host}).status_code == 200


HOSTS = ['evil.example', 'kompas.example.', 'kompas.example.evil.example', '10.0.0.1', '', 'x@y']


@pytest.mark.parametrize('host', HOSTS)
@pytest.mark.parametrize('path', ['/', '/gezond', '/k', '/onzin', '/assets/styles/app.css'])
def test_to_no_other_name_there_is_an_answer(secure: Machine, host: str, path: str) -> None:
    answer = Stranger(secure).opens(path, headers={'Host': host, 'X-Forwarded-Host': 'kompas.example'})
    assert answer.status_code == 400
    assert host == '' or host not in answer.text


@pytest.mark.parametrize('path', ['/', '/gezond', '/onzin', '/assets/styles/app.css', '/_nicegui/x'])
def test_browsers_are_told_to_come_by_https_alone(secure: Machine, server: Machine, path: str) -> None:
    assert Stranger(secure).opens(path).headers['strict-transport-security'] == 'max-age=31536000'
    assert 'strict-transport-security' not in Stranger(server).opens(path).headers


@pytest.mark.parametrize('path', ['/', '/gezond', '/onzin', '/_nicegui/x'])
def test_no_window_of_another_site_gets_hold_of_a_page_over_https(secure: Machine, server: Machine, path: str) -> None:
    assert Stranger(secure).opens(path).headers['cross-origin-opener-policy'] == 'same-origin'
    # a browser complains of it where it does not believe it
    assert 'cross-origin-opener-policy' not in Stranger(server).opens(path).headers


@pytest.mark.parametrize('path', ['/', '/k', '/gezond', '/onzin', '/assets/styles/app.css', '/manifest.webmanifest'])
def test_camera_and_microphone_are_for_our_own_pages(server: Machine, path: str) -> None:
    said = Stranger(server).opens(path).headers['permissions-policy'].split(', ')
    assert {'camera=(self)', 'microphone=(self)', 'geolocation=()'} <= set(said)


# the signature


def test_the_cookie_is_signed_with_sha_256(owner: Owner) -> None:
    value, secret = str(owner.http.cookies['kompas']), cookie_secret(owner)
    assert itsdangerous.TimestampSigner(secret, digest_method=hashlib.sha256).unsign(value)
    with pytest.raises(itsdangerous.BadSignature):
        itsdangerous.TimestampSigner(secret).unsign(value)


def test_a_cookie_of_before_opens_what_it_opened_and_is_signed_anew(owner: Owner, stranger: Stranger) -> None:
    old = signed({'keys': owner.session['keys']}, cookie_secret(owner))
    answer = with_cookie(stranger, old).opens(f'/kompas/{owner.id}')
    assert answer.status_code == 200
    value = answer.cookies['kompas']
    signer = itsdangerous.TimestampSigner(cookie_secret(owner), digest_method=hashlib.sha256)
    assert json.loads(base64.b64decode(signer.unsign(value)))['keys'] == owner.session['keys']


# a bad address


@pytest.mark.parametrize(
    'url', ['https://kompas nl', 'https://kompas..nl', 'https://xn--zz', 'https://kompas\u2603.nl']
)
def test_a_bad_address_stops_the_start_with_one_line(tmp_path: Path, url: str) -> None:
    machine = Machine(tmp_path, url=url)
    with pytest.raises(RuntimeError, match='ended at once'):
        machine.start()
    [line] = machine.log.splitlines()
    assert line.startswith('Krachtkompas cannot start: KOMPAS_URL: ')
