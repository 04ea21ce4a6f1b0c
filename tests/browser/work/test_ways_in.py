"""A worker's own ways in, in a browser: nothing typed is lost, codes come once, and one is where one was."""

import re
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.browser.cast.at_work import is_at_work, key_button, signs_in_here
from tests.browser.cast.device import Device
from tests.browser.cast.faults import LOST
from tests.browser.cast.look import flaws
from tests.browser.conftest import PHONE, TABLET
from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.session_on_disk import nobody_touches, proved_ago

NEW = 'ratelslang-oever-jutezak'


_numbers = count(1)


@pytest.fixture
def somebody(new_person):
    """Makes people who are each on a network of their own: many sign in within a minute."""

    def make(size, **options):
        address = f'203.0.113.{next(_numbers)}'
        return new_person(size, fresh=True, extra_http_headers={'X-Forwarded-For': address}, **options)

    return make


@pytest.fixture
def tablet(somebody):
    return somebody(TABLET)


@pytest.fixture
def anna(tablet, server):
    """Anna, signed in on the tablet."""
    return is_at_work(tablet, server)


# nothing typed is lost


@pytest.mark.expects('answer: 403 POST .*/werk/in', why='the code is wrong')
def test_a_wrong_code_leaves_the_password_where_it_was_typed(tablet, anna):
    anna.signs_out()
    tablet.opens('/werk/ik')
    tablet.sees_title('Inloggen')
    tablet.line('Inlognaam').fill(anna.login)
    tablet.line('Wachtwoord').fill(anna.password)
    tablet.line('Code').fill('000000')
    tablet.taps_button('Log in')
    expect(tablet.page.get_by_role('alert')).to_have_text('Dat klopt niet. Probeer het nog eens.')
    expect(tablet.line('Wachtwoord')).to_have_value(anna.password)
    expect(tablet.line('Code')).to_have_value('')
    expect(tablet.line('Code')).to_be_focused()
    tablet.line('Code').fill(anna.code())
    tablet.taps_button('Log in')
    tablet.page.wait_for_url('**/werk/ik')


@pytest.mark.expects(LOST, why='there is no network for a while')
def test_without_a_network_what_was_typed_stays_and_is_sent_when_there_is_one(tablet, anna):
    anna.signs_out()
    tablet.opens('/werk/in')
    tablet.line('Inlognaam').fill(anna.login)
    tablet.line('Wachtwoord').fill(anna.password)
    tablet.line('Code').fill(anna.code())
    tablet.page.context.set_offline(True)
    tablet.taps_button('Log in')
    expect(tablet.page.get_by_role('alert')).to_have_text('Dat ging niet. Probeer het nog eens.')
    tablet.page.context.set_offline(False)
    tablet.taps_button('Log in')
    tablet.page.wait_for_url('**/werk')


@pytest.mark.expects('request: csp GET', why='its browser runs none')
def test_without_scripts_one_signs_in_all_the_same(somebody, server):
    worker = Colleague(server, 'Bo')
    worker.signs_out()
    person = somebody(PHONE, java_script_enabled=False)
    person.opens('/werk/in')
    person.line('Inlognaam').fill(worker.login)
    person.line('Wachtwoord').fill(worker.password)
    person.line('Code').fill(worker.code())
    person.taps_button('Log in')
    expect(person.page).to_have_url(f'{person.url}/werk')


# recovery codes


def test_new_codes_are_copied_printed_and_shown_once(tablet, anna):
    tablet.page.context.grant_permissions(['clipboard-read', 'clipboard-write'])
    tablet.opens('/werk')
    tablet.taps_link('Zo log je in')
    tablet.page.get_by_text('Nieuwe herstelcodes', exact=True).click()
    tablet.taps_button('Maak nieuwe codes')
    tablet.sees_title('Bewaar je herstelcodes')
    codes = tablet.page.locator('.codes li').all_inner_texts()
    assert len(set(codes)) == 8
    expect(tablet.button('Print')).to_be_visible()
    tablet.taps_button('Kopieer')
    expect(tablet.button('Gekopieerd')).to_be_visible()
    assert tablet.page.evaluate('navigator.clipboard.readText()').split() == codes
    tablet.taps_link('Ik heb ze bewaard')
    tablet.sees_title('Zo log je in')
    tablet.sees('Je hebt nog 8 codes.')
    tablet.page.go_back()
    expect(tablet.page.locator('html')).not_to_contain_text(codes[0])


# passkeys


def test_a_second_passkey_is_made_named_and_the_last_one_stays(somebody, server):
    noor = somebody(PHONE)
    device = Device(noor)
    worker = is_at_work(noor, server, 'Noor')
    noor.opens('/werk/ik')
    noor.taps_button('Telefoon of computer erbij')
    noor.sees('Gelukt. Je kunt nu ook inloggen met je gezicht of vinger.')
    assert len(device.passkeys) == 1
    row = noor.page.locator('#sleutels .colleague')
    row.locator('summary').first.click()
    row.get_by_label('Welke telefoon of computer?').fill('Mijn telefoon')
    row.get_by_role('button', name='Bewaar').click()
    expect(noor.page.locator('#sleutels summary').first).to_contain_text('Mijn telefoon')
    proved_ago(worker, minutes=6)
    noor.taps_link('Ander wachtwoord')
    noor.sees_title('Ben jij het echt?')
    key_button(noor).click()
    noor.sees_title('Ander wachtwoord')
    noor.line('Kies een wachtwoord').fill(NEW)
    noor.line('Code uit de app').fill(worker.code())
    noor.taps_button('Bewaar')
    noor.sees('Je nieuwe wachtwoord is bewaard.')


