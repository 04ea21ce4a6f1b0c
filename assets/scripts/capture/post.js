// The one that sends: what was made here is kept in this browser, sent, and let go when the server has it. Another page
// that begins meanwhile goes on with it. Whoever asks for something that is on its way already waits for the same answer.
import { forget, keep, unsent } from './kept.js';
import { send } from './send.js';

/** @import { Parcel } from './kept.js' */
/** @import { Answer, Manner } from './send.js' */

const NEVER_TAKEN = new Set([410, 413, 415]); // a 404 may be a compass that is only out of sight
const DRAWN = 'application/json'; // is sent as the text it is
const CHANGED = 'kompas-waiting';

/** @type {Map<string, Parcel>} by address: all that this page knows of */
const waiting = new Map();
/** @type {Map<string, Promise<Answer>>} */
const underWay = new Map();
/** @type {Promise<void> | null} */
let loading = null;

/**
 * @param {Parcel} parcel
 * @param {Omit<Manner, 'type'>} manner
 * @param {() => void} whenKept it lies in this browser from now on
 */
export function deliver(parcel, manner, whenKept = () => {}) {
  const already = underWay.get(parcel.address);
  if (already) return already;
  waiting.set(parcel.address, parcel);
  const sending = keepAndSend(parcel, manner, whenKept).finally(() => {
    underWay.delete(parcel.address);
    tell();
  });
  underWay.set(parcel.address, sending);
  tell();
  return sending;
}

/**
 * @param {Parcel} parcel
 * @param {Omit<Manner, 'type'>} manner
 * @param {() => void} whenKept
 */
async function keepAndSend(parcel, manner, whenKept) {
  if (await keep(parcel)) whenKept();
  const { type } = parcel.body;
  const body = type === DRAWN ? await parcel.body.text() : parcel.body;
  const answer = await send(parcel.address, body, { ...manner, type });
  if (answer.status === 200 || NEVER_TAKEN.has(answer.status)) await takeBack(parcel.address);
  return answer;
}

/**
 * It arrived, or never will, or is not wanted any more.
 * @param {string} address
 */
export function takeBack(address) {
  waiting.delete(address);
  return forget(address);
}

/** All that waits, what an earlier page kept too. */
export async function allWaiting() {
  loading ??= load().catch(() => {
    loading = null; // who asks again looks again
  });
  await loading;
  return [...waiting.values()];
}

async function load() {
  for (const parcel of await unsent()) if (!waiting.has(parcel.address)) waiting.set(parcel.address, parcel);
}

/**
 * What of a sort waits for a place in a compass.
 * @param {string} compass
 * @param {string} place
 * @param {string} sort
 */
export async function waitingFor(compass, place, sort) {
  const all = await allWaiting();
  return all.filter((one) => one.compass === compass && one.place === place && one.sort === sort);
}

const tell = () => document.dispatchEvent(new Event(CHANGED));

/** @param {() => void} hears that something is on its way, or is not any more */
export const onChange = (hears) => document.addEventListener(CHANGED, hears);
