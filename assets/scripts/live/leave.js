// Leaving a page so that nothing of it stays to be seen, whoever began: the person, a lock, or the server.
const DATABASE = 'krachtkompas'; // of `capture/kept.js`
const SEALED = 'sealed '; // by `live/drafts.js`
let leaving = false; // somebody is on the way to another page already

/**
 * Nothing stays to be seen: no words, no title, no line over which they could come back.
 * @param {boolean} keeps whether what waits in this browser stays, sealed or on a device of the person's own
 */
function empty(keeps) {
  document.documentElement.toggleAttribute('data-left', true); // from here on nothing is kept
  const line = globalThis.socket;
  line?.removeAllListeners(); // they look for elements that are gone
  line?.io.removeAllListeners();
  line?.disconnect();
  globalThis.onbeforeunload = null; // the framework keeps the id of the tab then
  forget(keeps);
  document.title = '';
  document.body.replaceChildren();
  curtain(false);
}

/** @param {boolean} keeps */
function forget(keeps) {
  for (const name of Object.keys(sessionStorage)) {
    if (!keeps || !sessionStorage.getItem(name)?.startsWith(SEALED)) sessionStorage.removeItem(name);
  }
  if (keeps) return;
  localStorage.clear();
  globalThis.indexedDB?.deleteDatabase(DATABASE);
}

/**
 * What a page cannot take away in time is not painted.
 * @param {boolean} drawn
 */
export function curtain(drawn) {
  document.documentElement.toggleAttribute('data-curtain', drawn);
}

/**
 * Nothing stays to be seen; the caller leads on to another page.
 * @param {{ keeps?: boolean }} what of what waits in this browser
 */
export function clear({ keeps = false } = {}) {
  leaving = true;
  empty(keeps);
}

/** This shared device forgets the compass, by the form that clears its cookie. */
export function leave() {
  const form = document.getElementById('leave');
  if (!(form instanceof HTMLFormElement)) throw new TypeError('no form to leave with');
  clear();
  document.body.append(form);
  form.submit();
}

/**
 * This browser may look no longer: nothing stays to be seen, and another page comes.
 * @param {string} page
 * @param {boolean} keeps what waits in this browser, unseen
 */
export function wipe(page = '/', keeps = false) {
  empty(keeps);
  if (!leaving) location.replace(page);
}

/**
 * Post to an address of ours, also while this page goes; answers whether the server heard it.
 * @param {string} address
 * @param {Record<string, string>} form
 */
export async function tellServer(address, form = {}) {
  try {
    const sent = { headers: { 'X-Kompas': '1' }, body: new URLSearchParams(form), keepalive: true };
    const answer = await fetch(address, { method: 'POST', ...sent });
    return answer.status < 500;
  } catch {
    return false;
  }
}

/** A page that was left shows nothing when the browser goes back to it. */
export function watchLeaving() {
  addEventListener('submit', (event) => {
    const form = event.target;
    if (!event.defaultPrevented && form instanceof HTMLFormElement && form.method === 'post') leaving = true;
  });
  addEventListener('pagehide', () => curtain(true));
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
