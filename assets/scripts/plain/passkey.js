// Passkeys, on buttons with data-passkey: "in" shows who somebody is, "new" makes one. They are seen where the browser has
// passkeys; elsewhere a line says why there are none. However a try ends, the page says so.

import { show } from './keep_typed.js';
import { endOf, lackOf } from './passkey_ends.js';
import { answerOf, creationOf, requestOf } from './passkey_json.js';

/** @typedef {{ options?: any, page?: string, words?: string }} Told what the server says; options as JSON */

/** Milliseconds after its time in which an app that gives no answer at all is left. */
const MARGIN = 3_000;
/** Milliseconds in which the server answers. */
const ANSWERED_WITHIN = 30_000;

/** A try ended, and the page has to say how. */
class Ended extends Error {
  /** @param {string} end @param {string} [words] the server's own */
  constructor(end, words = '') {
    super(end);
    this.end = end;
    this.words = words;
  }
}

/**
 * What else stands in the form of the button, as the query of an address: whose device this is.
 * @param {boolean} own
 */
export const query = (own) => (own ? '?eigen=ja' : '');

/** @param {string} end @param {string} [words] in the place of those of the end */
function tell(end, words) {
  const place = document.querySelector('.sorry[role="alert"]');
  const ends = document.querySelector('template[data-passkey-ends]');
  if (!place || !(ends instanceof HTMLTemplateElement)) return location.reload();
  const found = ends.content.querySelector(`[data-end="${end}"]`) ?? ends.content.querySelector('[data-end="server"]');
  const said = document.importNode(found ?? ends, true);
  const span = said.querySelector('span');
  if (words && span) span.textContent = words;
  place.replaceChildren(...said.childNodes);
  place.removeAttribute('hidden');
  place.scrollIntoView({ block: 'nearest' });
}

/** An answer that is no JSON: of a page that is gone, of a budget, or of whatever stands between. @param {Response} answer */
async function notOurs(answer) {
  const kind = answer.headers.get('content-type') ?? '';
  const html = kind.startsWith('text/html') && answer.status < 500 ? await answer.text() : '';
  if (html && answer.status === 404) return show(html);
  const words = new DOMParser().parseFromString(html, 'text/html').title;
  throw new Ended(answer.status === 429 ? 'late' : 'server', words);
}

/**
 * Returns what the server says; nothing where it showed a page. Raises `Ended`.
 * @param {string} address
 * @param {string} body
 * @returns {Promise<Told | void>}
 */
async function post(address, body = '') {
  const headers = { 'X-Kompas': '1', 'Content-Type': 'application/json' };
  const signal = AbortSignal.timeout?.(ANSWERED_WITHIN);
  const answer = await fetch(address, { method: 'POST', headers, body, signal }).catch(() => {
    throw new Ended('line');
  });
  const isOurs = answer.headers.get('content-type')?.startsWith('application/json');
  if (!isOurs) return notOurs(answer);
  const told = await answer.json();
  if (!told.words) return told;
  throw new Ended(answer.status === 429 ? 'late' : 'server', told.words);
}

/**
 * The browser, or an app in its place, asks for a face, a finger or a PIN.
 * @param {string | undefined} kind
 * @param {any} options
 * @param {AbortSignal} signal
 */
async function askBrowser(kind, options, signal) {
  return kind === 'new'
    ? await navigator.credentials.create({ publicKey: creationOf(options), signal })
    : await navigator.credentials.get({ publicKey: requestOf(options), signal });
}

/**
 * Returns the answer for the server. Raises `Ended`.
 * @param {string | undefined} kind
 * @param {any} options
 */
async function answer(kind, options) {
  const allowed = options.timeout ?? 60_000;
  const [left, began] = [new AbortController(), performance.now()];
  /** @type {Promise<never>} */
  const tooLate = new Promise((_, reject) => {
    setTimeout(() => reject(new DOMException('', 'TimeoutError')), allowed + MARGIN);
  });
  try {
    return answerOf(kind, await Promise.race([askBrowser(kind, options, left.signal), tooLate]));
  } catch (error) {
    left.abort(); // one that still asks would keep the next try from asking
    throw new Ended(endOf(error, kind, performance.now() - began, allowed));
  }
}

/** @param {HTMLFormElement | null} form */
function beside(form) {
  const own = form?.elements.namedItem('eigen');
  return query(own instanceof HTMLInputElement && own.checked);
}

/** @param {HTMLButtonElement} button */
async function use(button) {
  const { passkey: kind, ask = '/werk/sleutel/vraag', post: where = '' } = button.dataset;
  const asked = await post(ask);
  if (!asked) return;
  if (asked.page) return location.assign(asked.page); // something else comes first
  const told = await post(where + beside(button.form), JSON.stringify(await answer(kind, asked.options)));
  if (told?.page) location.replace(told.page);
}

/** @param {HTMLButtonElement} button */
async function press(button) {
  button.disabled = true;
  document.querySelector('.sorry[role="alert"]')?.setAttribute('hidden', '');
  try {
    await use(button);
  } catch (error) {
    if (error instanceof Ended) tell(error.end, error.words);
    else tell('server');
  }
  button.disabled = false;
}

function start() {
  const lack = lackOf(globalThis);
  for (const line of document.querySelectorAll('[data-no-passkey]')) {
    line.toggleAttribute('hidden', line.getAttribute('data-no-passkey') !== lack);
  }
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = document.querySelectorAll('button[data-passkey]');
  for (const button of lack ? [] : buttons) {
    button.hidden = false;
    button.addEventListener('click', () => press(button));
  }
}

globalThis.document?.addEventListener('kompas-shown', start); // a page that came as the answer to a form
if (globalThis.document) start();
