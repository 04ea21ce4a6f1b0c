from datetime import date, timedelta

import pytest

from model import words
from model.catalogue.conditions import CONDITIONS
from model.catalogue.every_tile import every_tile
from model.catalogue.questions import OBSTACLES, QUESTIONS
from model.catalogue.tile import Tile

ENGLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Terug"
msgstr "Back"

msgid "Kompas van {name}"
msgstr "Compass of {name}"

msgctxt "alone"
msgid "alleen"
msgstr "lonely"

msgctxt "by-myself"
msgid "alleen"
msgstr "by myself"

msgctxt "today"
msgid "vandaag"
msgstr "today"

msgctxt "tomorrow"
msgid "morgen"
msgstr "tomorrow"

#, fuzzy
msgid "Klaar"
msgstr "a guess"

msgid "Verder"
msgstr ""

msgid "{number} dag"
msgid_plural "{number} dagen"
msgstr[0] "{number} day"
msgstr[1] "{number} days"
"""
POLISH = """
msgid "{number} dag"
msgid_plural "{number} dagen"
msgstr[0] "{number} dzień"
msgstr[1] "{number} dni"
msgstr[2] "{number} dni!"
"""
ARABIC = ENGLISH.replace('"Back"', '"رجوع"')


@pytest.fixture
def dutch():
    return words.language('nl')


@pytest.fixture
def three_languages(tmp_path, monkeypatch):
    """Dutch, Arabic and English, whatever lies in `assets/words`."""
    (tmp_path / 'en.po').write_text(ENGLISH, encoding='utf-8')
    (tmp_path / 'ar.po').write_text(ARABIC, encoding='utf-8')
    monkeypatch.setattr(words, 'FOLDER', tmp_path)
    words.languages.cache_clear()
    yield words.languages()
    words.languages.cache_clear()


@pytest.fixture
def english(three_languages):
    return three_languages['en']


def test_dutch_comes_first_and_says_its_own_words(dutch):
    assert next(iter(words.languages())) == 'nl'
    assert dutch('Wat geeft jou kracht?') == 'Wat geeft jou kracht?'


def test_names_in_braces_are_filled(dutch):
    assert dutch('Kompas van {name}', name='Sam {x}') == 'Kompas van Sam {x}'


def test_without_values_braces_are_left_alone(dutch):
    assert dutch('{niets}') == '{niets}'


def test_every_tile_and_question_has_dutch_words(dutch):
    assert all(dutch.tile(tile).strip() for tile in every_tile())
    assert all(dutch(question.text).strip() and dutch(question.word).strip() for question in QUESTIONS)


def test_a_language_says_what_it_knows(english):
    assert english('Terug') == 'Back'
    assert english('Kompas van {name}', name='Sam') == 'Compass of Sam'


def test_what_a_language_does_not_know_is_said_in_dutch(english):
    assert english('Gedaan') == 'Gedaan'
    assert english('Verder') == 'Verder'


def test_a_fuzzy_translation_is_not_used(english):
    assert english('Klaar') == 'Klaar'


def test_one_dutch_word_can_mean_two_things(english):
    assert english.tile(Tile('alone', 'alleen')) == 'lonely'
    assert english.tile(Tile('by-myself', 'alleen')) == 'by myself'


def test_a_language_we_do_not_have_is_dutch(three_languages):
    assert words.language('xx').code == 'nl'
    assert words.language(None).code == 'nl'
    assert words.language('en').code == 'en'


@pytest.mark.parametrize(
    ('code', 'direction'), [('nl', 'ltr'), ('en', 'ltr'), ('ti', 'ltr'), ('ar', 'rtl'), ('fa', 'rtl')]
)
def test_a_language_knows_its_direction(code, direction):
    assert words.Language(code).direction == direction


@pytest.mark.parametrize(
    ('code', 'name'), [('nl', 'Nederlands'), ('en', 'English'), ('ar', 'العربية'), ('pl', 'Polski')]
)
def test_a_language_calls_itself_by_its_own_name(code, name):
    assert words.Language(code).name == name


@pytest.mark.parametrize(
    ('header', 'code'),
    [
        ('', 'nl'),
        ('*', 'nl'),
        ('nl', 'nl'),
        ('nl-BE', 'nl'),
        ('en', 'en'),
        ('en-GB,en;q=0.9', 'en'),
        ('fr-FR,fr;q=0.9,ar;q=0.8,en;q=0.7', 'ar'),
        ('en;q=0.5,ar;q=0.9', 'ar'),
        ('en;q=0,ar;q=0.1', 'ar'),
        ('en,ar', 'en'),
        ('ar , en', 'ar'),
        ('EN', 'en'),
        ('en;q=nonsense,ar;q=0.2', 'ar'),
        (',;q=,;;;=', 'nl'),
        ('en;q=nan', 'nl'),
        ('../en', 'nl'),
        ('fr,' * 100_000, 'nl'),
        ('x' * 100_000, 'nl'),
    ],
)
def test_the_browser_gets_the_language_it_likes_best_of_those_we_have(three_languages, header, code):
    assert words.preferred(header).code == code


@pytest.mark.parametrize(
    ('distance', 'said'),
    [
        (0, 'vandaag'),
        (1, 'morgen'),
        (2, 'dinsdag'),
        (6, 'zaterdag'),
        (7, 'zondag 29 november'),
        (40, 'vrijdag 1 januari 2027'),
        (-1, 'zaterdag 21 november'),
    ],
)
def test_a_day_is_said_as_people_say_it(dutch, today, distance, said):
    assert dutch.day(today + timedelta(days=distance), today) == said


def test_days_are_said_in_the_language(english, today):
    said = [english.day(today + timedelta(days=distance), today) for distance in range(3)]
    assert said == ['today', 'tomorrow', 'Tuesday']


def test_a_date_is_said_with_and_without_its_year(dutch):
    assert dutch.dated(date(2026, 11, 28), date(2026, 11, 22)) == 'zaterdag 28 november'
    assert dutch.full_date(date(2026, 11, 22)) == '22 november 2026'


@pytest.mark.parametrize(
    ('day', 'said'),
    [
        (date(2026, 12, 31), 'donderdag 31 december'),
        (date(2027, 1, 2), 'zaterdag 2 januari 2027'),
        (date(2025, 12, 31), 'woensdag 31 december 2025'),
    ],
)
def test_a_day_of_another_year_has_its_year(dutch, day, said):
    assert dutch.dated(day, date(2026, 11, 29)) == said
    assert dutch.day(day, date(2026, 11, 29)) == said
    assert dutch.short_date(day, date(2026, 11, 29)) == said.partition(' ')[2]


def test_everything_that_can_be_picked_is_there_to_be_translated():
    messages = set(words.messages_of_catalogue())
    tiles = (*CONDITIONS['matter'].tiles, *OBSTACLES.tiles)
    assert {(tile.key, tile.word) for tile in tiles} <= messages
    assert {(None, 'Wat geeft jou kracht?'), (None, 'Jezelf zijn'), ('sunday', 'zondag')} <= messages


# numbers and capitals


@pytest.mark.parametrize(
    ('code', 'number', 'said'),
    [
        ('nl', 1, '1 dag'),
        ('nl', 0, '0 dagen'),
        ('nl', 2, '2 dagen'),
        ('en', 1, '1 day'),
        ('en', 21, '21 days'),
        ('pl', 1, '1 dzień'),
        ('pl', 2, '2 dni'),
        ('pl', 5, '5 dni!'),
        ('pl', 22, '22 dni'),
        ('ar', 5, '5 dagen'),  # a list with fewer forms than the language has is not used for it
    ],
)
def test_a_number_gets_the_form_that_the_language_has_for_it(three_languages, tmp_path, code, number, said):
    (tmp_path / 'pl.po').write_text(POLISH, encoding='utf-8')
    words.languages.cache_clear()
    assert words.language(code).count('{number} dag', '{number} dagen', number) == said


def test_a_number_without_a_translation_is_said_in_dutch(three_languages):
    english = words.language('en')
    assert english.count('{number} foto', "{number} foto's", 1) == '1 foto'
    assert english.count('{number} foto', "{number} foto's", 3) == "3 foto's"


@pytest.mark.parametrize(
    ('code', 'given', 'capital'),
    [
        ('nl', 'taart bakken', 'Taart bakken'),
        ('nl', 'ijs eten', 'IJs eten'),
        ('nl', 'IJsland', 'IJsland'),
        ('nl', 'Ijs', 'IJs'),
        ('en', 'ijs eten', 'Ijs eten'),
        ('tr', 'iyi', 'İyi'),
        ('tr', 'ışık', 'Işık'),
        ('nl', 'ß', 'ß'),
        ('nl', 'დედა', 'დედა'),
        ('nl', '🎂 bakken', '🎂 bakken'),
        ('nl', '', ''),
    ],
)
def test_a_capital_is_that_of_the_language(code, given, capital):
    assert words.Language(code).capital(given) == capital
