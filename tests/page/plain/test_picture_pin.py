"""The picture PIN: the sheet alone opens nothing; five wrong tries lock it, however they are sent."""

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from model.activity import Activity, ActivityKind
from model.compass.sharing import picture_pin
from model.settings import Settings
from tests.browser.cast.on_disk import changed
from tests.page.cast.at_desk import Guest
from tests.page.cast.people import Colleague, Machine, Owner, Person, Stranger

RIGHT = list(picture_pin.PICTURES[:4])
WRONG = list(picture_pin.PICTURES[4:8])
PAGE = '/plaatjescode'
AGAIN = f'{PAGE}?nog'
LOCKED = 423


def closes(person: Person, pictures: list[str] = RIGHT) -> None:
    """From here on the sheet of this person needs their pictures."""
    hash = picture_pin.hashed(pictures, Settings(data=person.server.data).derived('pin'))
    with changed(person.server, person.id) as compass:
        compass.picture_pin.set(hash)


@pytest.fixture
def closed(owner: Owner) -> Owner:
    closes(owner)
    return owner


@pytest.fixture
def slowly_opened(full_cost_server: Machine) -> Owner:
    """One whose pictures take as long to weigh as the program takes: the test is marked `full_cost`."""
    owner = Owner(full_cost_server)
    closes(owner)
    return owner


def finds_the_sheet(owner: Person, *, own: bool = False) -> Stranger:
    """Somebody with the sheet, who is asked for the pictures."""
    finder = Stranger(owner.server)
    assert finder.enters(owner.on_disk.sheet_token, own=own).headers['location'] == PAGE
    return finder


def taps(one: Stranger, pictures: list[str], *, address: str = '') -> httpx.Response:
    headers = {'X-Forwarded-For': address} if address else None
    return one.http.post(PAGE, data={'plaatje': pictures}, headers=headers)


def wrong(owner: Person) -> int:
    """Tries on disk since they were last right."""
    return int(owner.on_disk.document['picture_pin']['wrong'])


def guesses_in_the_log(owner: Person) -> int:
    lines = map(Activity.model_validate_json, (owner.on_disk.folder / 'log.jsonl').read_text().splitlines())
    return sum(one.times for one in lines if one.kind is ActivityKind.GUESSED)


def on_tiles(page: httpx.Response) -> list[str]:
    return re.findall(r'<button class="tile" name="plaatje" value="([a-z-]+)"', page.text)


def test_the_right_pictures_open_the_compass(closed: Owner) -> None:
    finder = finds_the_sheet(closed, own=True)
    assert f'data-length="{len(RIGHT)}"' in finder.opens(PAGE).text, 'the script sends them when there are so many'
    assert finder.opens(f'/kompas/{closed.id}').status_code == 404
    assert taps(finder, RIGHT).headers['location'] == f'/kompas/{closed.id}'
    assert finder.opens(f'/kompas/{closed.id}').status_code == 200
    assert closed.on_disk.key(finder.token_of(closed.id))['own'] is True
    assert 'waiting' not in finder.session


@pytest.mark.parametrize('pictures', [WRONG, RIGHT[::-1], [*RIGHT[:3], WRONG[0]]], ids=['others', 'order', 'last'])
def test_others_or_another_order_do_not(closed: Owner, pictures: list[str]) -> None:
    finder = finds_the_sheet(closed)
    assert taps(finder, pictures).headers['location'] == AGAIN
    page = finder.opens(AGAIN)
    assert 'Dat klopt niet. Nog een keer.' in page.text
    assert finder.opens(f'/kompas/{closed.id}').status_code == 404
    assert wrong(closed) == 1


