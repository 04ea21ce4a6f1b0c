"""The desk of a worker in a browser: it changes while the person taps elsewhere, and disturbs nobody who writes."""

import re
from itertools import count

import pytest
from playwright.sync_api import expect

from model.compass.sharing.sharing import Reach
from tests.browser.cast.look import THREE_SIZES, flaws
from tests.browser.cast.on_disk import changed
from tests.browser.conftest import PHONE, TABLET
from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.patience import within

A_SECOND = 1_000
_numbers = count()


class AtDesk:
    """A worker with a browser, signed in, and the same worker over http."""

    def __init__(self, person, colleague):
        self.person = person
        self.page = person.page
        self.colleague = colleague
        self.page.context.add_cookies(
            [{'name': 'kompas', 'value': colleague.http.cookies['kompas'], 'url': person.url, 'httpOnly': True}]
        )

    def opens(self):
        self.page.goto(f'{self.person.url}/werk')
        self.page.get_by_role('heading', level=1).wait_for()

    def tile(self, nickname):
        return self.page.locator('article').filter(has=self.page.get_by_role('heading', name=nickname, exact=True))

    def in_every_size(self):
        """On a phone, a tablet and a small phone, one after the other."""
        for size in THREE_SIZES:
            self.page.set_viewport_size(size)
            yield size

    @property
    def search(self):
        return self.page.get_by_label('Zoek iemand')


@pytest.fixture
def noor(new_person, server):
    return AtDesk(new_person(TABLET, fresh=True), Colleague(server, f'Noor{next(_numbers)}', team='Oost'))


@pytest.fixture
def sam(noor):
    return Guest(noor.colleague, 'Sam')


def not_shown(colleague, nickname):
    """Somebody on whose compass this colleague may not look, until they tap "Mijn kompas en mijn stappen"."""
    guest = Guest(colleague, nickname)
    guest.taps('meekijken', 'Niets')
    return guest


def test_a_tile_changes_within_a_second_when_the_person_taps_on_another_device(noor, sam):
    noor.opens()
    expect(noor.tile('Sam')).to_contain_text('nog geen stap')
    sam.writes('nieuwe-stap', 'fietsen maken')
    expect(noor.tile('Sam')).to_contain_text('Fietsen maken', timeout=within(A_SECOND))
    sam.sends_a_photo()
    expect(noor.tile('Sam')).to_contain_text('1 nieuwe foto', timeout=within(2 * A_SECOND))


def test_a_share_that_is_taken_away_takes_the_tile_away(noor, sam, server):
    mimi = Guest(noor.colleague, 'Mimi')
    noor.opens()
    with changed(server, sam.id) as compass:
        compass.sharing.let(sam.colleague_id, Reach.NOTHING, compass.made)
    sam.says_something()
    expect(noor.tile('Sam')).to_have_count(0, timeout=within(A_SECOND))
    expect(noor.tile('Mimi')).to_be_visible()
    assert mimi.id


def test_half_a_name_and_the_cursor_stay_while_tiles_change(noor, sam):
    Guest(noor.colleague, 'Łukasz')
    mimi = not_shown(noor.colleague, 'Mimi')
    noor.opens()
    noor.search.focus()
    noor.page.keyboard.type('luksz')
    for _ in range(2):
        noor.page.keyboard.press('ArrowLeft')
    sam.writes('nieuwe-stap', 'fietsen maken')
    mimi.taps('meekijken', 'Mijn kompas en mijn stappen')
    expect(noor.page.get_by_role('status')).to_contain_text('Niemand gevonden.')
    noor.page.keyboard.type('a')
    expect(noor.search).to_be_focused()
    expect(noor.search).to_have_value('lukasz')
    expect(noor.tile('Łukasz')).to_be_visible()
    expect(noor.tile('Sam')).to_be_hidden()
    expect(noor.tile('Mimi')).to_be_hidden()


