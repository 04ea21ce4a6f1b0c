"""How smooth drawing is, on a CPU four times slower: `python -m benchmarks.pencil`.

Frame times while a hand draws fast curves all over the sheet, and what our script takes of each frame. Nothing is
asserted: a machine without a GPU paints everything by itself, and other work on it counts too.
"""

import math
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize, sync_playwright

from tests.browser.cast.made.hand import SCRIBBLE
from tests.server import Server
from tools.browser import FLAGS, find_browser

SLOWER = 4
STROKES, MOVES = 6, 60
SIZES: dict[str, tuple[ViewportSize, int]] = {
    'phone': ({'width': 390, 'height': 844}, 2),
    'tablet': ({'width': 1280, 'height': 800}, 1),
}
WATCH = """
window.frames = [];
const watch = (now) => { window.frames.push(now); requestAnimationFrame(watch); };
requestAnimationFrame(watch);
"""
FULL = [300, 120]
"""Strokes, and points of each: nearly a full sheet."""

Move = Callable[[str, float, float], object]


def main() -> None:
    """Print one table."""
    columns = ('frames', 'p50 ms', 'p95 ms', 'worst', 'script ms')
    print(f'CPU {SLOWER}× slower; frames are 16.7 ms apart at best; "script" is the average for each frame')
    print(' ' * 34 + ''.join(f'{column:>11}' for column in columns))
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder), full_cost=True) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        for name in SIZES:
            for row, figures in _rows(browser, server, name):
                print(f'{name:8}{row:26}' + ''.join(f'{figure:11.1f}' for figure in figures), flush=True)
        browser.close()


def _rows(browser: Browser, server: Server, size: str) -> list[tuple[str, tuple[float, ...]]]:
    viewport, sharpness = SIZES[size]
    context = browser.new_context(
        viewport=viewport, device_scale_factor=sharpness, has_touch=True, locale='nl-NL', service_workers='block'
    )
    page = context.new_page()
    device = _sits_down(page, server)
    finger, pen = _finger(device), _pen(device)

    def draw_on(move: Move) -> Callable[[], None]:
        return lambda: _scribble(page, move)

    rows = [('nobody draws', _timed(page, device, lambda: page.wait_for_timeout(2000)))]
    rows.append(('a finger', _timed(page, device, draw_on(finger))))
    rows.append(('a pen, with pressure', _timed(page, device, draw_on(pen))))
    page.get_by_role('button', name='dik', exact=True).click()
    rows.append(('a finger, thick', _timed(page, device, draw_on(finger))))
    page.mouse.move(viewport['width'] / 2, 300)
    page.locator('canvas').evaluate(SCRIBBLE, FULL)
    rows.append(('a finger, on a full sheet', _timed(page, device, draw_on(finger))))
    undo = page.get_by_role('button', name='Oeps', exact=True)

    def take_back() -> None:
        for _ in range(10):
            undo.click()

    rows.append(('a step back there, 10×', _timed(page, device, take_back)))
    context.close()
    return rows


def _sits_down(page: Page, server: Server) -> CDPSession:
    page.goto(server.url)
    page.get_by_role('button', name='Nieuw kompas').click()
    page.wait_for_url('**/ik')
    page.goto(page.url.removesuffix('ik') + 'tekenen/album')
    page.locator('.easel[data-ready]').wait_for()
    device = page.context.new_cdp_session(page)
    device.send('Performance.enable')
    device.send('Emulation.setCPUThrottlingRate', {'rate': SLOWER})
    page.evaluate(WATCH)
    return device


def _timed(page: Page, device: CDPSession, work: Callable[[], object]) -> tuple[float, ...]:
    page.wait_for_timeout(500)
    page.evaluate('window.frames.length = 0')
    before = _script_seconds(device)
    work()
    moments = page.evaluate('window.frames')
    script = (_script_seconds(device) - before) * 1000 / len(moments)
    apart = [later - sooner for sooner, later in pairwise(moments)]
    return len(moments), median(apart), quantiles(apart, n=20)[-1], max(apart), script


def _script_seconds(device: CDPSession) -> float:
    metrics = device.send('Performance.getMetrics')['metrics']
    return float(next(one['value'] for one in metrics if one['name'] == 'ScriptDuration'))


def _scribble(page: Page, move: Move) -> None:
    """Curves all over the sheet, some 2,000 of its thousandths a second."""
    box = page.locator('canvas').bounding_box()
    assert box
    for stroke in range(STROKES):
        for at in range(MOVES):
            turn = stroke + at * 0.09
            x = box['x'] + box['width'] * (0.5 + 0.4 * math.sin(turn * 1.3))
            y = box['y'] + box['height'] * (0.5 + 0.4 * math.cos(turn * 0.9 + stroke))
            move('down' if at == 0 else 'move', x, y)
        move('up', x, y)


def _finger(device: CDPSession) -> Move:
    kinds = {'down': 'touchStart', 'move': 'touchMove', 'up': 'touchEnd'}

    def move(kind: str, x: float, y: float) -> None:
        points = [] if kind == 'up' else [{'x': x, 'y': y, 'id': 1}]
        device.send('Input.dispatchTouchEvent', {'type': kinds[kind], 'touchPoints': points})

    return move


def _pen(device: CDPSession) -> Move:
    kinds = {'down': 'mousePressed', 'move': 'mouseMoved', 'up': 'mouseReleased'}

    def move(kind: str, x: float, y: float) -> None:
        event = {'type': kinds[kind], 'x': x, 'y': y, 'button': 'left', 'buttons': int(kind != 'up')}
        more = {'force': 0.5 + 0.4 * math.sin(x / 40), 'pointerType': 'pen', 'clickCount': 1}
        device.send('Input.dispatchMouseEvent', event | more)

    return move


if __name__ == '__main__':
    main()
