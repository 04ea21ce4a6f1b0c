import assert from 'node:assert/strict';

const ORIGIN = 'https://kompas.example';
const PAGE =
  '<link rel="modulepreload" href="/assets/scripts/v1/a.js"><script src="/assets/scripts/v1/b.js"></script>' +
  '<link rel="stylesheet" href="/assets/styles/app.css?v=1">';

/** @typedef {(event: object) => void} Listener */

/**
 * The service worker in a browser with this network: for each path the answer, or nothing where the network is lost.
 * @param {Record<string, () => Response>} answers
 */
async function browser(answers) {
  /** @type {Record<string, Listener>} */
  const listeners = {};
  /** @type {Map<string, Response>} */
  const shelf = new Map();
  const stands = { shelf: true };
  /** @type {string[]} */
  const asked = [];
  const pathOf = (/** @type {string | Request} */ one) => typeof one === 'string' ? one : one.url.replace(ORIGIN, '');
  const fetch = (/** @type {string | Request} */ one) => {
    asked.push(pathOf(one));
    const answer = answers[pathOf(one)];
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('network'));
  };
  const cache = {
    put: (/** @type {string | Request} */ one, /** @type {Response} */ answer) =>
      Promise.resolve(shelf.set(pathOf(one), answer)),
  };
  const old = new Set();
  const globals = {
    fetch,
    location: { origin: ORIGIN },
    caches: {
      open: () => {
        stands.shelf = true;
        return Promise.resolve(cache);
      },
      has: () => Promise.resolve(stands.shelf),
      match: (/** @type {string | Request} */ one) => Promise.resolve(shelf.get(pathOf(one))?.clone()),
      keys: () => Promise.resolve([...old, 'public-1']),
      delete: (/** @type {string} */ name) => Promise.resolve(old.delete(name)),
    },
    clients: { claim: () => Promise.resolve() },
    skipWaiting: () => Promise.resolve(),
    addEventListener: (/** @type {string} */ type, /** @type {Listener} */ listener) => (listeners[type] = listener),
  };
  const source = await Deno.readTextFile(new URL('../../../../assets/scripts/plain/sw.js', import.meta.url));
  new Function(...Object.keys(globals), 'globalThis', source)(...Object.values(globals), globals);

  /**
   * What the page gets: the text of the answer, null where the worker leaves it to the browser.
   * @param {string} path
   * @param {{ mode?: string, method?: string }} options
   */
  async function asks(path, { mode = 'cors', method = 'GET' } = {}) {
    /** @type {Promise<Response> | null} */
    let answer = null;
    /** @type {Promise<unknown>[]} */
    const waits = [];
    const request = { url: new URL(path, ORIGIN).href, mode, method };
    listeners.fetch?.({
      request,
      respondWith: (/** @type {Promise<Response>} */ given) => (answer = given),
      waitUntil: (/** @type {Promise<unknown>} */ one) => waits.push(one),
    });
    if (!answer) return null;
    const text = await (await /** @type {Promise<Response>} */ (answer)).text();
    await Promise.all(waits);
    return text;
  }

  async function installs() {
    /** @type {Promise<unknown>[]} */
    const waits = [];
    listeners.install?.({ waitUntil: (/** @type {Promise<unknown>} */ one) => waits.push(one) });
    await Promise.all(waits);
  }

  return { asks, installs, asked, shelf, stands, cache, old, globals };
}

/**
 * @param {string} text
 * @param {string} caching
 * @param {number} status
 */
const answer = (text, caching = 'public, max-age=31536000, immutable', status = 200) => () =>
  new Response(text, { status, headers: { 'Cache-Control': caching } });

Deno.test('it keeps the page for a lost network with all that stands in it, what scripts import too', async () => {
  const { installs, shelf } = await browser({
    '/geen-verbinding': answer(PAGE, 'no-store'),
    '/assets/scripts/v1/a.js': answer('a'),
    '/assets/scripts/v1/b.js': answer('b'),
    '/assets/styles/app.css?v=1': answer('c'),
  });
  await installs();
  assert.deepEqual([...shelf.keys()].sort(), [
    '/assets/scripts/v1/a.js',
    '/assets/scripts/v1/b.js',
    '/assets/styles/app.css?v=1',
    '/geen-verbinding',
  ]);
});