def test_what_has_the_focus_on_a_tile_keeps_it_while_the_tile_changes(noor, sam):
    more = [not_shown(noor.colleague, f'Mimi{next(_numbers)}') for _ in range(2)]
    noor.opens()
    link = noor.tile('Sam').get_by_role('link').first
    begin = noor.tile('Sam').get_by_role('button')
    for one, mimi in zip((link, begin), more, strict=True):
        one.focus()
        sam.writes('nieuwe-stap', f'stap {next(_numbers)}')
        mimi.taps('meekijken', 'Mijn kompas en mijn stappen')
        expect(noor.page.locator('article')).to_have_count(2 if one is link else 3)
        expect(one).to_be_focused()
    for _ in range(2):  # past the way to the preparation
        noor.page.keyboard.press('Shift+Tab')
    noor.page.keyboard.press('Enter')
    noor.person.is_at('')


def test_a_photo_is_two_taps_from_the_desk(noor, sam):
    step = sam.steps_on('taart bakken')
    noor.opens()
    noor.tile('Sam').get_by_role('link', name='Foto erbij').click()
    noor.person.is_at(f'stap/{step}')
    expect(noor.page.get_by_role('heading', name='Taart bakken')).to_be_visible()


def test_a_new_photo_is_one_tap_from_the_desk_and_a_victory_is_told_at_once(noor, sam):
    step = sam.steps_on('taart bakken')
    photo = sam.sends_a_photo()
    noor.opens()
    sam.taps(f'stap/{step}', 'Gedaan')
    expect(noor.tile('Sam')).to_contain_text('1 stap gedaan!', timeout=within(A_SECOND))
    noor.tile('Sam').get_by_role('link', name='1 nieuwe foto').click()
    noor.person.is_at(f'foto/{photo.id}')
    expect(noor.page.locator('img.whole')).to_be_visible()
    noor.opens()
    expect(noor.tile('Sam').get_by_role('link', name='1 nieuwe foto')).to_have_count(0)
    expect(noor.tile('Sam')).to_contain_text('1 stap gedaan!')


def test_beginning_together_opens_the_compass_and_ready_ends_it_on_the_desk(noor, sam):
    sam.steps_on('taart bakken')
    noor.opens()
    noor.tile('Sam').get_by_role('button', name='Begin het gesprek').click()
    noor.person.is_at('')
    noor.opens()
    expect(noor.tile('Sam')).to_contain_text('in gesprek')
    noor.tile('Sam').get_by_role('button', name='Klaar').click()
    expect(noor.tile('Sam')).to_contain_text('laatste gesprek: vandaag')


def test_a_new_compass_is_in_the_hands_of_the_person_at_once(noor):
    noor.opens()
    noor.page.get_by_role('heading', name='Hier staan straks de mensen').wait_for()
    noor.person.taps_button('Nieuw kompas')
    noor.person.sees_title(f'Mag {noor.colleague.name} meekijken?')
    expect(noor.person.button('Snel weg')).to_be_visible()
    assert noor.person.gets(f'{noor.person.url}/werk') != 200 or not noor.person.button('Nieuw kompas').count()


def test_signing_out_leaves_nothing_to_see_on_any_desk_of_that_browser(noor, sam):
    noor.opens()
    other = noor.page.context.new_page()
    other.goto(f'{noor.person.url}/werk')
    other.get_by_text('Sam', exact=True).wait_for()
    noor.person.taps_button('Log uit')
    noor.page.wait_for_url(re.compile('/(werk/in)?(\\?.*)?$'))
    expect(other.get_by_text('Sam', exact=True)).to_have_count(0, timeout=within(2 * A_SECOND))
    noor.page.go_back()
    expect(noor.page.get_by_text('Sam', exact=True)).to_have_count(0)
    noor.page.wait_for_url(re.compile('/werk/in'))


