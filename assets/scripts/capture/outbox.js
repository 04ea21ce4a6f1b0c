// What is on its way to the server: a ring that fills for each photo, recording or drawing. What does not arrive stays,
// with a sentence that says why, until it is sent after all or taken away.
import { find, part } from '../live/find.js';
import { deliver, takeBack, waitingFor } from './post.js';
import { addressFor, follow, isFinal, newId } from './send.js';

/** @import { Parcel } from './kept.js' */

const SEEN = 2500;
const SENT = 0.97; // the rest of the ring is for the server

/**
 * What is sent and perhaps a picture of it, or the sentence that says why it cannot be sent.
 * @typedef {{ body: Blob, picture?: Blob | null, words?: undefined } | { words: string }} Prepared
 */

/** @typedef {{ list: Element, page?: string | undefined }} Shelf what is on its way, and where it leads to */

/** @typedef {Omit<Parcel, 'body'>} Label */

/**
 * How the cards of a sort look, what is said when one does not arrive, and how it is sent.
 * @typedef {{ template: HTMLTemplateElement, lost: string, manner: DOMStringMap }} Kind
 */

/** @type {Map<string, Shelf>} by what they are about, so that they are still there when one comes back */
const shelves = new Map();
/** @type {Set<string>} the addresses of what has a card on this page */
const shown = new Set();

/**
 * The outbox of `element`, which holds `.sending` (a list), a template for one parcel, and says in its data where
 * things go. Answers `add(prepare)`, which sends what `prepare` gives.
 * @param {HTMLElement} element
 */
export function openOutbox(element) {
  const { compass = '', place = '', sort = '', lost = '' } = element.dataset;
  const kind = { template: find(element, 'template', HTMLTemplateElement), lost, manner: element.dataset };
  const shelf = takeShelf(find(element, '.sending', Element), aboutOf({ compass, place, sort }));

  /** @param {() => Promise<Prepared>} prepare */
  function add(prepare) {
    const label = { address: addressFor(compass, newId(), sort, place), compass, place, sort };
    return addCard(shelf, kind, label, prepare);
  }

  waitingFor(compass, place, sort).then((parcels) => {
    for (const parcel of parcels) goOn(shelf, kind, parcel);
  });
  return { add };
}

/**
 * The moments of a step are on one screen.
 * @param {{ compass: string, place: string, sort: string }} label
 */
export const aboutOf = ({ compass, place, sort }) => `${compass} ${place.split('.', 2).join('.')} ${sort}`;

/**
 * The shelf for what is about this, on the screen of its own or away from it.
 * @param {string} about
 * @param {() => Element} list
 */
export function shelfFor(about, list) {
  const shelf = shelves.get(about) ?? { list: list() };
  shelves.set(about, shelf);
  return shelf;
}

/** The lists with something on them whose screen is not there. */
export const strayLists = () =>
  [...shelves.values()].map(({ list }) => list).filter((list) => !list.isConnected && list.hasChildNodes());

/**
 * What an earlier page could not send goes on.
 * @param {Shelf} shelf
 * @param {Kind} kind
 * @param {Parcel} parcel
 */
export function goOn(shelf, kind, { body, ...label }) {
  const picture = body.type.startsWith('image/') ? body : null;
  if (!shown.has(label.address)) addCard(shelf, kind, label, () => Promise.resolve({ body, picture }));
}

/**
 * @param {Shelf} shelf
 * @param {Kind} kind
 * @param {Label} label
 * @param {() => Promise<Prepared>} prepare
 */
function addCard(shelf, kind, label, prepare) {
  const card = find(/** @type {DocumentFragment} */ (kind.template.content.cloneNode(true)), 'li', HTMLElement);
  shown.add(label.address);
  shelf.list.append(card);
  card.scrollIntoView({ block: 'nearest' });
  /** @type {Prepared | undefined} */
  let ready;

  async function go() {
    begin(card);
    try {
      ready ??= await prepare();
    } catch {
      return fail(card, 0, kind.lost);
    }
    if (ready.words !== undefined) return fail(card, 413, ready.words);
    if (ready.picture) showPicture(part(card, 'picture', HTMLImageElement), ready.picture);
    const answer = await deliver({ ...label, body: ready.body }, {
      onProgress: (share) => progress(card, SENT * share),
      patience: Number(kind.manner.patience),
      silence: Number(kind.manner.silence),
    });
    if (answer.status !== 200) return fail(card, answer.status, answer.words || kind.lost);
    shown.delete(label.address);
    arrive(card);
    shelf.page ??= answer.page;
  }

  const sending = () => go().then(() => lead(shelf));
  part(card, 'again', HTMLElement).addEventListener('click', () => {
    part(card, 'ring', HTMLElement).focus();
    sending();
  });
  part(card, 'away', HTMLElement).addEventListener('click', () => {
    card.remove();
    shown.delete(label.address);
    takeBack(label.address);
    lead(shelf);
  });
  // a device of everyone is about to lock
  document.addEventListener('kompas-last-call', () => {
    if (card.isConnected && card.dataset.state === 'failed' && !part(card, 'again', HTMLElement).hidden) sending();
  });
  return sending();
}

/**
 * @param {Element} place
 * @param {string} about
 */
function takeShelf(place, about) {
  const shelf = shelfFor(about, () => place);
  if (shelf.list !== place) place.replaceWith(shelf.list);
  return shelf;
}

/**
 * Go where the server said. One that is away from its screen leads nowhere, nor do several until the last arrived.
 * @param {Shelf} shelf
 */
function lead(shelf) {
  const { list, page } = shelf;
  if (!page || list.querySelector('li:not([data-state=sent])')) return;
  delete shelf.page;
  if (list.isConnected && !list.closest('#waiting')) follow(page);
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
