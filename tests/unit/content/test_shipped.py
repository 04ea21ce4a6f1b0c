"""The life domains that come with the program: ten, whole, in plain Dutch, and said in every language."""

import re
import unicodedata

import pytest

from model.catalogue.choices import WHOSE
from model.catalogue.conditions import CONDITIONS
from model.catalogue.domains import PLACES, Domain, DomainTile, Place, messages
from model.content import content, domains
from model.pictures import pictogram
from model.words import language, languages
from tests.unit.content.garden import GARDEN, spoiled, written
from tools import words

ORDER = [
    *('housing', 'money', 'work-learning', 'daily-life', 'family'),
    *('friends', 'body', 'feelings', 'free-time', 'safety'),
]
DOMAINS = content.read().domains
BEFORE = 'Wat hielp vroeger?'
JARGON = re.compile(r'cli[eë]nt|hulpverlen|doelstelling|leefgebied|krachtwerk|\b(u|uw)\b', re.IGNORECASE)
HOME = {tile.key: condition.key for condition in CONDITIONS.values() for tile in condition.tiles}
"""The condition where the tile of a key stands."""

each_domain = pytest.mark.parametrize('domain', DOMAINS, ids=lambda domain: domain.key)


def tiles(domain):
    return [tile for place in domain.places for tile in place.tiles]


def test_there_are_ten_in_their_order():
    assert [domain.key for domain in DOMAINS] == ORDER
    assert len({domain.word for domain in DOMAINS}) == 10


@each_domain
def test_a_domain_has_its_four_places_with_enough_to_pick_and_not_too_much(domain):
    assert [place.key for place in domain.places] == list(PLACES)
    assert [place.key for place in domain.places if not 4 <= len(place.tiles) <= 8] == []


@each_domain
def test_two_tiles_of_a_place_never_say_the_same(domain):
    for place in domain.places:
        assert len({tile.word for tile in place.tiles}) == len(place.tiles)


@each_domain
def test_each_place_asks_and_one_asks_what_helped_before(domain):
    assert all(question.endswith('?') for question in domain.questions)
    assert len(domain.questions) == 5
    assert domain.place('help').questions[-1] == BEFORE


@each_domain
def test_help_is_mine_of_people_and_of_professionals_in_that_order(domain):
    whose = [tile.whose for tile in domain.place('help').tiles]
    order = [tile.key for tile in WHOSE]
    assert set(whose) == set(order)
    assert whose == sorted(whose, key=order.index)
    assert {tile.whose for place in domain.places if place.key != 'help' for tile in place.tiles} == {None}


@each_domain
def test_what_is_strong_lands_on_the_condition_where_its_picture_stands(domain):
    assert [tile.key for tile in domain.place('strength').tiles if tile.condition is None] == []
    landing = [tile for tile in tiles(domain) if tile.condition and tile.key in HOME]
    assert landing
    assert [tile for tile in landing if tile.condition != HOME[tile.key]] == []


@each_domain
def test_every_pictogram_is_there(domain):
    keys = {domain.pictogram, *(tile.key for tile in tiles(domain)), *(tile.key for tile in PLACES.values())}
    assert sorted(keys - pictogram.shipped()) == []


@each_domain
def test_it_is_said_without_jargon(domain):
    said = [domain.word, *domain.questions, *(tile.word for tile in tiles(domain))]
    assert [one for one in said if JARGON.search(one)] == []
    assert [one for one in said if not unicodedata.is_normalized('NFC', one)] == []


def test_jargon_is_found():
    said = ('De cliënt', 'Je hulpverlener', 'Doelstellingen', 'Wat wilt u?', 'Je leefgebieden')
    assert [one for one in said if not JARGON.search(one)] == []


@pytest.mark.parametrize('code', sorted(languages().keys() - {'nl'}))
def test_all_of_it_is_translated(code):
    said = set(messages(DOMAINS))
    assert len(said) > 200
    assert said <= words.collect()
    translated = language(code)._said
    assert sorted(one for one in said if not translated.get(one)) == []


def test_the_file_says_what_everything_in_it_is():
    head = content.SHIPPED.read_text(encoding='utf-8').partition('domains:\n')[0]
    keys = ('key', 'word', 'pictogram', 'places', 'questions', 'tiles', 'condition', 'whose')
    for named in (*keys, *PLACES, *CONDITIONS):
        assert re.search(rf'\b{named}\b', head), named
    assert [one for one in domains.WHOSE if one not in head] == []


def test_whose_a_help_is_are_the_choices_there_are():
    assert list(domains.WHOSE.values()) == [tile.key for tile in WHOSE]


# another file instead


def test_another_file_is_read_as_it_is_written(tmp_path):
    [domain] = content.read(written(tmp_path, spoiled(GARDEN, 'rest: rustig', 'rest: no'))).domains
    assert domain == Domain(
        'garden',
        'Tuin',
        'outdoors',
        (
            Place('now', ('Hoe is je tuin?',), (DomainTile('rest', 'no'), DomainTile('tired', 'veel werk'))),
            Place('strength', ('Wat groeit er goed?',), (DomainTile('cooking', 'groente', 'be-yourself'),)),
            Place(
                'help',
                ('Wie helpt je?', BEFORE),
                (
                    DomainTile('tidying', 'zelf wieden', None, 'whose-mine'),
                    DomainTile('friend', 'een vriend', 'belong', 'whose-people'),
                    DomainTile('supporter', 'de tuinman', None, 'whose-professionals'),
                ),
            ),
            Place('wish', ('Wat wil je?',), (DomainTile('pet', 'kippen'),)),
        ),
    )


def test_the_places_come_in_their_own_order(tmp_path):
    start, now, rest = GARDEN.partition('      now:\n')
    now, rest = now + rest[: rest.index('      strength:')], rest[rest.index('      strength:') :]
    [domain] = content.read(written(tmp_path, start + rest + now)).domains
    assert [place.key for place in domain.places] == list(PLACES)


def test_its_words_are_said_as_they_are_written_where_nobody_translated_them(tmp_path):
    [domain] = content.read(written(tmp_path, spoiled(GARDEN, 'tired: veel werk', 'tired: vaak moe'))).domains
    say = language('en')
    assert say(domain.word) == 'Tuin'
    assert [say.tile(tile) for tile in domain.place('now').tiles] == ['calm', 'often tired']
    assert [say.tile(tile) for tile in domain.place('wish').tiles] == ['kippen']
    assert [say(question) for question in domain.place('help').questions] == ['Wie helpt je?', 'What helped before?']


def test_words_are_brought_on_one_line(tmp_path):
    [domain] = content.read(written(tmp_path, spoiled(GARDEN, 'word: Tuin', 'word: >\n      mijn\n      tuin'))).domains
    assert domain.word == 'mijn tuin'
