"""A worker who wants more than what was shared: by the tablet, by an old photo, by a phone of their own."""

from io import BytesIO

import pytest
from PIL import Image

from model.compass.sharing.picture_pin import TRIES, PicturePin
from tests.browser.cast.on_disk import changed
from tests.page.cast.at_desk import Guest
from tests.page.cast.people import Colleague, Machine, Page, Person, Worker, coordinator_of
from tests.page.cast.sending import has_sent


@pytest.fixture
def noor(server: Machine) -> Colleague:
    return Colleague(server, 'Noor')


@pytest.fixture
def sam(noor: Colleague) -> Guest:
    """A person with a phone of their own, whose compass was begun at Noor's desk."""
    return Guest(noor)


def lets(sam: Guest, tile: str) -> None:
    """The person taps what the only worker may see."""
    sam.taps('meekijken', tile)


def taps_on(one: Colleague, sam: Guest, page: str, words: str) -> None:
    live = Page(one.opens(f'/kompas/{sam.id}/{page}'))
    listener = live.listener(words)
    with one.socket(live) as line:
        line.triggers(live.client_id, listener.element, listener.id)
        line.is_cut_within(0.3)


def offers(one: Colleague | Person, sam: Guest, page: str) -> set[str]:
    """The words one can tap on a page, hidden or not."""
    return {listener.words for listener in Page(one.opens(f'/kompas/{sam.id}/{page}')).listeners}


def test_who_sees_only_the_steps_does_not_get_the_rest_by_handing_the_tablet_to_nobody(
    noor: Colleague, sam: Guest
) -> None:
    lets(sam, 'Alleen mijn stappen')
    assert 'action="/werk/tablet"' not in noor.opens(f'/kompas/{sam.id}').text
    assert noor.posts('/werk/tablet', kompas=sam.id).status_code == 404
    assert noor.opens(f'/kompas/{sam.id}/wens').status_code == 404


def test_a_tablet_that_was_handed_over_does_not_become_anybodys_own(noor: Colleague, sam: Guest) -> None:
    noor.posts('/werk/tablet', kompas=sam.id)
    taps_on(noor, sam, 'sleutels', 'Dit apparaat is van mij')
    assert not sam.on_disk.key(noor.token_of(sam.id))['own']
    noor.enters(sam.on_disk.sheet_token, own=True)
    assert not sam.on_disk.key(noor.token_of(sam.id))['own']


@pytest.mark.parametrize('reach', ['Alleen mijn stappen', 'Niets'])
def test_a_tablet_that_was_handed_to_nobody_ends_when_the_person_shows_less(
    noor: Colleague, sam: Guest, reach: str
) -> None:
    noor.posts('/werk/tablet', kompas=sam.id)
    assert noor.opens(f'/kompas/{sam.id}/wens').status_code == 200
    lets(sam, reach)
    assert noor.opens(f'/kompas/{sam.id}/wens').status_code == 404


def test_it_ends_with_the_account_too(noor: Colleague, sam: Guest) -> None:
    noor.posts('/werk/tablet', kompas=sam.id)
    coordinator_of(noor.server).posts('/werk/team/uit', wie=sam.colleague_id)
    assert noor.opens(f'/kompas/{sam.id}/wens').status_code == 404


def test_on_it_no_private_part_is_shared_with_the_one_who_handed_it_over(noor: Colleague, sam: Guest) -> None:
    noor.posts('/werk/tablet', kompas=sam.id)
    assert noor.opens(f'/kompas/{sam.id}/gebeurd').status_code == 200  # nothing there yet, so it may be told here
    assert 'Ook wat er is gebeurd' not in offers(noor, sam, 'meekijken')
    sam.on_disk.rewrite_key(sam.token_of(sam.id), scope='full')
    assert 'Ook wat er is gebeurd' in offers(sam, sam, 'meekijken')


def test_a_photo_one_may_not_see_is_not_replaced_by_sending_its_id(noor: Colleague, sam: Guest) -> None:
    photo = has_sent(sam)
    kept = {path: path.read_bytes() for path in sam.on_disk.folder.glob(f'photos/{photo}*')}
    assert kept
    lets(sam, 'Alleen mijn stappen')
    assert noor.opens(f'/kompas/{sam.id}/bijlage/{photo}/tegel').status_code == 404
    red = BytesIO()
    Image.new('RGB', (64, 64), 'red').save(red, 'PNG')
    noor.http.put(
        f'/kompas/{sam.id}/bijlage/{photo}?soort=foto&bij=album', content=red.getvalue(), headers={'X-Kompas': '1'}
    )
    assert {path: path.read_bytes() for path in kept} == kept


def test_a_worker_makes_a_new_sheet_but_ends_no_device_of_the_person(noor: Colleague, sam: Guest) -> None:
    assert 'Ook andere telefoons stoppen' in offers(noor, sam, 'delen')
    live = Page(noor.opens(f'/kompas/{sam.id}/delen'))
    before = sam.on_disk.sheet_token
    with noor.socket(live) as line:
        for words in ('Ook andere telefoons stoppen', 'Nieuwe code'):
            listener = live.listener(words)
            line.triggers(live.client_id, listener.element, listener.id)
        line.is_cut_within(0.5)
    assert sam.opens(f'/kompas/{sam.id}').status_code == 200
    taps_on(noor, sam, 'delen', 'Nieuwe code')
    assert sam.on_disk.sheet_token != before


def asking(sam: Guest) -> Person:
    """Somebody with the sheet, on a phone that asks to see everything."""
    phone = Worker(sam, own=True)  # type: ignore[arg-type]
    page = phone.page('sleutels')
    ask = page.listener('Ook alles zien')
    with phone.socket(page) as line:
        line.triggers(page.client_id, ask.element, ask.id)
        line.is_cut_within(0.3)
    return phone


def test_what_a_worker_vouched_for_does_not_erase_at_once(noor: Colleague, sam: Guest) -> None:
    phone = asking(sam)
    taps_on(noor, sam, 'sleutels', 'Ja')
    assert phone.opens(f'/kompas/{sam.id}/gebeurd').status_code == 200
    assert 'Alles wissen' not in offers(phone, sam, 'delen')


def test_a_worker_vouches_for_nobody_while_the_person_has_a_phone_that_sees_everything(
    noor: Colleague, sam: Guest
) -> None:
    sam.on_disk.rewrite_key(sam.token_of(sam.id), scope='full')
    phone = asking(sam)
    assert 'Ja' not in offers(noor, sam, 'sleutels')
    assert phone.opens(f'/kompas/{sam.id}/gebeurd').status_code == 404


def test_whoever_opens_an_invitation_sent_again_finds_an_empty_desk(noor: Colleague, sam: Guest) -> None:
    file = noor.server.data / 'workers' / f'{sam.colleague_id}.json'
    assert sam.id in file.read_text()
    coordinator_of(noor.server).posts('/werk/team/opnieuw', wie=sam.colleague_id)
    assert sam.id not in file.read_text()


def test_a_worker_opens_the_pictures_three_times_a_day(noor: Colleague, sam: Guest) -> None:
    opened = []
    for _ in range(4):
        with changed(sam.server, sam.id) as compass:
            compass.picture_pin = PicturePin(hash='x', wrong=TRIES)
        taps_on(noor, sam, 'sleutels', 'Plaatjescode openmaken')
        opened.append(sam.on_disk.document['picture_pin']['wrong'] == 0)
    assert opened == [True, True, True, False]
