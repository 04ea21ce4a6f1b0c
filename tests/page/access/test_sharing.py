"""What a worker reaches follows the person's tap at once: on every route, on open pages, for the private parts too."""

import json
import re
from collections.abc import Mapping

import pytest

from tests.page.cast.at_desk import Guest
from tests.page.cast.outsiders import seen
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Stranger, Worker
from tests.page.cast.socket import Socket
from tests.patience import eventually
from ui.screens.compass_page import PERSON_SCREENS, PRIVATE_SCREENS, SCREENS, STEP_SCREENS, WORKER_SCREENS

ALL = [SCREENS, STEP_SCREENS, PRIVATE_SCREENS, PERSON_SCREENS, WORKER_SCREENS]
PAGES = sorted(
    {page.strip('/') for screens in ALL for page in screens if '{' not in page} | {'poster.pdf', 'boekje.pdf'}
)
NOTHING_TO_SEE = '/kompas/0000000000000000'
SECRET = 'brommergedoe'
TWO_SECONDS = 2


@pytest.fixture
def sanne(server: Machine) -> Colleague:
    """A worker who looks along with Sam."""
    return Colleague(server, 'Sanne')


@pytest.fixture
def sam(sanne: Colleague) -> Guest:
    """The person, with a phone of their own that sees everything."""
    return Guest(sanne)


def opens(one: Stranger, sam: Guest) -> set[str]:
    """The pages of Sam's compass that somebody opens."""
    answers = {page: one.opens(f'/kompas/{sam.id}/{page}'.rstrip('/')) for page in PAGES}
    assert {answer.status_code for answer in answers.values()} <= {200, 404}
    return {page for page, answer in answers.items() if answer.status_code == 200}


def of(*screens: Mapping[str, object]) -> set[str]:
    return {page.strip('/') for one in screens for page in one if '{' not in page}


def page_of(one: Stranger, sam: Guest, name: str = '') -> Page:
    return Page(one.opens(f'/kompas/{sam.id}/{name}'.rstrip('/')))


def asks(colleague: Colleague, sam: Guest) -> str:
    """The sheet is scanned at work; answers the sub-page of the question."""
    return colleague.enters(sam.on_disk.sheet_token).headers['location'].removeprefix(f'/kompas/{sam.id}/')


def shares(sam: Guest) -> dict[str, str]:
    """What each worker sees, by id."""
    return {share['worker']: share['reach'] for share in sam.on_disk.document['sharing']['shares']}


def is_wiped(line: Socket) -> bool:
    line.hears('run_javascript', 'kompas.wipe(', TWO_SECONDS)
    return line.is_cut_within(TWO_SECONDS)


def test_who_sees_everything_opens_the_ring_and_the_steps(sanne: Colleague, sam: Guest) -> None:
    assert opens(sanne, sam) == of(SCREENS, STEP_SCREENS, WORKER_SCREENS) | {'poster.pdf'}


def test_who_sees_only_the_steps_opens_no_more(sanne: Colleague, sam: Guest) -> None:
    sam.taps('meekijken', 'Alleen mijn stappen')
    assert opens(sanne, sam) == of(STEP_SCREENS, WORKER_SCREENS) | {''}


def test_who_sees_nothing_finds_what_a_stranger_finds(sanne: Colleague, sam: Guest, stranger: Stranger) -> None:
    sam.taps('meekijken', 'Niets')
    assert opens(sanne, sam) == set()
    assert seen(sanne.opens(f'/kompas/{sam.id}')) == seen(stranger.opens(NOTHING_TO_SEE))


@pytest.mark.parametrize(
    ('answer', 'opened'), [('Ook wat er is gebeurd', 'gebeurd'), ('Ook wat het moeilijk maakt', 'moeilijk')]
)
def test_a_private_part_opens_and_closes_by_a_tap_of_the_person(
    sanne: Colleague, sam: Guest, answer: str, opened: str
) -> None:
    sam.writes(opened, SECRET)
    before = opens(sanne, sam)
    sam.taps('meekijken', answer)
    assert opens(sanne, sam) - before == {opened}
    assert SECRET in sanne.opens(f'/kompas/{sam.id}/{opened}').text
    sam.taps('meekijken', answer)
    assert opens(sanne, sam) == before


def test_nothing_closes_the_private_parts_too(sanne: Colleague, sam: Guest) -> None:
    sam.taps('meekijken', 'Ook wat er is gebeurd', 'Niets', 'Mijn kompas en mijn stappen')
    assert 'gebeurd' not in opens(sanne, sam)


def test_an_open_page_of_the_worker_goes_blank_when_nothing_is_shared(sanne: Colleague, sam: Guest) -> None:
    page = page_of(sanne, sam, 'wens')
    tile = page.listener('werk')
    with sanne.socket(page) as line:
        sam.taps('meekijken', 'Niets')
        before = sam.on_disk.bytes
        line.triggers(page.client_id, tile.element, tile.id)
        assert is_wiped(line)
    assert sam.on_disk.bytes == before


def test_an_open_page_of_the_worker_begins_anew_when_less_is_shared(sanne: Colleague, sam: Guest) -> None:
    page = page_of(sanne, sam, 'wens')
    tile = page.listener('werk')
    with sanne.socket(page) as line:
        sam.taps('meekijken', 'Alleen mijn stappen')
        line.hears('run_javascript', 'location.reload()', TWO_SECONDS)
        before = sam.on_disk.bytes
        line.triggers(page.client_id, tile.element, tile.id)  # a browser that does not reload gets no further
        assert is_wiped(line)
    assert sam.on_disk.bytes == before


