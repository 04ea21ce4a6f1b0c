// What is private on a device of the person's own: when nobody touched it for a while the page begins anew, and the
// server asks for the person's picture.
const EYE = 1000; // how often it looks whether it is time

/** @param {HTMLElement} element */
export default function start(element) {
  const idle = Number(element.dataset.idle) * 1000;
  const step = Number(element.dataset.seenStep) * 1000; // the server need not know it more precisely
  let touched = Date.now();
  let told = touched;

  function touch() {
    touched = Date.now();
    if (touched - told < step) return;
    told = touched;
    globalThis.emitEvent?.('kompas_stay');
  }

  function watch() {
    if (!element.isConnected) stop();
    else if (Date.now() - touched >= idle) location.reload();
  }

  function stop() {
    clearInterval(eye);
    for (const sign of ['pointerdown', 'keydown', 'wheel']) removeEventListener(sign, touch, { capture: true });
    document.removeEventListener('visibilitychange', watch);
  }

  for (const sign of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(sign, touch, { capture: true, passive: true });
  }
  document.addEventListener('visibilitychange', watch);
  const eye = setInterval(watch, Math.min(EYE, idle / 10));
}
