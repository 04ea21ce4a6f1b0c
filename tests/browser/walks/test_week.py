"""A week of one's own: the sheet scanned at home, a photo from the worker, a step done, another wish, paper again."""

import re
from collections.abc import Callable
from io import BytesIO

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.browser.cast import clock
from tests.browser.cast.attached import adds_photo, is_seen, photos
from tests.browser.cast.on_disk import compass_of, time_passes
from tests.browser.cast.person import AGAIN, Person
from tests.browser.cast.screens import today
from tests.browser.cast.walking import vouches_on_the_tablet
from tests.page.cast.people.colleague import Colleague
from tests.server import Server


def days_pass(server: Server, compass_id: str, days: int) -> None:
    """Nobody touches anything, and what was set and done lies so many days back."""
    clock.time_passes(server, compass_id, days=days)
    time_passes(server, compass_id, days=days)


def words_on_paper(person: Person) -> str:
    """What is to be read on the sheet for the fridge."""
    answer = person.page.request.get(f'{person.url}/kompas/{person.compass_id}/poster.pdf?maat=a4', max_retries=AGAIN)
    assert answer.status == 200
    return pypdfium2.PdfDocument(BytesIO(answer.body()))[0].get_textpage().get_text_range()


@pytest.mark.long
def test_a_week_of_ones_own(desk: tuple[Person, Colleague], new_phone: Callable[[], Person], server: Server) -> None:
    anna, worker = desk
    phone = new_phone()
    scans_the_sheet_at_home(phone, anna)
    is_confirmed_on_the_tablet(anna, worker)
    sets_out(phone)
    days_pass(server, phone.compass_id, 1)
    gets_a_photo_from_the_worker(phone, anna)
    days_pass(server, phone.compass_id, 1)
    does_the_step(phone, server)
    is_seen_on_the_desk(anna)
    days_pass(server, phone.compass_id, 1)
    wishes_for_something_else(phone, server)
    prints_again(phone, server)


def scans_the_sheet_at_home(phone: Person, anna: Person) -> None:
    """The printed sheet opens on the phone what was made at the desk."""
    phone.enters(anna.prints())
    phone.taps_link('Jezelf zijn')
    phone.sees_pressed('muziek')


def is_confirmed_on_the_tablet(anna: Person, worker: Colleague) -> None:
    """Next time at the desk Sam says on the tablet that the phone is theirs."""
    vouches_on_the_tablet(anna, 'boot')
    anna.goes_to('')
    anna.taps_link('Geef de tablet terug')
    anna.line('Code').fill(worker.code())
    anna.taps_button('Neem de tablet terug')
    anna.sees_title('Mijn mensen')


def sets_out(phone: Person) -> None:
    """A wish, and a step for today towards it."""
    phone.goes_to('wens')
    phone.picks('eigen plek')
    phone.goes_to('')
    phone.taps_button('Nieuwe stap')
    phone.picks('bellen')
    phone.taps_button('Verder')
    phone.sees_title('Wat en wie helpt je?')
    phone.taps_button('Verder')
    phone.sees_title('Wanneer?')
    phone.picks('vandaag')
    phone.taps_button('Verder')
    phone.is_at('')
    expect(phone.step('Bellen')).to_contain_text('vandaag')


def gets_a_photo_from_the_worker(phone: Person, anna: Person) -> None:
    """It is asked for on the phone, and stands in the album after the yes; the step of yesterday names no day."""
    anna.opens(f'/kompas/{phone.compass_id}')
    adds_photo(anna, 'tomato')
    phone.goes_to('')
    expect(phone.step('Bellen')).not_to_contain_text(re.compile('gisteren|vandaag'))
    phone.taps_link('Er is een nieuwe foto. Mag die erbij?')
    phone.sees_title('Mag deze foto erbij?')
    phone.taps_button('Ja')
    phone.goes_to('fotos')
    is_seen(photos(phone))


def does_the_step(phone: Person, server: Server) -> None:
    """Two days later than it was meant, and that is fine."""
    phone.goes_to('')
    phone.button('Gedaan').first.click()
    phone.goes_to('stappen')
    expect(phone.page.locator('.card.is-done')).to_have_count(1)
    [step] = compass_of(server, phone.compass_id).steps.items
    assert step.done_on == today()


def is_seen_on_the_desk(anna: Person) -> None:
    """A victory, told to the worker who looks along."""
    anna.opens('/werk')
    expect(anna.page.locator('article').first).to_contain_text('1 stap gedaan')


def wishes_for_something_else(phone: Person, server: Server) -> None:
    """Another wish stands in the middle; the first one is still there."""
    phone.goes_to('wens')
    phone.picks('werk')
    phone.page.get_by_role('group', name='Welke wens is nu het belangrijkst?').get_by_role(
        'button', name='werk'
    ).click()
    phone.goes_to('')
    expect(phone.link('Mijn wens')).to_have_attribute('aria-description', 'werk')
    assert len(compass_of(server, phone.compass_id).wishes.items) == 2


def prints_again(phone: Person, server: Server) -> None:
    """The new sheet speaks of the new wish, and opens the compass like the old one did."""
    said = words_on_paper(phone)
    assert 'werk' in said.lower()
    assert phone.prints().startswith(f'{server.url}/k#')
