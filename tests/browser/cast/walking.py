"""What people do on a walk through days and weeks: begin a compass, put a device down, come back to it."""

from playwright.sync_api import expect

from tests.browser.cast.clock import time_passes
from tests.browser.cast.on_disk import changed
from tests.browser.cast.person import Person
from tests.server import Server

A_PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
A_TABLET = 'Mozilla/5.0 (Linux; Android 14; Tablet) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'
STRENGTHS = ('muziek', 'rust', 'lachen')


def begins(person: Person, server: Server, whose: str, picture: str) -> None:
    """A new compass from the first page, with a picture and three strengths; ends at home.

    Without `whose` this person is not asked: on a device with the locked compasses of others it is everyone's.
    """
    person.opens('/?ander')
    person.taps_button('Nieuw kompas')
    if whose:
        person.taps_button(whose)
    fills_in(person, server, picture)


def fills_in(person: Person, server: Server, picture: str) -> None:
    person.is_at('ik')
    person.picks(picture)
    with changed(server, person.compass_id) as compass:
        compass.finish_path()
    person.goes_to('jezelf-zijn')
    for strength in STRENGTHS:
        person.picks(strength)
    person.goes_to('')


def leaves(person: Person, server: Server, **how_long: float) -> None:
    """The device lies there for so long: its page locks, and then time passes on the server too."""
    compass_id = person.compass_id
    person.page.get_by_role('heading', level=1).wait_for()
    person.is_live()
    person.page.evaluate("() => { fetch('/slot', { method: 'POST', headers: { 'X-Kompas': '1' } }); }")
    person.page.wait_for_url(f'{person.url}/')  # it is wiped, and leads to the first page
    time_passes(server, compass_id, **how_long)


def vouches_on_the_tablet(tablet: Person, picture: str) -> None:
    """On the compass, the worker hands the tablet over, and its person says that the phone which waits is theirs."""
    tablet.goes_to('')
    tablet.taps_button('Geef de tablet aan de persoon')
    tablet.sees('Mag deze telefoon erin?')
    tablet.taps_button('Ja')
    tablet.taps_button(picture)
    tablet.button('Nee').last.click()
    expect(tablet.page.get_by_text('Mag deze telefoon erin?')).to_have_count(0)
