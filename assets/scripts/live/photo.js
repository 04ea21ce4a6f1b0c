// A photo on the whole screen: a swipe or an arrow key goes to the one beside it.
const FAR = 60;

/**
 * Which way a finger swiped: to the left brings the next photo, as when turning a page. Nothing for a short move,
 * or one that scrolls.
 * @param {number} across
 * @param {number} down
 * @returns {'left' | 'right' | null}
 */
export function swiped(across, down) {
  if (Math.abs(across) <= FAR || Math.abs(across) <= 2 * Math.abs(down)) return null;
  return across < 0 ? 'right' : 'left';
}

/**
 * The photo on that side: one reads from the other side in some languages.
 * @param {'left' | 'right'} way
 * @param {string} direction of the page
 */
export const beside = (way, direction) => (way === 'right') === (direction !== 'rtl') ? 'next' : 'prev';

/** @param {HTMLElement} stage */
export default function start(stage) {
  /** @type {{ x: number, y: number } | null} */
  let from = null;

  /** @param {'left' | 'right'} way */
  function go(way) {
    /** @type {HTMLAnchorElement | null} */
    const link = stage.querySelector(`a[rel="${beside(way, document.documentElement.dir)}"]`);
    link?.click();
  }

  stage.addEventListener('pointerdown', (event) => {
    from = event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
  });
  stage.addEventListener('pointerup', (event) => {
    if (!from) return;
    const way = swiped(event.clientX - from.x, event.clientY - from.y);
    from = null;
    if (way) go(way);
  });
  stage.addEventListener('pointercancel', () => {
    from = null;
  });

  /** @param {KeyboardEvent} event */
  function arrow(event) {
    if (!stage.isConnected) removeEventListener('keydown', arrow);
    else if (event.key === 'ArrowLeft') go('left');
    else if (event.key === 'ArrowRight') go('right');
  }
  addEventListener('keydown', arrow);
}
