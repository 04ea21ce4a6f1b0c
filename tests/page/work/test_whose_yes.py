"""Only the person says yes: what a worker sees of a question instead, hands the tablet over for, and prints."""

import re
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp

from model.compass.sharing.sharing import Reach
from tests.browser.cast.on_disk import changed
from tests.page.cast.at_desk import Desk, Guest, lent_for_a_moment, on_tablet
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.person import Person, Stranger
from tests.page.cast.sending import has_sent, item
from tests.patience import eventually


@pytest.fixture
def tapped(noor: Colleague) -> Person:
    """Whose compass began at the desk, and who said yes on the tablet; they have no phone."""
    with lent_for_a_moment(noor):
        person = on_tablet(noor, noor.posts('/werk/nieuw').headers['location'].split('/')[2])
        person.on_disk.finish_path()
        [ask] = person.on_disk.document['sharing']['asks']
        person.taps(f'mag-meekijken/{ask["worker"]}', 'Ja, mijn kompas en mijn stappen')
    return person


def hands_over(noor: Colleague, compass_id: str, about: str) -> str:
    """Where the tablet is when it is handed over for this question."""
    answer = noor.posts('/werk/tablet', kompas=compass_id, vraag=about)
    assert answer.status_code == 303
    return str(answer.headers['location'])


def printed_by(noor: Colleague, compass_id: str) -> str:
    """The token on a sheet that a worker prints."""
    answer = noor.opens(f'/kompas/{compass_id}/poster.pdf?maat=a4')
    [found] = zxingcpp.read_barcodes(pypdfium2.PdfDocument(BytesIO(answer.content))[0].render(scale=3).to_pil())
    return found.text.partition('#')[2]


# whose compass


def test_the_strip_of_a_worker_has_the_picture_and_name_of_the_person(noor: Colleague, sam: Guest) -> None:
    strip = noor.opens(f'/kompas/{sam.id}').text.partition('id="toolbar"')[2].partition('</nav>')[0]
    assert 'data-key="me"' in strip
    assert '<b dir="auto">Sam</b>' in strip


@pytest.mark.parametrize(('reach', 'doors'), [(Reach.EVERYTHING, 5), (Reach.STEPS, 1)])
def test_no_door_of_a_worker_leads_to_what_is_closed_to_them(
    noor: Colleague, sam: Guest, reach: Reach, doors: int
) -> None:
    with changed(sam.server, sam.id) as compass:
        compass.sharing.let(sam.colleague_id, reach, compass.made)
    shown = on_tablet(noor, sam.id).page('stappen').elements.values()
    [places] = [one['props']['innerHTML'] for one in shown if one and 'places' in one.get('class', [])]
    links = re.findall('<a [^>]*href="([^"]+)"', places)
    assert len(links) == doors
    assert [noor.opens(link).status_code for link in links] == doors * [200]


# photos


def test_a_worker_who_opens_their_photos_question_sees_that_the_person_is_asked(noor: Colleague, sam: Guest) -> None:
    photo = has_sent(on_tablet(noor, sam.id))
    page = on_tablet(noor, sam.id).page(f'mag/{photo}')
    assert 'We vragen het aan Sam' in page.text
    assert 'Mag deze foto erbij?' not in page.text
    assert [one.words for one in page.listeners if one.words in {'Ja', 'Nee'}] == []
    shown = ' '.join(str(one.get('props', {}).get('innerHTML', '')) for one in page.elements.values() if one)
    assert f'name="vraag" value="{photo}"' in shown
    assert 'Geef de tablet aan Sam' in shown


def test_the_tablet_is_handed_over_for_the_question_of_a_photo(noor: Colleague, tapped: Person) -> None:
    photo = has_sent(tapped)
    with lent_for_a_moment(noor):
        assert hands_over(noor, tapped.id, photo) == f'/kompas/{tapped.id}/mag/{photo}'
        assert 'Mag deze foto erbij?' in tapped.page(f'mag/{photo}').text
        tapped.taps(f'mag/{photo}', 'Ja')
    assert item(tapped.on_disk, photo)['allowed']['own_device'] is False
    doubts = tapped.on_disk.document['doubts']['items']
    assert [one['lender'] for one in doubts if one['about'] == photo] == [one['about'] for one in doubts[:1]]


