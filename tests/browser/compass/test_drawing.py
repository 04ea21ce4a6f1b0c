"""The compass in a real browser: large discs, words that touch nothing, answers that are whole at the first look."""

from collections.abc import Callable
from datetime import date

import pytest

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from tests.browser.cast.on_disk import changed
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE, TABLET
from tests.server import Server

DISCS = """
() => [...document.querySelectorAll('.home svg.compass a')].map((quarter) =>
  [...quarter.querySelectorAll(':scope > circle')].map((one) => one.getBoundingClientRect().width))
"""
WORDS = """
async () => {
  await document.fonts.ready;
  const lines = [...document.querySelectorAll('.home svg.compass text')];
  const box = (one) => one.getBoundingClientRect();
  // letters reach less high and low than their line
  const inner = ({ left, right, top, bottom }) =>
    ({ left, right, top: top + (bottom - top) * 0.2, bottom: bottom - (bottom - top) * 0.2 });
  const boxes = lines.map((one) => inner(box(one)));
  const apart = (one, other) =>
    one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
  const touching = boxes.flatMap((one, at) => boxes.slice(0, at).filter((other) => !apart(one, other)));
  const circles = [...document.querySelectorAll('.home svg.compass circle')].map(box);
  const farthest = ({ left, right, top, bottom }, disc) => {
    const x = (disc.left + disc.right) / 2, y = (disc.top + disc.bottom) / 2;
    return Math.max(...[left, right].flatMap((a) => [top, bottom].map((b) => Math.hypot(a - x, b - y))));
  };
  const small = circles.filter((disc) => disc.width < innerWidth * 0.4);
  const inSome = (one) => small.some((disc) => farthest(one, disc) <= disc.width / 2);
  const loose = lines.filter((one, at) => !one.matches('.condition-word') && !inSome(boxes[at]));
  const outside = lines.filter((one) => box(one).left < 0 || box(one).right > innerWidth);
  const size = (one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a;
  return {
    touching: touching.length,
    loose: loose.map((one) => one.textContent),
    outside: outside.map((one) => one.textContent),
    smallest: Math.min(...lines.map(size)),
  };
}
"""
WHOLE = """
(selector) => {
  const foot = document.querySelector('.foot')?.getBoundingClientRect().top ?? innerHeight;
  return [...document.querySelectorAll(selector)].filter((one) => one.getBoundingClientRect().bottom <= foot).length;
}
"""


def fills(server: Server, person: Person, answers: list[Answer]) -> None:
    """These answers stand in each quarter, and the first in the middle."""
    with changed(server, person.compass_id) as compass:
        for condition in CONDITIONS:
            for answer in answers:
                compass.strengths.add(condition, answer, date(2026, 11, 22))
        compass.wishes.add(answers[0], date(2026, 11, 22))
    person.goes_to('')


@pytest.mark.expects('request: csp GET', why='its browser runs no script')
def test_what_a_browser_keeps_is_drawn_in_the_first_picture_without_a_script(
    new_person: Callable[..., Person], server: Server
) -> None:
    sam = new_person(PHONE)
    sam.begins()
    fills(server, sam, [Answer(tile=tile.key) for tile in CONDITIONS['matter'].tiles[:6]])
    early = new_person(PHONE, storage_state=sam.page.context.storage_state(), java_script_enabled=False)
    early.opens(f'/kompas/{sam.compass_id}')
    drawings = early.page.locator('#first-picture svg.compass use').all()
    assert len(drawings) == 25
    for drawing in drawings:
        drawing.wait_for()  # it has no size before it is there


@pytest.mark.parametrize(('count', 'pixels'), [(1, 60), (3, 60), (6, 44)])
def test_discs_are_large_on_a_phone(new_person: Callable[..., Person], server: Server, count: int, pixels: int) -> None:
    sam = new_person(PHONE)
    sam.begins()
    fills(server, sam, [Answer(tile=tile.key) for tile in CONDITIONS['matter'].tiles[:count]])
    quarters = sam.page.evaluate(DISCS)[:4]
    assert [len(quarter) for quarter in quarters] == 4 * [count]
    assert min(width for quarter in quarters for width in quarter) >= pixels


@pytest.mark.parametrize('locale', ['nl-NL', 'en-GB'])
@pytest.mark.parametrize(
    'words',
    [
        ['Oma Fien', 'vrijwilligerswerk', 'muziek maken met de band'],
        ['Arbeidsongeschiktheidsverzekering', 'W' * 80, 'Mijn zus en haar man die zo lekker kan koken'],
        ['opa', 'oma', 'Bram', 'Fatima', 'de buurvrouw', 'Aïcha'],
    ],
    ids=['three', 'too long', 'six'],
)
def test_no_word_touches_an_edge_or_another_word(
    new_person: Callable[..., Person], server: Server, words: list[str], locale: str
) -> None:
    sam = new_person(PHONE, locale=locale)
    sam.begins()
    fills(server, sam, [Answer(words=one) for one in words])
    for size, smallest in ((PHONE, 12), (TABLET, 16)):
        sam.page.set_viewport_size(size)
        found = sam.page.evaluate(WORDS)
        assert found.pop('smallest') >= smallest - 0.2
        assert found == {'touching': 0, 'loose': [], 'outside': []}


@pytest.mark.long
def test_the_answers_of_a_question_are_whole_at_the_first_look(new_person: Callable[..., Person]) -> None:
    sam = new_person(PHONE)
    sam.begins()
    for screen in ('jezelf-zijn', 'ertoe-doen', 'meedoen', 'erbij-horen', 'wens', 'nieuwe-stap'):
        sam.page.set_viewport_size(PHONE)
        sam.goes_to(screen)
        assert sam.page.evaluate(WHOLE, '.tiles .tile') >= 6, screen
        sam.page.set_viewport_size(TABLET)
        sam.page.locator('.tiles .tile').first.wait_for()
        assert sam.page.evaluate(WHOLE, '.tiles .tile') >= min(12, sam.page.locator('.tiles .tile').count()), screen
        if screen not in {'nieuwe-stap'}:
            assert sam.page.evaluate(WHOLE, '.way, .ways button') >= 1, screen
