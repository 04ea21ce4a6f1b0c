"""A hand that draws: with the mouse, a finger or a pen, at places on the sheet of 1000 × 1000."""

from collections.abc import Sequence

from playwright.sync_api import Locator, expect

from tests.browser.cast.person import Person

Spot = tuple[int, int]

AT = """
(canvas, [x, y]) => {
  const at = [x, y].map((one) => Math.round((one / 1000) * canvas.width));
  const dots = canvas.getContext('2d').getImageData(...at, 1, 1).data;
  return '#' + [...dots.slice(0, 3)].map((one) => one.toString(16).padStart(2, '0')).join('').toUpperCase();
}
"""
INKED = """
(canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] < 700) dark += 1;
  return dark / (data.length / 4);
}
"""

SCRIBBLE = """
(canvas, [strokes, points]) => {
  const { left, top, width } = canvas.getBoundingClientRect();
  const tell = (type, at) => canvas.dispatchEvent(new PointerEvent(type, {
    pointerId: 1, pointerType: 'mouse', bubbles: true, button: 0, buttons: 1,
    clientX: left + (0.5 + 0.45 * Math.sin(at * 0.7)) * width,
    clientY: top + (0.5 + 0.45 * Math.cos(at * 0.37)) * width,
  }));
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    tell('pointerdown', stroke);
    for (let point = 0; point < points; point += 1) tell('pointermove', stroke * 1.3 + point * 0.05);
    tell('pointerup', stroke);
  }
}
"""
"""Much faster than a hand: the events of an hour in a second."""


class Hand:
    """Someone's hand on the sheet that is open."""

    def __init__(self, person: Person) -> None:
        self.page = person.page
        expect(person.page.locator('.easel[data-ready]')).to_be_visible()
        self.sheet: Locator = person.page.locator('canvas')
        self._device = person.page.context.new_cdp_session(person.page)

    # looking

    def colour_at(self, x: int, y: int) -> str:
        """What one sees there, as `#RRGGBB`."""
        found: str = self.sheet.evaluate(AT, [x, y])
        return found

    def inked(self) -> float:
        """Which part of the sheet is not white."""
        found: float = self.sheet.evaluate(INKED)
        return found

    # drawing

    def draws(self, *spots: Spot, steps: int = 4) -> None:
        """One stroke with the mouse."""
        (x, y), *others = self._on_screen(spots)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        for x, y in others:
            self.page.mouse.move(x, y, steps=steps)
        self.page.mouse.up()

    def touches(self, *spots: Spot, force: tuple[float, ...] = ()) -> None:
        """One stroke with a finger, pressed as hard as `force` says at each spot."""
        self.puts_finger(*spots, force=force)
        self.lifts_finger()

    def puts_finger(self, *spots: Spot, force: tuple[float, ...] = (), finger: int = 1) -> None:
        """A stroke that is not over yet."""
        for number, (x, y) in enumerate(self._on_screen(spots)):
            point = {'x': x, 'y': y, 'id': finger} | ({'force': force[number]} if force else {})
            kind = 'touchMove' if number else 'touchStart'
            self._device.send('Input.dispatchTouchEvent', {'type': kind, 'touchPoints': [point]})

    def lifts_finger(self) -> None:
        self._device.send('Input.dispatchTouchEvent', {'type': 'touchEnd', 'touchPoints': []})

    def pens(self, *spots: Spot, force: tuple[float, ...] = ()) -> None:
        """One stroke with a pen."""
        self.puts_pen(*spots, force=force)
        self.lifts_pen(spots[-1])

    def puts_pen(self, *spots: Spot, force: tuple[float, ...] = ()) -> None:
        """A stroke that is not over yet."""
        for number, (x, y) in enumerate(self._on_screen(spots)):
            self._pen('mouseMoved' if number else 'mousePressed', x, y, force[number] if force else 0.5)

    def lifts_pen(self, spot: Spot) -> None:
        [(x, y)] = self._on_screen([spot])
        self._pen('mouseReleased', x, y, 0)

    def scribbles(self, strokes: int, points: int) -> None:
        """Many strokes all over the sheet, sooner than anybody can."""
        self.page.mouse.move(*self._on_screen([(500, 500)])[0])
        self.sheet.evaluate(SCRIBBLE, [strokes, points])

    def _pen(self, kind: str, x: float, y: float, force: float) -> None:
        held = {'button': 'left', 'buttons': 0 if kind == 'mouseReleased' else 1, 'clickCount': 1}
        event = {'type': kind, 'x': x, 'y': y, 'force': force, 'pointerType': 'pen', **held}
        self._device.send('Input.dispatchMouseEvent', event)

    def _on_screen(self, spots: Sequence[Spot]) -> list[tuple[float, float]]:
        box = self.sheet.bounding_box()
        assert box
        return [(box['x'] + x / 1000 * box['width'], box['y'] + y / 1000 * box['height']) for x, y in spots]