def test_who_has_a_phone_of_their_own_says_yes_there_and_not_on_the_tablet_of_who_asks(
    noor: Colleague, sam: Guest
) -> None:
    photo = has_sent(on_tablet(noor, sam.id))
    with lent_for_a_moment(noor):
        hands_over(noor, sam.id, photo)
        page = on_tablet(noor, sam.id).page(f'mag/{photo}')
        yes = page.listener('Ja')
        with noor.socket(page) as line:
            line.triggers(page.client_id, yes.element, yes.id)
            line.hears('update', 'Op je eigen telefoon wel.')
    assert item(sam.on_disk, photo).get('allowed') is None
    sam.taps(f'mag/{photo}', 'Ja')
    assert item(sam.on_disk, photo)['allowed']['own_device'] is True


@pytest.mark.parametrize('about', ['0123456789abcdef', '../keys', '', 'x' * 200])
def test_a_question_that_is_none_of_this_compass_leads_to_the_compass(noor: Colleague, sam: Guest, about: str) -> None:
    with lent_for_a_moment(noor):
        assert hands_over(noor, sam.id, about) == f'/kompas/{sam.id}'


# sheets


def test_who_comes_in_with_a_sheet_that_a_worker_printed_is_announced_with_who_printed_it(
    noor: Colleague, sam: Guest
) -> None:
    guest = Stranger(noor.server)
    guest.enters(printed_by(noor, sam.id))
    [arrival] = sam.on_disk.document['arrivals']['items']
    assert arrival['sheet_by'] == sam.colleague_id
    assert 'Was jij dat? Het blad is geprint door Noor.' in sam.page('delen').text
    assert 'een nieuwe telefoon kan erin' in Desk(noor).text
    sam.taps('delen', 'Dat was ik')
    assert sam.on_disk.document['arrivals']['items'] == []
    assert guest.opens(f'/kompas/{sam.id}').status_code == 200


def test_no_ends_who_came_in(noor: Colleague, sam: Guest) -> None:
    guest = Stranger(noor.server)
    guest.enters(printed_by(noor, sam.id))
    sam.taps('delen', 'Nee, stop')
    assert guest.opens(f'/kompas/{sam.id}').status_code == 404
    assert sam.on_disk.document['arrivals']['items'] == []


def test_the_sheet_of_a_worker_is_one_the_person_sees(noor: Colleague, sam: Guest) -> None:
    printed_by(noor, sam.id)
    assert 'Geprint door Noor.' in sam.page('sleutels').text


def test_a_lost_sheet_is_replaced_by_a_worker_and_told_to_the_person(noor: Colleague, sam: Guest) -> None:
    old, printed = sam.on_disk.sheet_token, printed_by(noor, sam.id)
    sheets = {key for key in sam.on_disk.document['keys'] if sam.on_disk.is_sheet(key)}
    page = on_tablet(noor, sam.id).page('delen')
    asks, does = (one for one in page.listeners if one.words == 'Blad kwijt? Nieuwe code')
    assert 'De persoon ziet dat jij dit deed.' in page.text
    with noor.socket(page) as line:
        line.triggers(page.client_id, asks.element, asks.id)
        line.triggers(page.client_id, does.element, does.id)
        eventually(lambda: not sheets.intersection(sam.on_disk.document['keys']))
    for token in (old, printed):
        assert Stranger(noor.server).enters(token).status_code == 404
    assert printed_by(noor, sam.id) == sam.on_disk.sheet_token
    assert 'Noor maakte een nieuw blad. De oude code werkt niet meer.' in sam.page('delen').text
    sam.taps('delen', 'Gezien')
    assert 'maakte een nieuw blad' not in sam.page('delen').text


def test_a_worker_who_sees_the_steps_only_replaces_no_sheet(noor: Colleague, sam: Guest) -> None:
    sam.taps('meekijken', 'Alleen mijn stappen')
    assert noor.opens(f'/kompas/{sam.id}/delen').status_code == 404
