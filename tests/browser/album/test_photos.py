"""The place "Album" and one photo whole: added, seen on every device, turned over, printed, taken away, put back."""

import pytest
from playwright.sync_api import Locator, expect

from model.compass.target import ALBUM, Spot, Target
from tests.browser.cast.attached import adds_photo, chooses_photo, is_seen, photos
from tests.browser.cast.on_disk import changed, compass_of
from tests.browser.cast.person import Person
from tests.patience import within
from tests.server import Server

NOTHING_YET = "Hier komen je foto's en tekeningen."
THREE_SECONDS = 3_000
HALF_A_SECOND = 500
SCRIPT_IS_THERE = """
() => import(new URL('photo.js', document.querySelector('script[src$="/live/page.js"]').src)).then(() => null)
"""


@pytest.fixture
def album(phone: Person, owner: Person) -> list[str]:
    """Three photos, the newest first: the phone has the one in the middle open, the tablet all of them."""
    owner.taps_link('Kompas', 'Album')
    phone.goes_to('fotos')
    ids = [adds_photo(phone, colour) for colour in ('tomato', 'gold', 'teal')][::-1]
    expect(photos(owner)).to_have_count(3)
    photos(phone).nth(1).click()
    phone.is_at(f'foto/{ids[1]}')
    phone.page.evaluate(SCRIPT_IS_THERE)
    return ids


def test_a_photo_from_the_phone_is_on_the_tablet_within_three_seconds(owner: Person, phone: Person) -> None:
    owner.taps_link('Kompas', 'Album')
    owner.sees(NOTHING_YET)
    phone.taps_link('Album')
    with owner.without_a_reload(), phone.without_a_reload():
        chooses_photo(phone, 'tomato')
        expect(photos(owner)).to_have_count(1, timeout=within(THREE_SECONDS))
        is_seen(photos(owner), within=THREE_SECONDS)
        is_seen(photos(phone))
        expect(owner.page.get_by_text(NOTHING_YET)).to_be_hidden()
        phone.is_at('fotos')


@pytest.mark.long
def test_the_newest_photo_comes_first_and_each_opens_whole(album: list[str], phone: Person, owner: Person) -> None:
    shown = photos(owner).evaluate_all('(links) => links.map((link) => link.pathname.split("/").pop())')
    assert shown == album
    phone.sees_title(str(whole(phone).get_attribute('alt')))
    expect(whole(phone)).to_have_attribute('src', f'/kompas/{phone.compass_id}/bijlage/{album[1]}/scherm')
    expect(whole(phone)).not_to_have_js_property('naturalWidth', 0)
    phone.taps_button('Terug')
    phone.is_at('fotos')
    expect(photos(phone)).to_have_count(3)


@pytest.mark.long
def test_photos_of_more_than_one_month_stand_under_their_months(
    album: list[str], owner: Person, server: Server
) -> None:
    headings = owner.page.locator('.album').get_by_role('heading', level=2)
    expect(headings).to_have_count(0)
    with changed(server, owner.compass_id) as compass:
        for one, day in zip(compass.album.items, ((2025, 2, 14), (2026, 2, 28)), strict=False):
            one.added.at = one.added.at.replace(year=day[0], month=day[1], day=day[2])
        compass.album.items[-1].added.at = compass.album.items[1].added.at
    owner.goes_to('fotos')
    expect(headings).to_have_text(['Februari 2026', 'Februari 2025'])
    under = owner.page.locator('.album > *').evaluate_all('(all) => all.map((one) => one.localName)')
    assert under == ['h2', 'a', 'a', 'h2', 'a']


@pytest.mark.long
def test_links_and_arrow_keys_turn_to_the_photos_beside(album: list[str], phone: Person) -> None:
    newest, middle, oldest = album
    with phone.without_a_reload():
        phone.taps_link('Volgende')
        phone.is_at(f'foto/{oldest}')
        expect(phone.link('Volgende')).to_have_count(0)
        phone.taps_link('Vorige')
        phone.is_at(f'foto/{middle}')
        presses(phone, 'ArrowLeft')
        phone.is_at(f'foto/{newest}')
        expect(phone.link('Vorige')).to_have_count(0)
        presses(phone, 'ArrowLeft')
        presses(phone, 'ArrowRight')
        phone.is_at(f'foto/{middle}')


