"""A summary in plain text, ticked part by part by the person, to copy or to print. What was ticked is kept nowhere."""

from functools import partial
from html import escape
from urllib.parse import urlencode

from nicegui import ui

from model.catalogue.conditions import CONDITIONS
from model.compass.compass import Compass
from ui.components.answers.tile import Tile
from ui.components.frame import frame
from ui.components.private_idle import shut_after_a_while
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn, mark, word
from ui.words.summary import Chapter, chapters, pick, summary, title

PAGE = 'samenvatting'
TEXT = 'summary-text'


def the_summary(here: Here) -> None:
    """The screen."""
    with frame(here, here.say('Een samenvatting'), key='share-steps', back='delen'):
        shut_after_a_while(here)
        with ui.element('div').classes('summary'):
            _Summary(here)


class _Summary:
    """Tiles, all off at first, and under them the text they make."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._tiles: dict[str, Tile] = {}
        say = here.say
        words = escape(say('Wat mag erin? Tik het aan. We bewaren niet wat je hier kiest.'))
        ui.html(words, sanitize=False, tag='p')
        self._nothing = ui.html(
            f'{pictogram("share-steps")}<p>{escape(say("Er staat nog niets op je kompas."))}</p>', sanitize=False
        ).classes('nothing-yet')
        self._grid = ui.element('div').classes('tiles')
        self._made = ui.element('section').classes('made')
        with self._made:
            self._text = self._preview()
            self._ways()
        here.live(self._redraw)

    def _preview(self) -> ui.html:
        words = escape(self._here.say('Dit komt erin te staan'))
        ui.html(words, sanitize=False, tag='h2').props('id=summary-title')
        return ui.html('', sanitize=False, tag='pre').props(
            f'id={TEXT} dir=auto tabindex=0 role=region aria-labelledby=summary-title'
        )

    def _ways(self) -> None:
        say = self._here.say
        with ui.element('div').classes('row'):
            copy = ui.html(mark('bag') + word(say('Kopieer')), sanitize=False, tag='button').classes('button')
            copy.props(f'type=button data-script=live/copy_text.js data-of={TEXT}')
            copy.props['data-done'] = say('Gekopieerd')
            copy.props['data-sorry'] = say('Kopiëren kan hier niet. Houd je vinger op de tekst om hem te kopiëren.')
            self._paper = ui.html(mark('print') + word(say('Op papier')), sanitize=False, tag='a').classes('button go')
            self._paper.props('target=_blank')
        ui.html('', sanitize=False, tag='p').classes('copy-sorry').props('role=alert')

    def _redraw(self, seen: Compass) -> None:
        here = self._here
        found = chapters(seen, here.grant.parts, here.access.domains, here.say, here.today)
        there = {chapter.key for chapter in found}
        for chapter in found:
            if chapter.key not in self._tiles:
                with self._grid:
                    self._tiles[chapter.key] = self._tile(chapter)
        for key, tile in self._tiles.items():
            tile.element.set_visibility(key in there)
        chosen = pick(found, {key for key, tile in self._tiles.items() if tile.pressed})
        text = summary(title(seen, here.say), here.say.full_date(here.today), chosen)
        self._nothing.set_visibility(not found)
        self._made.set_visibility(bool(chosen))
        self._text.set_content(escape(text))
        query = urlencode([('deel', chapter.key) for chapter in chosen])
        page = f'{here.link("samenvatting.pdf")}?{query}'
        self._paper.props(f'href={page}' if chosen else '', remove='' if chosen else 'href')

    def _tile(self, chapter: Chapter) -> Tile:
        condition = chapter.key if chapter.key in CONDITIONS else ''
        drawing = drawn(chapter.pictogram, tint_of(condition))
        tap = self._here.tap(partial(self._turn, chapter.key))
        return Tile(chapter.heading, drawing, tap, colour=condition, say=self._here.say)

    def _turn(self, key: str) -> None:
        self._tiles[key].press(pressed=not self._tiles[key].pressed)
        self._redraw(self._here.look())
