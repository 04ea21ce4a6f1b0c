"""Every word of the screens and the paper is there in every language, and fits where the Dutch does."""

import ast
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import PoFileError, read_po

from model.words import FOLDER
from tools import words

LISTS = words.lists(FOLDER)
CODE = sorted(path for folder in words.SOURCES for path in (words.ROOT / folder).rglob('*.py'))
UNDER_WAY = """
msgid "Terug"
msgstr "Wstecz"

msgid "Vroeger"
msgstr "Dawniej"

#, fuzzy
msgid "Klaar"
msgstr "Gotowe"

#~ msgid "Nog vroeger"
#~ msgstr "Jeszcze dawniej"
"""

collected = cache(words.collect)
"""Everything that has to be said, which takes all of the code to read."""
each_list = pytest.mark.parametrize('path', LISTS, ids=lambda path: path.stem)


def read(path):
    with path.open('rb') as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


def said(path):
    """Every message of a list that is not its header."""
    return [message for message in read(path) if message.id]


def forms(words):
    """A message or its translation for each number, where that makes a difference."""
    return [words] if isinstance(words, str) else list(words)


def placeholders(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


# the lists


def test_there_is_english():
    assert 'en' in {path.stem for path in LISTS}


@each_list
def test_everything_that_is_said_is_translated(path):
    complete = (one for one in said(path) if all(form.strip() for form in forms(one.string)) and not one.fuzzy)
    translated = {(one.context, one.id) for one in complete}
    assert sorted(collected() - translated, key=str) == []


@each_list
def test_nothing_is_left_of_what_is_no_longer_said(path):
    assert {(one.context, one.id) for one in said(path)} <= collected()
    assert not read(path).obsolete


@each_list
def test_a_translation_has_as_many_forms_as_the_language(path):
    counted = [one for one in said(path) if not isinstance(one.id, str)]
    assert counted
    assert {len(one.string) for one in counted} == {read(path).num_plurals}


@each_list
def test_a_translation_keeps_the_names_in_braces(path):
    for one in said(path):
        assert {tuple(placeholders(form)) for form in forms(one.string)} == {tuple(placeholders(forms(one.id)[-1]))}


@each_list
def test_a_translation_fits_where_the_dutch_does(path):
    for one in said(path):
        room = 2 * max(map(len, forms(one.id))) + 10
        assert [form for form in forms(one.string) if len(form) > room] == []


@each_list
def test_a_list_is_as_the_tool_writes_it(path, tmp_path):
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    words.update(copy, collected())
    assert copy.read_text(encoding='utf-8') == path.read_text(encoding='utf-8')


# what is collected


@pytest.mark.parametrize(
    ('source', 'entries'),
    [
        ("say('Terug')", {(None, 'Terug')}),
        ("here.say('Terug')", {(None, 'Terug')}),
        ("self._here.say('Terug', what=1)", {(None, 'Terug')}),
        ("say('later', context='later')", {('later', 'later')}),
        ('f\'<b>{escape(say("Terug"))}</b>\'', {(None, 'Terug')}),
        ("say('Eerst ' 'dit')", {(None, 'Eerst dit')}),
        ("def f():\n    return [say('a'), say('b')]", {(None, 'a'), (None, 'b')}),
        ('say(question.word)', set()),
        ('say()', set()),
        ("say.tile('music')", set()),
        ("say.count('één dag', '{number} dagen', days)", {(None, ('één dag', '{number} dagen'))}),
        ("self._here.say.count('een', 'meer', 2)", {(None, ('een', 'meer'))}),
        ("names.count('een', 'meer', 2)", set()),
        ("print('Terug')", set()),
    ],
)
def test_what_the_code_says_is_collected(source, entries):
    assert set(words.said_in(source)) == entries


def test_the_words_of_the_catalogue_are_collected():
    assert {('music', 'muziek'), ('sunday', 'zondag'), (None, 'Wat geeft jou kracht?')} <= collected()


def can_be_collected(call):
    """Whether it is literal words with at most a literal context, or words from elsewhere."""
    if isinstance(call.args[0], ast.Name | ast.Attribute):
        return True
    contexts = [keyword.value for keyword in call.keywords if keyword.arg == 'context']
    return len(call.args) == 1 and all(isinstance(part, ast.Constant) for part in (call.args[0], *contexts))


@pytest.mark.parametrize('path', CODE, ids=lambda path: path.relative_to(words.ROOT).as_posix())
def test_nothing_is_said_that_cannot_be_collected(path):
    source = path.read_text(encoding='utf-8')
    assert [ast.unparse(call) for call in words.calls_of_say(source) if not can_be_collected(call)] == []
    for call in words.calls_of_count(source):
        assert all(isinstance(part, ast.Constant) for part in call.args[:2]), ast.unparse(call)


# the tool


@pytest.fixture
def polish(tmp_path) -> Path:
    """A list on which somebody is still working."""
    path = tmp_path / 'pl.po'
    path.write_text(UNDER_WAY, encoding='utf-8')
    return path


def test_translations_stay_and_what_is_no_longer_said_goes(polish):
    words.update(polish, {(None, 'Terug'), (None, 'Verder')})
    assert {one.id: one.string for one in said(polish)} == {'Terug': 'Wstecz', 'Verder': ''}
    assert 'roeger' not in polish.read_text(encoding='utf-8')


def test_new_words_get_no_translation_by_guessing(polish):
    words.update(polish, {(None, 'Terug!'), ('back', 'Terug')})
    assert [(one.string, one.fuzzy) for one in said(polish)] == [('', False), ('', False)]


def test_a_guess_counts_as_untranslated(polish):
    catalogue = words.update(polish, {(None, 'Terug'), (None, 'Klaar'), (None, 'Verder')})
    assert sorted(words.untranslated(catalogue)) == ['Klaar', 'Verder']


def test_a_language_begins_as_an_empty_file(tmp_path):
    path = tmp_path / 'ti.po'
    path.touch()
    catalogue = words.update(path, collected())
    assert len(words.untranslated(catalogue)) == len(said(path)) == len(collected())


def test_a_damaged_list_is_left_as_it_is(polish):
    polish.write_text(UNDER_WAY.replace('msgid "Vroeger"', '<<<<<<< HEAD'), encoding='utf-8')
    before = polish.read_bytes()
    with pytest.raises(PoFileError):
        words.update(polish, {(None, 'Terug')})
    assert polish.read_bytes() == before


def test_a_list_tells_no_dates_people_or_machines(polish):
    words.update(polish, collected())
    text = polish.read_text(encoding='utf-8')
    assert text.startswith('# Krachtkompas\nmsgid ""\n')
    assert not [word for word in ('Date', 'Translator', 'Language-Team', '#:', str(words.ROOT)) if word in text]


def test_the_tool_says_how_much_is_left_and_fails_when_anything_is(polish, monkeypatch, capsys):
    monkeypatch.setattr(words, 'FOLDER', polish.parent)
    monkeypatch.setattr(words, 'collect', lambda: {(None, 'Terug'), (None, 'Verder')})
    assert words.main() == 1
    assert capsys.readouterr().out == 'pl: 2 messages, 1 untranslated\n'
    monkeypatch.setattr(words, 'collect', lambda: {(None, 'Terug')})
    assert words.main() == 0
    assert capsys.readouterr().out == 'pl: 1 messages, 0 untranslated\n'
