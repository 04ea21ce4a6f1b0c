"""The story: a line of small compasses with what was done and photographed between them; then, and now."""

from html import escape

from nicegui import ui

from model.catalogue.conditions import CONDITIONS
from model.compass.album import shows
from model.compass.compass import Compass
from model.compass.looking_back import About
from model.compass.step import Step
from model.compass.story import Moment, story
from ui.components.button import button
from ui.components.frame import frame
from ui.components.thumbnail import thumbnail
from ui.live import path
from ui.live.here import Here
from ui.look import drawing, kept_pictograms
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn, picture, source_of, word
from ui.screens.compass import looking_back
from ui.screens.compass.compared import Compared, day_of, item
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
        # contacts that are over change no more while this page is open
        self._visits = here.access.gate.visits(here.opened)
        words = escape(here.say('Hier komt na elk gesprek een plaatje van je kompas. Dan zie je wat er verandert.'))
        self._begins = ui.html(f'{pictogram("story")}<p>{words}</p>', sanitize=False).classes('notice')
        if not here.grant.only_looks:
            _look_back(here)
        self._earlier = button(here.say('Eerder'), 'back', self._show_earlier)
        self._line = ui.html('', sanitize=False, tag='ol').classes('story')
        self._compared = Compared(here, self._show_again)
        with ui.element('div').classes('onward'):
            self._paper = _way(here.say('Toen en nu op papier'), 'then-and-now').props('target=_blank')
        here.live(self._redraw)

    def _show_earlier(self) -> None:
        self._most += AT_ONCE
        self._show_again()

    def _show_again(self) -> None:
        self._redraw(self._here.look())

    def _redraw(self, seen: Compass) -> None:
        here = self._here
        moments = story(seen, self._visits, here.today)
        shown = moments[-self._most :]
        self._begins.set_visibility(len(moments) == 1)
        self._earlier.set_visibility(len(moments) > self._most)
        self._line.set_content(''.join(_moment(here, seen, one) for one in shown))
        then = self._compared.show(seen, moments, shown)
        self._paper.set_visibility(len(moments) > 1)
        self._paper.props(f'href={here.link(f"toen-en-nu.pdf?toen={then.isoformat()}")}')


def _look_back(here: Here) -> None:
    """The questions of looking back together, each one tap away; "Verder" leads from one to the next."""
    words = breakable(here.say('Samen terugkijken'), here.say)
    with ui.element('section').classes('look-back'):
        ui.html(f'{pictogram("began-together")}<span>{words}</span>', sanitize=False, tag='h2')
        with ui.element('div').classes('row'):
            for page, key, question in looking_back.questions(here.say):
                _way(question, key).props(f'href={here.link(page)}')


def _way(words: str, key: str) -> ui.html:
    return ui.html(drawn(key) + word(words), sanitize=False, tag='a').classes('tile flat')


def _moment(here: Here, seen: Compass, moment: Moment) -> str:
    """One card: the day, the compass as it was, and what came since the card before."""
    then, say = moment.compass, here.say
    day = say('Nu') if moment.is_now else day_of(here, moment.day)
    shown = drawing.miniature(then, say, lambda answer: source_of(answer, seen), inside=kept_pictograms.inside)
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
    answers = [one for look in moment.looked_back for one in look.said(about) if shows(seen.album, one)]
    them = ''.join(item(here, seen, one, saying.looked_back(one, about, say), None) for one in answers)
    title = f'<h3>{pictogram(key)}<span>{escape(heading)}</span></h3>'
    return f'<section class="said">{title}<ul>{them}</ul></section>' if them else ''


def _told(here: Here, then: Compass) -> str:
    """What the drawing shows, in words."""
    strengths = [one for key in CONDITIONS for one in then.strengths.on(key, then.album)]
    words = [saying.answer(one.answer, CONDITIONS[one.condition], here.say) for one in strengths]
    return ', '.join(words) or here.say('Nog leeg')
