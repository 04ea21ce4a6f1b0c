// What is on its way to the server: a ring that fills for each photo or recording. What does not arrive stays,
// with a sentence that says why, until it is sent after all or taken away.
import { find, part } from '../live/find.js';
import { forget, forgetAll, keep, unsent } from './kept.js';
import { addressFor, follow, isFinal, newId, send } from './send.js';

const SEEN = 2500;
const SENT = 0.97; // the rest of the ring is for the server

/**
 * What is sent and perhaps a picture of it, or the sentence that says why it cannot be sent.
 * @typedef {{ body: Blob, picture?: Blob | null, words?: undefined } | { words: string }} Prepared
 */

/** @typedef {{ list: Element, page?: string | undefined }} Shelf what is on its way, and where it leads to */

/** @type {Map<string, Shelf>} by what they are about, so that they are still there when one comes back */
const shelves = new Map();
/** @type {Set<string>} the addresses of what this page sends */
const underWay = new Set();

/**
 * The outbox of `element`, which holds `.sending` (a list), a template for one parcel, and says in its data where
 * things go. Answers `add(prepare)`, which sends what `prepare` gives.
 * @param {HTMLElement} element
 */
export function openOutbox(element) {
  const { compass = '', place = '', sort = '' } = element.dataset;
  const keeps = 'keeps' in element.dataset; // on a device of the person's own
  const template = find(element, 'template', HTMLTemplateElement);
  const about = place.split('.', 2).join('.'); // the moments of a step are on one screen
  const shelf = takeShelf(find(element, '.sending', Element), `${compass} ${about} ${sort}`);

  /**
   * @param {() => Promise<Prepared>} prepare
   * @param {string} address
   */
  function add(prepare, address = addressFor(compass, newId(), sort, place)) {
    underWay.add(address);
    const card = find(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), 'li', HTMLElement);
    shelf.list.append(card);
    card.scrollIntoView({ block: 'nearest' });
    /** @type {Prepared | undefined} */
    let ready;

    async function go() {
      begin(card);
      try {
        ready ??= await prepare();
      } catch {
        return fail(card, 0, element.dataset.lost);
      }
      if (ready.words !== undefined) return fail(card, 413, ready.words);
      if (keeps) await keep({ address, compass, place, sort, body: ready.body });
      if (ready.picture) showPicture(part(card, 'picture', HTMLImageElement), ready.picture);
      const answer = await send(address, ready.body, {
        type: ready.body.type,
        onProgress: (share) => progress(card, SENT * share),
        patience: Number(element.dataset.patience),
        silence: Number(element.dataset.silence),
      });
      if (answer.status === 200 || isFinal(answer.status)) letGo(address);
      if (answer.status !== 200) return fail(card, answer.status, answer.words || element.dataset.lost);
      arrive(card);
      shelf.page ??= answer.page;
    }

    part(card, 'again', HTMLElement).addEventListener('click', () => {
      part(card, 'ring', HTMLElement).focus();
      go().then(() => lead(shelf));
    });
    part(card, 'away', HTMLElement).addEventListener('click', () => {
      card.remove();
      letGo(address);
      lead(shelf);
    });
    return go().then(() => lead(shelf));
  }

  if (keeps) goOn(unsent(compass, place, sort), add);
  else forgetAll();
  return { add };
}

/**
 * What an earlier page could not send goes on.
 * @param {ReturnType<typeof unsent>} parcels
 * @param {(prepare: () => Promise<Prepared>, address: string) => unknown} add
 */
async function goOn(parcels, add) {
  for (const { address, body } of await parcels) {
    const picture = body.type.startsWith('image/') ? body : null;
    if (!underWay.has(address)) add(() => Promise.resolve({ body, picture }), address);
  }
}

/**
 * It arrived, or never will, or was taken away.
 * @param {string} address
 */
function letGo(address) {
  underWay.delete(address);
  forget(address);
}

/**
 * @param {Element} place
 * @param {string} key
 */
function takeShelf(place, key) {
  const shelf = shelves.get(key) ?? { list: place };
  shelves.set(key, shelf);
  if (shelf.list !== place) place.replaceWith(shelf.list);
  return shelf;
}

/**
 * Go where the server said. One that is away from the screen leads nowhere, nor do several until the last arrived.
 * @param {Shelf} shelf
 */
function lead(shelf) {
  const { list, page } = shelf;
  if (!page || list.querySelector('li:not([data-state=sent])')) return;
  delete shelf.page;
  if (list.isConnected) follow(page);
}

/** @param {HTMLElement} card */
function begin(card) {
  card.dataset.state = 'going';
  part(card, 'trouble', HTMLElement).hidden = true;
}

/**
 * @param {HTMLElement} card
 * @param {number} share
 */
function progress(card, share) {
  const ring = part(card, 'ring', HTMLElement);
  ring.setAttribute('aria-valuenow', String(Math.round(100 * share)));
  ring.style.setProperty('--share', String(100 * share));
}

/**
 * @param {HTMLElement} card
 * @param {number} status
 * @param {string} words
 */
function fail(card, status, words = '') {
  card.dataset.state = 'failed';
  part(card, 'words', HTMLElement).textContent = words;
  part(card, 'trouble', HTMLElement).hidden = false;
  part(card, 'again', HTMLElement).hidden = isFinal(status);
  progress(card, 0);
  card.scrollIntoView({ block: 'nearest' });
}

/** @param {HTMLElement} card */
function arrive(card) {
  progress(card, 1);
  card.dataset.state = 'sent';
  part(card, 'sent', HTMLElement).hidden = false;
  setTimeout(() => card.remove(), SEEN);
}

/**
 * @param {HTMLImageElement} image
 * @param {Blob} blob
 */
function showPicture(image, blob) {
  const address = URL.createObjectURL(blob);
  image.onload = image.onerror = () => URL.revokeObjectURL(address);
  image.src = address;
  image.hidden = false;
}
