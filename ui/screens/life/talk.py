""" "Hier wil ik over praten": a domain is marked for the next contact; and who may see it, one worker at a time."""

from html import escape

from nicegui import events, ui

from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.sharing.sharing import Share
from ui.components.answers.tile import Tile
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn
from ui.screens.sharing.may_look import name_of

_TAPPED = """(event) => {
  const worker = event.target.closest('button[data-worker]');
  if (worker) emit([worker.dataset.worker, worker.getAttribute('aria-pressed') !== 'true']);
}"""


def talk(here: Here, key: str) -> None:
    """The mark, and the workers. A worker who sees this domain sees the mark, and not who else sees it."""

    def turn() -> None:
        with here.change() as compass:
            compass.life.want_to_talk(key, here.access.settings.now(), wanted=not mark.pressed)

    with ui.element('div').classes('row'):
        mark = Tile(here.say('Hier wil ik over praten'), drawn('talk-about'), here.tap(turn), flat=True)
    here.live(lambda seen: mark.press(pressed=seen.life.of(key).talk_since is not None))
    if here.grant.is_person and not here.grant.only_looks:
        _Seers(here, Part.of_domain(key))


class _Seers:
    """The workers who look along, each a button: pressed who sees this domain."""

    def __init__(self, here: Here, part: Part) -> None:
        self._here, self._part = here, part
        self._list = ui.html('', sanitize=False).classes('seers').props('role=group')
        self._list.props['aria-label'] = here.say('Wie mag dit zien?')
        self._list.on('click', self._tapped, js_handler=_TAPPED)
        here.live(self._redraw)

    def _tapped(self, event: events.GenericEventArguments) -> None:
        worker, told = str(event.args[0]), bool(event.args[1])
        here = self._here
        here.tap(lambda: here.access.shares.tell(here.session, here.id, worker, self._part, told=told))()

    def _redraw(self, seen: Compass) -> None:
        shares = [share for share in seen.sharing.shares if share.parts]
        asks = seen.life.of(self._part.domain or '').talk_since is not None
        self._list.set_content(''.join(self._row(share, asks=asks) for share in shares))
        self._list.set_visibility(bool(shares))

    def _row(self, share: Share, *, asks: bool) -> str:
        say, name = self._here.say, name_of(self._here, share.worker)
        sees = self._part in share.parts
        if sees:
            words = say('{name} mag dit zien', name=name)
        else:
            words = say('Mag {name} dit zien?', name=name) if asks else say('{name} ziet dit niet', name=name)
        return (
            f'<button type="button" class="seer{" asks" if asks and not sees else ""}" data-worker="{share.worker}" '
            f'aria-pressed="{str(sees).lower()}">{pictogram("looks-along" if sees else "lock")}'
            f'<span dir="auto">{escape(words)}</span></button>'
        )
