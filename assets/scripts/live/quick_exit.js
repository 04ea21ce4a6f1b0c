// "Snel weg": at once nothing to see, then away to a page about something else, in every tab of this browser.
import { clear, tellServer } from './leave.js';

const EXIT = 'button[data-exit]';
const ESCAPES = 3;
const WITHIN = 1500;
const PATIENCE = 300; // who is watched waits for no network

/**
 * When Escape was pressed, as far as it counts, after one more key; the times are milliseconds.
 * @param {number[]} before
 * @param {{ key: string, timeStamp: number }} pressed
 */
export const escapes = (before, { key, timeStamp }) =>
  key === 'Escape' ? [...before, timeStamp].filter((at) => timeStamp - at < WITHIN) : [];

/** @param {number[]} pressed */
export const isEnough = (pressed) => pressed.length >= ESCAPES;

/** For every button there is, also one in a dialog that comes later. On a page without one nobody is led away. */
export default function start() {
  const tabs = new BroadcastChannel('kompas-away');
  let gone = false;
  /** @type {number[]} */
  let pressed = [];

  function blank() {
    gone = true;
    clear({ keeps: true });
  }

  /** @param {string} exit */
  async function leave(exit) {
    if (gone) return;
    blank();
    tabs.postMessage('away');
    // told to the server first, so that Back leads away as well
    await Promise.race([tellServer('/weg'), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    location.replace(exit);
  }

  tabs.onmessage = () => {
    const exit = exitHere();
    if (exit === undefined) return;
    blank();
    location.replace(exit);
  };
  document.addEventListener('click', ({ target }) => {
    const exit = target instanceof Element && target.closest(EXIT) ? exitHere() : undefined;
    if (exit !== undefined) leave(exit);
  }, { capture: true });

  // for hands at a keyboard
  const listen = (/** @type {KeyboardEvent} */ event) => {
    pressed = escapes(pressed, event);
    const exit = exitHere();
    if (isEnough(pressed) && exit !== undefined) leave(exit);
  };
  addEventListener('keydown', listen, { capture: true });
}

/** Where "Snel weg" leads, which the first of its buttons says; undefined where there is none. */
function exitHere() {
  const button = document.querySelector(EXIT);
  return button instanceof HTMLElement ? button.dataset.exit : undefined;
}
