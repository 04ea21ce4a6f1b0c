"""Home: the compass, the steps beside it, and "Klaar"."""

from html import escape

from nicegui import ui

from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.step import Step
from model.words import Language
from ui.components.button import button
from ui.components.carried import Carried
from ui.components.frame import sorry_place
from ui.components.places import places
from ui.components.step_card import StepCards, still_cards
from ui.live import path
from ui.live.here import Here
from ui.look import drawing, kept_pictograms
from ui.look.kept_pictograms import pictogram
from ui.look.picture import source_of
from ui.plain.page import listen_button
from ui.screens.album import question
from ui.screens.compass import preparation, story, values
from ui.screens.keys.arrivals import arrivals
from ui.screens.keys.let_in import let_in
from ui.screens.keys.prove import can_prove
from ui.screens.keys.waiting import waiting_for_yes
from ui.screens.sharing import may_look
from ui.screens.sharing.doubts import doubts
from ui.words.hyphens import breakable

SHOWN_STEPS = 3
LONGEST_BESIDE = 7
"""A name with a word of more letters gets a row of its own on a phone."""


def compass(here: Here) -> None:
    """The screen. The person who goes to it in the middle of the first time is home from then on."""
    if path.runs(here.opened):
        with here.change() as opened:
            opened.finish_path()
    with ui.element('div').classes('home'):
        _who(here)
        with ui.element('div').classes('disc'):
            _live_disc(here)
        with ui.element('div').classes('steps'):
            _notice(here)
            preparation.way(here)
            waiting_for_yes(here)
            let_in(here)
            arrivals(here)
            doubts(here)
            may_look.waiting(here)
            question.waiting(here)
            _steps(here)
        places(here, '')
    here.first_picture = False


def _live_disc(here: Here) -> None:
    disc = Carried(here, 'disc')
    here.live(lambda seen: disc.show(drawn(seen, here.say)))


def drawn(seen: Compass, say: Language) -> str:
    """The compass with its links, for the live page and the first picture."""
    return drawing.compass(
        seen,
        say,
        lambda answer: source_of(answer, seen),
        lambda key: f'/kompas/{seen.id}/{path.PAGES[key]}',
        inside=kept_pictograms.inside,
    )


def first_picture(here: Here) -> str:
    """The compass and the steps in plain HTML, in the place where the live ones will stand."""
    seen = here.look()
    title = f'<div class="title">{_steps_title(here)}</div>' if Part.STEPS in here.grant.parts else ''
    cards = still_cards(here, shown_steps(seen, here), seen)
    return (
        f'<div id="first-picture" class="home"><div class="who">{_named(here, seen, title="p")}</div>'
        f'<div class="disc" data-carried="disc">{drawn(seen, here.say)}</div>'
        f'<div class="steps">{title}<div class="cards">{cards}</div></div><div class="places"></div></div>'
    )


def _who(here: Here) -> None:
    who = ui.html('', sanitize=False, tag='header').classes('who')

    def redraw(seen: Compass) -> None:
        who.set_content(_named(here, seen) + listen_button(here.say))

    here.live(redraw)


def _named(here: Here, seen: Compass, title: str = 'h1') -> str:
    """Whose compass it is; a screen has one title, and that is the live one."""
    say = here.say
    name = seen.nickname or say('Mijn kompas')
    named = 'name' if all(len(word) <= LONGEST_BESIDE for word in name.split()) else 'name long'
    return (
        f'<a class="square" href="{here.link("ik")}" aria-label="{escape(say("Dit ben ik"))}">'
        f'{pictogram(seen.avatar or "me")}</a>'
        f'<{title} class="{named}" dir="auto">{breakable(name, say)}</{title}>'
    )


def _steps_title(here: Here) -> str:
    return f'{pictogram("steps")}<h2>{escape(here.say("Mijn stappen"))}</h2>'


def _steps(here: Here) -> None:
    say = here.say
    ui.html(_steps_title(here), sanitize=False).classes('title')
    StepCards(here, lambda seen: shown_steps(seen, here))
    new = ui.html(f'{pictogram("plus")}<span>{escape(say("Nieuwe stap"))}</span>', sanitize=False, tag='button')
    new.set_visibility(not here.grant.only_looks)
    new.props('type=button').classes('new-step').on('click', lambda: here.go('nieuwe-stap'), args=[])
    sorry_place(here)
    if not here.grant.only_looks:
        button(say('Klaar voor vandaag'), 'done', here.tap(lambda: round_off(here)), go=True)
    _more(here)


def shown_steps(seen: Compass, here: Here) -> list[Step]:
    """What is to be done first, and what was done today: that is worth seeing."""
    done_today = [step for step in seen.steps.done if step.done_on == here.today]
    return [*seen.steps.to_do(here.today)[:SHOWN_STEPS], *done_today[:SHOWN_STEPS]]


def round_off(here: Here) -> None:
    """ "Klaar" ends the contact; without a step it asks for one first, but not of who is alone at home."""
    if here.access.gate.asks_for_step(here.opened):
        here.go('klaar')
        return
    here.access.gate.end_contact(here.session, here.id, without_step=False)
    here.go('delen' if Part.RING in here.grant.parts else '')


def _more(here: Here) -> None:
    """What there is beside the compass: what matters most, the story, and what is private."""
    say = here.say
    private = (
        ('gebeurd', 'what-happened', say('Wat is er gebeurd?')),
        ('moeilijk', 'in-the-way', say('Wat maakt het moeilijk?')),
    )
    pages = [(values.PAGE, 'values', say('Wat is het belangrijkst?')), (story.PAGE, 'story', say('Mijn verhaal'))]
    pages += [one for one in private if path.PRIVATE_PAGES[one[0]] in here.grant.parts or _can_prove(here)]
    links = ''.join(
        f'<a href="{here.link(page)}">{pictogram(key)}<span>{breakable(words, say)}</span></a>'
        for page, key, words in pages
    )
    ui.html(links, sanitize=False).classes('quiet')


def _can_prove(here: Here) -> bool:
    return can_prove(here.access, here.opened)


def _notice(here: Here) -> None:
    """A word to the person when a damaged file made an older version open."""
    say = here.say

    def seen_it() -> None:
        with here.change() as seen:
            seen.dismiss_restored()

    with ui.element('div').classes('notice').props('role=status') as notice:
        words = escape(say('Er ging iets mis. Dit is je kompas van iets eerder. Kijk even of het klopt.'))
        ui.html(f'{pictogram("restored")}<p>{words}</p>', sanitize=False).classes('told')
        button(say('Gezien'), 'done', here.tap(seen_it))

    def redraw(seen: Compass) -> None:
        notice.set_visibility(seen.restored_on is not None)

    here.live(redraw)
