"""P27 and the design: touch, words, links and voice of every screen, on a phone and a tablet, in each language.

All that needs a look around is here: it takes a minute, and a file stays in one process.
"""

from tests.browser.cast.look import Look

MOST_ELEMENTS = 60
"""Of the framework, on one screen; more make a page slow to build."""

Looks = dict[str, Look]


def offenders(looks: Looks, what: str) -> str:
    """Each place where something is not as it should be, on a line of its own."""
    assert len(looks) > 25
    return '\n'.join(
        f'{screen} on a {size}: {offender}'
        for screen, look in looks.items()
        for size, found in look.offenders.items()
        for offender in found[what]
    )


def in_shapes(looks: Looks, what: str) -> str:
    """The same in the shapes a screen is put in."""
    assert len(looks) > 25
    found: dict[str, list[str]] = {}
    for screen, look in looks.items():
        for shape, offenders in look.shapes.items():
            for offender in offenders.get(what, []):
                found.setdefault(f'{screen}: {offender}', []).append(shape)
    return '\n'.join(f'{offender} ({", ".join(dict.fromkeys(shapes))})' for offender, shapes in found.items())


def test_everything_one_can_tap_is_64_pixels_at_least(looks: Looks) -> None:
    small = offenders(looks, 'small')
    assert not small, small


def test_nothing_is_wider_than_the_screen(looks: Looks) -> None:
    wide = offenders(looks, 'scrolls') + offenders(looks, 'outside')
    assert not wide, wide


def test_no_word_is_cut_off(looks: Looks) -> None:
    cut = offenders(looks, 'cut')
    assert not cut, cut


def test_no_word_is_broken_where_its_language_does_not_break_it(looks: Looks) -> None:
    broken = in_shapes(looks, 'broken')
    assert not broken, broken


def test_in_every_shape_all_fits_beside_each_other(looks: Looks) -> None:
    wide = in_shapes(looks, 'scrolls') + in_shapes(looks, 'outside') + in_shapes(looks, 'cut')
    assert not wide, wide


def test_on_a_low_screen_one_row_sticks_at_most(looks: Looks) -> None:
    sticks = in_shapes(looks, 'sticks')
    assert not sticks, sticks


def test_on_a_low_screen_nothing_covers_what_has_the_focus(looks: Looks) -> None:
    covered = in_shapes(looks, 'covered')
    assert not covered, covered


def test_where_more_stands_under_the_fold_a_sign_says_so_and_nowhere_else(looks: Looks) -> None:
    wrong = in_shapes(looks, 'fold')
    assert not wrong, wrong


def test_words_are_20_pixels_at_least(looks: Looks) -> None:
    tiny = offenders(looks, 'tiny')
    assert not tiny, tiny


def test_axe_finds_no_violation(looks: Looks) -> None:
    found = '\n'.join(f'{screen}: {one}' for screen, look in looks.items() for one in look.violations)
    assert not found, found


def test_each_screen_has_one_title(looks: Looks) -> None:
    assert {screen: look.titles for screen, look in looks.items() if look.titles != 1} == {}


def test_a_screen_needs_few_elements_of_the_framework(looks: Looks) -> None:
    assert max(look.elements for look in looks.values()) > 20
    assert {screen: look.elements for screen, look in looks.items() if look.elements > MOST_ELEMENTS} == {}


def test_every_address_on_every_screen_is_there(looks: Looks) -> None:
    links = {address: status for look in looks.values() for address, status in look.links.items()}
    assert len(links) > 15
    assert {address: status for address, status in links.items() if status != 200} == {}


def test_every_screen_can_be_read_aloud(looks: Looks) -> None:
    assert {screen for screen, look in looks.items() if not look.said} == {'still here?'}


def test_a_screen_says_its_title_and_its_words_in_its_own_language(looks: Looks) -> None:
    said = {screen: look for screen, look in looks.items() if look.said}
    assert len(said) > 20
    assert {(look.said['lang'], look.said['voice']) for look in said.values()} < {('nl', 'nl-NL'), ('en', 'en-GB')}
    unsaid = [f'{screen}: {one}' for screen, look in said.items() for one in look.words if one not in look.said['text']]
    assert not unsaid, '\n'.join(unsaid)
    assert sum(len(look.words) for look in said.values()) > 150
