""" "Mag deze foto erbij?": a photo that was added on someone else's device waits for the person's yes."""

from html import escape

from nicegui import ui

from model.access.table import May
from model.compass.album import Size
from model.compass.compass import Compass
from model.compass.document import NotThere
from ui.components.frame import frame
from ui.components.hand_over import ask_the_person, asked_of
from ui.live import path
from ui.live.here import Here, Tap
from ui.look.kept_pictograms import pictogram
from ui.look.picture import address


def question(here: Here, attachment_id: str) -> None:
    """The screen. Raises `NotThere`."""
    say = here.say
    seen = here.look()
    asked = next((one for one in seen.album.asked if one.id == attachment_id), None)
    if asked is None:
        raise NotThere(attachment_id)
    page = path.of_target(asked.target)

    def answer_with(*, allowed: bool) -> Tap:
        def answer() -> None:
            questions = here.access.questions
            say_it = questions.allow if allowed else questions.refuse
            say_it(here.session, here.id, attachment_id)

        return here.tap(answer)

    def redraw(now: Compass) -> None:
        # answered here or on another device
        if attachment_id not in {one.id for one in now.album.asked}:
            answered = now.album.find(attachment_id)
            onward = path.of_target(answered.target) if answered else page
            here.go(f'mag/{now.album.asked[0].id}' if now.album.asked else onward)

    title = say('Mag deze foto erbij?') if here.grant.is_person else asked_of(here)
    with frame(here, title, key='consent', back=page):
        image = (
            f'<img class="whole" src="{address(seen.id, asked, Size.SCREEN)}" alt="{escape(say("De nieuwe foto"))}">'
        )
        ui.html(image, sanitize=False).classes('stage')
        if not here.grant.is_person:
            ask_the_person(here, attachment_id)
            return
        with ui.element('div').classes('doors yes-or-no'):
            _door(say('Ja'), 'yes', 'take-part', answer_with(allowed=True))
            _door(say('Nee'), 'no-thanks', 'belong', answer_with(allowed=False))
    here.live(redraw)


def waiting(here: Here) -> None:
    """A word on other screens that a photo waits for an answer."""
    words = escape(here.say('Er is een nieuwe foto. Mag die erbij?'))
    notice = ui.html('', sanitize=False, tag='a').classes('notice')

    def redraw(seen: Compass) -> None:
        asked = seen.album.asked if May.ANSWER in here.grant.may else []
        notice.set_visibility(bool(asked))
        if asked:
            notice.props(f'href={here.link(f"mag/{asked[0].id}")}')
            notice.set_content(f'{pictogram("consent")}<p>{words}</p>')

    here.live(redraw)


def _door(words: str, key: str, colour: str, on_tap: Tap) -> None:
    door = ui.html(f'{pictogram(key)}<span>{escape(words)}</span>', sanitize=False, tag='button')
    door.props(f'type=button data-colour={colour}').classes('door').on('click', on_tap, args=[])
