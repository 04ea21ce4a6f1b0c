""" "Wat bewaren we?": what is kept, where, how long, who may see it, how to erase it. A plain page for everyone."""

from html import escape

from fastapi import Request
from fastapi.responses import HTMLResponse
from nicegui import app

from model.access.access import Access
from model.words import Language
from ui.plain.page import language_of, listen_button, pictogram, plain

Answers = list[tuple[str, str]]
"""Pictogram keys and sentences."""


def register(_: Access) -> None:
    """The routes."""

    @app.get('/wat-bewaren-we')
    async def kept(request: Request) -> HTMLResponse:
        return _page(language_of(request))


def _page(say: Language) -> HTMLResponse:
    title = escape(say('Wat bewaren we?'))
    parts = ''.join(
        f'<section><h2>{escape(question)}</h2><ul class="how">'
        + ''.join(f'<li>{pictogram(key)}<span>{escape(words)}</span></li>' for key, words in answers)
        + '</ul></section>'
        for question, answers in _questions(say)
    )
    home = f'<a class="square" href="/" aria-label="{escape(say("Naar het begin"))}">{pictogram("home-screen")}</a>'
    return plain(
        say,
        say('Wat bewaren we?'),
        f'<header class="top"><div class="brand">{pictogram("kept")}<h1>{title}</h1></div>{home}{listen_button(say)}'
        f'</header><main class="kept">{parts}</main>',
    )


def _questions(say: Language) -> list[tuple[str, Answers]]:
    return [
        (say('Wat?'), _what(say)),
        (say('Wie kan het zien?'), _who(say)),
        (say('Hoe lang?'), _how_long(say)),
        (say('Waar?'), _where(say)),
        (say('Hoe wis je het?'), _erased(say)),
    ]


def _what(say: Language) -> Answers:
    return [
        ('kept', say("Wat jij kiest, schrijft, tekent en inspreekt. En je foto's.")),
        ('photos', say('Bij een foto bewaren we niet waar die gemaakt is.')),
        ('done', say('Elke keer als je op Klaar tikt, bewaren we hoe je kompas er dan uitziet.')),
        ('logbook', say('Wie er keek, en wanneer. Niet wat die persoon zag.')),
    ]


def _who(say: Language) -> Answers:
    return [
        ('sheet', say('Jij, en iedereen met jouw code.')),
        ('looks-along', say('Een begeleider, als jij ja zegt. Je kunt het altijd stoppen.')),
        ('lock', say('Wat er is gebeurd en wat het moeilijk maakt: alleen wie jij dat laat zien.')),
        ('call', say('Een telefoonnummer: alleen jij.')),
        ('computer', say('De mensen die de computer onderhouden, kunnen erbij.')),
    ]


def _how_long(say: Language) -> Answers:
    return [
        ('compass', say('Je kompas blijft tot jij het wist. Een leeg kompas blijft één dag.')),
        ('my-phone', say('Je eigen telefoon onthoudt je kompas één jaar. Elke keer dat je kijkt, begint dat opnieuw.')),
        ('tablet', say('Een tablet die iedereen gebruikt, gaat na 5 minuten op slot.')),
        ('erase', say('Een foto die je weghaalt, kun je even terugzetten. Daarna is die weg.')),
        ('worker', say('Een begeleider moet na 12 uur opnieuw laten zien wie het is.')),
    ]


def _where(say: Language) -> Answers:
    return [
        ('where-kept', say('Op de computer waar het programma staat. We sturen niets naar andere bedrijven.')),
        ('phone', say('Je telefoon onthoudt alleen dat je erin mag.')),
    ]


def _erased(say: Language) -> Answers:
    return [
        ('share', say('Open je kompas en ga naar Delen. Tik op Alles wissen.')),
        ('erase', say("Dan is alles weg, ook je foto's. We weten dan alleen nog wanneer er iets gebeurde.")),
        ('supporter', say('Er kan nog een kopie zijn. Vraag je begeleider hoe lang die blijft.')),
    ]
