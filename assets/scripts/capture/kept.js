// What did not arrive yet is kept in this browser, on a device of the person's own alone: a page that begins anew after
// an hour without a network sends it after all. Where a browser keeps nothing, everything else goes on.
const DATABASE = 'krachtkompas';
const SHELF = 'unsent';

/** @typedef {{ address: string, compass: string, place: string, sort: string, body: Blob }} Parcel */

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(SHELF, { keyPath: 'address' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Do something with the shelf; nothing comes of it where there is none.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(shelf: IDBObjectStore) => IDBRequest<T>} what
 * @returns {Promise<T | undefined>}
 */
async function withShelf(mode, what) {
  try {
    const database = await open();
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(SHELF, mode);
      const request = what(transaction.objectStore(SHELF));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    }).finally(() => database.close());
  } catch {
    return undefined;
  }
}

/** @param {Parcel} parcel */
export const keep = (parcel) => withShelf('readwrite', (shelf) => shelf.put(parcel));

/** @param {string} address */
export const forget = (address) => withShelf('readwrite', (shelf) => shelf.delete(address));

/** This device is not the person's own (any more): it keeps nothing. */
export const forgetAll = () => withShelf('readwrite', (shelf) => shelf.clear());

/**
 * What of a sort is kept for a place in a compass.
 * @param {string} compass
 * @param {string} place
 * @param {string} sort
 * @returns {Promise<Parcel[]>}
 */
export async function unsent(compass, place, sort) {
  /** @type {Parcel[]} */
  const all = (await withShelf('readonly', (shelf) => shelf.getAll())) ?? [];
  return all.filter((one) => one.compass === compass && one.place === place && one.sort === sort);
}
