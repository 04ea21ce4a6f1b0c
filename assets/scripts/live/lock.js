// The lock of a shared device that nobody touched for a while: first here, where no network is needed, then on
// the server, as soon as that can be reached.
import { wouldGo } from './goes.js';
import { clear, curtain, tellServer } from './leave.js';

const PAUSE = 2000;
const EYE = 1000; // how often it looks whether it is time

/**
 * What to do after so many milliseconds without a touch: nothing, ask whether somebody is there, or lock.
 * @param {number} quiet
 * @param {number} idle
 * @param {number} warned how long before the lock it asks
 * @returns {'wait' | 'ask' | 'lock'}
 */
export function due(quiet, idle, warned) {
  if (quiet >= idle) return 'lock';
  return quiet >= idle - Math.min(warned, idle / 3) ? 'ask' : 'wait';
}

/** A plain page has no line to say it over: it names an address. @param {string | undefined} address */
function sayStillHere(address) {
  if (address) tellServer(address);
  else globalThis.emitEvent?.('kompas_stay');
}

/** What is not sent yet gets a last try, and who is asked reads what would go. @param {HTMLDialogElement} question */
function ask(question) {
  document.dispatchEvent(new Event('kompas-last-call'));
  question.querySelector('[data-part=goes]')?.toggleAttribute('hidden', !wouldGo());
  question.showModal();
}

function showPutDown() {
  const putDown = document.getElementById('put-down');
  clear();
  document.body.className = 'plain';
  if (putDown instanceof HTMLTemplateElement) document.body.append(putDown.content);
  history.replaceState(null, '', '/slot');
}

/** @param {HTMLElement} settings */
export default function start(settings) {
  const idle = Number(settings.dataset.idle) * 1000;
  const warned = Number(settings.dataset.warned) * 1000;
  const step = Number(settings.dataset.seenStep) * 1000; // the server need not know it more precisely
  const question = document.getElementById('still-here');
  const stillHere = question instanceof HTMLDialogElement ? question : null;
  const tabs = new BroadcastChannel('kompas'); // the others of this browser
  let touched = Date.now();
  let told = touched;
  let locking = false;

  function stay() {
    touched = Date.now();
    if (stillHere?.open) stillHere.close();
  }

  /** @param {Event} event */
  function touch({ target }) {
    if (locking) return;
    // its own button closes the question itself: gone sooner, the tap would fall on what is behind it
    if (stillHere?.open && target instanceof Element && target.closest('#still-here button')) touched = Date.now();
    else stay();
    tabs.postMessage('touched');
    if (touched - told < step) return;
    told = touched;
    sayStillHere(settings.dataset.stay);
  }

  function watch() {
    const now = due(Date.now() - touched, idle, warned);
    if (now === 'lock') lock();
    else if (now === 'ask' && stillHere && !stillHere.open) ask(stillHere);
  }

  async function lock() {
    if (locking) return;
    locking = true;
    const naar = location.pathname; // a worker who comes back goes on here
    showPutDown();
    tabs.postMessage('locked');
    while (!(await tellServer('/slot', { naar }))) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    location.replace('/slot');
  }

  // Timers sleep when the tablet does: what was painted last is a curtain, until we know how long that was.
  function sleepOrWake() {
    if (locking) return;
    curtain(document.hidden);
    watch();
  }

  for (const sign of ['pointerdown', 'keydown', 'wheel']) {
    addEventListener(sign, touch, { capture: true, passive: true });
  }
  document.addEventListener('visibilitychange', sleepOrWake);
  document.addEventListener('resume', watch);
  for (const awake of ['focus', 'pageshow']) addEventListener(awake, watch);
  setInterval(watch, Math.min(EYE, idle / 10));
  tabs.onmessage = ({ data }) => (data === 'locked' ? lock() : stay());
}
