"""The page "Zo log je in": what a worker sees and changes of their own ways in, and who is told."""

import json
import re

import httpx
import pyotp
import pytest

from tests.page.cast.at_desk import Desk
from tests.page.cast.at_door import Holder, sentence
from tests.page.cast.outsiders import FOREIGN_POSTS
from tests.page.cast.people.colleague import Colleague, coordinator_of
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Stranger
from tests.page.cast.session_on_disk import proved_ago, session_key
from tests.unit.workers.authenticator import Authenticator

OWN, PROOF = '/werk/ik', '/werk/ik/bewijs'
ASKED = 'Was jij dat?'
PASSWORD = 'ratelslang-oever-jutezak'


@pytest.fixture
def priya(server: Machine) -> Holder:
    """Has a passkey, and no password."""
    return Holder(server)


def elsewhere(worker: Colleague) -> Colleague:
    """The same worker in another browser, signed in too."""
    other = Colleague.__new__(Colleague)
    other.__dict__.update(worker.__dict__)
    fresh = Stranger(worker.server)
    other.http, other.address = fresh.http, fresh.address
    assert other.signs_in(code=worker.recovery.pop()).status_code == 303
    return other


def codes_on(answer: httpx.Response) -> list[str]:
    return re.findall(r'<code dir="ltr">([0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4})</code>', answer.text)


def adds_passkey(holder: Stranger, device: Authenticator | None = None) -> tuple[Authenticator, httpx.Response]:
    device = device or Authenticator()
    headers = {'Origin': holder.server.url, 'X-Kompas': '1'}
    asked = holder.http.post(f'{OWN}/sleutel/vraag', headers=headers)
    if 'options' not in asked.json():
        return device, asked
    answer = device.register(json.dumps(asked.json()['options']), holder.server.url)
    return device, holder.http.post(f'{OWN}/sleutel', content=answer, headers=headers)


# the page


def test_everyone_at_work_finds_it_from_the_desk(noor: Colleague, priya: Holder) -> None:
    for worker in (noor, priya):
        assert 'Zo log je in' in worker.opens('/werk').text
        page = worker.opens(OWN)
        assert (page.status_code, page.headers['cache-control']) == (200, 'no-store')
        for words in ('Gezicht of vinger', 'Wachtwoord', 'Herstelcodes', 'Waar je nu bent ingelogd', 'deze computer'):
            assert words in page.text


def test_it_shows_nothing_secret(noor: Colleague) -> None:
    page = noor.opens(OWN).text
    assert noor.login in page
    assert noor.app.secret not in page.replace(' ', '')
    assert not [code for code in noor.recovery if code in page]
    assert str(noor.session['worker']) not in page


# recovery codes


def test_new_recovery_codes_are_shown_once_and_end_the_old(noor: Colleague, server: Machine) -> None:
    old = noor.recovery[0]
    answer = noor.posts(f'{OWN}/herstelcodes')
    new = codes_on(answer)
    assert len(set(new)) == 8
    assert answer.headers['cache-control'] == 'no-store'
    assert 'data-print' in answer.text
    assert 'data-copy' in answer.text
    assert not [code for code in new if code in noor.opens(OWN).text]
    assert 'Je hebt nog 8 codes.' in noor.opens(OWN).text
    assert noor.signs_in(code=old).status_code == 403
    assert noor.signs_in(code=new[0]).status_code == 303
    assert noor.signs_in(code=new[0]).status_code == 403
    assert 'Je hebt nog 7 codes.' in noor.opens(OWN).text


def test_who_has_only_a_passkey_gets_codes_with_a_login_and_comes_in_with_one(priya: Holder) -> None:
    assert 'Kies een inlognaam' in priya.opens(OWN).text
    assert sentence(priya.posts(f'{OWN}/herstelcodes', naam=' ')) == 'Kies een inlognaam.'
    login = f'priya {priya.address}'
    codes = codes_on(priya.posts(f'{OWN}/herstelcodes', naam=login))
    assert 'Kies een inlognaam' not in priya.opens(OWN).text
    lost = Stranger(priya.server)
    assert lost.posts('/werk/in', naam=login, wachtwoord='', code=codes[0]).headers['location'] == '/werk'
    assert lost.posts('/werk/in', naam=login, wachtwoord='', code=codes[0]).status_code == 403
    other = Stranger(priya.server).posts('/werk/in', naam='priya', wachtwoord='', code=codes[1])
    assert other.status_code == 403


