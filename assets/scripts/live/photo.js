// A photo on the whole screen: a swipe or an arrow key goes to the one beside it.
const FAR = 60;

export default function start(stage) {
  let from = null;

  const go = (way) => {
    const rtl = document.documentElement.dir === 'rtl';
    const rel = (way === 'right') !== rtl ? 'next' : 'prev';
    stage.querySelector(`a[rel="${rel}"]`)?.click();
  };

  stage.addEventListener('pointerdown', (event) => {
    from = event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
  });
  stage.addEventListener('pointerup', (event) => {
    if (!from) return;
    const across = event.clientX - from.x;
    const down = event.clientY - from.y;
    from = null;
    // to the left brings the next one, as when turning a page
    if (Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(down)) go(across < 0 ? 'right' : 'left');
  });
  stage.addEventListener('pointercancel', () => {
    from = null;
  });

  const arrow = (event) => {
    if (!stage.isConnected) removeEventListener('keydown', arrow);
    else if (event.key === 'ArrowLeft') go('left');
    else if (event.key === 'ArrowRight') go('right');
  };
  addEventListener('keydown', arrow);
}
