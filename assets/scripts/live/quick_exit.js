// "Snel weg": at once nothing to see, then away to a page about something else, in every tab of this browser.
import { clear, tellServer } from './leave.js';

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

/** @param {HTMLElement} button */
export default function start(button) {
  const { exit = '/' } = button.dataset;
  const tabs = new BroadcastChannel('kompas-away');
  let gone = false;
  /** @type {number[]} */
  let pressed = [];

  function blank() {
    gone = true;
    clear();
  }

  async function leave() {
    if (gone) return;
    blank();
    tabs.postMessage('away');
    // told to the server first, so that Back leads away as well
    await Promise.race([tellServer('/weg'), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    location.replace(exit);
  }

  button.addEventListener('click', leave);
  tabs.onmessage = () => {
    blank();
    location.replace(exit);
  };

  // for hands at a keyboard
  const listen = (/** @type {KeyboardEvent} */ event) => {
    pressed = escapes(pressed, event);
    if (isEnough(pressed)) leave();
  };
  addEventListener('keydown', listen, { capture: true });
}
