// What is half done: half-written words, and a drawing that was not kept. It waits in this browser, sealed, until it is
// done or taken away: on an own device also when the page is closed, on everyone's in this tab, until the lock.
import { isOwn, pageSeal, wasLeft } from './keeping.js';
import { bytesOf, canSeal, sealed, textOf, unsealed } from './seal.js';

const WRITTEN = 'input[name=words], textarea';
const PREFIX = 'half done: ';
const SEALED = 'sealed ';

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Line */

/**
 * Where a line's half-written words are kept.
 * @param {string} page
 * @param {string} label
 */
export const nameOf = (page, label) => `${PREFIX}${page} ${label}`;

/** @type {Map<string, number>} how often something was kept or dropped under a name: the last time counts */
const turns = new Map();

/** @param {string} name */
function nextTurn(name) {
  const turn = (turns.get(name) ?? 0) + 1;
  turns.set(name, turn);
  return turn;
}

/**
 * Keep something until it is dropped; where the browser is full, the page goes on all the same.
 * @param {string} name
 * @param {string} what
 * @param {string | undefined} privateSeal of what the page shows only to who showed who they are
 */
export async function keepDraft(name, what, privateSeal = undefined) {
  const turn = nextTurn(name);
  const seal = privateSeal ?? pageSeal();
  const isSealed = seal !== undefined && canSeal();
  const kept = isSealed ? SEALED + textOf(await sealed(seal, new TextEncoder().encode(what))) : what;
  if (turns.get(name) !== turn || wasLeft()) return;
  try {
    // what is private and cannot be sealed stays in the tab
    (isOwn() && (isSealed || !privateSeal) ? localStorage : sessionStorage).setItem(name, kept);
  } catch {
    // nothing else would go better
  }
}

/**
 * What was kept; null when there is nothing, or this page may not read it.
 * @param {string} name
 * @param {string | undefined} privateSeal
 */
export async function readDraft(name, privateSeal = undefined) {
  const kept = sessionStorage.getItem(name) ?? localStorage.getItem(name);
  if (!kept?.startsWith(SEALED)) return kept;
  for (const seal of [privateSeal, pageSeal()]) {
    try {
      if (seal) return new TextDecoder().decode(await unsealed(seal, bytesOf(kept.slice(SEALED.length))));
    } catch {
      // it was sealed with the other one, or elsewhere
    }
  }
  return null;
}

/** @param {string} name */
export function dropDraft(name) {
  nextTurn(name);
  if (wasLeft()) return;
  sessionStorage.removeItem(name);
  localStorage.removeItem(name);
}

/** @param {Line} line */
const mine = (line) => nameOf(location.pathname, line.getAttribute('aria-label') ?? '');

/** @param {Line} line */
function privateSealOf(line) {
  const found = line.closest('.screen')?.querySelector('[data-seal]');
  return found instanceof HTMLElement ? found.dataset.seal : undefined;
}

/** @param {Line} line */
const isUntouched = (line) => !line.value || line.value === line.defaultValue;

/** @param {EventTarget | null} target @returns {target is Line} */
const isLine = (target) => target instanceof HTMLElement && target.matches(WRITTEN);

/** From now on half-written words are kept as they are written, and stand on their line again when a page comes back. */
export function keepHalfWritten() {
  /** @type {Map<string, Line>} the lines with something half written on them */
  const busy = new Map();
  /** @type {WeakSet<Line>} */
  const seen = new WeakSet();

  document.addEventListener('input', ({ target }) => {
    if (!isLine(target)) return;
    if (isUntouched(target)) return finish(mine(target));
    busy.set(mine(target), target);
    keepDraft(mine(target), target.value, privateSealOf(target));
  }, { capture: true });

  /** @param {string} name */
  function finish(name) {
    busy.delete(name);
    dropDraft(name);
  }

  /** What was accepted is not half written any more, nor what was left on another screen. */
  function look() {
    if (wasLeft()) return;
    for (const [name, line] of busy) if (!line.isConnected || isUntouched(line)) finish(name);
  }

  function restore() {
    look();
    /** @type {NodeListOf<Line>} */
    const lines = document.querySelectorAll(WRITTEN);
    for (const line of lines) if (!seen.has(line)) putBack(line);
  }

  /** @param {Line} line */
  async function putBack(line) {
    seen.add(line);
    const name = mine(line);
    const kept = await readDraft(name, privateSealOf(line));
    if (kept === null || !line.isConnected || !isUntouched(line)) return;
    line.value = kept;
    busy.set(name, line);
  }

  addEventListener('pagehide', look);
  new MutationObserver(restore).observe(document.body, { childList: true, subtree: true });
  restore();
}
