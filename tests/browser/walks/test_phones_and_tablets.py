"""How people come and go with their phones, tablets and sheets, over hours, days and months.

The clock of a screen is the browser's; what the server thinks of time passing is in the keys on disk.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.cast.at_work import is_at_work
from tests.browser.cast.attached import adds_photo
from tests.browser.cast.clock import time_passes
from tests.browser.cast.person import Person
from tests.browser.cast.walking import STRENGTHS, begins, leaves, vouches_on_the_tablet
from tests.browser.conftest import TABLET
from tests.page.cast.people.colleague import Colleague
from tests.server import Server

HAPPENED = 'Wat is er gebeurd?'

Phones = Callable[[], Person]


@pytest.fixture
def noor(new_phone: Phones, server: Server) -> Person:
    """With a compass that she began on her own phone; her picture is the boat, and something happened."""
    noor = new_phone()
    begins(noor, server, 'Van mij', 'boot')
    noor.goes_to('gebeurd')
    noor.picks('verhuisd')
    noor.goes_to('')
    return noor


def thing(person: Person, words: str) -> Locator:
    return person.page.locator(f'label:has(.word:text-is("{words}"))')


def sees_happened(person: Person) -> None:
    person.goes_to('gebeurd')
    person.sees_title(HAPPENED)
    person.sees_pressed('verhuisd')


# one's own phone


@pytest.mark.long
@pytest.mark.parametrize('how_long', [{'hours': 1}, {'days': 1}, {'days': 90}], ids=['hour', 'day', 'three months'])
def test_an_own_phone_put_down_asks_for_the_picture_only_before_what_is_private(
    noor: Person, server: Server, how_long: dict[str, float]
) -> None:
    time_passes(server, noor.compass_id, **how_long)
    noor.opens()
    noor.is_at('')  # her own phone opens her compass at once
    noor.taps_link('Jezelf zijn')
    noor.lets_go('muziek')
    noor.goes_to('gebeurd')
    noor.sees_title('Ben jij het?')
    expect(noor.button('verhuisd')).to_have_count(0)
    noor.taps_button('kat')
    noor.sees('Dat is een ander plaatje. Probeer het nog eens.')
    noor.taps_button('boot')
    noor.sees_title(HAPPENED)
    noor.sees_pressed('verhuisd')


# the tablet in the hallway


@pytest.mark.long
def test_four_persons_use_the_hallway_tablet_one_after_the_other(hallway: Person, server: Server) -> None:
    pictures = ('boot', 'kat', 'schildpad', 'boom')
    compasses: dict[str, str] = {}
    for picture in pictures:
        begins(hallway, server, '' if compasses else 'Van iedereen hier', picture)
        compasses[picture] = hallway.compass_id
        leaves(hallway, server, minutes=1)
    # one comes back after twenty minutes, with the picture alone
    for compass_id in compasses.values():
        time_passes(server, compass_id, minutes=20)
    hallway.opens('/slot')
    hallway.taps_button('kat')
    hallway.is_at('')
    assert hallway.compass_id == compasses['kat']
    expect(hallway.link(HAPPENED)).to_have_count(0)  # who tapped that picture may have seen it tapped
    leaves(hallway, server, hours=20)
    # one the next day, with the picture and what stands on the compass
    for picture in pictures:
        if picture != 'kat':
            time_passes(server, compasses[picture], hours=20)
    hallway.opens('/slot')
    hallway.sees_title('Welk plaatje heb jij?')
    hallway.taps_button('schildpad')
    hallway.sees_title('Wat staat er op jouw kompas?')
    for strength in STRENGTHS:
        thing(hallway, strength).click()
    hallway.taps_button('Verder')
    hallway.is_at('')
    assert hallway.compass_id == compasses['schildpad']


# a tablet that was handed over


@pytest.mark.long
def test_fourteen_silent_minutes_of_talk_throw_nobody_out(new_person: Callable[..., Person], server: Server) -> None:
    tablet = new_person(TABLET, fresh=True)
    anna = is_at_work(tablet, server)
    tablet.page.clock.install()
    tablet.opens('/werk')
    tablet.taps_button('Nieuw kompas')
    tablet.sees_title('Mag Anna meekijken?')
    tablet.taps_button('Ja, mijn kompas en mijn stappen')
    tablet.is_at('ik')
    tablet.picks('boot')
    time_passes(server, tablet.compass_id, minutes=13, seconds=50)
    tablet.page.clock.fast_forward('13:50')
    expect(tablet.page.get_by_role('dialog').filter(has_text='Ben je er nog?')).to_be_hidden()
    tablet.picks('kat')
    tablet.goes_to('jezelf-zijn')
    tablet.picks('muziek')
    tablet.page.clock.fast_forward('15:01')
    tablet.sees_title('Welk plaatje heb jij?')
    tablet.taps_button('kat')
    tablet.is_at('ik')  # where the path was
    tablet.taps_link('Geef de tablet terug')
    tablet.line('Code').fill(anna.code())
    tablet.taps_button('Neem de tablet terug')
    tablet.sees_title('Mijn mensen')


# the sheet


@pytest.mark.long
def test_a_broken_phone_a_new_one_and_only_the_sheet(noor: Person, new_phone: Phones, server: Server) -> None:
    sheet = noor.prints()
    compass_id = noor.compass_id
    new = new_phone()
    new.enters(sheet)
    assert new.compass_id == compass_id
    expect(new.link(HAPPENED)).to_have_count(0)
    new.taps_link('Jezelf zijn')
    new.sees_pressed('muziek')
    new.picks('dieren')
    for page in ('gebeurd', 'moeilijk'):
        assert new.gets(f'{new.url}/kompas/{compass_id}/{page}') == 404
    # nobody uses the old one any more: after seven days in which it could be seen, the new one is taken for hers
    time_passes(server, compass_id, days=7, minutes=1)
    new.opens(f'/kompas/{compass_id}')
    new.goes_to('delen')
    expect(new.page.get_by_text('Alles wissen kan hier vanaf')).to_be_visible()


@pytest.mark.long
def test_three_months_without_a_phone_and_with_two_workers_the_picture_pin_opens_everything(
    noor: Person, new_phone: Phones, server: Server
) -> None:
    sheet, compass_id = noor.prints(), noor.compass_id
    noor.goes_to('code')
    noor.taps_button('Maak een code')
    expect(noor.page.locator('.four li')).to_have_count(4)
    pictures = noor.page.locator('.four li').all_inner_texts()
    noor.taps_button('Deze wil ik')
    for one in pictures:
        noor.taps_button(one)
    noor.sees('Alleen met jouw plaatjes kun je erin.')
    workers = [Colleague(server, name) for name in ('Anna', 'Bram')]  # type: ignore[arg-type]
    for worker in workers:
        worker.enters(sheet.partition('#')[2])
    time_passes(server, compass_id, days=90)
    new = new_phone()
    new.opens(sheet)
    new.taps_button('Dit is mijn kompas')
    new.sees_title('Tik jouw vier plaatjes aan')
    for one in pictures:
        new.taps_button(one)
    new.taps_button('Van mij')
    new.is_at('')
    sees_happened(new)
    new.goes_to('sleutels')
    expect(new.page.locator('.card.is-this')).to_contain_text('van jou')


# the desk


@pytest.mark.long
def test_from_the_desk_to_the_phone_at_home_and_the_yes_to_a_photo(
    desk: tuple[Person, Colleague], new_phone: Phones
) -> None:
    anna, _ = desk
    sheet = anna.prints()
    phone = new_phone()
    phone.enters(sheet)
    asked = adds_photo(anna, 'tomato')
    anna.goes_to(f'mag/{asked}')
    anna.sees_title('We vragen het aan de persoon zelf')
    expect(anna.button('Ja')).to_have_count(0)
    phone.goes_to('')
    phone.taps_link('Er is een nieuwe foto. Mag die erbij?')
    phone.sees_title('Mag deze foto erbij?')
    phone.taps_button('Ja')
    phone.goes_to('')
    expect(phone.page.get_by_text('Klopt dit?')).to_have_count(0)  # nobody is sure yet that this is Sam's phone
    # Sam says on the lent tablet that it is, and taps the boat
    vouches_on_the_tablet(anna, 'boot')
    phone.sees('Op een nieuwe telefoon is ja gezegd. Deze foto mag erbij. Klopt dit?')
    phone.sees('Op de tablet van Anna is ja gezegd. Anna mag meekijken. Klopt dit?')
    for left in (1, 0):
        phone.taps_button('Ja')
        expect(phone.page.get_by_text('Klopt dit?')).to_have_count(left)


@pytest.mark.long
def test_a_worker_with_a_printed_sheet_and_a_phone_of_their_own_gets_little_and_is_seen(
    desk: tuple[Person, Colleague], new_phone: Phones, server: Server
) -> None:
    anna, _ = desk
    sheet, compass_id = anna.prints(), anna.compass_id
    theirs = new_phone()
    theirs.enters(sheet)
    for page in ('gebeurd', 'moeilijk'):
        assert theirs.gets(f'{theirs.url}/kompas/{compass_id}/{page}') == 404
    theirs.opens(f'/kompas/{compass_id}/delen')
    for name in ('Nieuwe code', 'Alles wissen'):
        expect(theirs.button(name)).to_have_count(0)
    # waiting does not help: a worker printed that sheet
    time_passes(server, compass_id, days=30)
    theirs.goes_to('')
    theirs.goes_to('delen')
    for name in ('Nieuwe code', 'Alles wissen'):
        expect(theirs.button(name)).to_have_count(0)
    expect(theirs.page.get_by_text('kan hier vanaf')).to_have_count(0)
    # and every device of the person's tells whose sheet it was
    anna.opens('/werk')
    expect(anna.page.locator('article').first).to_contain_text('nieuwe telefoon')
