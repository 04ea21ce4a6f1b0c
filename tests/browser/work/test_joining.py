"""From an invitation to the desk with a password and a code app, as somebody does it; and how those pages look."""

from io import BytesIO

import pyotp
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.browser.cast.at_work import is_invited, key_button
from tests.browser.cast.look import flaws
from tests.browser.conftest import PHONE, TABLET
from tests.page.cast.people.colleague import coordinator_of

PASSWORD = 'kastanje trommel wolk'


def scanned(person):
    """What a code app on another phone reads off the screen."""
    picture = person.page.get_by_role('img', name='QR-code voor je app met codes').screenshot()
    read = zxingcpp.read_barcode(Image.open(BytesIO(picture)))
    assert read
    return pyotp.parse_uri(read.text)


def fills_in(person, login):
    app = scanned(person)
    person.page.get_by_label('Kies een inlognaam').fill(login)
    person.page.get_by_label('Kies een wachtwoord').fill(PASSWORD)
    person.page.get_by_label('Code uit de app').fill(app.now())


@pytest.fixture
def invited(new_person, server):
    person = new_person(TABLET, fresh=True)
    is_invited(person, server, 'Noor')
    return person


@pytest.mark.long
def test_somebody_who_is_invited_scans_types_and_keeps_the_codes(invited, server):
    invited.taps_link('Met een wachtwoord')
    assert scanned(invited).name == 'Noor'
    fills_in(invited, f'noor at {server.port}')
    invited.taps_button('Klaar')
    invited.sees_title('Bewaar je herstelcodes')
    assert len(set(invited.page.locator('.codes li').all_inner_texts())) == 8
    expect(invited.button('Print')).to_be_visible()
    invited.taps_link('Ik heb ze bewaard')
    invited.page.wait_for_url('**/werk')


def test_two_taps_in_a_row_lose_no_recovery_codes(invited, server):
    invited.taps_link('Met een wachtwoord')
    fills_in(invited, f'quick at {server.port}')
    invited.button('Klaar').dblclick()
    invited.sees_title('Bewaar je herstelcodes')


@pytest.mark.expects('answer: 400 POST .*/wachtwoord', why='what was typed is wrong')
def test_what_was_wrong_is_said_and_what_was_typed_stays(invited):
    invited.taps_link('Met een wachtwoord')
    fills_in(invited, 'noor')
    invited.page.get_by_label('Kies een wachtwoord').fill('wachtwoord123456')
    invited.taps_button('Klaar')
    expect(invited.page.get_by_role('alert')).to_have_text('Dit wachtwoord is te makkelijk te raden. Kies een ander.')
    expect(invited.page.get_by_label('Kies een inlognaam')).to_have_value('noor')
    expect(invited.page.get_by_label('Kies een wachtwoord')).to_have_value('wachtwoord123456')
    expect(invited.page.get_by_label('Code uit de app')).to_have_value('')


def test_the_invitation_stands_neither_in_the_address_nor_behind_back(new_person, server):
    person = new_person(PHONE, fresh=True)
    person.opens()
    person.page.goto(coordinator_of(server).invites())
    person.sees_title('Je bent uitgenodigd')
    assert person.page.url == f'{person.url}/werk/uitnodiging'
    person.taps_button('Begin')
    person.sees_title('Welkom')
    person.page.go_back()
    assert '#' not in person.page.url


def test_the_page_of_the_invitation_without_one_leads_to_signing_in(new_person):
    person = new_person(PHONE)
    person.opens('/werk/uitnodiging')
    person.sees_title('Inloggen')


@pytest.mark.long
@pytest.mark.expects('answer: 403 POST .*/werk/in', why='a wrong code is looked at too')
def test_every_page_can_be_read_tapped_and_heard(new_person, server):
    person = new_person(PHONE, fresh=True)
    seen = []

    def look(name):
        assert flaws(person.page) == [], name
        seen.append(name)

    person.opens('/werk/in')
    expect(key_button(person)).to_be_visible()
    look('sign in')
    for label, words in (('Inlognaam', 'x' * 60), ('Wachtwoord', 'x'), ('Code', '000000')):
        person.page.get_by_label(label, exact=True).fill(words)
    person.taps_button('Log in')
    person.page.get_by_role('alert').wait_for()
    look('wrong')
    person.page.goto(coordinator_of(server).invites())
    look('invitation')
    person.taps_button('Begin')
    look('name')
    person.page.get_by_label('Hoe noemen mensen je?').fill('W' * 40)
    person.taps_button('Verder')
    look('choice')
    person.taps_link('Met een wachtwoord')
    look('password')
    fills_in(person, 'reader')
    person.taps_button('Klaar')
    person.sees_title('Bewaar je herstelcodes')
    look('recovery codes')
    assert len(seen) == 7
