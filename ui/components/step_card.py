"""Steps as cards: the picture, what, with whom and when, photos and voices, and a ring to tick when it is done."""

from collections.abc import Callable
from html import escape

from nicegui import ui

from model.compass.compass import Compass
from model.compass.step import Step
from ui.components.call import call
from ui.components.carried import Carried
from ui.components.private_idle import shut_after_a_while
from ui.components.thumbnail import thumbnail
from ui.components.voice_player import voice_player
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import picture
from ui.words import saying
from ui.words.hyphens import breakable

SHOWN_BESIDE = 4
"""Photos on a card; the rest is on the screen of the step."""

Pick = Callable[[Compass], list[Step]]


def mark_done(here: Here, step_id: str, *, done: bool) -> None:
    """A step is done, or put back; that it is done is a party. Raises `NotThere`."""
    with here.change() as compass:
        if done:
            compass.steps.finish(step_id, here.today)
        else:
            compass.steps.reopen(step_id)
    if done:
        here.celebrate()


class StepCards:
    """The cards of the steps that `pick` chooses; a card stays the same element while its step is shown."""

    def __init__(self, here: Here, pick: Pick, *, page: str = '') -> None:
        """`page` is the sub-page of a step that its card opens."""
        self._here = here
        self._pick = pick
        self._page = page
        self._cards: dict[str, _Card] = {}
        self._list = ui.element('div').classes('cards')
        if here.look().numbers.all:
            shut_after_a_while(here)
        here.live(self._redraw)

    def _redraw(self, compass: Compass) -> None:
        steps = {step.id: step for step in self._pick(compass)}
        for gone in self._cards.keys() - steps.keys():
            self._cards.pop(gone).element.delete()
        for index, step in enumerate(steps.values()):
            if step.id not in self._cards:
                with self._list:
                    self._cards[step.id] = _Card(self._here, step.id, self._page)
            card = self._cards[step.id]
            card.show(step, compass)
            if self._list.default_slot.children.index(card.element) != index:
                card.element.move(target_index=index)


class _Card:
    """One card: a link to the step, and its tick. What changes is inside them, so neither loses the focus."""

    def __init__(self, here: Here, step_id: str, page: str) -> None:
        self._here = here
        self._done = False
        with ui.element('div').classes('card') as self.element:
            self._told = Carried(here, f'step-{step_id}', tag='a')
            self._told.element.classes('open').props(f'href={here.link(f"stap/{step_id}{page}")} id=step-{step_id}')
            self._tick = ui.element('button').props(f'type=button data-said=never aria-describedby=step-{step_id}')
            self._tick.classes('tick').on(
                'click', here.tap(lambda: mark_done(here, step_id, done=not self._done)), args=[]
            )
            self._tick.props['aria-label'] = here.say('Gedaan')
            self._beside = ui.html('', sanitize=False).classes('beside')

    def show(self, step: Step, seen: Compass) -> None:
        """Show the step as it is now."""
        here = self._here
        done = self._done = step.done_on is not None
        self._told.show(_told(here, step, seen))
        self._tick.props(f'aria-pressed={str(done).lower()}')
        self._beside.set_content(_beside(here, step, seen))
        self.element.classes(add='is-done' if done else '', remove='' if done else 'is-done')


def still_cards(here: Here, steps: list[Step], seen: Compass) -> str:
    """The same cards in plain HTML, in the place where the live ones will stand."""
    return ''.join(
        f'<div class="card"><a class="open" data-carried="step-{step.id}" href="{here.link(f"stap/{step.id}")}">'
        f'{_told(here, step, seen)}</a>'
        '<span class="tick"></span></div>'
        for step in steps
    )


def done_card(here: Here, step: Step, seen: Compass) -> str:
    """The card of a step that was done, in plain HTML; a tap on its tick is told by the `data-step` of that."""
    beside = _beside(here, step, seen)
    return (
        f'<div class="card is-done"><a class="open" href="{here.link(f"stap/{step.id}")}" id="step-{step.id}">'
        f'{_told(here, step, seen)}</a>'
        f'<button type="button" class="tick" data-said="never" data-step="{step.id}" aria-pressed="true" '
        f'aria-describedby="step-{step.id}" aria-label="{escape(here.say("Gedaan"))}"></button>'
        f'{f"""<div class="beside">{beside}</div>""" if beside else ""}</div>'
    )


def _told(here: Here, step: Step, seen: Compass) -> str:
    """The picture of a step, and what it is, with whom and when."""
    say = here.say
    what = breakable(saying.what(step, say), say)
    more = breakable(say('Gedaan!') if step.done_on else saying.details(step, say, here.today), say)
    text = f'<span class="text"><span dir="auto">{what}</span><small dir="auto">{more}</small></span>'
    face = f'<span class="felt">{pictogram(step.felt)}</span>' if step.felt else ''
    return picture(step.answer, seen) + text + face


def _beside(here: Here, step: Step, seen: Compass) -> str:
    beside = seen.album.beside(step.id)
    pictures = [one for one in beside if one.is_picture][-SHOWN_BESIDE:]
    voices = [one for one in beside if not one.is_picture][-1:]
    spoken = seen.album.get(step.answer.voice)
    players = ''.join(voice_player(here, one.id) for one in ([spoken] if spoken else []) + voices)
    shown = ''.join(thumbnail(here, seen, one) for one in pictures)
    return players + shown + _call(here, step, seen) + _ask_how_it_went(here, step)


def _call(here: Here, step: Step, seen: Compass) -> str:
    """The way to call who joins a step that is still to be done: the first of those who can be called."""
    if not step.is_open:
        return ''
    return ''.join(call(one, seen, here.say) for one in seen.to_call(step)[:1])


def _ask_how_it_went(here: Here, step: Step) -> str:
    """On the day a step was done, the way to where one can say how it went."""
    if step.done_on != here.today or step.felt or here.grant.only_looks:
        return ''
    words = escape(here.say('Hoe ging het?'))
    return f'<a class="ask" href="{here.link(f"stap/{step.id}")}">{pictogram("face-good")}<span>{words}</span></a>'
