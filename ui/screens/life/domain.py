"""The worksheet of one life domain: questions as cards, how it goes, four places, and whether to talk about it."""

from functools import partial
from html import escape

from nicegui import ui

from model.catalogue.choices import HOW_IT_GOES
from model.catalogue.domains import Domain
from model.compass.compass import Compass
from model.compass.document import NotThere
from model.compass.life.places import LifePlace
from model.compass.part import Part
from model.compass.step import Felt
from ui.components.answers.tile import Tile
from ui.components.frame import frame
from ui.components.places import places
from ui.components.private_idle import shut_after_a_while
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn
from ui.screens.keys import prove
from ui.screens.life.asked import domain_of, drawing_of
from ui.screens.life.places import Places
from ui.screens.life.questions import questions
from ui.screens.life.talk import talk
from ui.words.hyphens import breakable


def domain(here: Here, key: str, place: str = '') -> None:
    """The screen, with one of its places open. Raises `NotThere` for a domain that there is not, `ValueError`."""
    found = domain_of(here, key)
    if found is None:
        raise NotThere(key)
    if not Part.of_domain(key).is_in(here.grant.parts):
        _closed(here, found)
        return
    with frame(here, here.say(found.word), key=drawing_of(found), here_to_stay=True):
        shut_after_a_while(here)
        with ui.element('div').classes('worksheet'):
            questions(here, found)
            _how_it_goes(here, key)
            Places(here, found, LifePlace(place) if place else None)
            talk(here, key)
    places(here, 'leven')


def _how_it_goes(here: Here, key: str) -> None:
    """Three faces; one that is pressed is taken back by another tap."""

    def choose(felt: Felt) -> None:
        with here.change() as compass:
            compass.life.tell_how_it_goes(key, None if tiles[felt].pressed else felt)

    with ui.element('div').classes('going').props('role=group aria-labelledby=going'):
        ui.html(breakable(here.say('Hoe gaat het hier?'), here.say), sanitize=False, tag='h2').props('id=going')
        tiles = {
            Felt(one.key): Tile(here.say.tile(one), drawn(one.key), here.tap(partial(choose, Felt(one.key))))
            for one in HOW_IT_GOES
        }

    def redraw(seen: Compass) -> None:
        for felt, tile in tiles.items():
            tile.press(pressed=seen.life.of(key).felt is felt)

    here.live(redraw)


def _closed(here: Here, found: Domain) -> None:
    """Of a domain that is closed here not even that it is empty."""
    if prove.can_prove(here.access, here.opened):
        prove.prove(here)
        return
    say = here.say
    words = (
        say('Dit is op slot. Op je eigen telefoon kun je het zien.')
        if here.grant.is_person
        else say('Dit is op slot. Alleen de persoon zelf kan het laten zien.')
    )
    with frame(here, say(found.word), key=drawing_of(found), back='leven'):
        ui.html(f'{pictogram("lock")}<p>{escape(words)}</p>', sanitize=False).classes('notice')
