""" "Mag Sanne meekijken?": a worker asks to look along, and the person answers."""

from html import escape

from nicegui import ui

from model.compass.compass import Compass
from model.compass.document import NotThere
from model.compass.sharing.sharing import Ask, Reach
from ui.components.frame import frame
from ui.live.here import Here, Tap
from ui.look.kept_pictograms import pictogram

ANSWERS = ((Reach.EVERYTHING, 'take-part'), (Reach.STEPS, 'be-yourself'), (Reach.NOTHING, 'belong'))
"""What the person can answer, with the colour of its door."""


def may_look(here: Here, worker_id: str) -> None:
    """The screen. Raises `NotThere` when this worker neither asks nor is known here."""
    say, sharing = here.say, here.look().sharing
    ask = _asked(sharing.asks, worker_id)
    if ask is None and sharing.of(worker_id) is None:
        raise NotThere(worker_id)

    def answer(reach: Reach) -> Tap:
        return here.tap(lambda: here.access.shares.let(here.session, here.id, worker_id, reach))

    def redraw(seen: Compass) -> None:
        # answered, here or on another device
        if _asked(seen.sharing.asks, worker_id) is None:
            others = seen.sharing.asks
            here.go(f'mag-meekijken/{others[0].worker}' if others else _onward(seen))

    name = name_of(here, worker_id)
    words = {
        Reach.EVERYTHING: say('Ja, mijn kompas en mijn stappen'),
        Reach.STEPS: say('Alleen mijn stappen'),
        Reach.NOTHING: say('Nee'),
    }
    # a tablet that was handed over for this question has nowhere else to go, and says whom it is for
    alone = here.grant.is_asked
    title = say('Mag {name} meekijken?', name=name)
    whose = here.look().nickname if alone else ''
    with frame(here, title, word=whose, key='worker', back=None if alone else '', here_to_stay=alone):
        if ask is not None and ask.by is not None:
            _told(_who_asks(here, ask, name), 'pass-on')
        with ui.element('div').classes('answers'):
            for reach, colour in ANSWERS:
                _door(words[reach], reach, colour, answer(reach))
        _told(say('Wat er is gebeurd en wat het moeilijk maakt, blijft van jou. Je kunt altijd anders kiezen.'), 'lock')
    here.live(redraw)


def _who_asks(here: Here, ask: Ask, name: str) -> str:
    """Who asks it for this worker, and why when that is because another one left."""
    by = here.say('{name} vraagt het voor {colleague}.', name=name_of(here, ask.by or ''), colleague=name)
    if ask.instead_of is None:
        return by
    left = here.say('{name} werkt hier niet meer met je.', name=name_of(here, ask.instead_of))
    return f'{left} {by}'


def _onward(seen: Compass) -> str:
    """A compass that was begun at the desk goes on to its first question."""
    return 'ik' if seen.first_time else 'meekijken'


def waiting(here: Here) -> None:
    """A word on other screens that a worker waits for an answer."""
    notice = ui.html('', sanitize=False, tag='a').classes('notice')

    def redraw(seen: Compass) -> None:
        asks = seen.sharing.asks if here.grant.is_person and not here.grant.only_looks else []
        notice.set_visibility(bool(asks))
        if asks:
            words = here.say('{name} wil met je meekijken. Mag dat?', name=name_of(here, asks[0].worker))
            notice.props(f'href={here.link(f"mag-meekijken/{asks[0].worker}")}')
            notice.set_content(f'{pictogram("looks-along")}<p>{escape(words)}</p>')

    here.live(redraw)


def name_of(here: Here, worker_id: str) -> str:
    """What a worker is called; of one whose account is gone only what they were."""
    worker = here.access.workers.get(worker_id)
    return worker.name if worker and worker.name else here.say('Een begeleider')


def _asked(asks: list[Ask], worker_id: str) -> Ask | None:
    return next((one for one in asks if one.worker == worker_id), None)


def _told(words: str, key: str) -> None:
    ui.html(f'{pictogram(key)}<p dir="auto">{escape(words)}</p>', sanitize=False).classes('notice')


def _door(words: str, key: str, colour: str, on_tap: Tap) -> None:
    door = ui.html(f'{pictogram(key)}<span>{escape(words)}</span>', sanitize=False, tag='button')
    door.props(f'type=button data-colour={colour}').classes('door').on('click', on_tap, args=[])
