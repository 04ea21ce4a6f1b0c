"""The board of all steps: today, this week, later and done, none of them ever failed; and the photos beside a step."""

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from model.compass.answer import Answer
from model.compass.target import Moment, Spot, Target
from tests.browser.cast.attached import adds_photo, chooses_photo, is_seen, photos
from tests.browser.cast.on_disk import changed, compass_of
from tests.browser.cast.party import COUNT_PARTIES, sees_parties
from tests.browser.cast.person import Person
from tests.browser.cast.screens import today
from tests.server import Server

FAILED = ('gemist', 'mislukt', 'te laat', 'verlopen', 'niet gedaan', 'niet gelukt')
"""How a step is never called."""


@pytest.fixture
def board(owner: Person, server: Server) -> Person:
    """The owner at the board, with a step for each of its groups, and one of which the day went by."""
    owner.page.add_init_script(COUNT_PARTIES)
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        for tile, days in (('call', -3), ('walk', 0), ('cycle', 1), ('groceries', 6), ('sport', 7), ('learn', None)):
            step = compass.steps.start(Answer(tile=tile), today())
            compass.steps.choose_day(step.id, None if days is None else today() + timedelta(days=days))
        done = compass.steps.start(Answer(tile='tidy'), today())
        compass.steps.finish(done.id, today() - timedelta(days=1))
    owner.goes_to('stappen')
    return owner


def test_each_step_stands_where_its_day_is(board: Person) -> None:
    for title, steps in (
        ('Vandaag', ['Wandelen', 'Bellen']),
        ('Deze week', ['Fietsen', 'Boodschappen doen']),
        ('Later', ['Sporten', 'Leren']),
        ('Gedaan!', ['Opruimen']),
    ):
        expect(board_of(board, title)).to_have_text(steps)


def test_a_step_whose_day_went_by_can_still_be_done_and_nothing_says_it_failed(board: Person) -> None:
    expect(group(board, 'Vandaag').get_by_role('link', name='Bellen')).to_contain_text('kan nog steeds')
    # at home there is room for three, and five are ahead
    for page, shown in (('', 0), ('stappen', 1)):
        board.goes_to(page)
        expect(board.step('Wandelen')).to_be_visible()
        expect(board.page.get_by_text('kan nog steeds')).to_have_count(shown)
        words = board.page.locator('body').inner_text().lower()
        assert not [one for one in FAILED if one in words]
    board.step('Bellen').click()
    board.sees_title('Bellen')
    board.sees('kan nog steeds')


def test_a_step_that_is_done_moves_to_gedaan_with_a_party_and_back(board: Person) -> None:
    tick(board, 'Bellen').click()
    expect(board_of(board, 'Gedaan!').first).to_have_text('Bellen')
    expect(board_of(board, 'Vandaag')).to_have_text(['Wandelen'])
    sees_parties(board.page, 1)
    tick(board, 'Wandelen').click()
    # an empty group takes no room
    expect(board.page.get_by_role('heading', name='Vandaag')).to_be_hidden()
    tick(board, 'Wandelen').click()
    expect(board_of(board, 'Vandaag')).to_have_text(['Wandelen'])
    sees_parties(board.page, 2)


def test_an_empty_board_shows_just_the_way_to_a_new_step(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Stappen')
    owner.sees_title('Mijn stappen')
    expect(owner.page.get_by_role('heading', level=2).filter(visible=True)).to_have_count(0)
    owner.taps_button('Nieuwe stap')
    owner.is_at('nieuwe-stap')


@pytest.mark.long
def test_anders_makes_a_step_smaller_and_says_where_it_leads(owner: Person, phone: Person, server: Server) -> None:
    owner.taps_link('Kompas')
    owner.sets_step('op bezoek gaan')
    phone.taps_link('Stappen')
    owner.step('Op bezoek gaan').click()
    owner.taps_link('Te groot? Maak hem kleiner')
    owner.sees_title('Wat is een kleinere stap?')
    owner.sees_pressed('op bezoek gaan')
    owner.picks('bellen')
    owner.sees_pressed('op bezoek gaan', pressed=False)
    expect(phone.step('Bellen')).to_be_visible()
    # smaller once more, in own words: it still leads to the first
    owner.writes('een kaartje sturen')
    owner.sees_pressed('een kaartje sturen')
    owner.taps_button('Verder')
    owner.sees_title('Wanneer?')
    owner.goes_to(f'stap/{owner.step_id}')
    owner.sees_title('Een kaartje sturen')
    owner.sees('Op weg naar: Op bezoek gaan')
    step, bigger = compass_of(server, owner.compass_id).steps.items
    assert step.towards
    assert (step.answer.words, step.towards.tile, bigger.answer.tile) == ('een kaartje sturen', 'visit', 'visit')


@pytest.mark.long
def test_anders_also_leads_to_someone_else_and_to_another_day(owner: Person) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    owner.step('Wandelen').click()
    for way, question in (('Samen met iemand', 'Wat en wie helpt je?'), ('Op een andere dag', 'Wanneer?')):
        owner.taps_link('Te groot? Maak hem kleiner', way)
        owner.sees_title(question)
        owner.goes_to(f'stap/{owner.step_id}')


@pytest.mark.long
def test_photos_beside_a_step_stand_on_its_card_by_their_moment(owner: Person, phone: Person, server: Server) -> None:
    owner.taps_link('Kompas')
    owner.sets_step('wandelen')
    owner.taps_link('Stappen')
    phone.step('Wandelen').click()
    phone.sees_pressed('vooraf')
    chooses_photo(phone, 'tomato')
    expect(photos(owner)).to_have_count(1)
    phone.taps_button('bezig')
    phone.sees_pressed('bezig')
    chooses_photo(phone, 'gold')
    expect(photos(owner)).to_have_count(2)
    phone.picks('Gedaan')
    phone.goes_to(f'stap/{phone.step_id}')
    phone.sees_pressed('gelukt')
    chooses_photo(phone, 'teal')
    for person in (owner, phone):
        expect(photos(person)).to_have_count(3)
        badges = photos(person).locator('.badge svg').evaluate_all('(all) => all.map((one) => one.dataset.key)')
        assert badges == ['before', 'doing', 'done-it']
        is_seen(photos(person).last)
    assert {str(one.target) for one in compass_of(server, phone.compass_id).album.items} == {
        f'step.{phone.step_id}.{moment}' for moment in Moment
    }


@pytest.mark.long
def test_a_card_shows_the_last_four_photos_and_the_step_all(owner: Person, phone: Person) -> None:
    owner.taps_link('Kompas')
    owner.sets_step('wandelen')
    phone.step('Wandelen').click()
    phone.is_at('stap/[0-9a-f]+')
    beside = Target(spot=Spot.STEP, of=phone.step_id, moment=Moment.BEFORE)
    ids = [adds_photo(phone, 'teal', beside) for _ in range(5)]
    expect(photos(phone)).to_have_count(5)
    expect(photos(owner)).to_have_count(4)
    photos(owner).first.click()
    owner.is_at(f'foto/{ids[1]}')


def group(person: Person, title: str) -> Locator:
    """One part of the board."""
    return person.page.locator('section').filter(has=person.page.get_by_role('heading', name=title, exact=True))


def board_of(person: Person, title: str) -> Locator:
    """What the steps in a part of the board are."""
    return group(person, title).locator('.card .text > span')


def tick(person: Person, what: str) -> Locator:
    """The ring on a card."""
    return person.page.locator('.card').filter(has_text=what).get_by_role('button', name='Gedaan')
