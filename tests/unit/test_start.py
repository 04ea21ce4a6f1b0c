"""What stops the start: each with one line that says what to do."""

import pytest

import main
from model import words


@pytest.fixture
def lists(tmp_path, monkeypatch):
    """A folder for lists of words, instead of `assets/words`."""
    monkeypatch.setattr(words, 'FOLDER', tmp_path)
    words.languages.cache_clear()
    yield tmp_path
    words.languages.cache_clear()


def stopped(capsys):
    """The one line with which the start ends."""
    with pytest.raises(SystemExit) as ended:
        main.check_languages()
    assert ended.value.code == 2
    [line] = capsys.readouterr().err.splitlines()
    return line


def test_the_languages_we_have_do_not_stop_it():
    main.check_languages()


def test_a_language_without_its_drawing_does(lists, capsys):
    (lists / 'eo.po').write_text('msgid "Terug"\nmsgstr "Reen"\n')
    assert 'language-eo.svg is not in assets/pictograms' in stopped(capsys)


@pytest.mark.parametrize('name', ['klingon.po', 'e n.po', 'EN.po'])
def test_a_list_of_no_language_does(lists, capsys, name):
    (lists / name).write_text('msgid "Terug"\nmsgstr "Reen"\n')
    assert 'assets/words' in stopped(capsys)
