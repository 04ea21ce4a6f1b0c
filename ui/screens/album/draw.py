"""The sheet to draw on: five pencils, three sizes, a step back, an empty sheet. `pencil.js` does the drawing."""

import json
from html import escape

from nicegui import ui

from model.compass.album import Sort
from model.compass.target import Target
from model.media import sketch
from model.pictures.pictogram import INK
from ui.components import outbox
from ui.components.button import button
from ui.components.toolbar import quick_exit
from ui.live import path
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import mark, word
from ui.plain.page import listen_button

_DOTS = (6, 12, 21)
"""How large the dot of each size is drawn, in a box of 64."""


def draw(here: Here, target: str) -> None:
    """The screen. Raises `ValueError` for a target that never was."""
    page = path.of_target(Target.parse(target))
    with ui.element('div').classes('screen draw'):
        ui.html(_head(here), sanitize=False, tag='header').classes('head')
        ui.html(f'<div class="easel" {_data(here, target)}>{_easel(here)}</div>', sanitize=False).classes('body')
        with ui.element('div').classes('foot'):
            back = button(here.say('Terug'), 'back', lambda: here.go(page))
            back.props(f'data-part=back data-page={here.link(page)}')
            keep = ui.html(mark('done') + word(here.say('Bewaar')), sanitize=False, tag='button')
            keep.props('type=button data-part=keep').classes('button go')


def _head(here: Here) -> str:
    name = escape(here.say('Kompas'))
    home = f'<a class="square" href="{here.link()}" aria-label="{name}">{pictogram("compass")}</a>'
    return f'<hgroup><h1>{escape(here.say("Teken iets"))}</h1></hgroup>{home}{listen_button(here.say)}'


def _data(here: Here, target: str) -> str:
    pencil = {
        'sheet': sketch.SHEET,
        'colours': sketch.COLOURS,
        'steps': sketch.STEPS,
        'levels': sketch.LEVELS,
        'beyond': sketch.BEYOND,
        'mostStrokes': sketch.MOST_STROKES,
        'mostPoints': sketch.MOST_POINTS,
    }
    return outbox.data(
        here,
        'draw/pencil.js',
        target,
        Sort.DRAWING,
        pencil=json.dumps(pencil),
        lost=here.say('Versturen lukt nu niet. Je tekening staat nog hier.'),
        full=here.say('Je blad is vol. Bewaar je tekening.'),
        nothing=here.say('Teken eerst iets.'),
    )


def _easel(here: Here) -> str:
    say = here.say
    colours = (say('donkerblauw'), say('rood'), say('geel'), say('groen'), say('blauw'))
    sizes = (say('dun'), say('gewoon'), say('dik'))
    pencils = ''.join(_pen('colour', index, name, _pencil(index)) for index, name in enumerate(colours))
    dots = ''.join(_pen('size', index, name, _dot(index)) for index, name in enumerate(sizes))
    tools = _tool('undo', say('Oeps')) + _tool('wipe', say('Leeg'))
    return (
        f'{_paper(here)}'
        f'<div class="pencils" role="group" aria-label="{escape(say("Kleur"))}">{pencils}</div>'
        f'<div class="easel-tools"><div class="sizes" role="group" aria-label="{escape(say("Dikte"))}">{dots}</div>'
        f'{tools}</div>{_question(here)}'
    )


def _paper(here: Here) -> str:
    say = here.say
    waiting = f'{pictogram("waiting-for-network")}<span>{escape(say("Even wachten op het netwerk"))}</span>'
    name = escape(say('Jouw tekening'))
    return (
        f'<div class="paper"><canvas data-part="canvas" role="img" aria-label="{name}"></canvas>'
        f'{_invitation()}<p class="on-its-way" role="status">{waiting}</p>'
        f'<p class="sorry" data-part="told" role="alert" hidden>{pictogram("sorry")}<span></span></p></div>'
    )


def _invitation() -> str:
    """A pale line with a pencil at its end, on a sheet where nothing is drawn yet."""
    return (
        '<svg class="invitation" viewBox="0 0 200 200" aria-hidden="true" fill="none" stroke-linejoin="round">'
        '<path class="dots" d="M28 132 C38 84 66 84 74 112 S98 150 112 132 S98 98 90 116 S114 144 131 115"/>'
        '<g transform="translate(136 109) rotate(-138)">'
        '<path d="M0 0 L-11 24 V70 H11 V24 z M-11 24 H11 M-4.5 10 H4.5"/></g></svg>'
    )


def _pen(kind: str, value: int, name: str, drawing: str) -> str:
    return (
        f'<button type="button" data-pen="{kind}" value="{value}" aria-pressed="false" aria-label="{escape(name)}">'
        f'{drawing}</button>'
    )


def _pencil(index: int) -> str:
    """A pencil that points upwards, longer than what is seen of it."""
    colour = sketch.COLOURS[index]
    return (
        f'<svg viewBox="0 0 64 360" aria-hidden="true" stroke="{INK}" stroke-width="4.5" stroke-linejoin="round">'
        '<path fill="#FFE7B8" d="M10 48 L32 5 L54 48 V60 H10 z"/>'
        f'<path fill="{colour}" d="M22 24.5 L32 5 L42 24.5 Q32 31 22 24.5 z"/>'
        f'<path fill="{colour}" d="M10 48 Q17.3 60 24.6 48 Q32 60 39.4 48 Q46.7 60 54 48 V380 H10 z"/>'
        '<path fill="none" stroke-width="3" d="M24.6 60 V380 M39.4 60 V380"/></svg>'
    )


def _dot(index: int) -> str:
    return f'<svg viewBox="0 0 64 64" aria-hidden="true"><circle cx="32" cy="32" r="{_DOTS[index]}"/></svg>'


def _tool(part: str, words: str) -> str:
    return f'<button type="button" class="easel-tool" data-part="{part}">{pictogram(part)}{word(words)}</button>'


def _question(here: Here) -> str:
    say = here.say
    return (
        '<dialog data-part="question" aria-labelledby="keep-it">'
        f'<h2 id="keep-it">{escape(say("Wil je je tekening bewaren?"))}</h2>'
        '<button type="button" class="button go" data-part="keep-after-all">'
        f'{mark("done")}{word(say("Bewaar"))}</button>'
        '<form method="dialog">'
        f'<button class="button">{mark("pencil")}{word(say("Verder tekenen"))}</button></form>'
        '<button type="button" class="button" data-part="throw-away">'
        f'{mark("erase")}{word(say("Gooi weg"))}</button>{quick_exit(here)}</dialog>'
    )
