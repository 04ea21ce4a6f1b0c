// What one screen measures in one shape, beside what look.js does: each list names what is not as it should be.
async ({ words, low }) => {
  await document.fonts.ready;
  const root = document.documentElement;
  const box = (one) => one.getBoundingClientRect();
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const named = (one) => `${one.localName}.${one.className} "${(one.ariaLabel ?? one.textContent).trim().slice(0, 40)}"`;
  const range = document.createRange();

  // where a line may end within a word: after a hyphen, a dash or a slash, or where a soft hyphen shows
  const MAY_END = /[-\u00ad\u2010\u2013/]/;
  // what is copied as it stands, and what is drawn
  const APART = 'script, style, svg, template, code, pre, .link, #q-loading-bar';

  function* wordsOf(text) {
    for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (range.getClientRects().length > 1) yield { word, index };
    }
  }

  function whereBroken(text, { word, index }) {
    let at = index;
    let before = null;
    let last = '';
    for (const letter of word) {
      range.setStart(text, at);
      range.setEnd(text, at + letter.length);
      const place = [...range.getClientRects()].findLast((one) => one.width > 0);
      const below = before && place && place.top > before.top + before.height / 2;
      if (below && !MAY_END.test(last)) return `${word.slice(0, at - index)}/${word.slice(at - index)}`;
      before = place ?? before;
      last = letter;
      at += letter.length;
    }
    return null;
  }

  function broken() {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text; (text = texts.nextNode()); ) {
      const around = text.parentElement;
      if (!text.data.trim() || around.closest(APART) || !seen(around)) continue;
      for (const one of wordsOf(text)) {
        const place = whereBroken(text, one);
        if (place) found.push(`${place.replaceAll('\u00ad', '')} in ${named(around)}`);
      }
    }
    return found;
  }

  // what stays in its place while the page moves; a dialog is all there is while it is open
  function sticking() {
    return [...document.querySelectorAll('body *')].filter(
      (one) =>
        ['fixed', 'sticky'].includes(getComputedStyle(one).position) &&
        seen(one) &&
        one.getBoundingClientRect().top < innerHeight &&
        // the sign of the fold is no row, and steps aside for what has the focus: `tests/browser/live/test_fold.py`
        !one.closest('dialog, #q-loading-bar, #fold'),
    );
  }

  // how far what sticks reaches: also what hangs out of it
  const reach = (one) => [one, ...one.querySelectorAll('*')].filter(seen).map(box).filter((one) => one.height > 0);

  function sticks() {
    const rows = sticking().filter((one) => reach(one).length);
    const highest = Math.max(0, ...rows.map((one) => Math.max(...reach(one).map(({ bottom }) => bottom)) - box(one).top));
    if (rows.length > 1) return rows.map(named);
    return highest > 88 ? [`${named(rows[0])} ${Math.round(highest)} pixels`] : [];
  }

  // what one comes to with the keyboard lies under nothing that sticks
  function covered() {
    if (document.querySelector('dialog[open]')) return [];
    const above = sticking();
    const stops = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')];
    return stops
      .filter((one) => seen(one) && !one.disabled && !above.some((other) => other.contains(one)))
      .filter((one) => {
        one.blur(); // what has the focus already would stay where it is
        one.focus();
        const place = box(one);
        if (document.activeElement !== one || place.height > innerHeight - 100) return false;
        const outside = place.top < -1 || place.bottom > innerHeight + 1;
        const under = above.flatMap(reach).some(
          (other) =>
            other.left < place.right - 1 && other.right > place.left + 1 &&
            other.top < place.bottom - 1 && other.bottom > place.top + 1,
        );
        return outside || under;
      })
      .map(named);
  }

  // without a "Lees voor" a title has more room, and another place to break
  function brokenEitherWay() {
    const found = broken();
    root.toggleAttribute('data-voice');
    found.push(...broken());
    root.toggleAttribute('data-voice');
    return found;
  }

  const found = { broken: words ? brokenEitherWay() : [], sticks: low ? sticks() : [], covered: low ? covered() : [] };
  document.activeElement?.blur?.();
  scrollTo(0, 0);
  return found;
}
