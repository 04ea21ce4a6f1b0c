// Sends something of the person's to the server, and goes on trying while the network is away.
// The address holds an id that this browser chose, so what is sent twice is kept once.
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;
const WORTH_ANOTHER_TRY = new Set([0, 429, 502, 503, 504]);
const FINAL = new Set([404, 410, 413, 415]);

/**
 * What came of sending: the status (0: no network), the sub-page to go to, and the plain sentence that says what is
 * wrong; the last two may be missing.
 * @typedef {{ status: number, page?: string, words?: string }} Answer
 */

/**
 * How to send. `patience`: seconds to go on without a network. `silence`: seconds in which nothing moves, after which
 * a try is over. `onProgress` hears how much has left, from 0 to 1.
 * @typedef {{ patience: number, silence: number, type?: string, onProgress?: (share: number) => void }} Manner
 */

/** Sixteen hexadecimal characters nobody chose before. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Where something of this sort is sent, for `place` in the compass at address `compass`.
 * @param {string} compass
 * @param {string} id
 * @param {string} sort
 * @param {string} place
 */
export const addressFor = (compass, id, sort, place) =>
  `${compass}/bijlage/${id}?soort=${sort}&bij=${encodeURIComponent(place)}`;

/**
 * Whether the answer may be another one in a moment.
 * @param {number} status
 */
export const isWorthAnotherTry = (status) => WORTH_ANOTHER_TRY.has(status);

/**
 * Whether the answer stays the same however often one asks.
 * @param {number} status
 */
export const isFinal = (status) => FINAL.has(status);

/**
 * PUT `body` at `address`, until it arrives or patience is over.
 * @param {string} address
 * @param {XMLHttpRequestBodyInit} body
 * @param {Manner} manner
 */
export const send = (address, body, manner) =>
  keepTrying(() => put(address, body, manner), networkOrPause, 1000 * manner.patience);

/**
 * Call `once` until its answer is worth having, or until it lost the network for `patience` milliseconds.
 * `wait` gets how many milliseconds to wait before the next try.
 * @param {() => Promise<Answer>} once
 * @param {(milliseconds: number) => Promise<void>} wait
 * @param {number} patience
 * @returns {Promise<Answer>}
 */
export async function keepTrying(once, wait, patience) {
  let lostAt;
  for (let pause = FIRST_PAUSE;; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    const answer = await once();
    if (!isWorthAnotherTry(answer.status)) return answer;
    lostAt ??= Date.now();
    const left = lostAt + patience - Date.now();
    if (left <= 0) return answer;
    await wait(Math.min(pause, left));
  }
}

/**
 * Go to a sub-page without a reload: the framework takes every click on a link.
 * @param {string} page
 */
export function follow(page) {
  const link = document.createElement('a');
  link.href = page;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}

/**
 * @param {string} address
 * @param {XMLHttpRequestBodyInit} body
 * @param {Manner} manner
 * @returns {Promise<Answer>}
 */
function put(address, body, { type, onProgress, silence }) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // fetch cannot tell how much has left
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let watch;
    // a network that fails without a word would keep us waiting for ever
    const stillMoving = () => {
      clearTimeout(watch);
      watch = setTimeout(() => request.abort(), 1000 * silence);
    };
    request.upload.onprogress = (event) => {
      stillMoving();
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onloadend = () => {
      clearTimeout(watch);
      resolve({ ...said(request.responseText), status: request.status });
    };
    request.open('PUT', address);
    request.setRequestHeader('X-Kompas', '1');
    if (type) request.setRequestHeader('Content-Type', type);
    stillMoving();
    request.send(body);
  });
}

/**
 * What the server says in its answer; nothing when it was not our server, but something on the way to it.
 * @param {string} text
 * @returns {{ page?: string, words?: string }}
 */
export function said(text) {
  try {
    const { page, words } = JSON.parse(text);
    return { page, words };
  } catch {
    return {};
  }
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function networkOrPause(milliseconds) {
  return new Promise((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      removeEventListener('online', goOn);
      resolve();
    };
    const timer = setTimeout(goOn, milliseconds);
    addEventListener('online', goOn);
  });
}
