"""The QR code of a compass: one SVG for the screen and for paper, sharp at every size."""

from collections.abc import Iterator

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_Q

LONGEST_ADDRESS = 200
"""Characters. A longer address gives modules too fine for a simple phone on a stained sheet."""

QUIET_ZONE = 4
"""White modules around the code; scanners need them to find it."""

_Run = tuple[int, int]


def svg(address: str) -> str:
    """A drawing of the code that holds `address`, black on white, measured in modules, quiet zone included.

    It has no width or height of its own: the place where it stands decides.
    Raises `ValueError` when the address is empty or longer than `LONGEST_ADDRESS`.
    """
    if not 0 < len(address) <= LONGEST_ADDRESS:
        raise ValueError(f'a QR code holds 1 to {LONGEST_ADDRESS} characters, not {len(address)}')
    modules = _modules(address)
    side = len(modules) + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#FFFFFF"/>'
        f'<path fill="#000000" d="{"".join(_rectangles(modules))}"/></svg>'
    )


def _modules(address: str) -> list[list[bool]]:
    code = QRCode(error_correction=ERROR_CORRECT_Q, border=0)
    code.add_data(address)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def _rectangles(modules: list[list[bool]]) -> Iterator[str]:
    """Black rectangles as path data: runs of a row, grown downwards while the rows below have the same run.

    Fewer and larger shapes: no hairlines between modules, and a shorter path.
    """
    growing: dict[_Run, int] = {}
    for y, row in enumerate([*modules, []]):
        runs = set(_runs(row))
        for run in [run for run in growing if run not in runs]:
            top = growing.pop(run)
            start, width = run
            yield f'M{start + QUIET_ZONE} {top + QUIET_ZONE}h{width}v{y - top}h-{width}z'
        for run in sorted(runs - growing.keys()):
            growing[run] = y


def _runs(row: list[bool]) -> Iterator[_Run]:
    """Where black runs start in a row, and how wide they are."""
    start = None
    for x, black in enumerate([*row, False]):
        if black and start is None:
            start = x
        elif not black and start is not None:
            yield start, x - start
            start = None
