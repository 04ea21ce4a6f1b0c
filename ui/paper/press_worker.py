"""The process that one sheet is made in: it may swell, hang or crash without harm to anything else.

Run by `ui/paper/press.py` as `python -m ui.paper.press_worker TEMPLATE`, with the data of the sheet and its pictures on
its input (`ui/paper/apart.py` says how) and the PDF on its output. It imports next to nothing of ours, so that a start
costs little.
"""

import sys
from base64 import b64encode
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

import typst

from model.media.thinned import thinned
from model.processes.shut_in import shut_in

ASSETS = Path(__file__).parents[2] / 'assets'
TEMPLATES = ASSETS / 'poster'
FONTS = ASSETS / 'fonts' / 'paper'
"""Our own and no others, so that a sheet is the same wherever it is made."""


def main(template: str) -> int:
    """Make one sheet; returns the exit status."""
    shut_in(writes=False)
    sys.stdout.buffer.write(pdf(compiler(template), whole(sys.stdin.buffer)))
    return 0


def compiler(template: str) -> typst.Compiler:
    """Returns what makes sheets of this template."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(str(TEMPLATES / f'{template}.typ'), font_paths=fonts)


def whole(received: BinaryIO) -> str:
    """Returns the data with each picture where its name stood, as a `data:` URI; a drawing with fewer points."""
    data = received.readline().decode()
    while head := received.readline().decode().split():
        name, kind, points, length = head
        content = received.read(int(length))
        # a drawing that is damaged stays as it is: it is not seen, or half of it
        with suppress(ValueError):
            content = thinned(content, int(points)) if int(points) else content
        data = data.replace(name, f'data:image/{kind};base64,{b64encode(content).decode()}')
    return data


def pdf(compiler: typst.Compiler, data: str) -> bytes:
    """Returns a sheet with this data, which is JSON, as a PDF."""
    return cast(bytes, compiler.compile(format='pdf', sys_inputs={'data': data}))


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
