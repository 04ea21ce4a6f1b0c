// A plain page sends what a page before it could not. Most browsers keep nothing of the kind, and fetch no more than this.
const DATABASE = 'krachtkompas'; // of `capture/kept.js`
const MANNER = { patience: 60, silence: 30 };

async function isSomethingKept() {
  const all = await globalThis.indexedDB?.databases?.();
  return Boolean(all?.some(({ name }) => name === DATABASE));
}

async function sendAll() {
  if (!(await isSomethingKept())) return;
  const { allWaiting, deliver } = await import('../capture/post.js');
  for (const parcel of await allWaiting()) deliver(parcel, MANNER);
}

const send = () => sendAll().catch(() => {}); // the next page tries again
send();
addEventListener('online', send);
