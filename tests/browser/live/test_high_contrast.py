"""Where all colours were chosen by the person (`forced-colors`): each state can be told apart, each drawing seen."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE

ENOUGH = 3.0
"""The contrast between what a state or a drawing is told by and what it would be without (WCAG 1.4.11)."""
SEEN = 0.01
"""So large a share of what is looked at has to tell it."""
MARGIN = 12
EACH = 3
"""So many pixels apart are those that are looked at: their colours are those of the screen, not mixed."""
NO_FOCUS = '() => document.activeElement?.blur?.()'

SCHEMES: tuple[Literal['light', 'dark'], ...] = ('light', 'dark')
Taken = list[Image.Image]
"""How something looks on light, and on dark."""


@pytest.fixture
def sam(new_person: Callable[..., Person]) -> Person:
    """Somebody with a new compass, who needs strong colours."""
    person = new_person(PHONE, fresh=True, forced_colors='active', reduced_motion='reduce')
    person.begins()
    assert person.page.evaluate("matchMedia('(forced-colors: active)').matches")
    return person


def test_a_chosen_answer_is_seen(sam: Person) -> None:
    sam.goes_to('jezelf-zijn')
    before = looks(sam.button('muziek'))
    sam.picks('muziek')
    assert told_apart(before, looks(sam.button('muziek')))


def test_a_heart_is_seen(sam: Person) -> None:
    sam.goes_to('jezelf-zijn')
    sam.picks('muziek')
    heart = sam.button('Belangrijk: muziek')
    before = looks(heart)
    heart.click()
    sam.sees_pressed('Belangrijk: muziek')
    assert told_apart(before, looks(heart))


def test_a_step_that_is_done_is_seen(sam: Person) -> None:
    sam.sets_step('wandelen')
    tick = sam.page.locator('.tick')
    before = looks(tick)
    tick.click()
    expect(tick).to_have_attribute('aria-pressed', 'true')
    assert told_apart(before, looks(tick))


def test_the_place_where_one_is_is_seen(sam: Person) -> None:
    there = looks(sam.link('Stappen'))
    sam.taps_link('Stappen')
    sam.sees_title('Mijn stappen')
    assert told_apart(there, looks(sam.link('Stappen')))


def test_a_switch_that_is_on_is_seen(sam: Person) -> None:
    sam.goes_to('delen')
    before = looks(sam.button('Print zonder code'))
    sam.picks('Print zonder code')
    assert told_apart(before, looks(sam.button('Print zonder code')))


def test_the_language_is_seen(sam: Person) -> None:
    sam.goes_to('ik')
    here, there = (looks(sam.button(name)) for name in ('Nederlands', 'English'))
    assert told_apart(here, there)


@pytest.mark.long
@pytest.mark.parametrize('page', ['', 'jezelf-zijn', 'delen', 'wens'])
def test_what_has_the_focus_is_seen(sam: Person, page: str) -> None:
    sam.goes_to(page)
    for _ in range(4):
        sam.page.keyboard.press('Tab')
        focused = sam.page.locator(':focus')
        there = looks(focused, focused=True)
        assert told_apart(without_focus(sam.page, focused), there), focused.evaluate('(one) => one.outerHTML')[:120]


def test_what_cannot_be_tapped_is_seen(sam: Person) -> None:
    sam.goes_to('tekenen/album')
    sam.page.locator('.easel[data-ready]').wait_for()
    undo = sam.button('Oeps')
    before = looks(undo)
    sam.page.locator('canvas').click(position={'x': 60, 'y': 60})
    expect(undo).to_have_attribute('aria-disabled', 'false')
    assert told_apart(before, looks(undo))


@pytest.mark.long
@pytest.mark.parametrize('page', ['', 'jezelf-zijn', 'delen', 'leven', 'nieuwe-stap'])
def test_every_drawing_is_seen(sam: Person, page: str) -> None:
    sam.goes_to(page)
    drawings = sam.page.locator('svg.pictogram, svg.compass').filter(visible=True).all()
    assert len(drawings) > 5
    for drawing in drawings[:12]:
        there = looks(drawing)
        assert told_apart([ground_of(one) for one in there], there, share=0.05), drawing.get_attribute('data-key')


def ground_of(picture: Image.Image) -> Image.Image:
    """What it would be with nothing drawn on it."""
    return Image.new('RGB', picture.size, picture.getpixel((picture.width // 8, picture.height // 2)))


def looks(one: Locator, *, focused: bool = False) -> Taken:
    """How it looks, with a margin for what is drawn around it; without the focus but where that is the question."""
    if not focused:
        one.page.evaluate(NO_FOCUS)
    one.scroll_into_view_if_needed()
    one.page.mouse.move(0, 0)
    box = one.bounding_box()
    assert box
    return taken(one.page, box)


def without_focus(page: Page, one: Locator) -> Taken:
    """How it looks where something else has the focus; it has that again afterwards."""
    handle = one.element_handle()
    box = handle.bounding_box()
    assert box
    page.evaluate(NO_FOCUS)
    seen = taken(page, box)
    handle.evaluate('(one) => one.focus({ focusVisible: true })')
    return seen


def taken(page: Page, box: FloatRect) -> Taken:
    """Pictures of a part of the screen and what lies around it."""
    seen = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        seen.append(shot_of(page, box))
    return seen


def shot_of(page: Page, box: FloatRect) -> Image.Image:
    left, top = max(box['x'] - MARGIN, 0), max(box['y'] - MARGIN, 0)
    clip: FloatRect = {'x': left, 'y': top, 'width': box['width'] + 2 * MARGIN, 'height': box['height'] + 2 * MARGIN}
    shot = Image.open(BytesIO(page.screenshot(clip=clip))).convert('RGB')
    return shot.resize((shot.width // EACH, shot.height // EACH), Image.Resampling.NEAREST)


def told_apart(one: Taken, other: Taken, share: float = SEEN) -> bool:
    """Whether enough of the same thing stands out against how it looked otherwise, on light and on dark."""
    return all(stands_out(*pair, share) for pair in zip(one, other, strict=True))


def stands_out(one: Image.Image, other: Image.Image, share: float) -> bool:
    pairs = list(zip(pixels(one), pixels(other.resize(one.size)), strict=True))
    return sum(contrast(*pair) >= ENOUGH for pair in pairs) >= share * len(pairs)


def pixels(picture: Image.Image) -> Iterator[tuple[int, int, int]]:
    """Red, green and blue of each, from 0 to 255."""
    parts = picture.tobytes()
    return zip(parts[::3], parts[1::3], parts[2::3], strict=True)


@cache
def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """As WCAG counts it: from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (LINEAR[part] for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


LINEAR = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in range(256)]