Deno.test('a script of a version is fetched once', async () => {
  const { asks, asked } = await browser({ '/assets/scripts/v1/live/page.js': answer('page') });
  for (let time = 0; time < 3; time += 1) assert.equal(await asks('/assets/scripts/v1/live/page.js'), 'page');
  assert.equal(asked.length, 1);
});

Deno.test('a script of another version than was asked for is not kept under its name', async () => {
  const { asks, shelf } = await browser({ '/assets/scripts/old/live/page.js': answer('newer', 'no-store') });
  assert.equal(await asks('/assets/scripts/old/live/page.js'), 'newer');
  assert.equal(shelf.size, 0);
});

Deno.test('once the shelf was taken away, nothing is put on it any more', async () => {
  const { asks, shelf, stands } = await browser({ '/assets/scripts/v1/live/page.js': answer('page') });
  stands.shelf = false;
  assert.equal(await asks('/assets/scripts/v1/live/page.js'), 'page');
  assert.equal(shelf.size, 0);
  assert.equal(stands.shelf, false);
});

Deno.test('what is not there is not kept', async () => {
  const { asks, shelf } = await browser({ '/assets/scripts/v1/gone.js': answer('', undefined, 404) });
  await asks('/assets/scripts/v1/gone.js');
  assert.equal(shelf.size, 0);
});

Deno.test('a phone that is full gets its script all the same', async () => {
  const { asks, cache } = await browser({ '/assets/scripts/v1/live/page.js': answer('page') });
  cache.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  assert.equal(await asks('/assets/scripts/v1/live/page.js'), 'page');
});

Deno.test('a shelf that cannot even be read keeps no script from the page', async () => {
  const { asks, globals } = await browser({ '/assets/scripts/v1/live/page.js': answer('page') });
  globals.caches.match = () => Promise.reject(new DOMException('broken', 'UnknownError'));
  globals.caches.has = () => Promise.reject(new DOMException('broken', 'UnknownError'));
  assert.equal(await asks('/assets/scripts/v1/live/page.js'), 'page');
});

Deno.test('copies of an older version make room for those of this one', async () => {
  const { asks, cache, old, shelf } = await browser({ '/assets/scripts/v1/live/page.js': answer('page') });
  old.add('public-0');
  const put = cache.put;
  cache.put = (one, kept) => old.size ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : put(one, kept);
  assert.equal(await asks('/assets/scripts/v1/live/page.js'), 'page');
  assert.equal(old.size, 0);
  assert.equal(await shelf.get('/assets/scripts/v1/live/page.js')?.text(), 'page');
});

Deno.test('on a full phone it is installed without a copy; without a network the browser tries again', async () => {
  const answers = { '/geen-verbinding': answer('no network', 'no-store') };
  const full = await browser(answers);
  full.cache.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  await full.installs();
  assert.equal(full.shelf.size, 0);
  const lost = await browser({});
  await assert.rejects(lost.installs(), TypeError);
});

Deno.test('pages, photos and what is sent are left to the browser, and nothing of them is kept', async () => {
  const { asks, shelf } = await browser({ '/kompas/1': answer('compass', 'no-store') });
  assert.equal(await asks('/kompas/1/bijlage/2/scherm'), null);
  assert.equal(await asks('/assets/styles/app.css'), null, 'without a version');
  assert.equal(await asks('/assets/scripts/v1/live/page.js', { method: 'POST' }), null);
  assert.equal(await asks('https://elsewhere.example/assets/scripts/v1/live/page.js'), null);
  assert.equal(await asks('/kompas/1', { mode: 'navigate' }), 'compass');
  assert.equal(shelf.size, 0);
});

Deno.test('without a network a page is the one that says so', async () => {
  const { asks, installs, shelf } = await browser({ '/geen-verbinding': answer('no network', 'no-store') });
  await installs();
  assert.equal(shelf.size, 1);
  assert.equal(await asks('/kompas/1', { mode: 'navigate' }), 'no network');
});
