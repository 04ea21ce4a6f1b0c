// Where more of a screen stands under the fold, an edge of paper with an arrow says so; a tap on it leads there. It goes
// at the end, and while it would lie over what has the focus. For the eye and the finger alone: keys and screen readers
// come there by themselves.

/** What may stand beside something that does not scroll. */
const BESIDE = '.screen, .home > .steps';
const COLUMNS = `${BESIDE}, main`;
const BARS = '.foot, .places';
const IN_USE = 'a, button, input, select, textarea, summary, [tabindex="0"]';
/** Pixels of height under which a screen has no room to spare. */
const LOW = 480;
/** Pixels of which nobody misses anything. */
const SLACK = 8;

const sign = Object.assign(document.createElement('div'), { id: 'fold', hidden: true });
sign.setAttribute('aria-hidden', 'true');
const arrow = sign.appendChild(document.createElement('i'));

/** @param {Element} element */
const box = (element) => element.getBoundingClientRect();

/** @param {Element} element */
const paddingOf = (element) => parseFloat(getComputedStyle(element).paddingBottom) || 0;

/** What sticks to the bottom of the screen: the places, or the way back and on. */
function barOf() {
  return [...document.querySelectorAll(BARS)].find((one) => {
    const { top, bottom, height } = box(one);
    const sticks = getComputedStyle(one).position === 'sticky' && height > 0;
    return sticks && Math.abs(bottom - innerHeight) < 2 && top > innerHeight / 4;
  });
}

/** The part of the screen that scrolls. */
const columnOf = () => [...document.querySelectorAll(COLUMNS)].find((one) => one.getClientRects().length);

/**
 * The empty space at the end of the column, above the bar.
 * @param {?Element} column
 * @param {?Element} bar
 */
function airOf(column, bar) {
  const body = column?.querySelector(':scope > .body');
  const last = body && bar?.parentElement !== column && column?.lastElementChild !== body ? column : body ?? column;
  return last ? paddingOf(last) : 0;
}

/**
 * Whether the sign would lie over what one uses now.
 * @param {number} fold
 */
function coversFocus(fold) {
  const used = document.activeElement;
  if (!used?.matches(IN_USE) || !used.matches(':focus-visible')) return false;
  const { left, right, top, bottom } = box(used);
  const over = box(arrow);
  const isBeside = right <= over.left || left >= over.right;
  return top < fold && bottom > (isBeside ? fold - SLACK : over.top);
}

function update() {
  const root = document.documentElement;
  const [column, bar] = [columnOf() ?? null, barOf() ?? null];
  const fold = bar ? box(bar).top : innerHeight;
  const below = root.scrollHeight - scrollY - innerHeight;
  const isMore = below > Math.max(SLACK, airOf(column, bar));
  // from both sides: while a screen becomes narrower the sign stays inside it
  const { left, right } = box(column?.matches(BESIDE) ? column : document.body);
  sign.style.left = `${left}px`;
  sign.style.right = `${root.clientWidth - right}px`;
  sign.style.bottom = `${innerHeight - fold}px`;
  sign.hidden = !isMore;
  const isRoom = isMore && innerHeight >= LOW;
  root.style.scrollPaddingBottom = isRoom ? `${innerHeight - fold + box(sign).height + SLACK}px` : '';
  sign.hidden = !isMore || coversFocus(fold);
}

function goOn() {
  const { top } = box(arrow);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // what stood last above the fold is what stands first then
  scrollBy({ top: Math.max(top * 0.75, 80), behavior: calm ? 'auto' : 'smooth' });
}

let isAsked = false;
function ask() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    update();
  });
}

document.body.append(sign);
// the focus stays where it is
sign.addEventListener('mousedown', (event) => event.preventDefault());
arrow.addEventListener('click', goOn);
addEventListener('scroll', ask, { passive: true });
addEventListener('resize', () => {
  ask();
  requestAnimationFrame(ask); // what sticks to the bottom may come to its place a frame later
});
for (const happening of ['focusin', 'focusout']) document.addEventListener(happening, ask);
document.addEventListener('load', ask, true);
new MutationObserver(ask).observe(document.body, { childList: true, subtree: true });
if (globalThis.ResizeObserver) new ResizeObserver(ask).observe(document.body);
ask();
