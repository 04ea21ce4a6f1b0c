"""What leaves a browser, and the camera and microphone it opened: seen from inside the page, nothing replaced."""

from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.cast.person import Person

WATCH = """
window.left = [];
window.streams = [];
const { send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.send = function (body) {
  if (body instanceof Blob) window.left.push(body);
  return send.call(this, body);
};
const devices = navigator.mediaDevices;
if (devices) {
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    const stream = await getUserMedia(wanted);
    window.streams.push(stream);
    return stream;
  };
}
"""
BODIES = """
() => Promise.all(window.left.map((blob) => new Promise((resolve) => {
  const reader = new FileReader();
  reader.onload = () => resolve([blob.type, reader.result.split(',')[1] ?? '']);
  reader.readAsDataURL(blob);
})))
"""


@dataclass
class Sent:
    """One body that was given to the network."""

    kind: str
    content: bytes


def watch(page: Page) -> None:
    """From the next page on, remember what leaves, and which streams of camera and microphone were opened."""
    page.add_init_script(WATCH)
    page.reload()


def sent(page: Page) -> list[Sent]:
    """Everything that was sent from this page, as often as it was tried."""
    return [Sent(kind, b64decode(content)) for kind, content in page.evaluate(BODIES)]


def opened(page: Page) -> list[bool]:
    """For each stream of the camera or the microphone, whether any of it is still on."""
    return page.evaluate('streams.map((stream) => stream.active)')


def rings(page: Page) -> Locator:
    """What is on its way, or failed."""
    return page.locator('.sending > li')


@contextmanager
def holding(person: Person, milliseconds: int) -> Iterator[None]:
    """The finger is on "Spreek in" until the block ends, at least so long after it began to listen."""
    person.button('Spreek in').hover()
    person.page.mouse.down()
    expect(listening(person)).to_be_visible()
    person.page.wait_for_timeout(milliseconds)
    yield
    person.page.mouse.up()


def listening(person: Person) -> Locator:
    """What shows that it listens."""
    return person.page.locator('.listening')


def taps_to_speak(person: Person) -> None:
    """Too short to say anything: down and up travel together, so a busy machine does not make it long."""
    person.taps_button('Spreek in')
