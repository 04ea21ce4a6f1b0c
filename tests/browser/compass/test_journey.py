"""P1: from the first tap to the QR code, without a keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE, TABLET

MOST_TAPS = 25


@pytest.mark.parametrize('size', [PHONE, TABLET], ids=['phone', 'tablet'])
def test_a_compass_in_one_contact_takes_at_most_25_taps(
    new_person: Callable[..., Person], size: dict[str, int]
) -> None:
    sam = new_person(size)
    sam.page.add_init_script("addEventListener('keydown', () => { document.title = 'typed'; })")
    sam.opens()
    sam.taps_button('Nieuw kompas')
    sam.taps_button('Van mij')
    sam.taps_button('Ja')  # it goes home with Sam
    sam.is_at('ik')
    sam.taps_button('Verder')
    for page, strength in (
        ('jezelf-zijn', 'muziek'),
        ('ertoe-doen', 'luisteren'),
        ('meedoen', 'leren'),
        ('erbij-horen', 'vader'),
        ('wens', 'eigen plek'),
    ):
        sam.is_at(page)
        sam.picks(strength)
        sam.taps_button('Verder')
    sam.is_at('nieuwe-stap')
    sam.picks('koken of bakken')
    sam.taps_button('Verder')
    sam.sees_title('Wat en wie helpt je?')
    sam.picks('vader')
    sam.taps_button('Verder')
    sam.sees_title('Wanneer?')
    sam.picks('zaterdag')
    sam.taps_button('Verder')
    sam.is_at('')
    expect(sam.page.get_by_text('Koken of bakken')).to_be_visible()
    expect(sam.page.get_by_text('met mijn vader', exact=False).first).to_be_visible()
    sam.taps_button('Klaar voor vandaag')
    sam.is_at('delen')
    expect(sam.page.get_by_role('img', name='QR-code van dit kompas')).to_be_visible()
    assert sam.taps <= MOST_TAPS
    assert sam.page.title() == 'Krachtkompas'