def test_a_login_of_somebody_else_is_said_to_be_taken(noor: Colleague, priya: Holder) -> None:
    refused = priya.posts(f'{OWN}/herstelcodes', naam=noor.login)
    assert (refused.status_code, sentence(refused)[:22]) == (400, 'Deze inlognaam is al v')
    assert codes_on(refused) == []


# passkeys


def test_a_second_passkey_lets_in_and_either_may_go_but_not_both(priya: Holder) -> None:
    second, added = adds_passkey(priya)
    assert added.json() == {'page': f'{OWN}?sleutel=nieuw'}
    assert priya.opens(OWN).text.count('action="/werk/ik/sleutel/weg"') == 2
    first = priya.device
    assert priya.posts(f'{OWN}/sleutel/weg', wie=first.id).status_code == 303
    # the same tap in another tab, and then the last one
    assert priya.posts(f'{OWN}/sleutel/weg', wie=first.id).status_code == 303
    refused = priya.posts(f'{OWN}/sleutel/weg', wie=second.id)
    assert (refused.status_code, sentence(refused)[:18]) == (409, 'Dit is de laatste.')
    priya.posts('/werk/uit')
    priya.device = second
    assert priya.signs_in().json() == {'page': '/werk'}
    priya.device = first
    assert priya.signs_in().status_code == 403


def test_a_passkey_has_a_name_and_nothing_in_it_is_html(priya: Holder) -> None:
    assert priya.posts(f'{OWN}/sleutel/naam', wie=priya.device.id, naam='<b>Telefoon').status_code == 303
    assert '&lt;b&gt;Telefoon' in priya.opens(OWN).text
    assert sentence(priya.posts(f'{OWN}/sleutel/naam', wie=priya.device.id, naam='x' * 41))
    assert priya.posts(f'{OWN}/sleutel/naam', wie='onzin', naam='x').status_code == 303


def test_nobody_takes_off_or_names_the_passkey_of_a_colleague(server: Machine, priya: Holder) -> None:
    other = Holder(server)
    before = other.opens(OWN).text
    priya.posts(f'{OWN}/sleutel/weg', wie=other.device.id)
    priya.posts(f'{OWN}/sleutel/naam', wie=other.device.id, naam='van mij')
    assert other.opens(OWN).text == before


def test_the_passkey_of_a_colleague_is_not_added(server: Machine, priya: Holder) -> None:
    other = Holder(server)
    _, refused = adds_passkey(priya, other.device)
    assert refused.status_code == 403
    assert priya.opens(OWN).text.count('action="/werk/ik/sleutel/weg"') == 1


# the password


def test_another_password_takes_the_place_of_the_old(noor: Colleague) -> None:
    assert 'class="qr"' not in noor.opens(f'{OWN}/wachtwoord').text
    answer = noor.posts(f'{OWN}/wachtwoord', wachtwoord=PASSWORD, code=noor.code())
    assert answer.headers['location'] == f'{OWN}?wachtwoord=nieuw'
    assert 'Je nieuwe wachtwoord is bewaard.' in noor.opens(f'{OWN}?wachtwoord=nieuw').text
    recovery = noor.recovery
    assert noor.signs_in(code=recovery[0]).status_code == 403
    noor.password = PASSWORD
    assert noor.signs_in(code=recovery[0]).status_code == 303


def test_what_is_wrong_with_a_password_is_said(noor: Colleague) -> None:
    noor.opens(f'{OWN}/wachtwoord')
    short = noor.posts(f'{OWN}/wachtwoord', wachtwoord='kort', code=noor.code())
    assert (short.status_code, 'te kort' in sentence(short)) == (400, True)
    wrong = noor.posts(f'{OWN}/wachtwoord', wachtwoord=PASSWORD, code='000000')
    assert (wrong.status_code, 'Die code klopt niet.' in sentence(wrong)) == (400, True)
    assert noor.signs_in().status_code == 303


