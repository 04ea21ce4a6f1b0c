"""Looking back together: for who sees ring and steps; what was said stands in the story."""

from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.person import Owner

PAGES = ('terugkijken', 'terugkijken/geleerd', 'terugkijken/nu')


def said(owner: Owner) -> list[list[str]]:
    items = owner.on_disk.document['looking_back']['items']
    return [[one.get('tile') or one['words'] for one in (*item['went_well'], *item['learned'])] for item in items]


def test_what_went_well_and_what_was_learned_is_remembered_with_its_contact(owner: Owner) -> None:
    owner.taps('jezelf-zijn', 'muziek')
    owner.taps('terugkijken', 'muziek')
    owner.taps('terugkijken/geleerd', 'nee zeggen')
    owner.writes('terugkijken/geleerd', 'bellen helpt')
    assert said(owner) == [['music', 'no-thanks', 'bellen helpt']]
    [look] = owner.on_disk.document['looking_back']['items']
    assert look['contact'] == owner.on_disk.document['contact']['id']
    told = owner.page('verhaal').text
    assert [words for words in ('Ging goed', 'Geleerd', 'bellen helpt') if words not in told] == []


def test_a_second_tap_takes_it_off(owner: Owner) -> None:
    owner.taps('terugkijken/geleerd', 'nee zeggen')
    owner.taps('terugkijken/geleerd', 'nee zeggen')
    assert said(owner) == []


def test_what_was_done_and_what_stands_on_the_compass_is_offered_and_nothing_private(owner: Owner) -> None:
    owner.taps('gebeurd', 'verhuisd')
    owner.taps('erbij-horen', 'vader')
    tiles = {one.words for one in owner.page('terugkijken').listeners}
    assert 'vader' in tiles
    assert not tiles & {'verhuisd', 'moeder'}


def test_a_worker_looks_back_together_where_the_story_is_shown_to_them(noor: Colleague, sam: Guest) -> None:
    assert [noor.opens(f'/kompas/{sam.id}/{page}').status_code for page in PAGES] == [200] * 3
    sam.taps('meekijken', 'Alleen mijn stappen')
    assert [noor.opens(f'/kompas/{sam.id}/{page}').status_code for page in PAGES] == [404] * 3
