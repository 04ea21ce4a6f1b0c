"""The person says in pictures who looks along; a tap is effective at once on every open page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from model.activity import Activity, ActivityKind
from model.settings import Settings
from model.storage.files.activity_file import ActivityFile
from tests.browser.cast.at_work import signs_in_here
from tests.browser.cast.on_disk import compass_of, file_of
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE, TABLET
from tests.page.cast.people.colleague import Colleague
from tests.patience import within
from tests.server import Server

TWO_SECONDS = 2_000
QUESTION = 'Sanne wil met je meekijken. Mag dat?'


@pytest.fixture
def sanne(server: Server, owner: Person) -> Colleague:
    """A worker who scanned the sheet of the owner, and waits for an answer."""
    owner.begins()
    token = owner.shares().partition('#')[2]
    owner.taps_link('Kompas')
    sanne = Colleague(server, 'Sanne')  # type: ignore[arg-type]
    assert '/mag-meekijken/' in sanne.enters(token).headers['location']
    return sanne


@pytest.fixture
def worker(new_person: Callable[..., Person], sanne: Colleague, owner: Person) -> Person:
    """The browser of a worker whom the owner lets see everything."""
    answers(owner, 'Ja, mijn kompas en mijn stappen')
    worker = new_person(TABLET, fresh=True)
    assert sanne.posts('/werk/terug', code=sanne.code()).status_code == 303
    signs_in_here(worker, sanne)
    worker.opens(f'/kompas/{owner.compass_id}')
    worker.sees_title('Mijn kompas')
    return worker


def answers(person: Person, answer: str) -> None:
    person.taps_link(QUESTION)
    person.sees_title('Mag Sanne meekijken?')
    person.taps_button(answer)
    person.is_at('meekijken')
    person.sees_title('Wie kijkt mee?')


def test_nobody_looks_along_until_somebody_asks(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Delen', 'Wie kijkt mee?')
    owner.sees('Nog niemand kijkt met je mee.')
    owner.taps_button('Naar je code')
    owner.sees_title('Delen')


@pytest.mark.usefixtures('sanne')
def test_the_question_stands_on_home_and_on_the_steps_until_it_is_answered(owner: Person) -> None:
    expect(owner.link(QUESTION)).to_be_visible()
    owner.taps_link('Stappen')
    answers(owner, 'Alleen mijn stappen')
    owner.sees_pressed('Alleen mijn stappen')
    for place in ('Kompas', 'Stappen'):
        owner.taps_link(place)
        expect(owner.link(QUESTION)).to_be_hidden()


@pytest.mark.long
@pytest.mark.usefixtures('sanne')
def test_a_question_that_is_answered_on_one_device_is_gone_on_the_other(owner: Person, new_person) -> None:
    phone = new_person(PHONE)
    phone.enters(owner.shares())
    owner.taps_link('Kompas')
    phone.taps_link(QUESTION)
    phone.sees_title('Mag Sanne meekijken?')
    answers(owner, 'Nee')
    phone.is_at('meekijken')
    phone.sees_pressed('Niets')


def test_a_page_of_the_worker_goes_blank_within_two_seconds(owner: Person, worker: Person) -> None:
    address = worker.page.url
    owner.picks('Niets')
    expect(worker.page).to_have_url(f'{worker.url}/', timeout=within(TWO_SECONDS))
    worker.sees_nothing_of('Mijn kompas')
    assert worker.gets(address) == 404


def test_of_who_sees_only_the_steps_the_ring_disappears(owner: Person, worker: Person) -> None:
    worker.taps_link('Jezelf zijn')
    owner.picks('Alleen mijn stappen')
    worker.sees_title('We kunnen dit niet vinden.')
    worker.opens(f'/kompas/{owner.compass_id}')
    worker.sees_title('Mijn stappen')


@pytest.mark.long
def test_what_is_hard_is_told_by_a_tap_of_its_own(owner: Person, worker: Person) -> None:
    expect(worker.link('Wat is er gebeurd?')).to_have_count(0)
    owner.picks('Ook wat er is gebeurd')
    expect(worker.link('Wat is er gebeurd?')).to_be_visible()
    owner.lets_go('Ook wat er is gebeurd')
    expect(worker.link('Wat is er gebeurd?')).to_have_count(0)


@pytest.mark.long
def test_who_looked_is_told_in_pictures_and_words(owner: Person, worker: Person) -> None:
    worker.taps_link('Stappen')
    facts = owner.page.locator('ol.activity li')
    expect(facts.filter(has_text='Sanne keek in het kompas').first).to_contain_text('vandaag')
    expect(facts.filter(has_text='Jij, op deze computer, liet het kompas en de stappen zien').first).to_contain_text(
        'voor Sanne'
    )
    assert all(facts.nth(line).locator('svg').count() == 2 for line in range(facts.count()))


def test_all_that_happened_comes_page_by_page(owner: Person, server: Server) -> None:
    owner.begins()
    for number in range(24):
        _happened(server, owner.compass_id, number)
    owner.goes_to('meekijken')
    facts = owner.page.locator('ol.activity li')
    expect(facts).to_have_count(10)
    expect(owner.button('Nieuwer')).to_be_hidden()
    owner.taps_button('Ouder')
    expect(facts.filter(has_text='begon een nieuw kompas')).to_be_hidden()
    owner.taps_button('Ouder')
    expect(facts.filter(has_text='begon een nieuw kompas')).to_be_visible()
    expect(owner.button('Ouder')).to_be_hidden()
    owner.taps_button('Nieuwer')
    owner.taps_button('Nieuwer')
    expect(owner.button('Nieuwer')).to_be_hidden()
    expect(facts).to_have_count(10)
    expect(facts.filter(has_text='begon een nieuw kompas')).to_have_count(0)


def _happened(server: Server, compass_id: str, number: int) -> None:
    """A fact of another device each time, as the server writes it."""
    at = Settings(data=server.data).now()
    path = file_of(server, compass_id).with_name('log.jsonl')
    ActivityFile(path).add(Activity(at=at, kind=ActivityKind.ENTERED, compass=compass_id, whom=f'{number:08x}'))


def test_a_worker_sees_paper_on_the_share_screen_and_neither_code_nor_end(owner: Person, worker: Person) -> None:
    worker.goes_to('delen')
    for name in ('Voor op de koelkast', 'Voor in je tas', 'Voor in je portemonnee'):
        expect(worker.link(name)).to_be_visible()
    expect(worker.button('Blad kwijt? Nieuwe code')).to_be_visible()
    expect(worker.page.get_by_role('img', name='QR-code van dit kompas')).to_have_count(0)
    for name in ('Nieuwe code', 'Alles wissen', 'Tot ziens'):
        expect(worker.button(name)).to_have_count(0)
    for name in ('Wie kijkt mee?', 'Wie kan erin?', 'Een code van plaatjes'):
        expect(worker.link(name)).to_have_count(0)


@pytest.mark.long
def test_a_worker_makes_a_new_sheet_for_a_person_who_lost_theirs_and_the_person_is_told(
    new_person: Callable[..., Person], owner: Person, worker: Person
) -> None:
    owner.goes_to('delen')
    old = owner.shows_code()
    worker.goes_to('delen')
    worker.taps_button('Blad kwijt? Nieuwe code')
    worker.sees('De oude code werkt dan niet meer. De persoon ziet dat jij dit deed.')
    worker.page.get_by_role('alertdialog').get_by_role('button', name='Blad kwijt? Nieuwe code').click()
    worker.sees('Er is een nieuwe code. Print het blad.')
    owner.sees('Sanne maakte een nieuw blad. De oude code werkt niet meer.')
    late = new_person(PHONE)
    late.opens(old)
    late.taps_button('Dit is mijn kompas')
    expect(late.page.get_by_role('heading', level=1)).not_to_contain_text('Van wie')
    new_phone = new_person(PHONE)
    new_phone.enters(worker.prints())
    assert new_phone.compass_id == owner.compass_id
    owner.taps_button('Gezien')
    expect(owner.page.get_by_text('Sanne maakte een nieuw blad.')).to_have_count(0)


def test_everything_is_reached_by_keyboard(owner: Person, server: Server, sanne: Colleague) -> None:
    assert sanne
    owner.link(QUESTION).focus()
    owner.page.keyboard.press('Enter')
    owner.button('Ja, mijn kompas en mijn stappen').focus()
    owner.page.keyboard.press('Enter')
    owner.is_at('meekijken')
    owner.button('Alleen mijn stappen').focus()
    owner.page.keyboard.press('Space')
    owner.sees_pressed('Alleen mijn stappen')
    expect(owner.button('Alleen mijn stappen')).to_be_focused()
    [share] = compass_of(server, owner.compass_id).sharing.shares
    assert share.reach == 'share-steps'


def test_what_is_kept_is_told_to_everyone(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Delen', 'Wat bewaren we?')
    expect(owner.page).to_have_url(f'{owner.url}/wat-bewaren-we')
    owner.sees_title('Wat bewaren we?')
    owner.sees('Een tablet die iedereen gebruikt, gaat na 5 minuten op slot.')
    owner.page.go_back()
    owner.sees_title('Delen')


@pytest.mark.long
def test_rounding_off_takes_the_book_along_and_ends_that_workers_look_along(owner: Person, worker: Person) -> None:
    owner.taps_link('Kompas', 'Delen', 'Afronden')
    owner.sees('Sanne')
    expect(owner.page.get_by_role('link', name='Neem je boekje mee')).to_have_attribute('target', '_blank')
    owner.taps_button('Ja')
    owner.sees('Niemand kijkt met je mee.')
    expect(owner.button('Ja')).to_be_hidden()
    worker.sees_nothing_of('Mijn kompas')
