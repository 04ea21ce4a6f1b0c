"""Passkeys over the line: joining and signing in with them, and what else is sent there (with one in software)."""

import pytest

from tests.page.cast.at_door import ASK_IN, ASK_NEW, IN, NEW, WRONG, Holder, is_told, not_found, seen
from tests.page.cast.people.colleague import coordinator_of
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Stranger


@pytest.fixture
def priya(server: Machine) -> Holder:
    """Joined with a passkey, and signed out again."""
    holder = Holder(server)
    assert holder.is_in
    holder.posts('/werk/uit')
    return holder


def test_a_worker_joins_and_signs_in_with_a_passkey(priya: Holder) -> None:
    assert not priya.is_in
    assert priya.signs_in().json() == {'page': '/werk'}
    assert priya.is_in


def test_the_way_leads_on_to_where_they_were_going(priya: Holder) -> None:
    priya.opens('/werk/ik')
    assert priya.signs_in('?eigen=ja').json() == {'page': '/werk/ik'}
    for elsewhere in ('//evil.example', 'https://evil.example', '/werk/team'):
        assert priya.signs_in(f'?naar={elsewhere}').json() == {'page': '/werk'}


def test_an_answer_opens_once(priya: Holder) -> None:
    answer = priya.device.sign_in(priya.asked(), priya.server.url)
    assert priya.sends(IN, answer).status_code == 200
    priya.posts('/werk/uit')
    refused = priya.sends(IN, answer)
    assert (refused.status_code, refused.json()) == (403, {'words': WRONG})
    assert not priya.is_in


def test_without_a_finger_or_a_pin_nobody_comes_in(server: Machine, priya: Holder) -> None:
    priya.device.verified = False
    assert (priya.signs_in().status_code, priya.is_in) == (403, False)
    newcomer = Holder(server, joins=False, verified=False)
    assert newcomer.joins().json() == {'words': WRONG}
    assert not newcomer.is_in
    # and the invitation still stands
    newcomer.device.verified = True
    assert newcomer.joins().json() == {'page': '/werk'}


def test_every_wrong_answer_is_refused_alike(server: Machine, priya: Holder) -> None:
    unknown = Holder(server, joins=False)
    unknown.device.user_handle = b'0123456789abcdef'
    foreign = priya.device.sign_in(priya.asked(), 'https://evil.example')
    answers = [
        unknown.sends(IN, unknown.device.sign_in(unknown.asked(), server.url)),
        priya.sends(IN, foreign),
        priya.sends(IN, priya.device.sign_in('{"challenge": "AAAA", "rpId": "localhost"}', server.url)),
        *(priya.sends(IN, nonsense) for nonsense in ('', 'x', '{}', '[]', 'null', '{"id": 1}', '[' * 9000, '\x00')),
        priya.http.post(IN, content=b'\xff\xfe', headers={'Origin': server.url, 'X-Kompas': '1'}),
        priya.sends(IN, 'x' * 30_000),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()) == (403, {'words': WRONG})
    assert not priya.is_in


def test_a_passkey_made_for_another_invitation_is_refused(server: Machine) -> None:
    one, other = Holder(server, joins=False), Holder(server, joins=False)
    answer = one.device.register(one.asked(ASK_NEW), server.url)
    assert other.sends(NEW, answer).status_code == 403
    assert one.sends(NEW, answer).status_code == 403  # the question was answered, wrongly
    assert one.joins().status_code == 200


def test_without_a_name_there_is_no_passkey(server: Machine) -> None:
    nameless = Stranger(server)
    nameless.posts('/werk/uitnodiging', sleutel=coordinator_of(server).invites().partition('#')[2])
    headers = {'Origin': server.url, 'X-Kompas': '1'}
    for path in (ASK_NEW, NEW):
        assert seen(nameless.posts(path, headers)) == not_found(server), path


def test_one_passkey_is_of_one_worker(server: Machine, priya: Holder) -> None:
    other = Holder(server, joins=False)
    other.device = priya.device
    assert other.joins().json() == {'words': WRONG}


def test_an_invitation_gives_one_passkey(server: Machine) -> None:
    holder = Holder(server, joins=False)
    late = Stranger(server)
    late.posts('/werk/uitnodiging', sleutel=holder.link.partition('#')[2])
    late.posts('/werk/welkom', voornaam='Thief')
    assert holder.joins().status_code == 200
    expected = not_found(server)
    headers = {'Origin': server.url, 'X-Kompas': '1'}
    for path in (ASK_NEW, NEW):
        assert is_told(late.posts(path, headers))
        assert seen(holder.posts(path, headers)) == expected


@pytest.mark.parametrize('path', [ASK_IN, IN, ASK_NEW, NEW])
@pytest.mark.parametrize(
    'headers',
    [
        {'Origin': 'https://evil.example'},
        {'Origin': 'null'},
        {'Origin': ''},
        {'Origin': 'http://localhost'},
        {'Origin': 'http://localhost.evil.example'},
        {'X-Kompas': None},
        {'Sec-Fetch-Site': 'cross-site'},
        {'Sec-Fetch-Site': 'same-site'},
    ],
    ids=str,
)
def test_only_our_own_pages_are_answered(server: Machine, path: str, headers: dict[str, str | None]) -> None:
    holder = Holder(server, joins=path != NEW)
    if path == NEW:
        answer = holder.device.register(holder.asked(ASK_NEW), server.url)
    else:
        answer = holder.device.sign_in(holder.asked(), server.url)
    refused = holder.sends(path, answer, **headers)
    assert refused.status_code == 403
    assert 'options' not in refused.text
    assert 'set-cookie' not in refused.headers


def test_at_an_address_that_is_a_number_there_are_none(server: Machine, priya: Holder) -> None:
    origin = f'http://127.0.0.1:{server.port}'
    refused = priya.sends(ASK_IN, Origin=origin)
    assert refused.status_code == 403
    assert refused.json() == {'words': 'Op dit adres kan dat niet. Gebruik een wachtwoord.'}
    assert priya.sends(IN, priya.device.sign_in(priya.asked(), server.url), Origin=origin).status_code == 403


def test_the_question_names_nobody(server: Machine, priya: Holder) -> None:
    asked = Stranger(server).posts(ASK_IN, {'Origin': server.url, 'X-Kompas': '1'}).json()['options']
    assert not asked.get('allowCredentials')
    assert asked['userVerification'] == 'required'
