"""Each fault in a file of content is told by its file, its line, what it is and what to do."""

import os

import pytest

from model.content import content
from model.content.domains import LONGEST_QUESTION, LONGEST_WORD, MOST_DOMAINS, MOST_QUESTIONS, MOST_TILES
from model.content.reader import LONGEST_KEY
from model.pictures import pictogram
from tests.unit.content.garden import GARDEN, faults_of, spoiled, written

KEYS = sorted(pictogram.shipped())
SECOND = GARDEN.removeprefix('domains:\n')


def one_fault(path):
    [fault] = faults_of(path)
    assert fault.file == path
    assert str(fault).startswith(f'{path}, line {fault.line}: ' if fault.line else f'{path}: ')
    assert fault.cure.endswith(('.', '"'))
    assert '\n' not in str(fault)
    return fault


def test_what_is_right_is_read(tmp_path):
    assert faults_of(written(tmp_path, GARDEN)) == ()


@pytest.mark.parametrize(
    ('old', 'new', 'line', 'what', 'cure'),
    [
        # keys
        ('    word: Tuin\n', '    word: Tuin\n    word: Hof\n', 4, '"word" is here twice, first on line 3', 'Take one'),
        ('tired: veel', 'rest: veel', 11, '"rest" is here twice, first on line 10', 'another key'),
        ('    word: Tuin\n', '    word: Tuin\n    colour: red\n', 4, '"colour" is no key of a domain', 'key, word, pi'),
        ('  - key: garden\n    word', '  - word', 2, '"key" is missing in a domain', 'Add a line "key:"'),
        ('    word: Tuin\n', '', 2, '"word" is missing in a domain', 'Add a line "word:"'),
        ('    pictogram: outdoors\n', '', 2, '"pictogram" is missing in a domain', 'Add a line "pictogram:"'),
        ('domains:', 'colour: red\ndomains:', 1, '"colour" is no key of the file', 'It can be domains.'),
        ('key: garden', 'key: My_Garden', 2, '"My_Garden" is no key', 'single hyphens'),
        ('key: garden', f'key: {"g" * (LONGEST_KEY + 1)}', 2, 'is no key', f'at most {LONGEST_KEY}'),
        ('key: garden', 'key: ../garden', 2, '"../garden" is no key', 'small letters'),
        ('rest: rustig', 'Rest: rustig', 10, '"Rest" is no key', 'small letters'),
        # places
        ('      now:', '      past: {}\n      now:', 6, '"past" is no place of a domain', 'now, strength, help'),
        ('        questions:\n          - Hoe is je tuin?\n', '', 7, '"questions" is missing in the place "no', 'Add'),
        ('        tiles:\n          pet: kippen\n', '', 26, '"tiles" is missing in the place "wish"', 'Add'),
        # pictograms
        ('pictogram: outdoors', 'pictogram: outdoor', 4, 'no pictogram "outdoor"', 'put outdoor.svg in the'),
        ('pictogram: outdoors', 'pictogram: outdoor', 4, 'no pictogram "outdoor"', '"outdoors" is there'),
        ('pet: kippen', 'hens: kippen', 29, 'no pictogram "hens"', 'hens.svg'),
        ('pictogram: outdoors', 'pictogram: ../words/en', 4, '"../words/en" is no key', 'small letters'),
        # conditions, and whose
        ('condition: be-yourself', 'condition: be-myself', 16, 'no condition "be-myself"', 'be-yourself, matter,'),
        ('whose: mine', 'whose: me', 22, 'no whose "me"', 'mine, people, professionals'),
        (', whose: mine', '', 22, '"whose" is missing in the tile "tidying"', 'Add'),
        ('{word: zelf wieden, whose: mine}', 'zelf wieden', 22, 'the tile "tidying" has to be keys', 'key: value'),
        ('pet: kippen', 'pet: {word: kippen, whose: mine}', 29, '"whose" is no key of the tile', 'word, condition'),
        ('whose: mine', 'whose: professionals', 23, 'the tile "friend" comes too late', 'mine, people, professionals'),
        # words
        ('word: Tuin', f'word: {"T" * (LONGEST_WORD + 1)}', 3, 'is too long', f'at most {LONGEST_WORD}'),
        ('rest: rustig', f'rest: {"r" * (LONGEST_WORD + 1)}', 10, 'is too long', f'at most {LONGEST_WORD}'),
        ('Hoe is je tuin?', 'H' * (LONGEST_QUESTION + 1), 8, 'is too long', f'at most {LONGEST_QUESTION}'),
        ('word: Tuin', 'word:', 3, 'has to be text', 'behind the colon'),
        ('word: Tuin', 'word: ""', 3, 'has to be text', 'behind the colon'),
        ('word: Tuin', 'word: [Tuin]', 3, 'has to be text', 'behind the colon'),
        ('word: Tuin', 'word: "\\u200b"', 3, 'nothing of this can be seen', 'Write words'),
        # shapes
        (
            '          rest: rustig\n          tired: veel werk\n',
            '          - rest\n',
            10,
            'tiles have to be key',
            'key',
        ),
        ('          - Wat wil je?', '          Wat wil je?', 27, 'questions have to be a list', '"- "'),
        ('          - Wat wil je?', '          []', 27, 'there are no questions', 'one at least'),
        ('          pet: kippen', '          {}', 29, 'there are no tiles', 'one at least'),
        # syntax
        ('    word: Tuin', '\tword: Tuin', 3, "'\\t'", 'a tab is no space'),
        ('word: Tuin', 'word: "Tuin', 3, 'quoted scalar that begins on line 3', 'quotes'),
        ('Hoe is je tuin?', 'Nu: hoe is: het?', 8, 'mapping values are not allowed here', 'colons'),
        ('word: Tuin', 'word: Tuin\x07', 3, 'U+0007', 'Take it out'),
        ('      wish:', '---\n      wish:', 25, 'another document', 'one document'),
        # what would make it hard to read
        ('word: Tuin', 'word: !!str Tuin', 3, 'a tag', 'Write it out'),
        ('word: Tuin', 'word: &tuin Tuin', 3, 'an anchor', 'Write it out'),
        ('word: Tuin', f'word: {"[" * 5_000}', 3, 'too deep', 'Write it out'),
    ],
)
def test_a_fault_is_told_by_its_file_line_and_cure(tmp_path, old, new, line, what, cure):
    fault = one_fault(written(tmp_path, spoiled(GARDEN, old, new)))
    assert (fault.line, what in fault.what, cure in fault.cure) == (line, True, True), str(fault)


