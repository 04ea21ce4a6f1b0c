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
  const waiting = await allWaiting();
  if (!waiting.length) return;
  const sign = document.getElementById('waiting') ?? showSign();
  await Promise.all(waiting.map((parcel) => deliver(parcel, MANNER)));
  if (!(await allWaiting()).length) sign.remove();
}

/** What is on its way is seen, as on the pages of a compass. The page says the words, and where the picture lies. */
function showSign() {
  const { waits = '', waitsPicture = '' } = document.body.dataset;
  const picture = Object.assign(new Image(), { src: waitsPicture, alt: '', className: 'pictogram' });
  const sentence = document.createElement('p');
  sentence.append(picture, Object.assign(document.createElement('span'), { textContent: waits }));
  const sign = Object.assign(document.createElement('aside'), { id: 'waiting', role: 'status' });
  sign.append(sentence);
  document.body.append(sign);
  return sign;
}

const send = () => sendAll().catch(() => {}); // the next page tries again
send();
addEventListener('online', send);
