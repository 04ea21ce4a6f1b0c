""" "Ik heb een kompas": a link that is pasted, and a code that is scanned in the page.

The browser of these tests reads no QR codes by itself. The detector here is one of the test's own: it is put into the
page, and finds what the test says. The camera is the one that Chromium pretends to have.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE
from tests.page.cast.people.colleague import coordinator_of
from tests.server import Server

LINE = 'Ik heb een link'
NO = 'Dit is geen link of code van een kompas. Probeer het nog eens.'
REFUSED = 'De camera gaat niet open. Het kan ook met de cijfers of de link.'
SCAN = 'Scan je code'
ANSWER = 'answer: 400 POST .*/ik-heb-een-kompas'
WHY = 'what was pasted or scanned is no link'
DETECTOR = """
globalThis.BarcodeDetector = class {
  static async getSupportedFormats() { return globalThis.formats ?? ['ean_13', 'qr_code']; }
  async detect(video) {
    if (!video.videoWidth) throw new DOMException('no picture yet', 'InvalidStateError');
    return globalThis.found ? [{ rawValue: globalThis.found }] : [];
  }
};
"""
WATCH = """
globalThis.streams = [];
const devices = navigator.mediaDevices;
const ask = devices.getUserMedia.bind(devices);
devices.getUserMedia = async (asked) => {
  const stream = await ask(asked);
  streams.push(stream);
  return stream;
};
"""
NO_CAMERA = "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"
IS_ON = 'streams.map((stream) => stream.active)'


def comes(person: Person) -> Person:
    person.opens()
    person.taps_button('Ik heb een kompas')
    person.sees_title('Ik heb een kompas')
    return person


def pastes(person: Person, link: str) -> None:
    person.line(LINE).fill(link)
    person.page.locator('form', has=person.line(LINE)).get_by_role('button').click()


@pytest.fixture
def code(owner: Person) -> str:
    """The address in the code of the owner's compass."""
    owner.begins()
    return owner.shares()


@pytest.fixture
def camera(new_person: Callable[..., Person], pretending_browser: Browser) -> Iterator[Callable[..., Person]]:
    """Makes somebody whose browser has a camera, and is told that it reads QR codes."""

    def make(*scripts: str) -> Person:
        one = new_person(PHONE, using=pretending_browser, fresh=True)
        for script in (DETECTOR, WATCH, *scripts):
            one.page.add_init_script(script)
        return comes(one)

    yield make


def scans(person: Person, found: str) -> None:
    """The camera is on, and the code comes into view."""
    person.taps_button(SCAN)
    person.awaits('() => streams.some((stream) => stream.active)')
    person.page.evaluate('(found) => { globalThis.found = found; }', found)


# a link


@pytest.mark.parametrize('written', ['{code}', ' ({code}). ', 'Hoi!\n{code}\nTot morgen'])
def test_a_pasted_link_opens_the_compass(
    code: str, owner: Person, new_person: Callable[..., Person], written: str
) -> None:
    phone = comes(new_person(PHONE))
    pastes(phone, written.format(code=code))
    expect(phone.page).to_have_url(f'{phone.url}/k')
    phone.taps_button('Dit is mijn kompas')
    phone.taps_button('Van iedereen hier')
    phone.is_at('')
    assert phone.compass_id == owner.compass_id


def test_a_pasted_invitation_of_a_worker_leads_to_its_page(new_person: Callable[..., Person], server: Server) -> None:
    one = comes(new_person(PHONE))
    pastes(one, coordinator_of(server).invites())  # type: ignore[arg-type]
    one.sees_title('Je bent uitgenodigd')
    one.taps_button('Begin')
    one.sees_title('Welkom')


@pytest.mark.expects(ANSWER, why=WHY)
def test_what_is_no_link_stays_where_it_was_pasted(code: str, new_person: Callable[..., Person]) -> None:
    phone = comes(new_person(PHONE))
    pastes(phone, 'een lang verhaal')
    phone.sees(NO)
    expect(phone.line(LINE)).to_have_value('een lang verhaal')
    expect(phone.page.locator('.sorry .pictogram').first).to_be_visible()
    pastes(phone, code)
    expect(phone.page).to_have_url(f'{phone.url}/k')


# scanning


@pytest.mark.long
def test_a_scanned_code_opens_the_compass_and_the_camera_is_off(
    code: str, owner: Person, camera: Callable[..., Person]
) -> None:
    phone = camera()
    expect(phone.page.locator('.how')).to_be_hidden()
    scans(phone, code)
    expect(phone.page).to_have_url(f'{phone.url}/k')
    phone.taps_button('Dit is mijn kompas')
    phone.taps_button('Van iedereen hier')
    phone.is_at('')
    assert phone.compass_id == owner.compass_id


@pytest.mark.expects(ANSWER, why=WHY)
def test_another_code_gets_a_sentence_and_the_camera_is_off(camera: Callable[..., Person]) -> None:
    phone = camera()
    scans(phone, 'https://elsewhere.example/menu')
    phone.sees(NO)
    assert phone.page.evaluate(IS_ON) == [False]
    expect(phone.button(SCAN)).to_be_visible()


@pytest.mark.parametrize(
    'leaving',
    [
        lambda phone: phone.page.get_by_role('dialog').get_by_role('button', name='Terug').click(),
        lambda phone: phone.page.keyboard.press('Escape'),
        lambda phone: phone.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))"),
    ],
    ids=['Terug', 'Escape', 'another page'],
)
def test_the_camera_is_off_however_one_leaves(camera: Callable[..., Person], leaving: Callable[[Person], None]) -> None:
    phone = camera()
    for times in (1, 2):
        phone.taps_button(SCAN)
        phone.awaits('(times) => streams.length === times && streams[times - 1].active', times)
        leaving(phone)
        expect(phone.page.get_by_role('dialog')).to_have_count(0)
        phone.awaits('() => streams.every((stream) => !stream.active)')


def test_a_camera_that_is_refused_leaves_the_other_ways(code: str, camera: Callable[..., Person]) -> None:
    phone = camera(NO_CAMERA)
    phone.taps_button(SCAN)
    phone.sees(REFUSED)
    expect(phone.page.get_by_role('dialog')).to_have_count(0)
    expect(phone.line('Ik heb acht cijfers')).to_be_visible()
    pastes(phone, code)
    expect(phone.page).to_have_url(f'{phone.url}/k')


@pytest.mark.parametrize(
    'script',
    [
        "globalThis.formats = ['ean_13'];",
        'delete globalThis.BarcodeDetector;',
        'delete Navigator.prototype.mediaDevices;',
    ],
    ids=['it reads other codes alone', 'it reads none', 'there is no camera'],
)
def test_where_a_page_cannot_scan_it_says_how(new_person: Callable[..., Person], script: str) -> None:
    phone = new_person(PHONE, fresh=True)
    phone.page.add_init_script(DETECTOR + script)
    comes(phone)
    phone.sees('Open de camera van je telefoon.')
    expect(phone.page.locator('.how')).to_be_visible()
    expect(phone.button(SCAN)).to_have_count(0)
