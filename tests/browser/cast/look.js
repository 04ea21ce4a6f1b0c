// What one screen measures: each list names what is not as it should be.
async ({ touch, word, inDisc }) => {
  await document.fonts.ready;
  const root = document.documentElement;
  const box = (one) => one.getBoundingClientRect();
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const drawn = (one) => one instanceof SVGElement;
  const ownTexts = (one) => [...one.childNodes].filter((node) => node.nodeType === 3 && node.textContent.trim());
  const size = (one) => parseFloat(getComputedStyle(one).fontSize) * (drawn(one) ? one.getScreenCTM().a : 1);
  const words = (one) => (one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40);
  const named = (measure) => (one) =>
    `${one.tagName.toLowerCase()}.${one.getAttribute('class')} "${words(one)}" ${measure(one)}`;

  // the framework's own bar stands outside until something loads
  const shown = all('body *').filter((one) => !drawn(one) && !one.closest('#q-loading-bar'));
  const texts = shown.filter((one) => ownTexts(one).length);

  function rectangles(one) {
    const range = document.createRange();
    return ownTexts(one).flatMap((text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()];
    });
  }

  // words that run out of their own box, over the border of what one taps, or behind what hides them
  function isCut(one) {
    if (one.clientWidth && one.scrollWidth > one.clientWidth + 1) return true;
    for (let around = one; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (style.overflowX === 'visible' && !around.matches('button, a')) continue;
      const { left, right, top, bottom } = box(around);
      const border = around.clientLeft - 1;
      // letters have some air above and below, which may be cut
      const air = parseFloat(style.fontSize) * 0.2;
      const fits = (line) =>
        line.left >= left + border &&
        line.right <= right - border &&
        line.top >= top - air &&
        line.bottom <= bottom + air;
      if (!rectangles(one).every(fits)) return true;
    }
    return false;
  }

  return {
    titles: all('h1').length,
    elements: [...document.querySelectorAll('[id]')].filter((one) => /^c\d+$/.test(one.id)).length,
    scrolls: root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} > ${root.clientWidth}`] : [],
    outside: shown
      // the sign of the fold follows in the next frame: `tests/browser/live/test_fold.py`
      .filter((one) => !one.closest('#fold'))
      .filter((one) => box(one).left < -0.5 || box(one).right > root.clientWidth + 0.5)
      .map(named((one) => `${Math.round(box(one).left)} to ${Math.round(box(one).right)}`)),
    small: all('button, a, input:not([type=hidden])')
      .filter((one) => Math.min(box(one).width, box(one).height) < touch - 0.5)
      .map(named((one) => `${Math.round(box(one).width)}×${Math.round(box(one).height)}`)),
    cut: texts.filter(isCut).map(named((one) => `${one.scrollWidth} in ${one.clientWidth}`)),
    tiny: [...texts, ...all('svg text')]
      .filter((one) => size(one) < (one.matches('.own-words, .wish-word') ? inDisc : word) - 0.05)
      .map(named((one) => `${size(one).toFixed(1)}px`)),
  };
}
