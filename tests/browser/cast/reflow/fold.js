// What is wrong on this screen with the sign that more stands under the fold: at the top of the screen, and at its end.
async () => {
  const root = document.documentElement;
  const box = (one) => one.getBoundingClientRect();
  const frames = async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  };
  const scrolls = async (top) => {
    root.scrollTo({ top, behavior: 'instant' });
    await frames();
  };
  const end = () => root.scrollHeight - innerHeight;
  const flows = (one) => {
    for (let at = one; at && at !== document.body; at = at.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return false;
    }
    return true;
  };
  const sticks = (one) => getComputedStyle(one).position === 'sticky' && Math.abs(box(one).bottom - innerHeight) < 2;
  const bar = () => [...document.querySelectorAll('.foot, .places')].find((one) => sticks(one) && box(one).top > 90);
  const shown = () => {
    const arrow = document.querySelector('#fold i');
    if (!arrow || !arrow.getClientRects().length) return false;
    const { left, right, top, bottom, width, height } = box(arrow);
    const inside = left >= 0 && right <= root.clientWidth && top >= 0 && bottom <= innerHeight;
    const clear = bottom <= (bar() ? box(bar()).top : innerHeight) + 0.5;
    const seen = document.elementFromPoint(left + width / 2, top + height / 2) === arrow;
    return inside && clear && seen ? 'seen' : `hidden or in the way: ${[left, right, top, bottom]}`;
  };

  /** What is wrong once it had time to become right: a busy machine draws later than it measures. */
  const eventually = async (look) => {
    for (let tries = 0; tries < 60; tries += 1) {
      const found = await look();
      if (!found) return [];
      if (tries === 59) return [found];
      await frames();
    }
  };
  const atTheTop = async () => {
    await scrolls(0);
    const fold = bar() ? box(bar()).top : innerHeight;
    const things = document.querySelectorAll('#app, main, .panels').length ? '#app *, main *, .panels *' : 'body *';
    const lowest = [...document.querySelectorAll(things)]
      .filter((one) => one.matches('a, button, input, p, h1, h2, img, label, span, small') && one.checkVisibility())
      .filter((one) => box(one).bottom > fold && flows(one))
      .reduce((low, one) => Math.max(low, box(one).bottom), fold);
    const first = shown();
    if (end() > 8 && lowest > fold + 8 && first !== 'seen') return `${lowest - fold} pixels below, sign ${first}`;
    return end() <= 8 && first ? `nothing below, sign ${first}` : '';
  };
  const atTheEnd = async () => {
    await scrolls(end() + 100);
    return shown() ? `at the end, sign ${shown()}` : '';
  };

  // a dialog is all there is while it is open
  if (document.querySelector('dialog[open]')) return { fold: [] };
  const wrong = [...await eventually(atTheTop), ...await eventually(atTheEnd)];
  root.scrollTo({ top: 0, behavior: 'instant' });
  return { fold: wrong };
}
