// Leaving a page so that nothing of it stays to be seen, whoever began: the person, a lock, or the server.
let leaving = false; // somebody is on the way to another page already

/** Nothing stays to be seen: no words, no title, no line over which they could come back. */
function empty() {
  const line = globalThis.socket;
  line?.removeAllListeners(); // they look for elements that are gone
  line?.io.removeAllListeners();
  line?.disconnect();
  globalThis.onbeforeunload = null; // the framework keeps the id of the tab then
  sessionStorage.clear();
  document.title = '';
  document.body.replaceChildren();
  curtain(false);
}

/**
 * What a page cannot take away in time is not painted.
 * @param {boolean} drawn
 */
export function curtain(drawn) {
  document.documentElement.toggleAttribute('data-curtain', drawn);
}

/** Nothing stays to be seen; the caller leads on to another page. */
export function clear() {
  leaving = true;
  empty();
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
 */
export function wipe(page = '/') {
  empty();
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
