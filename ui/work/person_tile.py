"""A tile of the desk: one person, their next step, when the worker last sat with them, and what is new."""

from datetime import date, datetime
from html import escape

from nicegui import ui

from model.catalogue.choices import AVATARS
from model.compass.album import Attachment
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.sharing.sharing import Share
from model.compass.step import Step
from model.words import Language
from model.writing.spelling import folded
from ui.look.colours import TINTS
from ui.look.picture import mark, picture, word
from ui.plain.page import pictogram
from ui.words import saying
from ui.words.days_ago import days_ago
from ui.words.hyphens import breakable
from ui.work.at_work import AtWork

COLOURS = tuple(TINTS)


class PersonTile:
    """What is on the desk of one person. It changes in place: nothing that has the focus is drawn anew."""

    def __init__(self, at_work: AtWork, compass_id: str) -> None:
        self._at_work = at_work
        self._id = compass_id
        self._shown: dict[ui.html, str] = {}
        self._is_together = False
        self.names = ''
        """What a search finds it by, folded."""
        with ui.element('article').classes('person') as self.element:
            self._open = ui.html('', sanitize=False, tag='a').classes('open')
            self._open.props(f'href=/kompas/{compass_id} id=person-{compass_id}')
            self._photos = ui.html('', sanitize=False, tag='a').classes('new')
            self._photos.props(f'aria-describedby=person-{compass_id}')
            words = mark('reading') + word(at_work.say('Voorbereiden'), at_work.say)
            self._prepare = ui.html(words, sanitize=False, tag='a').classes('do prepare')
            self._prepare.props(f'href=/kompas/{compass_id}/voorbereiden aria-describedby=person-{compass_id}')
            self._together = ui.html('', sanitize=False, tag='button').classes('do')
            self._together.props(f'type=button aria-describedby=person-{compass_id}')
            self._together.on('click', at_work.tap(self._begin_or_end), args=[])
            self._step = ui.html('', sanitize=False, tag='a').classes('do')
            self._step.props(f'aria-describedby=person-{compass_id}')

    def show(self, compass: Compass, share: Share) -> None:
        """Show the person as they are now."""
        say, today = self._at_work.say, self._at_work.today
        step = next_step(compass, today)
        self._is_together = is_together(compass, share.worker, today)
        self.names = folded(f'{_name(compass, say)} {_avatar_word(compass, say)}')
        self._set(self._open, _about(compass, share, self._at_work))
        self._show_photos(new_photos(compass, share))
        self._prepare.set_visibility(not self._is_together)
        if self._is_together:
            self._set(self._together, mark('done') + word(say('Klaar')))
        else:
            self._set(self._together, mark('began-together') + word(say('Begin het gesprek')))
        if step is None:
            self._set(self._step, mark('new-step') + word(say('Nieuwe stap')))
        else:
            self._set(self._step, mark('photos') + word(say('Foto erbij')))
        page = 'nieuwe-stap' if step is None else f'stap/{step.id}'
        self._step.props(f'href=/kompas/{self._id}/{page}')

    def _show_photos(self, new: list[Attachment]) -> None:
        """What is new opens at itself; the others are beside it, by a swipe."""
        self._photos.set_visibility(bool(new))
        if new:
            words = self._at_work.say.count('{number} nieuwe foto', "{number} nieuwe foto's", len(new))
            self._set(self._photos, f'<span>{escape(words)}</span>')
            self._photos.props(f'href=/kompas/{self._id}/foto/{new[0].id}')

    def _set(self, part: ui.html, content: str) -> None:
        """Nothing is sent when that is what it shows."""
        if self._shown.get(part) != content:
            self._shown[part] = content
            part.set_content(content)

    def _begin_or_end(self) -> None:
        """A contact begins on the compass itself; it ends here, but for who has no step yet."""
        at_work = self._at_work
        if not self._is_together:
            at_work.access.desk.begin_together(at_work.session, self._id)
            at_work.go(self._id)
            return
        compass, share = at_work.access.desk.open(at_work.session, self._id)
        if not is_together(compass, share.worker, at_work.today):  # it ended elsewhere, or with the day
            self.show(compass, share)
            return
        if compass.has_step(at_work.today):
            at_work.access.gate.end_contact(at_work.session, self._id, without_step=False)
        else:
            at_work.go(self._id, 'klaar')


