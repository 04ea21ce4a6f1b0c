// What one screen measures: each list names what is not as it should be.
async ({ touch, word }) => {
  await document.fonts.ready;
  const root = document.documentElement;
  const box = (one) => one.getBoundingClientRect();
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const flat = (one) => !(one instanceof SVGElement);
  const holdsWords = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const drawnAt = (one) => (flat(one) ? 1 : one.getScreenCTM().a);
  const size = (one) => parseFloat(getComputedStyle(one).fontSize) * drawnAt(one);
  const words = (one) => (one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40);
  const named = (measure) => (one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class')} "${words(one)}" ${measure(one)}`;
  const sides = (one) => `${Math.round(box(one).left)}–${Math.round(box(one).right)}`;

  return {
    titles: all('h1').length,
    elements: [...document.querySelectorAll('[id]')].filter((one) => /^c\d+$/.test(one.id)).length,
    scrolls: root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} > ${root.clientWidth}`] : [],
    outside: all('body *')
      .filter((one) => flat(one) && !one.closest('.party'))
      .filter((one) => box(one).left < -0.5 || box(one).right > root.clientWidth + 0.5)
      .map(named(sides)),
    small: all('button, a, input:not([type=hidden])')
      .filter((one) => Math.min(box(one).width, box(one).height) < touch - 0.5)
      .map(named((one) => `${Math.round(box(one).width)}×${Math.round(box(one).height)}`)),
    clipped: all('button, button *, a, a *, h1, h2, p, small')
      .filter((one) => flat(one) && one.clientWidth && one.scrollWidth > one.clientWidth + 1)
      .map(named((one) => `${one.scrollWidth} > ${one.clientWidth}`)),
    tiny: all('main *, button, button *, a, a *, h1, h2, p')
      .filter((one) => holdsWords(one) && size(one) < word - 0.05)
      .map(named((one) => `${size(one).toFixed(1)}px`)),
  };
}
