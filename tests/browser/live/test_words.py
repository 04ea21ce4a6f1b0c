"""Own words are text wherever they stand, whatever they hold; too many get a plain sentence and stay."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.cast.person import Person

WORDS = (
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '"><a href=/x>x</a>',
    "{{ 7 * 7 }} & 'zo'",
    '👩🏽‍🚀 🇳🇱 naar de maan',
    'عائلتي وأصدقائي',
)
NAME, OWN, COMPANION = 'Hoe mogen we je noemen?', 'Eigen woorden', 'Iemand anders'


@pytest.fixture
def sam(owner: Person) -> Person:
    """Someone whose page nothing may run on."""
    owner.page.add_init_script(
        'window.ran = 0; for (const one of ["alert", "confirm", "prompt"]) window[one] = () => ran++;'
    )
    owner.begins()
    return owner


@pytest.mark.long
@pytest.mark.parametrize('page', ['erbij-horen', 'wens', 'nieuwe-stap'])
def test_whatever_one_writes_for_an_answer_is_text(sam: Person, page: str) -> None:
    sam.goes_to(page)
    for words in WORDS:
        sam.writes(words)
        sam.sees_pressed(words)
        expect(sam.line()).to_have_value('')
        nothing_ran(sam)
    sam.page.reload()
    for words in WORDS if page != 'nieuwe-stap' else WORDS[-1:]:
        sam.sees_pressed(words)
    nothing_ran(sam)


@pytest.mark.long
def test_whatever_one_writes_for_a_companion_is_text(sam: Person) -> None:
    sam.sets_step('wandelen')
    sam.step('Wandelen').click()
    sam.taps_link('Met wie')
    for words in WORDS:
        sam.writes(words, COMPANION)
        sam.sees_pressed(words)
    nothing_ran(sam)
    sam.taps_link('Kompas')
    *some, last = WORDS
    expect(sam.step('Wandelen')).to_contain_text(f'met {", ".join(some)} en {last}')
    nothing_ran(sam)


@pytest.mark.long
def test_whatever_one_writes_for_a_name_is_text(sam: Person) -> None:
    for words in WORDS:
        sam.is_called(words)
        nothing_ran(sam)
        sam.page.reload()
        sam.sees_title(words)
        nothing_ran(sam)
    sam.opens('/ik-heb-een-kompas')
    expect(sam.link(WORDS[-1])).to_be_visible()


@pytest.mark.expects('request: csp GET', why='its browser runs none')
def test_own_words_are_text_in_the_first_picture_too(new_person: Callable[..., Person], sam: Person) -> None:
    sam.taps_link('Jezelf zijn')
    for words in WORDS[:2]:
        sam.writes(words)
        sam.sees_pressed(words)
    sam.taps_link('Kompas')
    early = new_person(storage_state=sam.page.context.storage_state(), java_script_enabled=False)
    early.opens(f'/kompas/{sam.compass_id}')
    expect(early.page.locator('#first-picture svg.compass .own-words').filter(has_text='<')).not_to_have_count(0)
    expect(early.page.locator('body img, #first-picture script')).to_have_count(0)


@pytest.mark.long
def test_ten_thousand_letters_get_a_plain_sentence_and_stay(sam: Person) -> None:
    for page, label in (('ik', NAME), ('jezelf-zijn', OWN), ('wens', OWN), ('nieuwe-stap', OWN)):
        sam.goes_to(page)
        sam.writes('a' * 10_000, label)
        sam.sees('Dat is te lang. Maak het korter.')
        expect(sam.line(label)).to_have_value('a' * 10_000)
        sam.writes('kort', label)
        expect(sam.page.get_by_role('alert')).to_have_count(0)


def test_the_picture_of_own_words_is_their_whole_emoji_and_without_one_they_stand_large(sam: Person) -> None:
    sam.taps_link('Jezelf zijn')
    for words, emoji in (('🇳🇱 voetbal', '🇳🇱'), ('👩🏽‍🚀 maan', '👩🏽‍🚀'), ('❤️ liefde', '❤️')):
        sam.writes(words)
        sam.sees_pressed(words)
        expect(sam.button(words).first.locator('svg.emoji text')).to_have_text(emoji)
    sam.writes('zwemmen')
    tile = sam.button('zwemmen').first
    expect(tile.locator('.picture')).to_be_hidden()
    size = 'element => parseFloat(getComputedStyle(element).fontSize)'
    assert tile.locator('.word').evaluate(size) > sam.button('muziek').locator('.word').evaluate(size)


def nothing_ran(person: Person) -> None:
    """No script of a stranger ran, and nothing that was written became part of the page."""
    assert person.page.evaluate('window.ran') == 0
    expect(person.page.locator('img, body script:not([src]):not([nonce]), a[href="/x"]')).to_have_count(0)
