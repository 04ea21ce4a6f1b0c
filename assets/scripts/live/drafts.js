// What is half done when a page begins anew, because the server went or was away for long: it lies in this tab until
// the page stands again. Whatever wipes the page empties that too.
const WRITTEN = 'input[name=words], textarea';
const PREFIX = 'half done: ';

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Line */

/**
 * Where a line's half-written words are kept.
 * @param {string} page
 * @param {string} label
 */
export const nameOf = (page, label) => `${PREFIX}${page} ${label}`;

/**
 * Keep something in this tab; where that is full, the page goes all the same.
 * @param {string} name
 * @param {string} what
 */
export function keepDraft(name, what) {
  try {
    sessionStorage.setItem(name, what);
  } catch {
    // nothing else would go better
  }
}

/**
 * Take what was kept, once.
 * @param {string} name
 */
export function takeDraft(name) {
  const kept = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  return kept;
}

/** @param {Line} line */
const mine = (line) => nameOf(location.pathname, line.getAttribute('aria-label') ?? '');

/** @returns {NodeListOf<Line>} */
const lines = () => document.querySelectorAll(WRITTEN);

function keepWords() {
  for (const line of lines()) {
    if (line.value && line.value !== line.defaultValue) keepDraft(mine(line), line.value);
  }
}

/** From now on half-written words are kept when the page goes, and stand on their line again when it comes back. */
export function keepHalfWritten() {
  addEventListener('pagehide', keepWords);
  const seen = new WeakSet();
  const restore = () => {
    for (const line of lines()) {
      if (seen.has(line)) continue;
      seen.add(line);
      const kept = takeDraft(mine(line));
      if (kept !== null && line.value === line.defaultValue) line.value = kept;
    }
  };
  new MutationObserver(restore).observe(document.body, { childList: true, subtree: true });
  restore();
}