def test_a_first_password_comes_with_an_app_that_is_scanned(priya: Holder) -> None:
    shown = re.search(r'<code dir="ltr">((?:[A-Z2-7]{4} ?){8})</code>', priya.opens(f'{OWN}/wachtwoord').text)
    assert shown
    again = priya.opens(f'{OWN}/wachtwoord').text
    assert shown[0] in again, 'the same in another tab'
    app, login = pyotp.TOTP(shown[1].replace(' ', '')), f'priya {priya.address}'
    answer = priya.posts(f'{OWN}/wachtwoord', naam=login, wachtwoord=PASSWORD, code=app.now())
    assert answer.headers['location'] == f'{OWN}?wachtwoord=nieuw', answer.text
    assert 'met een wachtwoord en een app met codes' in priya.opens(OWN).text


def test_another_app_ends_the_old_one(noor: Colleague) -> None:
    old = noor.app
    shown = re.search(r'<code dir="ltr">((?:[A-Z2-7]{4} ?){8})</code>', noor.opens(f'{OWN}/wachtwoord/app').text)
    assert shown
    noor.app = pyotp.TOTP(shown[1].replace(' ', ''))
    noor.posts(f'{OWN}/wachtwoord/app', wachtwoord=PASSWORD, code=noor.code())
    noor.password = PASSWORD
    right = noor.app
    noor.app = old
    assert noor.signs_in().status_code == 403
    noor.app = right
    assert noor.signs_in(code=noor.last_code).status_code == 303, 'at the same moment, so only the app was wrong'


# a fresh proof

PAGES = [f'{OWN}/wachtwoord', f'{OWN}/wachtwoord/app']
CHANGES = [(f'{OWN}/herstelcodes', {}), (f'{OWN}/sleutel/weg', {'wie': 'x'}), (f'{OWN}/wachtwoord', {'code': '1'})]


def test_a_while_after_signing_in_every_change_asks_for_a_proof_first(noor: Colleague) -> None:
    proved_ago(noor, minutes=6)
    before = noor.opens(OWN).text
    for page in PAGES:
        assert noor.opens(page).headers['location'] == PROOF, page
    for path, form in CHANGES:
        assert noor.posts(path, **form).headers['location'] == PROOF, path
    assert adds_passkey(noor)[1].json() == {'page': PROOF}
    assert noor.opens(OWN).text == before


def test_a_password_and_a_code_prove_it_and_lead_back(noor: Colleague) -> None:
    proved_ago(noor, minutes=6)
    noor.opens(f'{OWN}/wachtwoord')
    assert noor.opens(PROOF).status_code == 200
    wrong = noor.posts(PROOF, wachtwoord='wrong', code=noor.code())
    assert (wrong.status_code, sentence(wrong)) == (403, 'Dat klopt niet. Probeer het nog eens.')
    proof = noor.posts(PROOF, wachtwoord=noor.password, code=noor.code())
    assert proof.headers['location'] == f'{OWN}/wachtwoord'
    assert noor.opens(f'{OWN}/wachtwoord').status_code == 200
    assert len(codes_on(noor.posts(f'{OWN}/herstelcodes'))) == 8


def test_a_passkey_proves_it_too(priya: Holder) -> None:
    proved_ago(priya, minutes=6)
    assert adds_passkey(priya)[1].json() == {'page': PROOF}
    assert 'data-post="/werk/ik/bewijs/sleutel"' in priya.opens(PROOF).text
    answer = priya.device.sign_in(priya.asked(), priya.server.url)
    assert priya.sends(f'{PROOF}/sleutel', answer).json() == {'page': OWN}
    assert adds_passkey(priya)[1].json() == {'page': f'{OWN}?sleutel=nieuw'}


def test_five_wrong_proofs_end_this_session_and_nothing_else(noor: Colleague) -> None:
    other = elsewhere(noor)
    proved_ago(noor, minutes=6)
    for _ in range(5):
        assert noor.posts(PROOF, wachtwoord='wrong', code='000000').status_code == 403
    assert noor.posts(PROOF, wachtwoord=noor.password, code=noor.recovery[0]).headers['location'] == '/werk/in'
    assert not noor.is_in
    assert other.is_in
    assert noor.signs_in().status_code == 303


