""" "Wie mag dit zien?": for each worker the life domains, opened one by one; all of them on a confirmed device."""

from functools import partial
from html import escape

from nicegui import events, ui

from model.catalogue.domains import Domain
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.sharing.sharing import Share
from model.key import Row
from ui.components.button import button
from ui.components.frame import frame
from ui.components.private_idle import shut_after_a_while
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import word
from ui.screens.life.asked import drawing_of, every_domain
from ui.screens.sharing.may_look import name_of

PAGE = 'leven-laten-zien'
SHOWN_WORKERS = 8
_TAPPED = """(event) => {
  const part = event.target.closest('button[data-domain]');
  if (part) emit([part.dataset.domain, part.getAttribute('aria-pressed') !== 'true']);
}"""


def tells(here: Here) -> None:
    """The screen. What may not be seen here cannot be shown to anybody here."""
    say = here.say
    with frame(here, say('Wie mag dit zien?'), word=say('Mijn leven'), key='looks-along', back='leven'):
        shut_after_a_while(here)
        with ui.element('div').classes('groups') as groups:
            sections: dict[str, _Worker] = {}
            nobody = ui.html(
                f'{pictogram("looks-along")}<p>{escape(say("Nog niemand kijkt met je mee."))}</p>', sanitize=False
            ).classes('notice')

    def redraw(seen: Compass) -> None:
        shares = {share.worker: share for share in seen.sharing.shares if share.parts}
        nobody.set_visibility(not shares)
        for gone in sections.keys() - shares.keys():
            sections.pop(gone).element.delete()
        for worker in list(shares)[:SHOWN_WORKERS]:
            if worker not in sections:
                with groups:
                    sections[worker] = _Worker(here, worker)
            sections[worker].show(shares[worker])

    here.live(redraw)


class _Worker:
    """One worker: a button a domain, pressed when they see it."""

    def __init__(self, here: Here, worker: str) -> None:
        self._here, self._worker = here, worker
        name = escape(name_of(here, worker))
        with ui.element('section').classes('shared-with') as self.element:
            ui.html(f'{pictogram("worker")}<span dir="auto">{name}</span>', sanitize=False, tag='h2')
            self._list = ui.html('', sanitize=False).classes('told-domains').props('role=group')
            self._list.on('click', self._tapped, js_handler=_TAPPED)
            with ui.element('div').classes('row'):
                if here.key.row is Row.CONFIRMED:
                    button(here.say('Alles laten zien'), 'share-all', here.tap(partial(self._all, told=True)))
                self._none = button(here.say('Alles op slot'), 'lock', here.tap(partial(self._all, told=False)))

    def show(self, share: Share) -> None:
        """Show what this worker sees now."""
        domains = [one for one in every_domain(self._here) if Part.of_domain(one.key).is_in(self._here.grant.parts)]
        self._list.set_content(''.join(self._domain(one, share) for one in domains))
        self._none.set_visibility(any(part.domain for part in share.parts))

    def _domain(self, domain: Domain, share: Share) -> str:
        sees = Part.of_domain(domain.key) in share.parts
        sign = pictogram('looks-along' if sees else 'lock')
        return (
            f'<button type="button" class="told-domain" data-domain="{domain.key}" aria-pressed="{str(sees).lower()}">'
            f'{pictogram(drawing_of(domain))}{word(self._here.say(domain.word), self._here.say)}'
            f'<span class="sign">{sign}</span></button>'
        )

    def _tapped(self, event: events.GenericEventArguments) -> None:
        domain, told, here = str(event.args[0]), bool(event.args[1]), self._here
        part = Part.of_domain(domain)
        here.tap(lambda: here.access.shares.tell(here.session, here.id, self._worker, part, told=told))()

    def _all(self, *, told: bool) -> None:
        self._here.access.shares.tell_all_of_life(self._here.session, self._here.id, self._worker, told=told)
