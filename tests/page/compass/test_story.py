"""The story and what matters most, on the screens: for who sees ring and steps, and for nobody else."""

from tests.browser.cast.on_disk import had_contact
from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.person import Owner

BEGINS = 'Hier komt na elk gesprek een plaatje van je kompas.'


def test_after_a_contact_it_tells_what_is_new_and_what_was_done(owner: Owner) -> None:
    assert BEGINS in owner.page('verhaal').text
    owner.taps('jezelf-zijn', 'muziek')
    had_contact(owner.server, owner.id, days_ago=30)
    owner.taps('jezelf-zijn', 'muziek', 'rust')
    told = owner.page('verhaal').text
    assert [words for words in ('Nieuw', 'Stond er eerst', 'Gedaan!') if words in told] == ['Nieuw', 'Stond er eerst']


def test_who_sees_the_steps_alone_has_no_story_and_nothing_to_put_hearts_on(noor: Colleague, sam: Guest) -> None:
    pages = [f'/kompas/{sam.id}/{page}' for page in ('verhaal', 'belangrijk')]
    assert [noor.opens(page).status_code for page in pages] == [200, 200]
    sam.taps('meekijken', 'Alleen mijn stappen')
    assert [noor.opens(page).status_code for page in pages] == [404, 404]


def test_the_heart_of_what_matters_most_is_the_heart_everywhere(owner: Owner) -> None:
    owner.taps('jezelf-zijn', 'muziek', 'rust')
    owner.taps('belangrijk', 'rust')
    hearts = {one['answer']['tile']: one.get('heart', False) for one in owner.on_disk.strengths}
    assert hearts == {'music': False, 'rest': True}
    owner.taps('belangrijk', 'rust')
    assert not any(one.get('heart') for one in owner.on_disk.strengths)


def test_what_matters_most_shows_what_stands_on_the_compass_and_nothing_else(owner: Owner) -> None:
    assert 'Er staat nog niets op je kompas.' in owner.page('belangrijk').text
    owner.taps('erbij-horen', 'vader')
    assert [one.words for one in owner.page('belangrijk').listeners if one.words in {'vader', 'moeder'}] == ['vader']
