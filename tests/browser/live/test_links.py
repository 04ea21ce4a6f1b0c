"""Links lead where they say: out of a compass, to paper, to another compass, and nowhere that does not exist."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Request, expect

from tests.browser.cast.person import AGAIN, Person


def test_goodbye_and_home_lead_out_of_the_compass(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Delen')
    owner.taps_button('Tot ziens')
    owner.is_at('tot-ziens')
    owner.taps_button('Tot ziens')
    expect(owner.page).to_have_url(f'{owner.url}/tot-ziens')
    owner.taps_link('Naar het begin')
    expect(owner.page).to_have_url(f'{owner.url}/')
    expect(owner.button('Nieuw kompas')).to_be_visible()


def is_for(address: str) -> Callable[[Request], bool]:
    return lambda request: request.url.endswith(address)


@pytest.mark.long
def test_paper_opens_beside_the_compass_as_a_pdf(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Delen')
    context = owner.page.context
    for name, sheet in (('Voor op de koelkast', 'a4'), ('Voor in je tas', 'a5'), ('Voor in je portemonnee', 'pas')):
        with owner.without_a_reload(), context.expect_page():
            # by its own address: Chromium asks more than once for a PDF that it shows
            with context.expect_event('request', is_for(f'/poster.pdf?maat={sheet}')) as asked:
                owner.taps_link(name)
        # asked again: of a page that Chromium takes for a download it does not always tell the headers
        assert context.request.get(asked.value.url, max_retries=AGAIN).headers['content-type'] == 'application/pdf'
    owner.taps_link('Kompas')
    owner.is_at('')


def test_an_unknown_place_in_a_compass_is_plainly_not_found(owner: Person) -> None:
    owner.begins()
    for page in ('niets', 'stap', 'stap/0123abcd/niets', 'wens/niets/niets/niets'):
        assert owner.gets(f'{owner.url}/kompas/{owner.compass_id}/{page}') == 404
        owner.sees_title('We kunnen dit niet vinden.')
    owner.taps_link('Naar het begin')
    expect(owner.page).to_have_url(f'{owner.url}/')


@pytest.mark.parametrize(
    ('page', 'words', 'way', 'onward'),
    [
        ('stap/0123abcd', 'Deze stap is er niet meer.', 'Naar mijn stappen', 'stappen'),
        ('stap/0123abcd/wanneer', 'Deze stap is er niet meer.', 'Naar mijn stappen', 'stappen'),
        ('foto/0123abcd', 'Dit is niet meer in je album.', 'Naar mijn album', 'fotos'),
        ('mag/0123abcd', 'Deze vraag is er niet meer.', 'Naar mijn album', 'fotos'),
        ('kracht/0123abcd', 'Dit staat niet meer op je kompas.', 'Naar mijn kompas', ''),
        ('wens/0123abcd', 'Deze wens is er niet meer.', 'Naar mijn wensen', 'wens'),
        ('volgorde/0123abcd', 'Deze wens is er niet meer.', 'Naar mijn stappen', 'stappen'),
    ],
)
def test_what_is_not_there_any_more_says_what_it_was_and_leads_on(
    owner: Person, page: str, words: str, way: str, onward: str
) -> None:
    owner.begins(page)
    owner.sees_title(words)
    owner.taps_button(way)
    owner.is_at(onward)


@pytest.mark.long
def test_from_one_compass_to_another_on_the_same_device(owner: Person) -> None:
    for name in ('Noor', 'Ali'):
        owner.begins()
        owner.is_called(name)
    for name in ('Noor', 'Ali'):
        owner.opens()
        owner.taps_button('Ik heb een kompas')
        owner.taps_link(name)
        owner.is_at('')
        owner.sees_title(name)
        owner.taps_link('Jezelf zijn')
        owner.sees_title('Wat geeft jou kracht?')
