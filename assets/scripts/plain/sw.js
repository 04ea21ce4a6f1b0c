// The service worker keeps public files only: never a page of a compass, never a page of the live app.
// A lost network gets one plain page with a picture. It is no module: older Safaris have none here.
// A copy that cannot be kept, on a phone that is full, never keeps the answer from the page.
const VERSION = '1'; // the server puts the version of the public files here: with new files comes a new shelf
const SHELF = `public-${VERSION}`;
const LOST = '/geen-verbinding';
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));

/** The page for a lost network, after all it needs: its head names what its scripts import, too. */
async function stock() {
  const page = await fetch(LOST, { cache: 'reload', credentials: 'same-origin' });
  const needed = (await page.clone().text()).match(/\/assets\/[^"']+/g) ?? [];
  const answers = await Promise.all([...new Set(needed)].map(async (one) => ({ one, answer: await fetch(one) })));
  if (!page.ok || answers.some(({ answer }) => !answer.ok)) throw new TypeError('not all of it is there');
  const shelf = await caches.open(SHELF);
  for (const { one, answer } of [...answers, { one: LOST, answer: page }]) await put(shelf, one, answer);
}

/**
 * Where there is no room, old copies make it.
 * @param {Cache} shelf
 * @param {Request | string} request
 * @param {Response} answer
 */
async function put(shelf, request, answer) {
  const again = answer.clone();
  try {
    await shelf.put(request, answer);
  } catch {
    await dropOld();
    await shelf.put(request, again);
  }
}

async function dropOld() {
  for (const name of await caches.keys()) if (name !== SHELF) await caches.delete(name);
}

/**
 * A worker of before may know less of full phones: this one takes its place without a copy. Not where the network went,
 * for then the browser tries again.
 * @param {Error} error
 */
function giveUp(error) {
  if (error instanceof TypeError) throw error;
}

async function takeOver() {
  await dropOld().catch(() => {});
  await worker.clients.claim();
}

/** @param {Request | string} request */
async function keptOf(request) {
  try {
    return await caches.match(request, { cacheName: SHELF });
  } catch {
    return undefined;
  }
}

/**
 * Whether an address is that of one version of a public file, which may be on the shelf.
 * @param {URL} address
 */
const isVersion = ({ pathname, searchParams }) =>
  pathname.startsWith('/assets/scripts/') || (pathname.startsWith('/assets/') && searchParams.has('v'));

/**
 * Whether it stays as it is: a script of another version than was asked for is not kept under that one's name.
 * @param {Response} answer
 */
const isForever = (answer) => answer.ok && (answer.headers.get('Cache-Control') ?? '').includes('immutable');

/**
 * Only on a shelf that is there: after a lock has taken it away, nothing of us comes back into the browser.
 * @param {Request} request
 * @param {Response} answer
 */
async function keep(request, answer) {
  if (await caches.has(SHELF)) await put(await caches.open(SHELF), request, answer);
}

/** @param {FetchEvent} event */
async function publicFile(event) {
  const { request } = event;
  const kept = await keptOf(request);
  if (kept) return kept;
  const answer = await fetch(request);
  // beside the answer, not before it: a phone that is full cannot keep it, and needs it all the same
  if (isForever(answer)) event.waitUntil(keep(request, answer.clone()).catch(() => {}));
  return answer;
}

/** @param {Request} request */
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return (await keptOf(LOST)) ?? Response.error();
  }
}

worker.addEventListener('install', (event) => {
  worker.skipWaiting();
  event.waitUntil(stock().catch(giveUp));
});
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (isVersion(address)) event.respondWith(publicFile(event));
  else if (request.mode === 'navigate') event.respondWith(page(request));
});
