"""The toolbar: a slim strip above every page of a compass, plain HTML that works also while the line is down.

It holds what has to be at hand everywhere: leaving fast, a tablet that goes from hand to hand, the way to the desk.
"""

import re
from html import escape

from model.compass.compass import Compass
from model.compass.part import Part
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram

LONGEST_NAME = 10
"""In letters."""


def toolbar(here: Here) -> str:
    """The strip for who has the page open: the person or a worker."""
    parts = _persons(here) if here.grant.is_person else _workers(here)
    return f'<nav id="toolbar" aria-label="{escape(here.say("Altijd bij de hand"))}">{parts}</nav>'


def _persons(here: Here) -> str:
    say = here.say
    back = (
        _link('/werk/terug', 'take-back', say('Geef de tablet terug'))
        if here.access.tablet.is_lent(here.session)
        else ''
    )
    return back + _quick_exit(here, here.access.settings.exit_url)


def quick_exit(here: Here) -> str:
    """ "Snel weg" for the person in a dialog, which covers the toolbar; nothing for a worker.

    Where it leads stands in the toolbar.
    """
    return _quick_exit(here, '') if here.grant.is_person else ''


def _quick_exit(here: Here, exit_url: str) -> str:
    words = escape(here.say('Snel weg'))
    return (
        f'<button type="button" data-exit="{escape(exit_url)}">{pictogram("quick-exit")}<span>{words}</span></button>'
    )


def _workers(here: Here) -> str:
    say = here.say
    hand_over = (
        f'<form method="post" action="/werk/tablet"><input type="hidden" name="kompas" value="{here.id}">'
        f'<button>{pictogram("hand-over")}<span>{_in_two_lines(_hand_over_words(here))}</span></button></form>'
    )
    pass_on = _link(here.link('doorgeven'), 'pass-on', say('Collega erbij vragen'))
    desk = _link('/werk', 'my-people', say('Mijn mensen'))
    prepare = _link(here.link('voorbereiden'), 'reading', say('Voorbereiden'), of='prepare')
    return desk + _whose(here) + prepare + (hand_over if Part.RING in here.grant.parts else '') + pass_on


def _whose(here: Here) -> str:
    """Whose compass this is, on every page: who works with many people must not write in the wrong one."""
    return f'<span class="of">{_who(here)}</span>'


def _who(here: Here) -> str:
    seen = here.look()
    name = escape(_short(seen.nickname) or here.say('Zonder naam'))
    return f'{pictogram(seen.avatar or "me")}<b dir="auto">{name}</b>'


def keep_up(here: Here) -> None:
    """The picture and name in the strip of a worker follow those on the compass, while the page is open."""
    if here.grant.is_person:
        return
    shown = _who(here)

    def redraw(_: Compass) -> None:
        nonlocal shown
        if (now := _who(here)) != shown:
            shown = now
            here.put_in('#toolbar .of', now)

    here.live_throughout(redraw)


def _hand_over_words(here: Here) -> str:
    name = _short(here.look().nickname)
    return here.say('Geef de tablet aan {name}', name=name) if name else here.say('Geef de tablet aan de persoon')


def _short(name: str) -> str:
    """The first of somebody's names: the strip has no room for all of them, which stand on the compass."""
    first, *_ = re.split(r'[\s-]+', name.strip(), maxsplit=1)
    return first if len(first) <= LONGEST_NAME else f'{first[: LONGEST_NAME - 1]}…'


def _link(page: str, key: str, words: str, *, of: str = '') -> str:
    named = f' class="{of}"' if of else ''
    return f'<a{named} href="{page}">{pictogram(key)}<span>{_in_two_lines(words)}</span></a>'


def _in_two_lines(words: str) -> str:
    """Escaped, with one place left to break, where the lines become as short as they can: a phone has no room else."""
    one, *more = words.split()
    breaks = [([one, *more[:at]], more[at:]) for at in range(len(more))]
    lines = min(breaks, key=lambda lines: max(len(' '.join(line)) for line in lines), default=([one], []))
    return escape(' '.join('\N{NO-BREAK SPACE}'.join(line) for line in lines if line))