def next_step(compass: Compass, today: date) -> Step | None:
    """The step that is to be done first."""
    return next(iter(compass.steps.to_do(today)), None)


def is_together(compass: Compass, worker_id: str, today: date) -> bool:
    """Whether this worker and the person sit together now."""
    contact = compass.contact
    return contact is not None and contact.worker == worker_id and contact.began.date() == today


def new_photos(compass: Compass, share: Share) -> list[Attachment]:
    """Photos and drawings that came since this worker last looked, and that someone else added; the newest first."""
    looked = share.looked or share.since
    return [one for one in compass.album.pictures if one.added.worker != share.worker and _shown_at(one) > looked]


def steps_done(compass: Compass, share: Share) -> int:
    """How many steps were done since worker and person last sat together; all of them while they never did.

    Not since the worker last looked: a victory is what the next talk begins with, and to open the compass in passing
    does not take it away. A step knows the day it was done on, so those of the day of that talk count with it.
    """
    return len(compass.steps.done_since(share.together.date() if share.together else None))


def _shown_at(attachment: Attachment) -> datetime:
    """A photo that waited for a yes is new when that was given."""
    return attachment.allowed.at if attachment.allowed else attachment.added.at


def _about(compass: Compass, share: Share, at_work: AtWork) -> str:
    say = at_work.say
    name = breakable(_name(compass, say), say)
    # one of four, always the same for the same person: something to know them by, no more
    colour = COLOURS[int(compass.id, 16) % len(COLOURS)]
    return (
        f'<span class="face" data-colour="{colour}">{pictogram(compass.avatar or "me")}</span>'
        f'<div class="about"><h2 dir="auto">{name}</h2>{_steps(compass, share, at_work)}'
        f'{_together_line(compass, share, at_work)}{_arrival_line(compass, say)}</div>'
    )


def _name(compass: Compass, say: Language) -> str:
    """What the person is called on the desk, and found by."""
    return compass.nickname or say('Zonder naam')


def _arrival_line(compass: Compass, say: Language) -> str:
    """A device came in with the sheet, and the person did not say yet whether that was them."""
    if not compass.arrivals.items:
        return ''
    return f'<small class="now">{mark("other-devices")}{escape(say("een nieuwe telefoon kan erin"))}</small>'


def _steps(compass: Compass, share: Share, at_work: AtWork) -> str:
    """What was done and what comes; of steps that are closed to this worker it is not even said that there are none."""
    if Part.STEPS not in share.parts:
        return ''
    return _done_line(steps_done(compass, share), at_work.say) + _step_line(compass, at_work)


def _done_line(done: int, say: Language) -> str:
    if not done:
        return ''
    words = say.count('{number} stap gedaan!', '{number} stappen gedaan!', done)
    return f'<span class="victory">{mark("done-it")}{escape(words)}</span>'


def _step_line(compass: Compass, at_work: AtWork) -> str:
    say = at_work.say
    step = next_step(compass, at_work.today)
    if step is None:
        words = say('nog geen nieuwe stap') if compass.steps.done else say('nog geen stap')
        return f'<span class="next">{mark("steps")}<span>{escape(words)}</span></span>'
    when = saying.when(step, say, at_work.today)
    words = breakable('\u00a0· '.join(part for part in (saying.what(step, say), when) if part), say)
    return f'<span class="next">{picture(step.answer, compass)}<span dir="auto">{words}</span></span>'


def _together_line(compass: Compass, share: Share, at_work: AtWork) -> str:
    say = at_work.say
    if is_together(compass, share.worker, at_work.today):
        return f'<small class="now">{mark("began-together")}{escape(say("in gesprek"))}</small>'
    if share.together is None:
        return f'<small>{escape(say("nog geen gesprek"))}</small>'
    day = days_ago(share.together.date(), say, at_work.today)
    return f'<small>{escape(say("laatste gesprek: {day}", day=day))}</small>'


def _avatar_word(compass: Compass, say: Language) -> str:
    return next((say.tile(avatar) for avatar in AVATARS if avatar.key == compass.avatar), '')