def test_a_place_that_is_missing_is_told(tmp_path):
    wish = GARDEN[GARDEN.index('      wish:') :]
    fault = one_fault(written(tmp_path, spoiled(GARDEN, wish, '')))
    assert (fault.line, fault.what) == (6, 'the place "wish" is missing in a domain')


def test_an_alias_is_refused_before_it_is_followed(tmp_path):
    fault = one_fault(written(tmp_path, 'domains:\n  - *garden\n'))
    assert (fault.line, 'alias' in fault.what) == (2, True)


@pytest.mark.parametrize(
    ('raw', 'line'),
    [
        (GARDEN.encode('utf-16'), 1),
        (spoiled(GARDEN, 'veel werk', 'drieëntwintig').encode('windows-1252'), 11),
        (GARDEN.encode() + b'\xff', 30),
    ],
)
def test_another_encoding_than_utf8_is_refused(tmp_path, raw, line):
    fault = one_fault(written(tmp_path, raw))
    assert (fault.line, fault.what) == (line, 'this is not UTF-8')
    assert 'Save the file again' in fault.cure


def test_utf8_as_windows_writes_it_is_read(tmp_path):
    raw = b'\xef\xbb\xbf' + spoiled(GARDEN, 'veel werk', 'drieëntwintig').replace('\n', '\r\n').encode()
    [domain] = content.read(written(tmp_path, raw)).domains
    assert domain.place('now').tiles[1].word == 'drieëntwintig'