@pytest.mark.parametrize('size', [PHONE, TABLET], ids=['phone', 'tablet'])
def test_the_preparation_is_one_tap_from_the_desk_and_follows_the_person(new_person, server, size):
    at_work = AtDesk(new_person(size, fresh=True), Colleague(server, f'Noor{next(_numbers)}', team='Oost'))
    sam = Guest(at_work.colleague, 'Sam')
    at_work.opens()
    at_work.tile('Sam').get_by_role('link', name='Voorbereiden').click()
    at_work.person.sees_title('Voorbereiden')
    at_work.person.sees('Er is niets nieuws. Jullie kunnen gewoon beginnen.')
    for words in ('taart bakken', 'naar de arbeidsongeschiktheidsverzekering bellen'):
        sam.writes('nieuwe-stap', words)
    sam.taps('erbij-horen', 'vader', 'broer of zus')
    expect(at_work.page.get_by_role('heading', name='Nieuw op het kompas')).to_be_visible()
    expect(at_work.page.locator('.preparation .card')).to_contain_text('arbeids')
    at_work.page.locator('#toolbar').evaluate('(strip) => strip.remove()')  # it is measured with every other screen
    assert flaws(at_work.page, THREE_SIZES) == [], 'preparation'


@pytest.fixture(params=[Reach.EVERYTHING, Reach.STEPS])
def along(request, noor, server):
    """Noor at her screen, and somebody without a name who shows her so much."""
    guest = Guest(noor.colleague, '')
    with changed(server, guest.id) as compass:
        compass.sharing.let(guest.colleague_id, request.param, compass.made)
    return noor, guest


def test_the_preparation_is_one_tap_from_the_compass(along):
    noor, guest = along
    noor.person.opens(f'/kompas/{guest.id}')
    noor.page.get_by_role('heading', level=1).wait_for()
    ways = noor.page.get_by_role('link', name='Voorbereiden', exact=True).filter(visible=True)
    for _ in noor.in_every_size():
        assert doors_that_touch(noor.page) == []
        expect(ways).to_have_count(1)
    ways.click()
    noor.person.sees_title('Voorbereiden')


@pytest.mark.long
def test_whose_compass_it_is_is_seen_on_every_page_and_follows_the_person(along):
    noor, guest = along
    noor.person.opens(f'/kompas/{guest.id}/nieuwe-stap')
    strip = noor.page.locator('#toolbar .of')
    expect(strip).to_have_text('Zonder naam')
    for _ in noor.in_every_size():
        assert doors_that_touch(noor.page) == []
    guest.writes('ik', 'Sam')
    expect(strip).to_have_text('Sam', timeout=within(A_SECOND))
    for page in ('', '/stappen', '/stap/0123abcd', '/voorbereiden', '/doorgeven'):
        noor.person.opens(f'/kompas/{guest.id}{page}')
        noor.page.get_by_role('heading', level=1).wait_for()
        for _ in noor.in_every_size():
            for one in (strip.get_by_text('Sam', exact=True), strip.locator('svg')):
                expect(one).to_be_in_viewport(ratio=1)


def doors_that_touch(page):
    """Words of the strip above that stand over each other, or off the screen."""
    doors = page.locator('#toolbar').locator('a, button, .of').filter(visible=True)
    places = [(one.inner_text(), one.bounding_box()) for one in doors.all()]
    lowest = max(box['y'] for _, box in places)  # on a phone whose compass it is has a row of its own above
    below = [(words, box) for words, box in places if box['width'] and box['y'] > lowest - 20]
    edges = [(words, box['x'], box['x'] + box['width']) for words, box in below]
    width, ends = page.viewport_size['width'], [0, *(end for _, _, end in edges)]
    return [words for (words, begin, end), before in zip(edges, ends, strict=False) if begin < before or end > width]


def test_what_one_sits_down_for_is_not_prepared_any_more(new_person, server):
    at_work = AtDesk(new_person(PHONE, fresh=True), Colleague(server, f'Noor{next(_numbers)}', team='Oost'))
    sam = Guest(at_work.colleague, 'Sam')
    at_work.opens()
    at_work.tile('Sam').get_by_role('button', name='Begin het gesprek').click()
    at_work.page.wait_for_url(re.compile(f'/kompas/{sam.id}$'))
    at_work.person.sees_title('Sam')
    expect(at_work.page.get_by_role('link', name='Voorbereiden', exact=True).filter(visible=True)).to_have_count(0)


