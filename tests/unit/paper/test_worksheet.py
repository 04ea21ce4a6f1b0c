"""The worksheet of a life domain: one page, with all that is asked on it, whatever an installation asks."""

import re

import pypdfium2 as pdfium
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from model.catalogue.choices import WHOSE
from model.catalogue.domains import PLACES, Domain, DomainTile, Place
from model.content import content
from model.words import Language, language
from ui.paper.worksheet import worksheet

SHIPPED = content.read().domains
KEYS = ('own-place', 'rest', 'friend', 'work', 'money', 'pet', 'sleep', 'cooking', 'outdoors', 'music', 'walk', 'call')


def read(domain: Domain, say: Language) -> str:
    """The words of the one page, without white space."""
    document = pdfium.PdfDocument(worksheet(domain, say))
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    assert not list(document[0].get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=20)), 'it is vector alone'
    return packed(document[0].get_textpage().get_text_range())


def packed(words: str) -> str:
    return re.sub(r'[\s\u200b-\u200f\ufffe\uffff]', '', words)


@pytest.mark.parametrize('code', ['nl', 'en'])
@pytest.mark.parametrize('domain', SHIPPED, ids=lambda domain: domain.key)
def test_all_that_is_asked_stands_on_one_page(domain: Domain, code: str) -> None:
    say = language(code)
    page = read(domain, say)
    asked = [say(domain.word), say('Hoe gaat het hier?'), say('Hier wil ik over praten')]
    asked += [say(question) for question in domain.questions]
    asked += [say.tile(tile) for place in domain.places for tile in place.tiles]
    asked += [say.tile(whose) for whose in WHOSE]
    assert [words for words in asked if packed(words) not in page] == []


def full(word: str, question: str, mine: int) -> Domain:
    """As much as a file of content may ask: four questions and twelve tiles a place."""
    whose = ['whose-mine'] * mine + ['whose-people'] + ['whose-professionals'] * (len(KEYS) - mine - 1)
    places = tuple(
        Place(
            place,
            (question,) * 4,
            tuple(
                DomainTile(key, word, whose=one if place == 'help' else None)
                for key, one in zip(KEYS, whose, strict=True)
            ),
        )
        for place in PLACES
    )
    return Domain('own', word, 'domain-money', places)


@pytest.mark.parametrize('mine', [1, 4, 10])
@pytest.mark.parametrize(
    ('word', 'question'),
    [
        ('vriend of vriendin van vroeger', 'Wat hielp vroeger?'),
        (
            'arbeidsongeschiktheidsverzeker',
            'Wie kan jou het beste helpen met alle post en papieren van de verzekering?',
        ),
    ],
)
def test_twelve_tiles_in_a_place_and_long_words_fit_on_it_too(word: str, question: str, mine: int) -> None:
    page = read(full(word, question, mine), language('nl'))
    assert page.count(packed(word)) >= len(KEYS) * len(PLACES)
    assert page.count(packed(question)) == 4 * len(PLACES)
    assert '…' not in page


@pytest.mark.parametrize('word', ['#panic()', '*a* _b_ $x^2$', '</svg>', '{name} %s', 'صديق', '朋友', '😀 thuis'])
def test_words_of_an_installation_are_printed_and_never_read_as_anything_else(word: str) -> None:
    assert read(full(word, word, 4), language('nl'))


def test_it_runs_the_other_way_where_the_language_does() -> None:
    assert read(full('بيت', 'ماذا ساعدك؟', 4), Language('ar'))
