// The service worker keeps public files only: never a page of a compass, never a page of the live app.
// A lost network gets one plain page with a picture. It is no module: older Safaris have none here.
const SHELF = 'public-1';
const LOST = '/geen-verbinding';
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));

/** The page for a lost network, and all it needs: its head names what its scripts import, too. */
async function stock() {
  const shelf = await caches.open(SHELF);
  const page = await fetch(LOST, { cache: 'reload', credentials: 'same-origin' });
  const needed = (await page.clone().text()).match(/\/assets\/[^"']+/g) ?? [];
  await shelf.put(LOST, page);
  await shelf.addAll([...new Set(needed)]);
}

async function clear() {
  for (const name of await caches.keys()) if (name !== SHELF) await caches.delete(name);
  await worker.clients.claim();
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
  if (await caches.has(SHELF)) await (await caches.open(SHELF)).put(request, answer);
}

/** @param {FetchEvent} event */
async function publicFile(event) {
  const { request } = event;
  const kept = await caches.match(request, { cacheName: SHELF });
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
    return (await caches.match(LOST, { cacheName: SHELF })) ?? Response.error();
  }
}

worker.addEventListener('install', (event) => {
  worker.skipWaiting();
  event.waitUntil(stock());
});
worker.addEventListener('activate', (event) => event.waitUntil(clear()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (isVersion(address)) event.respondWith(publicFile(event));
  else if (request.mode === 'navigate') event.respondWith(page(request));
});
