""" "Ik heb een kompas": a link that is pasted leads where it led, however it was written by then."""

import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger

PAGE = '/ik-heb-een-kompas'
PLACES = ['/k', '/werk/uitnodiging']
KEY = 'aZ09_-aZ09_-aZ09_-aZ09'
NO = 'Dit is geen link of code van een kompas.'
PASTED = {
    'as it is': 'https://kompas.example{place}#{key}',
    'without a scheme': 'kompas.example{place}#{key}',
    'of another address of ours': 'http://192.168.1.7:8080{place}#{key}',
    'with a slash': 'https://kompas.example{place}/#{key}',
    'with %23': 'https://kompas.example{place}%23{key}',
    'with %23 twice': 'https://kompas.example{place}%2523{key}',
    'with a full stop': 'https://kompas.example{place}#{key}.',
    'in brackets': '(https://kompas.example{place}#{key})',
    'in pointed brackets': '<https://kompas.example{place}#{key}>',
    'with space around it': '\n  https://kompas.example{place}#{key} \n',
    'with space in it': 'https://kompas.example{place} # {key}',
    'broken by a program': 'https://kompas.example{place}#{key:.9}\r\n{key_end}',
    'in a message': 'Hoi! Hier is je link: https://kompas.example{place}#{key} Tot morgen, groetjes',
    'with what a program adds': 'https://kompas.example{place}#{key}&utm_source=mail',
    'in the link of a program': 'https://safe.example/?url=https%3A%2F%2Fkompas.example{place}%23{key}&data=05',
    'with what nobody sees': '\u200ehttps://kompas.example{place}#\u200b{key}\ufeff',
}


def pasted(server: Machine, link: str) -> tuple[int, str | None]:
    answer = Stranger(server).posts(PAGE, link=link)
    return answer.status_code, answer.headers.get('location')


@pytest.mark.parametrize('place', PLACES)
@pytest.mark.parametrize('written', PASTED.values(), ids=PASTED)
def test_a_pasted_link_leads_where_it_led(server: Machine, place: str, written: str) -> None:
    link = written.format(place=place, key=KEY, key_end=KEY[9:])
    assert pasted(server, link) == (303, f'{place}#{KEY}')


def test_a_link_in_the_field_of_the_digits_leads_there_too(server: Machine) -> None:
    answer = Stranger(server).posts(PAGE, cijfers=f'https://kompas.example/k#{KEY}')
    assert answer.headers['location'] == f'/k#{KEY}'


@pytest.mark.parametrize(
    'written',
    [
        'hallo',
        '"><script>alert(1)</script>',
        'https://kompas.example/',
        'https://kompas.example/k',
        'https://kompas.example/k#kort',
        f'https://kompas.example/kompas/{KEY}',
        f'https://kompas.example/kaart#{KEY}',
        KEY,
        'https://elsewhere.example//evil.example/k',
        '0123456789abcdef',
    ],
)
def test_what_is_no_link_gets_a_sentence_and_stands_there_still(server: Machine, written: str) -> None:
    answer = Stranger(server).posts(PAGE, link=written)
    assert answer.status_code == 400
    assert answer.text.count(NO) == 1
    kept = written.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;')
    assert f'value="{kept}"' in answer.text
    assert 'alert(1)</script>' not in answer.text


def test_a_pasted_link_opens_the_compass_and_its_key_is_in_no_log(owner: Owner, stranger: Stranger) -> None:
    key = owner.on_disk.sheet_token
    assert stranger.posts(PAGE, link=f'{owner.server.origin}/k#{key}').headers['location'] == f'/k#{key}'
    assert stranger.enters(key).status_code == 303
    assert key not in owner.server.log


def test_nothing_in_the_fields_shows_the_page_again(stranger: Stranger) -> None:
    for fields in ({}, {'cijfers': ' ', 'link': ''}):
        assert stranger.posts(PAGE, **fields).headers['location'] == PAGE


def test_what_is_far_too_long_gets_a_plain_sentence(stranger: Stranger) -> None:
    assert stranger.posts(PAGE, link='x' * 20_000).status_code == 400