def test_how_many_tries_are_left_is_not_told(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    pages = set()
    for _ in range(4):
        assert taps(finder, WRONG).headers['location'] == AGAIN
        pages.add(re.sub(r'value="\d+"|<div class="twelve">.*?</div>', '', finder.opens(AGAIN).text, flags=re.DOTALL))
    assert len(pages) == 1


def test_right_pictures_give_all_tries_back(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    for _ in range(4):
        taps(finder, WRONG)
    assert taps(finder, RIGHT).headers['location'] == f'/kompas/{closed.id}'
    assert wrong(closed) == 0


def test_after_five_wrong_tries_even_the_right_ones_do_not_open_it(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    answers = [taps(finder, WRONG).status_code for _ in range(5)]
    assert answers == [303, 303, 303, 303, LOCKED]
    locked = taps(finder, RIGHT)
    assert locked.status_code == LOCKED
    assert 'Vraag je begeleider, of open je kompas op een ander apparaat.' in locked.text
    assert finder.opens(PAGE).text == locked.text
    assert finds_the_sheet(closed).opens(PAGE).status_code == LOCKED


@pytest.mark.full_cost
def test_of_fifty_guesses_at_once_at_most_five_are_weighed(slowly_opened: Owner) -> None:
    closed = slowly_opened
    finder = finds_the_sheet(closed)

    def guess(number: int) -> int:
        # from everywhere: no limit for one address helps here
        return httpx.post(
            f'{closed.server.url}{PAGE}',
            data={'plaatje': WRONG},
            headers={'X-Forwarded-For': f'203.0.113.{number}', 'Cookie': finder.cookie},
            timeout=120,
            trust_env=False,
        ).status_code

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(guess, range(50)))
    assert answers.count(LOCKED) >= 46
    assert 1 <= guesses_in_the_log(closed) <= 5
    assert wrong(closed) == 5
    assert taps(finder, RIGHT).status_code == LOCKED


@pytest.mark.full_cost
def test_the_right_pictures_among_fifty_guesses_open_nothing_that_is_locked(slowly_opened: Owner) -> None:
    closed = slowly_opened
    finder = finds_the_sheet(closed)
    for _ in range(4):
        taps(finder, WRONG)
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda pictures: taps(finder, pictures).status_code, [WRONG] * 9 + [RIGHT]))
    assert answers.count(LOCKED) >= 8
    assert wrong(closed) in {0, 5}


def test_tries_survive_a_restart(machine: Callable[..., Machine]) -> None:
    server = machine().start()
    owner = Owner(server)
    closes(owner)
    finder = finds_the_sheet(owner)
    for _ in range(4):
        taps(finder, WRONG)
    server.stop()
    server.start()
    assert taps(finder, WRONG).status_code == LOCKED
    server.stop()
    server.start()
    assert taps(finder, RIGHT).status_code == LOCKED


@pytest.mark.full_cost
def test_a_power_cut_while_a_guess_is_weighed_gives_no_try_back(machine: Callable[..., Machine]) -> None:
    server = machine(full_cost=True).start()
    owner = Owner(server)
    closes(owner)
    finder = finds_the_sheet(owner)
    for cut in range(1, 6):
        with ThreadPoolExecutor(1) as pool:
            guess = pool.submit(taps, finder, WRONG)
            while wrong(owner) < cut:  # the guess is not answered yet: that takes a tenth of a second
                time.sleep(0.001)
            server.kill()
            guess.exception()
        server.start()
        assert wrong(owner) == cut
    assert taps(finder, RIGHT).status_code == LOCKED


def test_a_new_sheet_asks_for_the_same_pictures(closed: Owner) -> None:
    closed_page = closed.page('delen')
    button = closed_page.listener('Nieuwe code')
    with closed.socket(closed_page) as line, closed.on_disk.changes():
        line.triggers(closed_page.client_id, button.element, button.id)
    assert taps(finds_the_sheet(closed), RIGHT).headers['location'] == f'/kompas/{closed.id}'


