""" "Mijn leven": the life domains, with what stands in each small on its tile."""

from html import escape

from nicegui import ui

from model.catalogue.domains import Domain
from model.compass.album import shows
from model.compass.compass import Compass
from model.compass.life.domain import LifeDomain
from model.compass.part import Part
from ui.components.frame import frame
from ui.components.places import places
from ui.components.private_idle import shut_after_a_while
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import picture
from ui.screens.life.asked import drawing_of, every_domain
from ui.words.hyphens import breakable

PAGE = 'leven'
SHOWN = 3
"""Things of a domain that its tile shows."""


def life(here: Here) -> None:
    """The screen. A domain that is closed here shows a lock, whether or not anything stands in it."""
    with frame(here, here.say('Mijn leven'), key='life', here_to_stay=True):
        if here.grant.domains:
            shut_after_a_while(here)
        with ui.element('div').classes('life'):
            for domain in every_domain(here):
                _tile(here, domain)
        _who_sees_it(here)
    places(here, PAGE)


def _tile(here: Here, domain: Domain) -> None:
    tile = ui.html('', sanitize=False, tag='a').classes('domain').props(f'href={here.link(f"{PAGE}/{domain.key}")}')
    is_open = Part.of_domain(domain.key).is_in(here.grant.parts)

    def redraw(seen: Compass) -> None:
        said = seen.life.of(domain.key)
        under = _beads(said, seen) if is_open else _lock(here)
        tile.set_content(
            f'{pictogram(drawing_of(domain))}<span class="word">{breakable(here.say(domain.word), here.say)}</span>'
            f'<span class="beads">{under}</span>{_to_talk_about(here) if said.talk_since else ""}'
        )
        tile.classes(**{'add' if is_open and not said.is_empty else 'remove': 'is-filled'})

    here.live(redraw)


def _beads(said: LifeDomain, seen: Compass) -> str:
    """What stands there, small; how it goes where there is nothing else. Not read aloud: the worksheet says it."""
    shown = [one.answer for one in said.answers if shows(seen.album, one.answer)][:SHOWN]
    if not shown and said.felt is not None:
        return f'<span class="bead" aria-hidden="true">{pictogram(said.felt)}</span>'
    return ''.join(f'<span class="bead" aria-hidden="true">{picture(answer, seen)}</span>' for answer in shown)


def _lock(here: Here) -> str:
    return f'<span class="shut" role="img" aria-label="{escape(here.say("Op slot"))}">{pictogram("lock")}</span>'


def _to_talk_about(here: Here) -> str:
    words = escape(here.say('Hier wil ik over praten'))
    return f'<span class="talk" role="img" aria-label="{words}">{pictogram("talk-about")}</span>'


def _who_sees_it(here: Here) -> None:
    """The way to who sees which domain, for the person alone."""
    if not here.grant.is_person or here.grant.only_looks:
        return
    words = escape(here.say('Wie mag dit zien?'))
    link = f'<a href="{here.link("leven-laten-zien")}">{pictogram("looks-along")}<span>{words}</span></a>'
    place = ui.html(link, sanitize=False).classes('quiet')

    def redraw(seen: Compass) -> None:
        place.set_visibility(seen.sharing.is_shared)

    here.live(redraw)