@pytest.mark.long
def test_a_swipe_turns_to_the_photo_beside_and_other_moves_of_a_finger_do_not(album: list[str], phone: Person) -> None:
    newest, middle, oldest = album
    with phone.without_a_reload():
        # a short one, and one that scrolls
        for across, down in ((-30, 0), (-90, -160)):
            swipes(phone, across, down)
            phone.page.wait_for_timeout(HALF_A_SECOND)
            phone.is_at(f'foto/{middle}')
        swipes(phone, across=-200)
        phone.is_at(f'foto/{oldest}')
        swipes(phone, across=-200)
        swipes(phone, across=200)
        phone.is_at(f'foto/{middle}')
        swipes(phone, across=200)
        phone.is_at(f'foto/{newest}')


@pytest.mark.long
def test_a_photo_goes_on_paper_when_the_person_says_so(album: list[str], phone: Person, server: Server) -> None:
    def on_paper() -> list[bool]:
        return [one.on_paper for one in compass_of(server, phone.compass_id).album.items]

    phone.sees_pressed('Op mijn blad', pressed=False)
    phone.picks('Op mijn blad')
    assert on_paper() == [False, True, False]
    phone.page.reload()
    phone.lets_go('Op mijn blad')
    assert on_paper() == [False, False, False]


@pytest.mark.long
def test_a_photo_that_is_taken_away_is_gone_everywhere_until_it_is_put_back(
    album: list[str], phone: Person, owner: Person
) -> None:
    owner.goes_to(f'foto/{album[1]}')
    expect(whole(owner)).to_be_visible()
    phone.taps_button('Weghalen')
    expect(whole(phone)).to_have_count(0)
    expect(whole(owner)).to_have_count(0, timeout=within(THREE_SECONDS))
    expect(owner.page.locator('[data-key=picture-gone]')).to_be_visible()
    phone.taps_button('Terug')
    expect(photos(phone)).to_have_count(2)
    # the other device can put it back too
    owner.taps_button('Zet terug')
    expect(whole(owner)).to_be_visible()
    expect(photos(phone)).to_have_count(3, timeout=within(THREE_SECONDS))
    is_seen(photos(phone).nth(1))


def test_a_photo_that_is_taken_away_leaves_the_compass_with_it(owner: Person, phone: Person) -> None:
    owner.taps_link('Kompas')
    circle = owner.page.locator('svg.compass image')
    photo = adds_photo(phone, 'teal', Target(spot=Spot.CONDITION, of='belong'))
    expect(circle).to_have_count(1, timeout=within(THREE_SECONDS))
    phone.goes_to(f'foto/{photo}')
    phone.taps_button('Weghalen')
    expect(circle).to_have_count(0, timeout=within(THREE_SECONDS))
    phone.taps_button('Zet terug')
    expect(circle).to_have_count(1, timeout=within(THREE_SECONDS))


def test_half_typed_words_and_the_cursor_stay_while_another_device_adds_photos(owner: Person, phone: Person) -> None:
    owner.goes_to('erbij-horen')
    owner.line().focus()
    owner.page.keyboard.type('zwem')
    owner.page.keyboard.press('ArrowLeft')
    condition = Target(spot=Spot.CONDITION, of='belong')
    for place in (ALBUM, condition):
        adds_photo(phone, 'gold', place)
    owner.sees_pressed('foto')
    owner.page.keyboard.type('x')
    expect(owner.line()).to_be_focused()
    expect(owner.line()).to_have_value('zwexm')


def test_a_link_of_the_compass_keeps_the_focus_while_another_device_adds_a_photo(owner: Person, phone: Person) -> None:
    owner.taps_link('Kompas')
    owner.link('Erbij horen').focus()
    adds_photo(phone, 'gold', Target(spot=Spot.CONDITION, of='belong'))
    expect(owner.page.locator('svg.compass image')).to_have_count(1)
    expect(owner.link('Erbij horen')).to_be_focused()


def whole(person: Person) -> Locator:
    """The photo on the whole screen."""
    return person.page.locator('img.whole')


def presses(person: Person, key: str) -> None:
    """Press a key once the photo listens."""
    person.page.evaluate(SCRIPT_IS_THERE)
    person.page.keyboard.press(key)


def swipes(person: Person, across: int, down: int = 0) -> None:
    """A finger on the photo that moves this far, to the left and upwards when below zero."""
    person.page.evaluate(SCRIPT_IS_THERE)
    box = whole(person).bounding_box()
    assert box
    x, y = box['x'] + box['width'] / 2 - across / 2, box['y'] + box['height'] / 2 - down / 2
    finger = person.page.context.new_cdp_session(person.page)

    def touch(kind: str, *points: dict[str, float]) -> None:
        finger.send('Input.dispatchTouchEvent', {'type': kind, 'touchPoints': list(points)})

    touch('touchStart', {'x': x, 'y': y})
    for step in range(1, 6):
        touch('touchMove', {'x': x + across * step / 5, 'y': y + down * step / 5})
    touch('touchEnd')
    finger.detach()
