"""Draws the app icons from our own pictogram of the boat: `python -m tools.icons`."""

import json
from pathlib import Path

import typst

from model.pictures.pictogram import tinted
from ui.look.colours import PAPER

FOLDER = Path(__file__).parent.parent / 'assets' / 'icons'
ICONS = {
    'favicon.png': (48, 0.86, 0.2),
    'icon-192.png': (192, 0.76, 0.2),
    'icon-512.png': (512, 0.76, 0.2),
    'maskable-512.png': (512, 0.56, 0),
    'apple-touch-icon.png': (180, 0.7, 0),
}
"""Size in pixels, part of it that the boat takes, and radius of the corners as a part of the size."""


def draw(size: int, boat: float, radius: float) -> bytes:
    """One icon as PNG."""
    svg = json.dumps(tinted('sail'))
    page = f'#set page(width: {size}pt, height: {size}pt, margin: 0pt, fill: none)\n'
    paper = f'box(width: 100%, height: 100%, radius: {size * radius}pt, fill: rgb("{PAPER}"), '
    middle = f'align(center + horizon, image(bytes({svg}), format: "svg", width: {size * boat}pt)))'
    return bytes(typst.compile(f'{page}#{paper}{middle}'.encode(), format='png', ppi=72))


def main() -> None:
    """Write all icons."""
    FOLDER.mkdir(exist_ok=True)
    for name, measures in ICONS.items():
        (FOLDER / name).write_bytes(draw(*measures))


if __name__ == '__main__':
    main()
