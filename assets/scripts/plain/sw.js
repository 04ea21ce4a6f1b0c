// The service worker keeps public files only: never a page of a compass, never a page of the live app.
// A lost network gets one plain page with a picture.
const SHELF = 'public-1';
const LOST = '/geen-verbinding';

async function stock() {
  const shelf = await caches.open(SHELF);
  const page = await fetch(LOST, { cache: 'reload', credentials: 'same-origin' });
  const needed = (await page.clone().text()).match(/\/assets\/[^"']+/g) ?? [];
  await shelf.put(LOST, page);
  await shelf.addAll([...new Set(needed)]);
}

async function clear() {
  for (const name of await caches.keys()) if (name !== SHELF) await caches.delete(name);
  await clients.claim();
}

async function publicFile(request) {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await shelf.put(request, answer.clone());
  return answer;
}

async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return (await (await caches.open(SHELF)).match(LOST)) ?? Response.error();
  }
}

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(stock());
});
addEventListener('activate', (event) => event.waitUntil(clear()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (address.pathname.startsWith('/assets/') && address.searchParams.has('v')) {
    event.respondWith(publicFile(request));
  } else if (request.mode === 'navigate') {
    event.respondWith(page(request));
  }
});
