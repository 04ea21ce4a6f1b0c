// Passkeys, on buttons with data-passkey: "in" shows who somebody is, "new" makes one. They are seen only where the
// browser has passkeys: at https addresses with a name and on localhost.

/** @typedef {{ options?: any, page?: string, words?: string }} Told what the server says; options as JSON */

/**
 * Whether a host is an address in numbers, which cannot have passkeys.
 * @param {string} host
 */
export const isNumber = (host) => /^[\d.]+$/.test(host) || host.startsWith('[');

/**
 * What else stands in the form of the button, as the query of an address: whose device this is.
 * @param {boolean} own
 */
export const query = (own) => (own ? '?eigen=ja' : '');

/** @param {string | undefined} words */
function tell(words) {
  /** @type {HTMLElement | null} */
  const place = document.querySelector('.sorry[role="alert"]');
  if (!words || !place) return location.reload(); // no answer of ours: the page itself says what is the matter
  (place.querySelector('span') ?? place).textContent = words;
  place.hidden = false;
  place.scrollIntoView({ block: 'nearest' });
}

/**
 * @param {string} address
 * @param {string} body
 * @returns {Promise<Told>}
 */
async function post(address, body = '') {
  const headers = { 'X-Kompas': '1', 'Content-Type': 'application/json' };
  return (await fetch(address, { method: 'POST', headers, body })).json();
}

/**
 * The browser asks for a face, a finger or a PIN; nothing when somebody says no, or it is not for this site.
 * @param {string | undefined} kind
 * @param {any} options
 */
async function answer(kind, options) {
  try {
    return kind === 'new'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  } catch {
    return null;
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
  if (asked.page) return location.assign(asked.page); // something else comes first
  if (!asked.options) return tell(asked.words);
  const credential = await answer(kind, asked.options);
  if (!credential) return tell(asked.words);
  const told = await post(where + beside(button.form), JSON.stringify(credential));
  if (told.page) location.replace(told.page);
  else tell(told.words);
}

function start() {
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = document.querySelectorAll('button[data-passkey]');
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      button.disabled = true;
      await use(button).catch(() => tell(''));
      button.disabled = false;
    });
  }
}

const hasPasskeys = typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';
if (hasPasskeys && isSecureContext && !isNumber(location.hostname)) start();
