"""Nothing on a person's screen is called what it is called inside the program, or in the files of a social worker.

Looked at is all that is said outside the rooms of who signs in to work, in Dutch and in every language there is.
"""

import re
from functools import cache

import pytest
from babel.messages.pofile import read_po

from model.catalogue.domains import messages
from model.content import content
from model.words import FOLDER, messages_of_catalogue
from tools import words

AT_WORK = 'ui/work'

NEVER = {
    'nl': """
        sleutel apparaat apparaten sessie document bestand database server systeem token account gebruiker gegevens
        upload download synchron autoris authentic
        cliënt client hulpverlener hulpvraag doelstelling leefgebied zelfredzaam dossier intake traject participatie
        registr module formulier
    """,
    'en': """
        device session document file database server system token account user data passkey key upload download
        synchron authori authentic
        client objective case intake participation register module form
    """,
}
"""How such a word begins: `sleutels` is `sleutel` too. What else the rooms of the code are called."""

WHOLE = {'key', 'keys', 'form', 'forms', 'file', 'files', 'case', 'cases', 'user', 'users', 'data', 'client', 'clients'}
"""English words that are the beginning of good ones: a form, and what is former."""


@cache
def said_to_a_person():
    """Messages as (context, Dutch): everything but what only the rooms of work say."""
    return {(context, form) for context, text in _said() for form in forms(text)}


def _said():
    files = (path for folder in words.SOURCES for path in (words.ROOT / folder).rglob('*.py'))
    for path in files:
        if not path.is_relative_to(words.ROOT / AT_WORK):
            yield from words.said_in(path.read_text(encoding='utf-8'))
    yield from messages_of_catalogue()
    yield from messages(content.read().domains)


def forms(text):
    return [text] if isinstance(text, str) else list(text)


def inside_words(text, code):
    """The words in a text that begin as one that is never said."""
    said = re.findall(r'[\w’]+', re.sub(r'\{\w+\}', '', text).lower())
    return [word for word in said if any(_is(word, never) for never in NEVER[code].split())]


def _is(word, never):
    return word == never if never in WHOLE else word.startswith(never)


def test_there_is_something_to_look_at():
    assert len(said_to_a_person()) > 800


def test_in_dutch_a_person_reads_no_word_from_inside():
    said = {text: inside_words(text, 'nl') for _, text in said_to_a_person()}
    assert {text: found for text, found in said.items() if found} == {}


@pytest.mark.parametrize('code', sorted(NEVER.keys() - {'nl'}))
def test_nor_in_another_language(code):
    with (FOLDER / f'{code}.po').open('rb') as file:
        catalogue = read_po(file, locale=code)
    translated: dict[str, list[str]] = {}
    for message in catalogue:
        if any((message.context, form) in said_to_a_person() for form in forms(message.id)):
            translated |= {form: inside_words(form, code) for form in forms(message.string)}
    assert len(translated) > 700
    assert {text: found for text, found in translated.items() if found} == {}


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('Wat opent je kompas? Je sleutels.', ['sleutels']),
        ('Pak een apparaat dat al alles ziet.', ['apparaat']),
        ('Pak je telefoon.', []),
    ],
)
def test_such_a_word_would_be_found(text, found):
    assert inside_words(text, 'nl') == found
