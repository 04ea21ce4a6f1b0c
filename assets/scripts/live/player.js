// Plays spoken words: a tap begins, another one stops. One sound at a time on the whole page.
const sound = new Audio();
/** @type {HTMLElement | null} */
let playing = null;

/** @param {HTMLElement} button */
export default function start(button) {
  button.addEventListener('click', () => (button === playing ? stop() : play(button)));
}

/** @param {HTMLElement} button */
async function play(button) {
  stop();
  playing = button;
  show(button);
  sound.src = button.dataset.sound ?? '';
  try {
    await sound.play();
  } catch (error) {
    // a tap on another button ends this one, and that is no trouble
    if (playing !== button || (error instanceof DOMException && error.name === 'AbortError')) return;
    stop();
    tell(button);
  }
}

function stop() {
  const button = playing;
  playing = null;
  sound.pause();
  sound.removeAttribute('src');
  if (button) show(button);
}

/** @param {HTMLElement} button */
function show(button) {
  button.setAttribute('aria-pressed', String(button === playing));
}

/**
 * A sentence over the page: the button stands where there may be no room for it.
 * @param {HTMLElement} button
 */
function tell(button) {
  const words = document.createElement('p');
  words.className = 'sound-lost';
  words.setAttribute('role', 'alert');
  words.textContent = button.dataset.lost ?? '';
  document.body.append(words);
  setTimeout(() => words.remove(), 6000);
}

sound.addEventListener('ended', stop);
addEventListener('pagehide', stop);
// another screen, or the page was wiped
new MutationObserver(() => {
  if (playing && !playing.isConnected) stop();
}).observe(document.body, { childList: true, subtree: true });