def test_a_sheet_that_ended_meanwhile_opens_nothing(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    closed.on_disk.key_file(closed.on_disk.sheet_token).unlink()
    assert taps(finder, RIGHT).status_code == 404


def test_a_worker_opens_it_again(server: Machine) -> None:
    sanne = Colleague(server, 'Sanne')
    sam = Guest(sanne)
    closes(sam)
    finder = finds_the_sheet(sam)
    for _ in range(5):
        taps(finder, WRONG)
    opens_again(sanne, sam, 'sleutels', 'Plaatjescode openmaken')
    assert taps(finder, RIGHT).headers['location'] == f'/kompas/{sam.id}'


def test_another_device_of_the_person_opens_it_again(server: Machine) -> None:
    sam = Guest(Colleague(server, 'Sanne'))
    closes(sam)
    finder = finds_the_sheet(sam)
    for _ in range(5):
        taps(finder, WRONG)
    sam.taps('code', 'Weer openmaken')
    assert taps(finder, RIGHT).headers['location'] == f'/kompas/{sam.id}'


def opens_again(one: Stranger, sam: Guest, page: str, words: str) -> None:
    live = Person.page(one_at(one, sam), page)
    button = live.listener(words)
    with one.socket(live) as line, sam.on_disk.changes():
        line.triggers(live.client_id, button.element, button.id)


def one_at(one: Stranger, sam: Guest) -> Person:
    """A worker, at the compass of Sam."""
    at = Person.__new__(Person)
    at.__dict__.update(one.__dict__, id=sam.id, on_disk=sam.on_disk)
    return at


# the page


def test_the_tiles_lie_in_another_order_each_time(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    orders = [on_tiles(finder.opens(PAGE)) for _ in range(4)]
    assert all(sorted(order) == sorted(picture_pin.PICTURES) for order in orders)
    assert len({tuple(order) for order in orders}) == 4


def test_without_a_script_one_picture_a_tap_is_enough(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    page = finder.opens(PAGE)
    order = on_tiles(page)
    for number, picture in enumerate(RIGHT[:3], start=1):
        held = re.findall('<input type="hidden" name="plaatje" value="([a-z-]+)">', page.text)
        [shuffled] = re.findall(r'name="volgorde" value="(\d+)"', page.text)
        page = finder.http.post(PAGE, data={'volgorde': shuffled, 'plaatje': [*held, picture]})
        assert f'value="{picture}" aria-pressed="true" data-order="{number}"' in page.text
        assert on_tiles(page) == order
    assert wrong(closed) == 0
    held = re.findall('<input type="hidden" name="plaatje" value="([a-z-]+)">', page.text)
    assert taps(finder, [*held, RIGHT[3]]).headers['location'] == f'/kompas/{closed.id}'


def test_who_scanned_nothing_is_told_how_to(stranger: Stranger) -> None:
    assert stranger.opens(PAGE).headers['location'] == '/ik-heb-een-kompas'
    assert taps(stranger, RIGHT).status_code == 404


def test_another_website_cannot_guess(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    answer = finder.http.post(PAGE, data={'plaatje': WRONG}, headers={'Origin': 'https://example.org'})
    assert answer.status_code == 403
    assert wrong(closed) == 0


@pytest.mark.parametrize(
    'sent',
    [
        {'plaatje': ['x'] * 4},
        {'plaatje': ['../../keys'] * 8},
        {'plaatje': [RIGHT[0]] * 4},
        {'plaatje': RIGHT[:1], 'volgorde': '9' * 50},
        {'volgorde': '²'},
        {'volgorde': '-1'},
        {},
    ],
)
def test_what_is_no_four_pictures_is_no_try(closed: Owner, sent: dict[str, str | list[str]]) -> None:
    answer = finds_the_sheet(closed).http.post(PAGE, data=sent)
    assert answer.status_code == 200
    assert sorted(on_tiles(answer)) == sorted(picture_pin.PICTURES)
    assert wrong(closed) == 0


@pytest.mark.parametrize(
    'options',
    [
        {'data': {'plaatje': ['x'] * 50}},
        {'data': {'plaatje': 'x' * 5000}},
        {'files': {'plaatje': b'x'}},
        {'content': b'\xff\xfe', 'headers': {'Content-Type': 'multipart/form-data'}},
        {'content': b'{}', 'headers': {'Content-Type': 'application/json'}},
    ],
    ids=['many', 'long', 'file', 'broken', 'json'],
)
def test_bad_forms_get_a_plain_answer(closed: Owner, options: dict[str, object]) -> None:
    answer = finds_the_sheet(closed).http.post(PAGE, **options)  # type: ignore[arg-type]
    assert answer.status_code in {200, 400}
    assert wrong(closed) == 0


def test_too_many_guesses_from_one_address_have_to_wait(server: Machine) -> None:
    one = Owner(server)
    closes(one)
    finder = finds_the_sheet(one)
    assert [taps(finder, WRONG).status_code for _ in range(31)][-1] == 429


def test_a_sheet_without_pictures_opens_as_before(owner: Owner) -> None:
    assert Stranger(owner.server).enters(owner.on_disk.sheet_token).headers['location'] == f'/kompas/{owner.id}'
