"""Every screen of a compass, and the words that show that a part is on it."""

from collections.abc import Mapping, Set

from model.compass.part import Part
from tests.page.access.matrix.cast import WORDS, Cast
from tests.soak import share
from ui.screens.compass_page import (
    LIFE_SCREENS,
    PERSON_SCREENS,
    PRIVATE_SCREENS,
    SCREENS,
    STEP_SCREENS,
    TOWARDS_SCREENS,
)


def screens(cast: Cast) -> dict[str, Part | None]:
    """Every screen of a compass, filled in, with the part that one has to see for it; None for all who open it."""
    document = cast.owner.on_disk.document
    step, strength = document['steps']['items'][0]['id'], cast.owner.on_disk.strengths[0]['id']
    fill = {'kracht': strength, 'stap': step, 'mag-meekijken': document['sharing']['asks'][0]['worker']}
    fill |= {'leven': 'money', 'ladder': document['wishes']['items'][0]['id']}
    fill |= {'volgorde': fill['ladder'], 'wens': fill['ladder']}
    fill |= {'tekenen': 'album', 'plaatjes': 'wishes', 'mag': cast.photo, 'foto': cast.photo}
    found: dict[str, Part | None] = {}
    for routes, part in (
        (SCREENS, Part.RING),
        (STEP_SCREENS, Part.STEPS),
        (LIFE_SCREENS, Part.RING),
        (TOWARDS_SCREENS, Part.RING),  # nobody sees the ring without the steps
        (['/gebeurd'], Part.HAPPENED),
        (['/moeilijk'], Part.OBSTACLES),
        (PERSON_SCREENS, Part.SHARING),
        (['/'], None),
    ):
        for route in routes:
            page = route.strip('/').replace('{place}', 'now')
            found[page.replace('{of}', fill.get(route.split('/')[1], 'a' * 16))] = part
    assert set(PRIVATE_SCREENS) == {'/gebeurd', '/moeilijk'}
    return found


def dealt(every: Mapping[str, Part | None], parts: Mapping[str, Set[Part]], name: str) -> list[str]:
    """The screens that open for this one; in a sample those who may open a screen take turns, so that each is opened.

    `parts` are those of each of them.
    """
    mine = []
    for number, (screen, part) in enumerate(every.items()):
        theirs = [one for one in parts if part is None or part in parts[one]]
        if name in share(theirs, number, max(1, len(theirs))):
            mine.append(screen)
    return mine


def hidden_words(parts: frozenset[Part]) -> list[str]:
    return [words for part, words in WORDS.items() if part not in parts]
