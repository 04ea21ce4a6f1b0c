"""Picture of yourself: an avatar, a name to be called by, and the language of the compass."""

from nicegui import ui

from model.catalogue.choices import AVATARS
from model.compass.compass import Compass
from model.words import languages
from ui.components.answers.own_words import written_line
from ui.components.answers.tile import Tile
from ui.components.frame import frame
from ui.live import path
from ui.live.here import Here, Tap
from ui.look.picture import drawn, mark


def me(here: Here) -> None:
    """The screen."""
    say = here.say
    compass = here.look()
    back, onward = path.before(here, 'me'), path.after(here, 'me')
    with frame(here, say('Kies een plaatje voor jezelf'), key='me', back=back, onward=onward, asks='me'):
        _avatars(here)
        written_line(here, say('Hoe mogen we je noemen?'), lambda text: _call(here, text), value=compass.nickname)
        _languages(here)


def _avatars(here: Here) -> None:
    tiles: dict[str, Tile] = {}

    def choose(key: str) -> Tap:
        def tapped() -> None:
            with here.change() as compass:
                compass.choose_avatar(None if tiles[key].pressed else key)

        return here.tap(tapped)

    with ui.element('div').classes('tiles'):
        for avatar in AVATARS:
            tiles[avatar.key] = Tile(here.say.tile(avatar), drawn(avatar.key), choose(avatar.key))

    def redraw(compass: Compass) -> None:
        for key, tile in tiles.items():
            tile.press(pressed=compass.avatar == key)

    here.live(redraw)


def _call(here: Here, text: str) -> None:
    with here.change() as compass:
        compass.call_me(text)


def _languages(here: Here) -> None:
    def speak(code: str) -> Tap:
        def tapped() -> None:
            with here.change() as compass:
                compass.speak(code)
            here.reload()

        return here.tap(tapped)

    with ui.element('div').classes('row').props(f'role=group aria-label="{here.say("Taal")}"'):
        for code, language in languages().items():
            pressed = str(code == here.say.code).lower()
            choice = ui.html(f'{mark(f"language-{code}")}<span>{language.name}</span>', sanitize=False, tag='button')
            choice.props(f'type=button lang={code} aria-pressed={pressed}').classes('language')
            choice.on('click', speak(code), args=[])