# told


@pytest.mark.long
def test_another_desk_asks_at_once_and_no_ends_the_other_session(tablet, anna, somebody, server):
    phone = somebody(PHONE)
    other = Colleague.__new__(Colleague)
    other.__dict__.update(anna.__dict__)
    headers = {**anna.http.headers, 'Origin': server.origin}
    other.http = type(anna.http)(base_url=server.url, headers=headers, trust_env=False)
    assert other.signs_in(code=anna.recovery.pop()).status_code == 303
    signs_in_here(phone, other)
    phone.opens('/werk')
    phone.sees_title('Mijn mensen')
    tablet.opens('/werk')
    tablet.taps_button('Ja, dat was ik')
    tablet.sees_title('Mijn mensen')
    assert tablet.page.get_by_text('Was jij dat?').count() == 0
    tablet.opens('/werk/ik')
    tablet.page.get_by_text('Nieuwe herstelcodes', exact=True).click()
    tablet.taps_button('Maak nieuwe codes')
    tablet.sees_title('Bewaar je herstelcodes')
    phone.sees('Was jij dat?')
    phone.taps_button('Nee, dat was ik niet')
    phone.sees_title('Zo log je in')
    phone.sees('Je bent nu alleen hier nog ingelogd. Kijk hieronder of alles van jou is.')
    tablet.opens('/werk/ik')
    tablet.sees_title('Inloggen')


# where they were


def test_a_screen_that_was_left_alone_opens_with_six_digits_where_it_was(tablet, anna):
    tablet.page.clock.install()
    tablet.opens(f'/kompas/{Guest(anna).id}')
    tablet.is_at('')
    tablet.taps_link('Stappen')
    tablet.is_at('stappen')
    tablet.page.clock.fast_forward('05:01')
    tablet.sees_title('Ben je er nog?')
    tablet.line('Code').fill(anna.code())
    tablet.taps_button('Verder')
    tablet.is_at('stappen')


def test_a_page_of_the_account_that_stood_open_leads_back_to_itself(tablet, anna):
    tablet.opens('/werk/ik')
    tablet.page.get_by_text('Nieuwe herstelcodes', exact=True).click()
    nobody_touches(anna, minutes=6)
    tablet.taps_button('Maak nieuwe codes')
    tablet.sees_title('Ben je er nog?')
    tablet.line('Code').fill(anna.code())
    tablet.taps_button('Verder')
    tablet.page.wait_for_url('**/werk/ik')


@pytest.mark.expects('answer: 400 POST .*/wachtwoord', why='the code is wrong')
def test_who_types_a_password_for_longer_than_the_idle_time_loses_nothing(tablet, anna):
    tablet.page.clock.install()
    tablet.opens('/werk/ik/wachtwoord')
    nobody_touches(anna, minutes=4)
    tablet.page.clock.fast_forward('04:00')
    with tablet.page.expect_response('**/werk/hier') as said:
        tablet.line('Kies een wachtwoord').press_sequentially(NEW)
    assert said.value.status == 204
    tablet.page.clock.fast_forward('04:00')
    tablet.line('Code uit de app').fill('000000')
    tablet.taps_button('Bewaar')
    expect(tablet.page.get_by_role('alert')).to_contain_text('Die code klopt niet.')
    expect(tablet.line('Kies een wachtwoord')).to_have_value(NEW)
    tablet.line('Code uit de app').fill(anna.code())
    tablet.taps_button('Bewaar')
    tablet.sees('Je nieuwe wachtwoord is bewaard.')


# how it looks


@pytest.mark.long
def test_every_page_can_be_read_and_tapped(somebody, server):
    person = somebody(PHONE)
    Device(person)
    worker = is_at_work(person, server, 'Anna-Maria van der Meer')
    person.opens('/werk/ik')
    assert flaws(person.page) == [], 'own ways in'
    person.taps_button('Telefoon of computer erbij')
    person.sees('Gelukt. Je kunt nu ook inloggen met je gezicht of vinger.')
    for summary in person.page.locator('.own-ways summary').all():
        summary.click()
    assert flaws(person.page) == [], 'own ways in, opened'
    person.opens('/werk/ik/wachtwoord')
    assert flaws(person.page) == [], 'password'
    person.opens('/werk/ik/wachtwoord/app')
    assert flaws(person.page) == [], 'app'
    proved_ago(worker, minutes=6)
    person.opens('/werk/ik/wachtwoord')
    person.sees_title('Ben jij het echt?')
    assert flaws(person.page) == [], 'proof'
    nobody_touches(worker, minutes=6)
    person.opens('/werk/ik')
    person.sees_title('Ben je er nog?')
    assert flaws(person.page) == [], 'still here'
    person.opens('/werk/in')
    assert flaws(person.page) == [], 'sign in'
    person.taps_link('Log in met een herstelcode')
    assert flaws(person.page) == [], 'with a recovery code'
    person.line('Inlognaam').fill(worker.login)
    person.line('Wachtwoord').fill(worker.password)
    person.line('Herstelcode').fill(worker.recovery.pop())
    person.taps_button('Log in')
    person.page.wait_for_url(re.compile('/werk/ik$'))
    worker.signs_in()
    signs_in_here(person, worker)
    person.opens('/werk')
    person.sees('Was jij dat?')
    assert flaws(person.page) == [], 'asked on the desk'
