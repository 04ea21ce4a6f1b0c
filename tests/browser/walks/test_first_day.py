"""A coordinator's first day: an invitation, two colleagues who come by two more, and a passkey that is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, ViewportSize, expect

from tests.browser.cast.at_work import key_button, signs_out
from tests.browser.cast.device import Device
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE, TABLET
from tests.page.cast.people.colleague import INVITATION
from tests.server import Server


@pytest.fixture
def newcomer(new_person: Callable[..., Person], own_server: Server) -> Callable[..., tuple[Person, Device]]:
    """Somebody with a browser and a device of their own, where nobody ever worked before."""

    def comes(size: ViewportSize = PHONE) -> tuple[Person, Device]:
        person = new_person(size, own_server.url, fresh=True)
        return person, Device(person)

    return comes


def joins(person: Person, link: str, name: str) -> None:
    """Open an invitation, give a name, and make a passkey."""
    person.opens(link)
    person.taps_button('Begin')
    person.page.get_by_label('Hoe noemen mensen je?').fill(name)
    person.taps_button('Verder')
    person.sees_title('Hoe wil je inloggen?')
    key_button(person).click()
    person.page.wait_for_url('**/werk')


def invites(person: Person, name: str) -> str:
    """Make an invitation for somebody; answers its link, as it is copied."""
    person.opens('/werk/team')
    person.page.get_by_text('Nodig iemand uit').click()
    person.page.get_by_label('Voor wie?').fill(name)
    person.page.locator('.invite').get_by_label('Welk team?').fill('Oost')
    person.taps_button('Maak de uitnodiging')
    return is_given(person, name)


def is_given(person: Person, name: str) -> str:
    person.sees_title('Een uitnodiging')
    person.sees(f'Voor {name}')
    link = person.page.locator('.link').inner_text()
    assert INVITATION.fullmatch(link)
    person.taps_link('Klaar')
    person.sees_title('Team')
    return link


def invites_again(person: Person, name: str) -> str:
    row = row_of(person, name)
    row.locator('summary').first.click()
    row.locator('summary', has_text='Nieuwe uitnodiging').click()
    row.get_by_role('button', name='Ja, nodig uit').click()
    return is_given(person, name)


def row_of(person: Person, name: str) -> Locator:
    return person.page.locator('.colleague').filter(has_text=name)


@pytest.mark.long
@pytest.mark.expects('answer: 404 POST .*/uitnodiging', why='it was used before')
def test_two_invitations_and_a_passkey_that_is_lost(
    newcomer: Callable[..., tuple[Person, Device]], own_server: Server
) -> None:
    coby, _ = newcomer(TABLET)
    joins(coby, INVITATION.findall(own_server.log)[-1], 'Coby')
    links = {name: invites(coby, name) for name in ('Noor', 'Bram')}
    for name in links:
        expect(row_of(coby, name)).to_contain_text('uitgenodigd: vandaag')

    noor, device = newcomer()
    joins(noor, links['Noor'], 'Noor')
    bram, _ = newcomer()
    joins(bram, links['Bram'], 'Bram')
    coby.opens('/werk/team')
    for name in links:
        expect(row_of(coby, name)).to_contain_text('laatst ingelogd: vandaag')
    # the invitation is of whoever was first
    late, _ = newcomer()
    late.opens(links['Noor'])
    late.taps_button('Begin')
    late.sees_title('Deze uitnodiging is gebruikt of gestopt.')

    signs_out(noor)
    device.forgets()
    noor.opens('/werk/in')
    key_button(noor).click()
    expect(noor.page.get_by_role('alert')).not_to_be_empty()

    joins(noor, invites_again(coby, 'Noor'), 'Noor')
    noor.sees_title('Mijn mensen')
    coby.opens('/werk/team')
    expect(coby.page.locator('.colleague')).to_have_count(3)  # she is the Noor of this morning
    expect(row_of(coby, 'Noor')).to_contain_text('laatst ingelogd: vandaag')