def test_another_website_changes_nothing(noor: Colleague) -> None:
    before = noor.opens(OWN).text
    for path, form in (*CHANGES, (PROOF, {}), (f'{OWN}/anderen-uit', {}), (f'{OWN}/uit', {}), (f'{OWN}/niet-ik', {})):
        for headers in FOREIGN_POSTS:
            assert noor.posts(path, headers, **form).status_code == 403, path
    assert noor.opens(OWN).text == before


# where they are signed in


def test_each_browser_is_listed_and_one_is_ended_at_once(noor: Colleague) -> None:
    other = elsewhere(noor)
    page = noor.opens(OWN).text
    assert page.count('action="/werk/ik/uit"') == 1
    desk = Desk(other)
    with other.socket(desk.page) as line:
        assert noor.posts(f'{OWN}/uit', wie=session_key(other)['id']).status_code == 303
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert not other.is_in
    assert 'action="/werk/ik/uit"' not in noor.opens(OWN).text
    assert noor.is_in


def test_all_others_are_ended_with_one_tap(noor: Colleague) -> None:
    others = [elsewhere(noor), elsewhere(noor)]
    assert 'Log alle andere uit' in noor.opens(OWN).text
    noor.posts(f'{OWN}/anderen-uit')
    assert [one.is_in for one in (noor, *others)] == [True, False, False]


def test_nobody_ends_the_session_of_a_colleague(noor: Colleague, server: Machine) -> None:
    piet = Colleague(server)
    noor.posts(f'{OWN}/uit', wie=session_key(piet)['id'])
    noor.posts(f'{OWN}/anderen-uit')
    assert piet.is_in


# told


def test_a_change_is_asked_about_on_every_other_desk_at_once_until_it_is_answered(noor: Colleague) -> None:
    other = elsewhere(noor)
    noor.posts(f'{OWN}/gezien', wat=' '.join(asked_ids(noor.opens(OWN).text)))
    desk = Desk(other)
    assert ASKED not in desk.text
    with other.socket(desk.page) as line:
        noor.posts(f'{OWN}/herstelcodes')
        while 'Er zijn nieuwe herstelcodes' not in desk.text:
            desk.takes_in(line.hears('update', seconds=2))
    assert ASKED in Desk(other).text
    assert ASKED not in Desk(noor).text, 'nobody is asked where they did it themselves'
    assert other.posts(f'{OWN}/gezien', wat=' '.join(asked_ids(other.opens(OWN).text))).headers['location'] == '/werk'
    assert ASKED not in Desk(other).text
    assert noor.is_in


def asked_ids(page: str) -> list[str]:
    found = re.search(r'name="wat" value="([0-9a-f ]*)"', page)
    return found[1].split() if found else []


def test_a_recovery_code_that_was_used_is_asked_about_too(noor: Colleague) -> None:
    elsewhere(noor)
    assert 'Er is ingelogd met een herstelcode' in noor.opens(OWN).text
    assert ASKED in Desk(noor).text


def test_no_ends_all_other_sessions_and_leads_to_the_page(noor: Colleague, server: Machine) -> None:
    intruder = elsewhere(noor)
    intruder.posts(f'{OWN}/herstelcodes')
    answer = noor.posts(f'{OWN}/niet-ik', wat=' '.join(asked_ids(noor.opens(OWN).text)))
    assert answer.headers['location'] == f'{OWN}?niet=ik'
    assert 'Je bent nu alleen hier nog ingelogd.' in noor.opens(answer.headers['location']).text
    assert (noor.is_in, intruder.is_in) == (True, False)
    log = coordinator_of(server).opens('/werk/logboek').text
    for words in ('logde in met een herstelcode', 'maakte herstelcodes', 'dat was ik niet'):
        assert words in log


@pytest.mark.parametrize('ids', ['', 'ffffffff', 'x ' * 100, '\x00', '<b>'])
def test_an_answer_to_nothing_is_no_error(noor: Colleague, ids: str) -> None:
    for way in ('gezien', 'niet-ik'):
        assert noor.posts(f'{OWN}/{way}', wat=ids).status_code == 303
    assert Page(noor.opens('/werk'))
