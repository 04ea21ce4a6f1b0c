"""The story: a line of small compasses with what was done and photographed between them; then, and now."""

from collections.abc import Sequence
from datetime import date
from html import escape

from nicegui import ui

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.looking_back import About
from model.compass.step import Step
from model.compass.story import Changes, Moment, changes, since, story
from model.compass.strengths import Strength
from ui.components.button import button
from ui.components.frame import frame
from ui.components.thumbnail import thumbnail
from ui.live import path
from ui.live.here import Here
from ui.look import drawing
from ui.look.colours import tint_of
from ui.look.picture import drawn, picture, source_of, word
from ui.plain.page import pictogram
from ui.screens.compass import looking_back
from ui.words import saying
from ui.words.hyphens import breakable

PAGE = 'verhaal'
AT_ONCE = 6
"""Moments that are shown until somebody asks for earlier ones: a drawing is the heaviest thing there is."""
PICTURES = 4
"""Photos and drawings of one moment; the others are in the album."""


def the_story(here: Here) -> None:
    """The screen."""
    with frame(here, here.say('Mijn verhaal'), key='story', back=path.HOME):
        _Story(here)


class _Story:
    def __init__(self, here: Here) -> None:
        self._here = here
        self._most = AT_ONCE
        self._then = ''
        """The day of the moment that now is compared with; at first the first."""
        # contacts that are over change no more while this page is open
        self._visits = here.access.gate.visits(here.opened)
        words = escape(here.say('Hier komt na elk gesprek een plaatje van je kompas. Dan zie je wat er verandert.'))
        self._begins = ui.html(f'{pictogram("story")}<p>{words}</p>', sanitize=False).classes('notice')
        with ui.element('div').classes('onward'):
            together = _way(here.say('Samen terugkijken'), 'began-together')
            together.props(f'href={here.link(looking_back.PAGE)}').set_visibility(not here.grant.only_looks)
            self._paper = _way(here.say('Toen en nu op papier'), 'then-and-now').props('target=_blank')
        self._earlier = button(here.say('Eerder'), 'back', self._show_earlier)
        self._line = ui.html('', sanitize=False, tag='ol').classes('story')
        with ui.element('div').classes('thens') as self._thens:
            ui.html(escape(here.say('Wat is er veranderd sinds …')), sanitize=False, tag='h2')
            self._row = ui.element('div').classes('chosen')
        self._days: dict[str, ui.html] = {}
        self._compared = ui.html('', sanitize=False).classes('then-and-now')
        here.live(self._redraw)

    def _show_earlier(self) -> None:
        self._most += AT_ONCE
        self._redraw(self._here.look())

    def _redraw(self, seen: Compass) -> None:
        here = self._here
        moments = story(seen, self._visits, here.today)
        shown = moments[-self._most :]
        compared = since(moments, self._then)
        self._begins.set_visibility(len(moments) == 1)
        self._earlier.set_visibility(len(moments) > self._most)
        self._line.set_content(''.join(_moment(here, seen, one) for one in shown))
        self._offer_days(moments[:1] + [one for one in shown if one is not moments[0]], compared[0])
        self._compared.set_content(_compared(here, seen, changes(compared)))
        self._paper.set_visibility(len(moments) > 1)
        self._paper.props(f'href={here.link(f"toen-en-nu.pdf?toen={compared[0].day.isoformat()}")}')

    def _offer_days(self, moments: Sequence[Moment], then: Moment) -> None:
        """With what now can be compared: the first moment, and those that are shown."""
        past = [one for one in moments if not one.is_now]
        self._thens.set_visibility(len(past) > 1)
        for one in past:
            day = one.day.isoformat()
            chip = self._days.get(day) or self._add_day(one.day)
            chip.props(f'aria-pressed={str(one.day == then.day).lower()}')

    def _add_day(self, day: date) -> ui.html:
        def compare() -> None:
            self._then = day.isoformat()
            self._redraw(self._here.look())

        with self._row:
            chip = ui.html(word(_day(self._here, day)), sanitize=False, tag='button')
        chip.props('type=button').classes('chip').on('click', self._here.tap(compare), args=[])
        self._days[day.isoformat()] = chip
        # those of earlier come later
        for index, known in enumerate(sorted(self._days)):
            if self._row.default_slot.children.index(self._days[known]) != index:
                self._days[known].move(target_index=index)
        return chip


