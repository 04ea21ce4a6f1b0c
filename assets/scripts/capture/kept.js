// What did not arrive yet is kept in this browser: as it is on a device of the person's own, sealed on everyone's, where
// the lock takes it away. Where a browser keeps nothing, everything else goes on.
import { isOfEveryone, isOwn, pageSeal, wasLeft } from '../live/keeping.js';
import { canSeal, sealed, unsealed } from '../live/seal.js';

const DATABASE = 'krachtkompas';
const SHELF = 'unsent';

/** @typedef {{ address: string, compass: string, place: string, sort: string, body: Blob }} Parcel */

/** @typedef {Omit<Parcel, 'body'> & { type: string, sealed: Uint8Array<ArrayBuffer> }} SealedParcel */

/**
 * @param {boolean} anew whether one is made where there is none
 * @returns {Promise<IDBDatabase>}
 */
function open(anew) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      if (anew) request.result.createObjectStore(SHELF, { keyPath: 'address' });
      else request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Do something with the shelf. Raises what the browser raises, also where there is none.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(shelf: IDBObjectStore) => IDBRequest<T>} what
 * @param {boolean} anew
 * @returns {Promise<T>}
 */
async function withShelf(mode, what, anew = false) {
  const database = await open(anew);
  return await new Promise((resolve, reject) => {
    const transaction = database.transaction(SHELF, mode, { durability: 'strict' }); // batteries die
    const request = what(transaction.objectStore(SHELF));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  }).finally(() => database.close());
}

/**
 * Answers whether it is kept.
 * @param {Parcel} parcel
 */
export async function keep(parcel) {
  try {
    const kept = await asKept(parcel);
    if (!kept) return false;
    await put(kept).catch(async () => {
      await dropCopies(); // a photo is worth more than a file that can be fetched again
      await put(kept);
    });
    return true;
  } catch {
    return false;
  }
}

/** @param {Parcel | SealedParcel} kept */
async function put(kept) {
  if (!wasLeft()) await withShelf('readwrite', (shelf) => shelf.put(kept), true);
}

async function dropCopies() {
  for (const name of await caches.keys()) await caches.delete(name);
}

/**
 * A parcel as it may lie here; nothing where it may not.
 * @param {Parcel} parcel
 * @returns {Promise<Parcel | SealedParcel | null>}
 */
async function asKept(parcel) {
  const seal = pageSeal();
  if (isOwn()) return parcel;
  if (!seal || !canSeal()) return null;
  const { body, ...label } = parcel;
  return { ...label, type: body.type, sealed: await sealed(seal, await body.arrayBuffer()) };
}

/** @param {string} address */
export const forget = (address) => withShelf('readwrite', (shelf) => shelf.delete(address)).catch(() => {});

/**
 * All that is kept here and that this page may read. Raises what the browser raises, also where nothing was ever kept.
 * @returns {Promise<Parcel[]>}
 */
export async function unsent() {
  /** @type {(Parcel | SealedParcel)[]} */
  const all = await withShelf('readonly', (shelf) => shelf.getAll());
  const read = await Promise.all(all.map(readable));
  return read.filter((one) => one !== null);
}

/**
 * @param {Parcel | SealedParcel} kept
 * @returns {Promise<Parcel | null>}
 */
async function readable(kept) {
  if ('body' in kept) {
    if (!isOfEveryone(kept.compass)) return kept;
    await forget(kept.address); // it was kept while this device was the person's own
    return null;
  }
  const { type, sealed: hidden, ...label } = kept;
  try {
    return { ...label, body: new Blob([await unsealed(pageSeal() ?? '', hidden)], { type }) };
  } catch {
    return null; // of another compass, or of a page that opens nothing
  }
}
