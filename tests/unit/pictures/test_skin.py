"""People of the library come in five more skin colours, and are the same picture in each."""

import pytest

from model.pictures import library
from model.pictures.skin import TONES, plain, tone_of, toned

HAND, GRANDMOTHER, CAKE, COUPLE = '270B', '1F475', '1F370', '1F46B'


@pytest.mark.parametrize('tone', TONES)
@pytest.mark.parametrize('code', [HAND, GRANDMOTHER, COUPLE, '1F9D1-200D-1F33E', '1F6B6'])
def test_a_person_has_each_skin_colour(code, tone):
    found = toned(code, tone)
    assert tone_of(found) == tone
    assert library.drawing(found) != library.drawing(plain(found))


def test_each_skin_colour_is_another_drawing():
    assert len({library.drawing(toned(GRANDMOTHER, tone)) for tone in (None, *TONES)}) == 6


def test_what_is_no_person_stays_as_it_is():
    assert {toned(CAKE, tone) for tone in TONES} == {CAKE}


def test_without_a_colour_a_person_stays_as_they_are():
    assert toned(HAND, None) == HAND
    assert tone_of(HAND) is None


def test_a_variant_is_known_by_the_name_of_the_picture_it_is_a_variant_of():
    dark = toned(GRANDMOTHER, TONES[-1])
    assert plain(dark) == GRANDMOTHER
    assert library.is_known(dark)
    assert library.name(dark, 'nl') == library.name(GRANDMOTHER, 'nl')


@pytest.mark.parametrize('code', [f'{CAKE}-1F3FB', '1F3FB', f'{HAND}-1F3FB-1F3FB', f'../{HAND}-1F3FB'])
def test_a_variant_that_was_never_drawn_is_not_known(code):
    assert not library.is_known(code)


def test_there_are_several_thousand_pictures():
    from model.pictures.skin import _codes

    assert sum(library.is_known(code) for code in _codes()) > 3500
