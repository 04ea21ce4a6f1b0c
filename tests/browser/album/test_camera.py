"""Photos: taken with our own camera or chosen, small before they leave, and never lost on the way."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Route, expect

from model.compass.album import Album
from tests.browser.cast import pictures_to_send as files
from tests.browser.cast.faults import LOST
from tests.browser.cast.line import Line
from tests.browser.cast.look import flaws
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.browser.cast.post import holding, opened, rings, sent, taps_to_speak, watch
from tests.browser.cast.profile import ELSEWHERE
from tests.browser.conftest import PHONE
from tests.patience import eventually, within
from tests.server import Server
from tests.soak import rounds

SLOW = {'offline': False, 'latency': 0, 'downloadThroughput': -1, 'uploadThroughput': 60_000}
NOT_SENT = 'Versturen lukt nu niet. Je foto staat nog hier.'
PUT = '**/bijlage/*?soort=foto*'


def album(server: Server, person: Person) -> Album:
    return compass_of(server, person.compass_id).album


def waits_for_camera(person: Person) -> None:
    """Until its script is there; a tap before that opens the camera of the phone."""
    expect(person.page.locator('[data-script="capture/camera.js"][data-started]').first).to_be_attached()


def chooses(person: Person, *photos: Path, way: str = 'Foto kiezen') -> None:
    """Through the file chooser of the system."""
    waits_for_camera(person)
    with person.page.expect_file_chooser() as chooser:
        person.taps_button(way)
    chooser.value.set_files(photos)


def opens_camera(person: Person) -> None:
    waits_for_camera(person)
    person.taps_button('Foto maken')
    expect(person.button('Maak de foto')).to_be_focused()


def takes_photo(person: Person) -> None:
    """Until there is a photo to look at: the first picture of a camera takes a moment."""
    expect(person.page.locator('video')).not_to_have_js_property('videoWidth', 0)
    person.taps_button('Maak de foto')
    expect(person.page.get_by_role('img', name='Jouw foto')).to_be_visible()


def sees_photos(person: Person, how_many: int) -> None:
    """On the screen of a condition, each photo is a tile that is chosen."""
    photos = person.page.locator('.tiles .tile[aria-pressed=true] img')
    expect(photos).to_have_count(how_many, timeout=within(15_000))
    for photo in photos.all():
        expect(photo).not_to_have_js_property('naturalWidth', 0)


@pytest.fixture
def photographer(maker: Person) -> Person:
    """The maker, at the question where their photos become answers."""
    maker.goes_to('jezelf-zijn')
    watch(maker.page)
    expect(maker.button('Spreek in')).to_be_visible()  # the scripts are there
    return maker


@pytest.mark.long
@pytest.mark.expects('answer: 415 PUT', why='the server refuses what is no photo')
def test_everything_of_it_is_large_and_clear(photographer: Person, tmp_path: Path) -> None:
    assert flaws(photographer.page) == []
    opens_camera(photographer)
    assert flaws(photographer.page) == []
    takes_photo(photographer)
    assert flaws(photographer.page) == []
    photographer.taps_button('Opnieuw')
    photographer.taps_button('Terug')
    chooses(photographer, files.text_that_calls_itself_a_photo(tmp_path / 'brief.jpg'))
    expect(photographer.button('Weghalen')).to_be_visible()
    with holding(photographer, 800):
        assert flaws(photographer.page) == []
    expect(photographer.button('gesproken')).to_be_visible()  # what arrives draws the screen anew
    taps_to_speak(photographer)
    photographer.sees('Houd vast en praat')
    assert flaws(photographer.page) == []


# taking


@pytest.mark.long
def test_a_photo_taken_with_our_own_camera_becomes_an_answer(photographer: Person, server: Server) -> None:
    opens_camera(photographer)
    takes_photo(photographer)
    photographer.taps_button('Opnieuw')
    takes_photo(photographer)
    photographer.taps_button('Deze')
    sees_photos(photographer, 1)
    [photo] = album(server, photographer).items
    assert str(photo.target) == 'condition.be-yourself'
    assert opened(photographer.page) == [False]
    expect(rings(photographer.page)).to_have_count(0)


@pytest.mark.long
def test_the_back_camera_is_first_and_the_other_one_a_tap_away(photographer: Person) -> None:
    labels = 'streams.map((stream) => stream.getVideoTracks()[0].label)'
    opens_camera(photographer)
    photographer.taps_button('Draai')
    expect(photographer.button('Maak de foto')).to_be_focused()
    takes_photo(photographer)
    used = photographer.page.evaluate(labels)
    assert len(set(used)) == 2
    assert opened(photographer.page)[:-1] == [False] * (len(used) - 1)


LEAVING: dict[str, Callable[[Person], object]] = {
    'Terug': lambda person: person.taps_button('Terug'),
    'Escape': lambda person: person.page.keyboard.press('Escape'),
    'another screen': lambda person: person.goes_back('jezelf-zijn'),
    'a wiped page': lambda person: person.page.evaluate('document.body.replaceChildren()'),
}


@pytest.mark.parametrize('leave', LEAVING.values(), ids=LEAVING)
def test_the_camera_is_off_after(leave: Callable[[Person], object], maker: Person) -> None:
    watch(maker.page)
    maker.taps_link('Jezelf zijn')
    expect(maker.button('Spreek in')).to_be_visible()
    opens_camera(maker)
    assert opened(maker.page) == [True]
    leave(maker)
    expect(maker.page.locator('dialog[open]')).to_have_count(0)
    eventually(lambda: opened(maker.page) == [False], 'the camera is on still')


@pytest.mark.long
def test_without_a_camera_for_us_the_one_of_the_phone_opens(phone: Person, tmp_path: Path) -> None:
    phone.goes_to('jezelf-zijn')
    expect(phone.button('Spreek in')).to_be_visible()
    chooses(phone, files.small_photo(tmp_path / 'foto.jpg', 'teal'), way='Foto maken')
    expect(phone.page.locator('input[capture=environment]')).to_have_count(1)
    sees_photos(phone, 1)
    expect(phone.page.locator('dialog[open]')).to_have_count(0)


# choosing, and what leaves


@pytest.mark.long
def test_a_photo_of_12_megapixels_leaves_the_phone_small_upright_and_without_exif(
    photographer: Person, server: Server, tmp_path: Path
) -> None:
    photo = files.photo_of_12_megapixels(tmp_path / 'foto.jpg')
    assert photo.stat().st_size > 4_000_000
    chooses(photographer, photo)
    sees_photos(photographer, 1)
    [body] = sent(photographer.page)
    assert (body.kind, len(body.content) <= 400_000) == ('image/jpeg', True)
    with Image.open(BytesIO(body.content)) as small:
        assert (small.format, small.size) == ('JPEG', (1200, 1600))
        assert not small.getexif()
        assert not {'exif', 'comment', 'photoshop'} & set(small.info)
        above, below = (small.getpixel((600, y))[0] for y in (50, 1550))  # type: ignore[index]
        assert above > below + 100
    assert len(album(server, photographer).ids) == 1


@pytest.mark.long
def test_the_fifty_megapixels_of_a_phone_are_not_too_many(photographer: Person, server: Server, tmp_path: Path) -> None:
    chooses(photographer, files.fifty_megapixels(tmp_path / 'foto.png'))
    sees_photos(photographer, 1)
    [body] = sent(photographer.page)
    with Image.open(BytesIO(body.content)) as small:
        assert small.size == (1600, 1200)
    assert len(album(server, photographer).ids) == 1


def test_what_this_browser_cannot_read_leaves_as_it_is(photographer: Person, tmp_path: Path) -> None:
    photo = files.heic_photo(tmp_path / 'foto.heic')
    chooses(photographer, photo)
    sees_photos(photographer, 1)
    assert [body.content for body in sent(photographer.page)] == [photo.read_bytes()]


@pytest.mark.long
def test_ten_photos_at_once_each_have_a_ring_and_all_arrive(
    photographer: Person, server: Server, tmp_path: Path
) -> None:
    chooses(photographer, *(files.small_photo(tmp_path / f'{n}.jpg', 'purple') for n in range(11)))
    expect(photographer.page.get_by_role('progressbar', name='Je foto wordt verstuurd')).to_have_count(10)
    photographer.sees("Tien foto's tegelijk is genoeg. De rest kan hierna.")
    sees_photos(photographer, 10)
    assert len(album(server, photographer).ids) == 10


TOO_LARGE = 'Deze foto is te groot. Kies een andere.'
REFUSED = {
    '60 megapixels': (files.too_many_pixels, 'groot.png', TOO_LARGE, 0),
    '16 megabytes': (files.file_of_16_megabytes, 'groot.jpg', TOO_LARGE, 0),
    # these two the server knows best
    '900 megapixels': (files.bomb_of_900_megapixels, 'bom.png', TOO_LARGE, 1),
    'a text': (files.text_that_calls_itself_a_photo, 'brief.jpg', 'Dit is geen foto. Kies een andere.', 1),
}


@pytest.mark.long
@pytest.mark.parametrize('make, name, words, leaving', REFUSED.values(), ids=REFUSED)
@pytest.mark.expects('answer: 41[35] PUT', why='the server refuses it')
def test_what_is_no_photo_gets_one_plain_sentence_and_everything_else_goes_on(
    make: Callable[[Path], Path],
    name: str,
    words: str,
    leaving: int,
    photographer: Person,
    server: Server,
    tmp_path: Path,
) -> None:
    chooses(photographer, make(tmp_path / name), files.small_photo(tmp_path / 'foto.jpg', 'navy'))
    sees_photos(photographer, 1)
    photographer.sees(words)
    expect(photographer.page.locator('.trouble [data-key=sorry]').filter(visible=True)).to_have_count(1)
    expect(photographer.button('Probeer opnieuw')).to_have_count(0)
    assert len(sent(photographer.page)) == leaving + 1
    photographer.taps_button('Weghalen')
    photographer.sees_nothing_of(words)
    assert len(album(server, photographer).ids) == 1


# a network that comes and goes


@pytest.mark.long
@pytest.mark.expects(LOST, why='there is no network for a while')
def test_half_a_minute_without_network_in_the_middle_and_it_arrives_once(
    new_person: Callable[..., Person], tmp_path: Path
) -> None:
    with Line() as line, Server(tmp_path, url=line.url) as server:
        line.to = server.port
        sam = new_person(PHONE, line.url, fresh=True)
        sam.begins()
        sam.taps_link('Jezelf zijn')
        sam.is_at('jezelf-zijn')
        watch(sam.page)
        expect(sam.button('Spreek in')).to_be_visible()
        network = sam.page.context.new_cdp_session(sam.page)
        network.send('Network.emulateNetworkConditions', SLOW)
        chooses(sam, files.photo_of_12_megapixels(tmp_path / 'foto.jpg'))
        ring = sam.page.get_by_role('progressbar', name='Je foto wordt verstuurd')
        expect(ring).to_have_attribute('aria-valuenow', re.compile('[3-6][0-9]'))
        line.cut()
        sam.page.context.set_offline(True)
        sam.page.wait_for_timeout(1000 * rounds(30, 8))
        expect(ring).to_be_visible()
        assert not album(server, sam).ids
        tries = len(sent(sam.page))
        assert tries > rounds(3, 2)
        line.mend()
        sam.page.context.set_offline(False)
        expect(sam.page.get_by_role('heading', level=1)).to_have_text('Mag deze foto erbij?', timeout=within(20_000))
        assert len(album(server, sam).ids) == 1
        assert len(sent(sam.page)) == tries + 1


@pytest.mark.long
@pytest.mark.expects('ERR_FAILED PUT', why='its answer got lost')
def test_a_photo_whose_answer_got_lost_is_sent_again_and_kept_once(
    photographer: Person, server: Server, tmp_path: Path
) -> None:
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        route.fetch()
        if lost:
            route.continue_()
        else:
            lost.append(route.request.url)
            route.abort()

    photographer.page.route(PUT, lose_the_first)
    chooses(photographer, files.small_photo(tmp_path / 'foto.jpg', 'olive'))
    expect(photographer.page.get_by_text('Verstuurd')).to_be_visible()
    assert lost
    assert len(album(server, photographer).ids) == 1


@pytest.mark.long
@pytest.mark.expects(LOST, why='there is no network for a while')
def test_what_did_not_arrive_waits_also_behind_another_screen(photographer: Person, tmp_path: Path) -> None:
    ways = photographer.page.locator('[data-sort=foto]')
    expect(ways).to_have_attribute('data-patience', '180')
    ways.evaluate('(ways) => { ways.dataset.patience = 2; }')
    photographer.page.context.set_offline(True)
    chooses(photographer, files.small_photo(tmp_path / 'foto.jpg', 'maroon'))
    photographer.sees(NOT_SENT)
    assert flaws(photographer.page) == []
    photographer.page.context.set_offline(False)
    with photographer.without_a_reload():
        expect(photographer.page.locator('#popup')).to_be_hidden(timeout=within(15_000))
        photographer.taps_link('Kompas', 'Jezelf zijn')
        photographer.sees(NOT_SENT)
        photographer.taps_button('Probeer opnieuw')
        sees_photos(photographer, 1)
    expect(photographer.page.get_by_text(NOT_SENT)).to_be_hidden()


@pytest.mark.long
def test_over_plain_http_photos_can_be_chosen_and_there_is_no_microphone(
    new_person: Callable[..., Person], pretending_browser: Browser, tmp_path: Path
) -> None:
    with Elsewhere(tmp_path) as server:
        sam = new_person(PHONE, server.named, using=pretending_browser)
        sam.opens()
        sam.taps_button('Nieuw kompas')
        sam.taps_button('Van iedereen hier')
        sam.taps_link('Kompas')
        sam.taps_link('Jezelf zijn')
        assert not sam.page.evaluate('isSecureContext')
        for way in ('Foto maken', 'Foto kiezen'):
            chooses(sam, files.small_photo(tmp_path / 'foto.jpg', 'green'), way=way)
            sam.sees_title('Mag deze foto erbij?')
            sam.goes_back('mag/[0-9a-f]+')
            sam.sees_title('Wat geeft jou kracht?')
        expect(sam.button('Spreek in')).to_have_count(0)
        assert len(album(server, sam).ids) == 2


class Elsewhere(Server):
    """A server that people reach by a name, over plain http."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.named = self._settings['URL'] = f'http://{ELSEWHERE}:{self.port}'