def _way(words: str, key: str) -> ui.html:
    return ui.html(drawn(key) + word(words), sanitize=False, tag='a').classes('tile flat')


def _day(here: Here, day: date) -> str:
    """A day as it is called on the line."""
    dated = here.say.dated if day.year == here.today.year else here.say.full_date
    return here.say.capital(dated(day))


def _compared(here: Here, seen: Compass, found: Changes) -> str:
    """What is new, gone and done since the first contact, each in pictures; nothing where nothing changed."""
    say = here.say
    rows = (
        ('plus', say('Nieuw'), [_strength(here, seen, one) for one in found.new]),
        ('then-and-now', say('Stond er eerst'), [_strength(here, seen, one) for one in found.gone]),
        ('done', say('Gedaan!'), [_step(here, seen, one) for one in found.done]),
    )
    return ''.join(
        f'<section><h2>{pictogram(key)}<span>{escape(words)}</span></h2><ul>{"".join(them)}</ul></section>'
        for key, words, them in rows
        if them
    )


def _strength(here: Here, seen: Compass, strength: Strength) -> str:
    words = saying.answer(strength.answer, CONDITIONS[strength.condition], here.say)
    return _item(here, seen, strength.answer, words, strength.condition)


def _step(here: Here, seen: Compass, step: Step) -> str:
    return _item(here, seen, step.answer, saying.what(step, here.say), None)


def _item(here: Here, seen: Compass, answer: Answer, words: str, condition: str | None) -> str:
    colour = f' data-colour="{condition}"' if condition else ''
    return f'<li{colour}>{picture(answer, seen, tint_of(condition))}{word(words, here.say)}</li>'


def _moment(here: Here, seen: Compass, moment: Moment) -> str:
    """One card: the day, the compass as it was, and what came since the card before."""
    then, say = moment.compass, here.say
    day = say('Nu') if moment.is_now else _day(here, moment.day)
    shown = drawing.miniature(then, say, lambda answer: source_of(answer, seen))
    done = ''.join(_done(here, seen, step) for step in moment.done)
    pictures = ''.join(thumbnail(here, seen, one) for one in moment.pictures[-PICTURES:])
    said = ''.join(_said(here, seen, moment, about) for about in About)
    return (
        f'<li><h2>{escape(day)}</h2><div role="img" aria-label="{escape(_told(here, then))}">{shown}</div>'
        f'<ul class="achieved">{done}</ul>{said}<div class="beside">{pictures}</div></li>'
    )


def _done(here: Here, seen: Compass, step: Step) -> str:
    words = breakable(saying.what(step, here.say), here.say)
    return f'<li>{picture(step.answer, seen)}<span dir="auto">{words}</span>{pictogram("done")}</li>'


def _said(here: Here, seen: Compass, moment: Moment, about: About) -> str:
    """What was said when somebody looked back, in pictures; nothing where nothing was."""
    say = here.say
    key, heading = ('face-good', say('Ging goed')) if about is About.WENT_WELL else ('learn', say('Geleerd'))
    answers = [one for look in moment.looked_back for one in look.said(about) if seen.album.shows(one)]
    them = ''.join(_item(here, seen, one, saying.looked_back(one, about, say), None) for one in answers)
    title = f'<h3>{pictogram(key)}<span>{escape(heading)}</span></h3>'
    return f'<section class="said">{title}<ul>{them}</ul></section>' if them else ''


def _told(here: Here, then: Compass) -> str:
    """What the drawing shows, in words."""
    strengths = [one for key in CONDITIONS for one in then.strengths.on(key, then.album)]
    words = [saying.answer(one.answer, CONDITIONS[one.condition], here.say) for one in strengths]
    return ', '.join(words) or here.say('Nog leeg')
