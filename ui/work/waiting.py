"""Who on a desk did not answer yet: how many, or with a picture and a name who waits to be asked."""

from html import escape

from nicegui import ui

from model.access.workers.taking_over import Waiting
from ui.plain.page import pictogram
from ui.words.called import called
from ui.work.at_work import AtWork


class WaitingPeople:
    """What stands above the people on a desk; it changes in place."""

    def __init__(self, at_work: AtWork) -> None:
        self._at_work = at_work
        self._to_ask = ui.html('', sanitize=False, tag='section').classes('to-ask')
        self._asked = ui.html('', sanitize=False).props('role=status').classes('nobody')

    def redraw(self) -> None:
        """Show who waits now. Raises `Stranger`."""
        at_work = self._at_work
        _set(self._to_ask, _to_ask(at_work, at_work.access.taking_over.waiting(at_work.session)))
        _set(self._asked, _asked(at_work, len(at_work.access.desk.waiting(at_work.session))))


def _set(part: ui.html, content: str) -> None:
    if content != part.content:
        part.set_content(content)


def _asked(at_work: AtWork, number: int) -> str:
    """Of a compass that was begun here nothing is seen before its person said yes, but that it waits for that."""
    words = at_work.say.count('{number} persoon geeft nog antwoord', '{number} mensen geven nog antwoord', number)
    return f'{pictogram("wait")}<p>{escape(words)}</p>' if number else ''


def _to_ask(at_work: AtWork, people: list[Waiting]) -> str:
    """The people of a colleague who left. Each gets the tablet for that one question, and for nothing else."""
    if not people:
        return ''
    say = at_work.say
    title = say('Mag jij met hen meekijken?')
    words = say('Hun begeleider is gestopt. Vraag het ze. Geef ze de tablet, dan kiezen ze zelf.')
    cards = ''.join(_card(at_work, one) for one in people)
    return f'<h2>{escape(title)}</h2><p>{escape(words)}</p><ul>{cards}</ul>'


def _card(at_work: AtWork, one: Waiting) -> str:
    say = at_work.say
    leaver = at_work.access.workers.get(one.leaver)
    before = say('begeleider was: {name}', name=called(leaver, say)) if leaver else ''
    name = one.nickname
    give = say('Geef de tablet aan {name}', name=name) if name else say('Geef de tablet aan de persoon')
    return (
        f'<li class="person-to-ask"><span class="face">{pictogram(one.avatar or "me")}</span>'
        f'<span class="who"><b dir="auto">{escape(name or say("Zonder naam"))}</b>'
        f'<small dir="auto">{escape(before)}</small></span>'
        f'<form method="post" action="/werk/overnemen"><input type="hidden" name="kompas" value="{one.compass}">'
        f'<button class="button go">{pictogram("hand-over")}<span dir="auto">{escape(give)}</span></button></form></li>'
    )
