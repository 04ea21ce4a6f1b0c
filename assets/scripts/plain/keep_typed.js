// A form with data-keep is sent from here, so that a no leaves all that was typed where it stands: a page may have been
// open for so long that the code in it is old. What data-keep says is said when no answer comes. Without a script the
// form is sent as any other.

/** @typedef {{ page: string } | { words: string } | { html: string }} Answer */

/**
 * What to do with what the server says: go to a page, say why not, or show the page it sent.
 * @param {number} status
 * @param {string} kind of content
 * @param {string} body
 * @param {(html: string) => string} sentence in a page that says no; empty when there is none
 * @returns {Answer}
 */
export function understood(status, kind, body, sentence) {
  if (kind.startsWith('application/json')) return JSON.parse(body);
  const words = status >= 400 ? sentence(body) : '';
  return words ? { words } : { html: body };
}

/** @param {string} html */
function parsed(html) {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** @param {string} html */
function sentenceIn(html) {
  return parsed(html).querySelector('.sorry[role="alert"]:not([hidden])')?.outerHTML ?? '';
}

/** A page that came as an answer takes the place of this one; it has no address of its own. @param {string} html */
export function show(html) {
  const page = parsed(html);
  document.title = page.title;
  document.body.replaceWith(page.body);
  document.dispatchEvent(new Event('kompas-shown'));
  scrollTo(0, 0);
  const title = document.querySelector('h1');
  if (title) title.tabIndex = -1;
  title?.focus();
}

/**
 * @param {HTMLFormElement} form
 * @param {Iterable<Node | string>} words what stands in the line that says why not
 */
function sayNo(form, words) {
  const line = document.querySelector('.sorry[role="alert"]');
  if (!line) return location.reload();
  line.replaceChildren(...words);
  line.removeAttribute('hidden');
  line.scrollIntoView({ block: 'nearest' });
  delete form.dataset.sent;
}

/** A code that was sent is used up, or over. @param {HTMLFormElement} form */
function askCodeAnew(form) {
  const code = form.querySelector('input[autocomplete="one-time-code"]');
  if (!(code instanceof HTMLInputElement)) return;
  code.value = '';
  code.focus({ preventScroll: true });
}

/** @param {HTMLFormElement} form */
async function send(form) {
  // @ts-ignore: the text of a form; none of ours sends files
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.action, { method: 'POST', headers: { 'X-Kompas': '1' }, body });
  const kind = answer.headers.get('content-type') ?? '';
  const said = understood(answer.status, kind, await answer.text(), sentenceIn);
  if ('page' in said) return location.replace(said.page);
  if ('html' in said) return show(said.html);
  sayNo(form, parsed(said.words).querySelector('.sorry')?.childNodes ?? []);
  askCodeAnew(form);
}

globalThis.document?.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.dataset.keep) return;
  event.preventDefault();
  send(form).catch(() => sayNo(form, [form.dataset.keep ?? '']));
});