@pytest.mark.parametrize('text', ['', '\n\n', '# nothing yet\n'])
def test_an_empty_file_is_told(tmp_path, text):
    fault = one_fault(written(tmp_path, text))
    assert (fault.line, fault.what) == (None, 'is empty')
    assert 'assets/content/domains.yaml' in fault.cure


@pytest.mark.parametrize(('text', 'line'), [('garden', 1), ('# a list\n- garden\n', 2)])
def test_something_else_than_keys_is_told(tmp_path, text, line):
    fault = one_fault(written(tmp_path, text))
    assert (fault.line, fault.what) == (line, 'the file has to be keys with values')


# too many


def tiles(number):
    return ''.join(f'          {key}: woord\n' for key in KEYS[:number])


def questions(number):
    return '          - Hoe is je tuin?\n' * number


def domains(number):
    return 'domains:\n' + ''.join(spoiled(SECOND, 'key: garden', f'key: garden-{one}') for one in range(number))


TOO_MANY = [
    (lambda number: spoiled(GARDEN, '          pet: kippen\n', tiles(number)), MOST_TILES, 'tiles', 29),
    (lambda number: spoiled(GARDEN, questions(1), questions(number)), MOST_QUESTIONS, 'questions', 8),
    (domains, MOST_DOMAINS, 'domains', 2),
]


@pytest.mark.parametrize(('make', 'most', 'noun', 'line'), TOO_MANY, ids=[row[2] for row in TOO_MANY])
def test_no_more_is_taken_than_there_is_room_for(tmp_path, make, most, noun, line):
    assert faults_of(written(tmp_path, make(most))) == ()
    fault = one_fault(written(tmp_path, make(most + 1)))
    assert (fault.line, fault.what) == (line, f'{most + 1} {noun} are too many')
    assert f'{most} that matter most' in fault.cure


def test_a_word_and_a_question_may_be_as_long_as_is_said(tmp_path):
    long_word = spoiled(GARDEN, 'word: Tuin', f'word: {"T" * LONGEST_WORD}')
    long_question = spoiled(long_word, 'Hoe is je tuin?', 'H' * LONGEST_QUESTION)
    assert faults_of(written(tmp_path, long_question)) == ()


def test_a_file_that_is_too_large_is_not_looked_at(tmp_path):
    fault = one_fault(written(tmp_path, GARDEN + '#' * content.MOST_BYTES))
    assert (fault.line, fault.what) == (None, 'is larger than 100 kB')


# domains together


def test_two_domains_of_one_key_are_told(tmp_path):
    fault = one_fault(written(tmp_path, GARDEN + SECOND))
    assert (fault.line, fault.what) == (30, 'the domain "garden" is here twice, first on line 2')
    assert 'another key' in fault.cure


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    twice = spoiled(spoiled(GARDEN, 'word: Tuin', 'word:'), 'pet: kippen', 'hens: kippen')
    assert [fault.line for fault in faults_of(written(tmp_path, twice))] == [3, 29]


# the file itself


def test_a_file_that_is_not_there_is_told(tmp_path):
    fault = one_fault(tmp_path / 'none.yaml')
    assert (fault.line, fault.what) == (None, 'cannot be read: No such file or directory')
    assert 'may read' in fault.cure


def test_a_folder_in_its_place_is_told(tmp_path):
    assert one_fault(tmp_path).what == 'is not a file'


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / 'pipe.yaml')
    assert one_fault(tmp_path / 'pipe.yaml').what == 'is not a file'


def test_what_stands_in_a_file_writes_nothing_else_on_a_terminal(tmp_path):
    fault = one_fault(written(tmp_path, spoiled(GARDEN, 'key: garden', 'key: "\\e[2J\\nKrachtkompas is ready"')))
    assert fault.what == '"[2J Krachtkompas is ready" is no key'
