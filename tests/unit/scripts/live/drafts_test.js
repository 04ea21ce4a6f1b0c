import assert from 'node:assert/strict';
import { dropDraft, keepDraft, nameOf, readDraft } from '../../../../assets/scripts/live/drafts.js';
import { textOf } from '../../../../assets/scripts/live/seal.js';

const SEAL = textOf(new Uint8Array(32).fill(1));
const PRIVATE = textOf(new Uint8Array(32).fill(2));

/**
 * A page in a browser with nothing in it.
 * @param {Record<string, string>} dataset what the page says of it
 */
function browser(dataset = { seal: SEAL }) {
  const page = { left: false };
  /** @type {Record<string, unknown>} */
  const globals = {
    document: { getElementById: () => ({ dataset }), documentElement: { hasAttribute: () => page.left } },
    localStorage: storage(),
    sessionStorage: storage(),
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  return page;
}

function storage() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    kept,
    getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ what) => {
      if (what.length > 5_000_000) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, what);
    },
    removeItem: (/** @type {string} */ name) => kept.delete(name),
  };
}

/** @param {string} name */
const keptIn = (name) => [localStorage, sessionStorage].map((one) => /** @type {any} */ (one).kept.get(name));

Deno.test('what was kept is read until it is dropped', async () => {
  browser();
  await keepDraft('a word', 'een tuin');
  assert.equal(await readDraft('a word'), 'een tuin');
  assert.equal(await readDraft('a word'), 'een tuin');
  dropDraft('a word');
  assert.equal(await readDraft('a word'), null);
});

Deno.test('what was never kept is not there', async () => {
  browser();
  assert.equal(await readDraft('nothing'), null);
});

Deno.test('the last that was kept counts, and what is dropped does not come back', async () => {
  browser();
  await Promise.all([keepDraft('a word', 'een'), keepDraft('a word', 'een tuin')]);
  assert.equal(await readDraft('a word'), 'een tuin');
  const late = keepDraft('a word', 'een tuin met');
  dropDraft('a word');
  await late;
  assert.equal(await readDraft('a word'), null);
});

Deno.test('it lies sealed: in the browser of an own device, in the tab of one of everyone', async () => {
  browser({ seal: SEAL, own: '' });
  await keepDraft('a word', 'een tuin');
  assert.match(keptIn('a word')[0], /^sealed (?!.*tuin)/);
  assert.equal(keptIn('a word')[1], undefined);
  browser();
  await keepDraft('a word', 'een tuin');
  assert.equal(keptIn('a word')[0], undefined);
  assert.match(keptIn('a word')[1], /^sealed (?!.*tuin)/);
});

Deno.test('what is private is read only by a page that shows it', async () => {
  browser();
  await keepDraft('a word', 'alleen voor mij', PRIVATE);
  assert.equal(await readDraft('a word'), null);
  assert.equal(await readDraft('a word', PRIVATE), 'alleen voor mij');
});

Deno.test('a page that was wiped keeps nothing, and takes nothing away', async () => {
  const page = browser();
  await keepDraft('a word', 'een tuin');
  page.left = true;
  await keepDraft('a word', 'een tuin met');
  await keepDraft('another', 'een huis');
  dropDraft('a word');
  assert.equal(await readDraft('a word'), 'een tuin');
  assert.equal(await readDraft('another'), null);
});

Deno.test('a browser that is full lets the page go on all the same', async () => {
  browser();
  await keepDraft('too much', 'x'.repeat(6_000_000));
  assert.equal(await readDraft('too much'), null);
});

Deno.test('each line of each page has its own', () => {
  const names = [
    nameOf('/kompas/1/wens', 'Eigen woorden'),
    nameOf('/kompas/2/wens', 'Eigen woorden'),
    nameOf('/kompas/1/wens', 'Zoek'),
  ];
  assert.equal(new Set(names).size, 3);
});