def coordinator(new_person, server, name, team=''):
    """On a server of the test alone: everyone of whom another test made a colleague stands on the page of the team."""
    return AtDesk(new_person(PHONE, server.url, fresh=True), Colleague(server, name, team=team, coordinator=True))


@pytest.mark.long
def test_a_colleague_becomes_a_coordinator_while_their_desk_is_open(new_person, own_server):
    bea = coordinator(new_person, own_server, 'Bea')
    noor = AtDesk(new_person(TABLET, own_server.url, fresh=True), Colleague(own_server, 'Noor', team='Oost'))
    noor.opens()
    expect(noor.page.get_by_role('link', name='Logboek')).to_have_count(0)
    bea.page.goto(f'{bea.person.url}/werk/team')
    bea.page.locator('.colleague summary').filter(has_text=noor.colleague.name).first.click()
    row = bea.page.locator('.colleague').filter(has_text=noor.colleague.name)
    row.get_by_label('Welk team?').fill('West')
    row.get_by_label('Coördinator').check()
    assert flaws(bea.page, THREE_SIZES) == [], 'team and role'
    row.get_by_role('button', name='Bewaar').click()
    expect(noor.page.get_by_role('link', name='Logboek')).to_be_visible(timeout=within(A_SECOND))
    bea.page.goto(f'{bea.person.url}/werk/logboek')
    bea.page.get_by_label('Vanaf welke dag?').fill('2026-01-02')
    bea.page.get_by_label('Wie?').select_option(label=noor.colleague.name)
    bea.person.taps_button('Laat zien')
    expect(bea.page.locator('.activity li').first).to_contain_text('maakte iemand coördinator')
    bea.page.goto(f'{bea.person.url}/werk/logboek?van=gisteren')
    assert flaws(bea.page, THREE_SIZES) == [], 'a day that is none'


@pytest.mark.long
def test_every_page_of_a_coordinator_can_be_read_and_tapped(new_person, own_server):
    bea = coordinator(new_person, own_server, 'Bea', 'Arbeidsongeschiktheidsverzekeringen')
    bea.opens()
    assert flaws(bea.page, THREE_SIZES) == [], 'empty desk'
    Guest(bea.colleague, 'Maria-Antoinette van der Meer-Oosterhuis').steps_on(
        'naar de arbeidsongeschiktheidsverzekering bellen'
    )
    sam = Guest(bea.colleague, 'Sam')
    sam.steps_on('wandelen', day=5)
    for _ in range(2):
        sam.sends_a_photo()
    bea.opens()
    assert flaws(bea.page, THREE_SIZES) == [], 'desk'
    bea.search.fill('niemand')
    bea.page.get_by_role('status').get_by_text('Niemand gevonden.').wait_for()
    assert flaws(bea.page, THREE_SIZES) == [], 'nobody found'
    bea.person.taps_link('Werkbladen')
    bea.person.sees_title('Werkbladen')
    assert flaws(bea.page, THREE_SIZES) == [], 'worksheets'
    bea.page.goto(f'{bea.person.url}/werk/team')
    assert flaws(bea.page, THREE_SIZES) == [], 'team'
    bea.page.locator('.invite summary').click()
    bea.page.locator('.colleague summary').filter(has_text='Coby').click()
    for one in bea.page.locator('.colleague details[open] .sure summary').all():
        one.click()
    assert flaws(bea.page, THREE_SIZES) == [], 'colleague'
    bea.person.taps_button('Maak de uitnodiging')
    bea.person.sees_title('Een uitnodiging')
    assert flaws(bea.page, THREE_SIZES) == [], 'invitation'
    bea.page.goto(f'{bea.person.url}/werk/logboek')
    assert flaws(bea.page, THREE_SIZES) == [], 'log'