def test_what_one_person_shares_opens_nothing_of_another(sanne: Colleague, sam: Guest) -> None:
    roos = Guest(sanne, 'Roos')
    sam.taps('meekijken', 'Niets')
    assert opens(sanne, sam) == set()
    assert '' in opens(sanne, roos)


def test_a_device_that_sees_no_private_part_cannot_share_one(sam: Guest) -> None:
    borrowed = Worker(sam)  # type: ignore[arg-type]
    words = [one.words for one in borrowed.page('meekijken').listeners]
    assert 'Mijn kompas en mijn stappen' in words
    assert 'Ook wat er is gebeurd' not in words


@pytest.mark.parametrize(
    ('answer', 'reach'), [('Ja, mijn kompas en mijn stappen', 'share-all'), ('Alleen mijn stappen', 'share-steps')]
)
def test_who_asks_sees_nothing_before_the_yes(server: Machine, sam: Guest, answer: str, reach: str) -> None:
    noor = Colleague(server)
    question = asks(noor, sam)
    worker_id = question.split('/')[1]
    assert worker_id not in shares(sam)
    assert 'wil met je meekijken' in sam.page().text
    assert 'wil met je meekijken' in sam.page('stappen').text
    sam.taps(question, answer)
    assert shares(sam)[worker_id] == reach
    assert sam.on_disk.document['sharing']['asks'] == []


def test_no_is_remembered_and_can_be_changed(server: Machine, sam: Guest) -> None:
    question = asks(Colleague(server, 'Noor'), sam)
    sam.taps(question, 'Nee')
    assert shares(sam)[question.split('/')[1]] == 'share-nothing'
    assert 'Noor' in sam.page('meekijken').text


def test_a_colleague_for_whom_is_asked_is_named_with_who_passes_on(server: Machine, sanne: Colleague) -> None:
    noor, _ = (Colleague(server, name, team='Team van Piet') for name in ('Noor', 'Piet'))
    sam = Guest(noor)
    page = page_of(noor, sam, 'doorgeven')
    one = page.listener('Piet')
    with noor.socket(page) as line, sam.on_disk.changes():
        line.triggers(page.client_id, one.element, one.id)
    [ask] = sam.on_disk.document['sharing']['asks']
    assert 'Noor vraagt het voor Piet.' in sam.page(f'mag-meekijken/{ask["worker"]}').text


def test_a_phone_that_only_the_sheet_let_in_shows_less_but_never_more(sam: Guest) -> None:
    phone = Worker(sam, own=True)  # type: ignore[arg-type]
    phone.taps('meekijken', 'Alleen mijn stappen')
    page = phone.page('meekijken')
    more = page.listener('Mijn kompas en mijn stappen')
    with phone.socket(page) as line:
        line.triggers(page.client_id, more.element, more.id)
        line.hears('update', 'Dat kan hier niet. Op je eigen telefoon wel.')
    assert shares(sam)[sam.colleague_id] == 'share-steps'


def test_nobody_is_asked_about_a_worker_who_did_not_ask(sam: Guest, server: Machine) -> None:
    for worker_id in ('0' * 16, 'niets', sam.id):
        assert 'Dit is net weggehaald.' in sam.page(f'mag-meekijken/{worker_id}').text


def test_the_person_sees_who_looked_and_what_was_done(sanne: Colleague, sam: Guest) -> None:
    sanne.opens(f'/kompas/{sam.id}')
    sam.taps('meekijken', 'Alleen mijn stappen')
    lines = facts(sam)
    assert re.fullmatch(r'Jij, op deze computer, liet alleen de stappen zien voor Sanne · vandaag \d\d?:\d\d', lines[0])
    assert any(line.startswith('Sanne keek in het kompas vandaag') for line in lines)


def test_seventy_taps_leave_a_scan_in_sight(sam: Guest) -> None:
    """Whoever came in with the sheet cannot tap until it can no longer be seen that they did."""
    thief = Worker(sam, own=True)  # type: ignore[arg-type]
    page = thief.page('meekijken')
    less, nothing = page.listener('Alleen mijn stappen'), page.listener('Niets')
    with thief.socket(page) as line:
        for one in [less] * 69 + [nothing]:
            line.triggers(page.client_id, one.element, one.id)
        eventually(lambda: shares(sam)[sam.colleague_id] == 'share-nothing')
    lines = facts(sam)
    assert any(line.startswith('Een andere computer kwam binnen met de code vandaag') for line in lines)
    assert any(re.search(r'liet alleen de stappen zien .* 69 keer$', line) for line in lines)


def test_who_looked_at_another_compass_is_not_told(sanne: Colleague, sam: Guest) -> None:
    Guest(sanne, 'Roos').taps('meekijken', 'Niets')
    assert not any('liet niets meer zien' in line for line in facts(sam))


def test_names_are_words_and_never_markup(server: Machine) -> None:
    wild = Colleague(server, '<b id=x>Sanne')
    sam = Guest(wild)
    for page in ('meekijken', f'mag-meekijken/{sam.colleague_id}'):
        assert '<b id=x>' not in json.dumps(sam.page(page).elements)


def facts(sam: Guest) -> list[str]:
    """The lines under "Wie keek er?"."""
    shown = next(one for one in sam.page('meekijken').elements.values() if one and 'activity' in one.get('class', []))
    lines = re.findall('<li>(.*?)</li>', shown['props']['innerHTML'], re.DOTALL)
    assert lines
    return [' '.join(re.sub('<[^>]*>', ' ', line).split()) for line in lines]
