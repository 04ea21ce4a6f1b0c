"""Attacks that have the server work: sheets of heavy drawings, photos that take minutes, and pages without end."""

import json
from random import Random

from benchmarks.attacks.visitor import Attack, Visitor
from tests.unit.media.photo_files import endless_scans

DRAWINGS = 30
POINTS = 40_000
"""As many as a drawing may have."""
CONDITIONS = ('matter', 'take-part', 'belong')
LINES_A_PAGE = 20


async def heavy_sheets(visitor: Visitor) -> Attack:
    """A sheet of thirty drawings with all the points that one may have, each with another pressure."""
    random = Random(1)
    points = [[random.randrange(1000), random.randrange(1000), random.randrange(101)] for _ in range(POINTS)]
    drawing = json.dumps({'strokes': [{'colour': 1, 'size': 2, 'points': points}]}).encode()
    for number in range(DRAWINGS):
        where = f'condition.{CONDITIONS[number % len(CONDITIONS)]}'
        await visitor.asks(visitor.attachment('tekening', where), drawing)

    async def attack() -> None:
        await visitor.asks(f'GET {visitor.compass}/poster.pdf')

    return attack


async def slow_photos(visitor: Visitor) -> Attack:
    """A photo of a third of a megabyte that says everything again, two thousand times."""
    photo = endless_scans()

    async def attack() -> None:
        await visitor.asks(visitor.attachment('foto', 'album'), photo)

    return attack


async def endless_pages(visitor: Visitor) -> Attack:
    """Page after page, with twenty lines each, that stay open: nothing but a budget would end it."""
    opened = []

    async def attack() -> None:
        page = await visitor.new_page()
        for _ in range(LINES_A_PAGE):
            line = visitor.line(page)
            opened.append(line)
            await line.__aenter__()

    return attack
