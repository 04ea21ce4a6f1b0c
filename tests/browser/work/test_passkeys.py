"""Passkeys with a device that Chromium pretends to have: joining, signing in, and what goes wrong."""

import pytest
from playwright.sync_api import expect

from tests.browser.cast.at_work import is_invited, key_button, signs_out
from tests.browser.cast.device import Device
from tests.browser.cast.profile import ELSEWHERE
from tests.browser.conftest import PHONE

NOT_MADE = 'Dat is gestopt voordat het klaar was. Probeer het nog eens.'
NOT_OPENED = 'Dat is gestopt, of je kunt hier nog niet zo inloggen. Probeer het nog eens, of log anders in.'
NOT_RIGHT = 'Dat klopt niet. Probeer het nog eens.'


@pytest.fixture
def noor(new_person, server):
    """On her own phone, invited, with a name."""
    person = new_person(PHONE, fresh=True)
    person.device = Device(person)
    is_invited(person, server)
    return person


@pytest.fixture
def joined(noor):
    """Joined with a passkey, and signed out again."""
    key_button(noor).click()
    noor.page.wait_for_url('**/werk')
    signs_out(noor)
    return noor


def test_a_worker_joins_with_a_passkey_goes_and_comes_back(noor):
    key_button(noor).click()
    noor.page.wait_for_url('**/werk')
    [passkey] = noor.device.passkeys
    assert (passkey['rpId'], passkey['isResidentCredential']) == ('localhost', True)
    signs_out(noor)
    noor.opens('/werk/in')
    key_button(noor).click()
    noor.page.wait_for_url('**/werk')


@pytest.mark.long
def test_the_tick_and_the_way_on_count_for_a_passkey_too(joined):
    joined.opens('/werk/ik')
    joined.sees_title('Inloggen')
    joined.page.get_by_label('Alleen ik gebruik deze computer').check()
    with joined.page.expect_request('**/werk/sleutel?*') as sent:
        key_button(joined).click()
    assert sent.value.url.endswith('/werk/sleutel?eigen=ja')
    joined.page.wait_for_url('**/werk/ik')


def test_a_device_that_does_not_know_the_finger_makes_no_passkey(noor):
    noor.device.knows_the_finger(False)
    key_button(noor).click()
    expect(noor.page.get_by_role('alert')).to_have_text(NOT_MADE)
    assert not noor.device.passkeys
    noor.device.knows_the_finger(True)
    key_button(noor).click()
    noor.page.wait_for_url('**/werk')


def test_a_device_that_does_not_know_the_finger_opens_nothing(joined):
    joined.device.knows_the_finger(False)
    joined.opens('/werk/in')
    key_button(joined).click()
    expect(joined.page.get_by_role('alert')).to_have_text(NOT_OPENED)
    joined.opens('/werk/in')
    joined.sees_title('Inloggen')


def test_a_passkey_that_was_removed_is_told_in_one_sentence(joined):
    joined.device.forgets()
    joined.opens('/werk/in')
    joined.page.get_by_label('Inlognaam').fill('noor')
    key_button(joined).click()
    expect(joined.page.get_by_role('alert')).to_have_text(NOT_OPENED)
    # what was entered is still there, and it can be tried again
    expect(joined.page.get_by_label('Inlognaam')).to_have_value('noor')
    expect(key_button(joined)).to_be_enabled()


@pytest.mark.expects('answer: 403 POST .*/werk/sleutel', why='nobody has it')
def test_a_passkey_of_nobody_here_is_told_in_one_sentence(joined):
    joined.device.forgets()
    joined.device.gets_a_passkey_of_nobody()
    joined.opens('/werk/in')
    key_button(joined).click()
    expect(joined.page.get_by_role('alert')).to_have_text(NOT_RIGHT)


@pytest.mark.expects('answer: 404 POST .*/sleutel/vraag', why='it was used')
def test_a_used_invitation_leads_to_the_page_that_says_so(noor):
    with noor.page.expect_request('**/werk/welkom/sleutel/vraag'):
        noor.page.context.clear_cookies()  # as when another browser was first: this one has no invitation any more
        key_button(noor).click()
    noor.sees_title('We kunnen dit niet vinden.')


@pytest.mark.parametrize('host', ['127.0.0.1', ELSEWHERE])
def test_where_a_browser_has_no_passkeys_no_button_is_seen(new_person, pretending_browser, server, host):
    person = new_person(PHONE, using=pretending_browser)
    person.opens(f'http://{host}:{server.port}/werk/in')
    person.page.get_by_role('button', name='Log in', exact=True).wait_for()
    expect(key_button(person)).to_have_count(1)
    expect(key_button(person)).to_be_hidden()
    person.sees('Met je gezicht of vinger kan het niet op dit adres.')
