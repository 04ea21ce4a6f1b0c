"""What a phone shows that came in by a sheet: the picture that stands on the device which may say yes, too."""

from html import escape

from nicegui import ui

from model.compass.compass import Compass
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.words.symbol import symbol_word


def waiting_for_yes(here: Here) -> None:
    """A notice, as long as nobody said yes to this device."""
    say = here.say
    notice = ui.html('', sanitize=False, tag='a').classes('notice').props(f'href={here.link("sleutels")}')

    def redraw(_: Compass) -> None:
        symbol = here.key.symbol
        notice.set_visibility(bool(symbol))
        if symbol:
            words = say('Zeg ja op je andere telefoon of tablet.')
            told = say('Daar staat ook dit plaatje: {word}.', word=symbol_word(symbol, say))
            notice.set_content(f'{pictogram(symbol)}<p>{escape(words)} {escape(told)}</p>')

    here.live(redraw)
