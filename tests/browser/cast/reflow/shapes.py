"""The shapes a screen is seen in, and what is not as it should be in one of them."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import CDPSession, Page

from tests.soak import share

_HERE = Path(__file__).parent
REFLOW, FOLD, LOOK = (file.read_text() for file in (_HERE / 'reflow.js', _HERE / 'fold.js', _HERE.parent / 'look.js'))
MEASURE = f"""
async ([asked, sizes]) => {{
  document.documentElement.scrollTo({{ top: 0, behavior: 'instant' }});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(asked.spacing);
  document.adoptedStyleSheets.push(sheet);
  // the sign of the fold, and how far it keeps things from the edge, follow in the next frame
  if (asked.low) await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const {{ scrolls, outside, cut }} = await ({LOOK})(sizes);
  const found = {{ scrolls, outside, cut, ...(await ({REFLOW})(asked)) }};
  document.adoptedStyleSheets.pop();
  if (asked.fold) Object.assign(found, await ({FOLD})());
  return found;
}}
"""
ANY_SIZE = {'touch': 0, 'word': 0, 'inDisc': 0}

SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }'
"""The text spacing of WCAG 1.4.12."""
USUAL, LARGE = 16, 32
"""The size of type that is chosen in a browser, in pixels: as it comes, and twice as large."""
LOW = 480
"""Below this height only one row may stick."""

LOWEST = 256
"""On so low a screen the sign of the fold is thin, and may lie over what ends there."""
WAYS = 3

Offenders = dict[str, list[str]]


@dataclass(frozen=True)
class Shape:
    """How wide and high a screen is, in pixels, and how its type is set."""

    width: int
    height: int
    spaced: bool = False
    large: bool = False

    @property
    def is_usual(self) -> bool:
        """Whether the type is as it comes."""
        return not (self.spaced or self.large)


SHAPES = {
    'small phone': Shape(320, 568),
    'zoomed four times': Shape(320, 256),
    'phone of before': Shape(360, 740),
    'phone': Shape(390, 844),
    'phone sideways': Shape(667, 375),
    'tablet upright': Shape(768, 1024),
    'tablet': Shape(1280, 800),
    'spaced, small phone': Shape(320, 568, spaced=True),
    'spaced, sideways': Shape(667, 375, spaced=True),
    'large type, small phone': Shape(320, 568, large=True),
    'large type, sideways': Shape(667, 375, large=True),
}


class Shaped:
    """A page that is put in one shape after another, without being loaded again."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._type = USUAL

    def offenders(self, *, type_too: bool, number: int = 0) -> dict[str, Offenders]:
        """By the name of the shape, then by what is wrong; the page is left as it was.

        With `type_too` also where the type is set wider or larger than it comes. In a sample a third of the shapes,
        for each `number` others.
        """
        before = self._page.viewport_size
        asked = [name for name, shape in SHAPES.items() if type_too or shape.is_usual]
        found = {name: self._in(SHAPES[name]) for name in share(asked, number, WAYS)}
        self._set_type(USUAL)
        if before:
            self._page.set_viewport_size(before)
        return found

    def _in(self, shape: Shape) -> Offenders:
        self._page.set_viewport_size({'width': shape.width, 'height': shape.height})
        self._set_type(LARGE if shape.large else USUAL)
        asked = {
            'words': shape.is_usual,
            'fold': shape.is_usual and shape.height > LOWEST,
            'low': shape.height < LOW,
            'spacing': SPACED if shape.spaced else '',
        }
        found: Offenders = self._page.evaluate(MEASURE, [asked, ANY_SIZE])
        return found

    def _set_type(self, size: int) -> None:
        if size != self._type:
            self._cdp.send('Page.setFontSizes', {'fontSizes': {'standard': size}})
            self._type = size
