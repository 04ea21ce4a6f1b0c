"""For a worker, before a contact: the last step, what the person wants to talk about, and what is new, in pictures.

It is made of what this worker may see alone: of what is closed to them it does not even say that it is empty.
"""

from collections.abc import Sequence
from html import escape

from nicegui import ui

from model.catalogue.choices import HOW_IT_WENT
from model.catalogue.conditions import CONDITIONS
from model.catalogue.domains import Domain
from model.catalogue.questions import WISHES
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.contact import Visit
from model.compass.step import Felt, Step, ahead_first
from model.compass.story import News, news
from ui.components.frame import frame
from ui.live import path
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn, picture, word
from ui.screens.life.asked import domain_of, drawing_of
from ui.words import saying
from ui.words.days_ago import days_ago
from ui.words.hyphens import breakable

PAGE = 'voorbereiden'
AT_ONCE = 8
"""Of each sort that is new; of more, how many."""


def preparation(here: Here) -> None:
    """The screen. It changes nothing: who prepares only looks."""
    visit = here.access.gate.last_time(here.opened)
    with frame(here, here.say('Voorbereiden'), word=here.look().nickname, key='reading', back=path.HOME):
        shown = ui.html('', sanitize=False).classes('preparation')

        def redraw(seen: Compass) -> None:
            shown.set_content(_prepared(here, seen, visit))

        here.live(redraw)


def way(here: Here) -> None:
    """The way here from the compass, for a worker whose toolbar has no room for it; not while the two sit together."""
    worker = here.grant.worker
    if worker is None:
        return
    words = f'{pictogram("reading")}<p>{escape(here.say("Voorbereiden"))}</p>'
    place = ui.html(words, sanitize=False, tag='a').classes('notice prepare').props(f'href={here.link(PAGE)}')

    def redraw(seen: Compass) -> None:
        place.set_visibility(seen.contact is None or seen.contact.worker != worker.id)

    here.live(redraw)


def _prepared(here: Here, seen: Compass, visit: Visit | None) -> str:
    found, marked = news(seen, visit), seen.life.to_talk_about
    empty = '' if marked or not found.is_none else _nothing_new(here)
    before = _together(here, visit) + _last_step(here, seen, found.step) + _talk(here, marked)
    new = _new(here, seen, found) + empty
    return f'<div>{before}</div><div>{new}</div>' if before else f'<div>{new}</div>'


def _together(here: Here, visit: Visit | None) -> str:
    """When the two last sat together; when the person had a contact with somebody else is not told."""
    if visit is None or here.grant.worker is None or visit.worker != here.grant.worker.id:
        return ''
    words = here.say('laatste gesprek: {day}', day=days_ago(visit.ended.date(), here.say, here.today))
    return f'<p class="together">{pictogram("began-together")}<span>{escape(here.say.capital(words))}</span></p>'


def _last_step(here: Here, seen: Compass, step: Step | None) -> str:
    if step is None:
        return ''
    say = here.say
    more = saying.details(step, say, here.today) or say('Nog te doen')
    if step.done_on:
        more = ' · '.join([say('Gedaan'), days_ago(step.done_on, say, here.today)])
    text = (
        f'<span class="text"><span dir="auto">{breakable(saying.what(step, say), say)}</span>'
        f'<small dir="auto">{breakable(more, say)}</small></span>'
    )
    card = f'<a class="card{" is-done" if step.done_on else ""}" href="{here.link(f"stap/{step.id}")}">'
    return _section(
        'steps', say('De laatste stap'), f'{card}{picture(step.answer, seen)}{text}{_felt(here, step.felt)}</a>'
    )


def _felt(here: Here, felt: Felt | None) -> str:
    """How it went, as the person said it; nothing when they did not."""
    found = next((tile for tile in HOW_IT_WENT if tile.key == felt), None)
    return f'<span class="felt">{pictogram(found.key)}<b>{escape(here.say.tile(found))}</b></span>' if found else ''


def _talk(here: Here, marked: Sequence[str]) -> str:
    """The domains that are marked, the one marked first at the beginning; those that are closed are not among them."""
    items = ''.join(_domain(here, domain) for key in marked if (domain := domain_of(here, key)))
    return _section('talk-about', here.say('Wil hierover praten'), f'<ul>{items}</ul>') if items else ''


def _domain(here: Here, domain: Domain) -> str:
    words = word(here.say(domain.word), here.say)
    return f'<li><a href="{here.link(path.of_life(domain.key))}">{drawn(drawing_of(domain))}{words}</a></li>'


def _new(here: Here, seen: Compass, found: News) -> str:
    """What is new, each sort in pictures; nothing of a sort of which nothing is new."""
    say = here.say
    strengths = [
        _item(here, seen, one.answer, saying.answer(one.answer, CONDITIONS[one.condition], say), one.condition)
        for one in found.strengths
    ]
    wishes = [_item(here, seen, one.answer, saying.answer(one.answer, WISHES, say)) for one in found.wishes]
    both = found.done, ahead_first(found.steps, here.today)
    done, steps = ([_item(here, seen, one.answer, saying.what(one, say)) for one in some] for some in both)
    rows = (
        ('done', say('Gedaan!'), done),
        ('new-step', say('Nieuwe stappen'), steps),
        ('wish', say('Nieuwe wensen'), wishes),
        ('plus', say('Nieuw op het kompas'), strengths),
    )
    return ''.join(_section(key, words, f'<ul>{_at_once(items)}</ul>') for key, words, items in rows if items)


def _at_once(items: Sequence[str]) -> str:
    more = len(items) - AT_ONCE
    return ''.join(items[:AT_ONCE]) + (f'<li class="more-of-these">+{more}</li>' if more > 0 else '')


def _item(here: Here, seen: Compass, answer: Answer, words: str, condition: str | None = None) -> str:
    colour = f' data-colour="{condition}"' if condition else ''
    return f'<li{colour}>{picture(answer, seen, tint_of(condition))}{word(words, here.say)}</li>'


def _section(key: str, words: str, body: str) -> str:
    return f'<section><h2>{pictogram(key)}<span>{escape(words)}</span></h2>{body}</section>'


def _nothing_new(here: Here) -> str:
    words = escape(here.say('Er is niets nieuws. Jullie kunnen gewoon beginnen.'))
    return f'<div class="nothing-yet">{pictogram("began-together")}<p>{words}</p></div>'
