// How a try with a passkey ended when it did not end well: a name for each end, of which the page holds the words and a
// picture (`ui/work/passkey_door.py`).

/**
 * @typedef {'stopped' | 'late' | 'known' | 'address' | 'unable' | 'manager'} End
 * @typedef {'address' | 'none'} Lack
 */

/** @type {Record<string, End>} by the name of the error, as WebAuthn has them */
const ENDS = {
  NotAllowedError: 'stopped', // or nothing here opens this site: a browser does not tell which
  AbortError: 'stopped',
  TimeoutError: 'late',
  InvalidStateError: 'known',
  SecurityError: 'address',
  NotSupportedError: 'unable',
  ConstraintError: 'unable',
};

/**
 * What the person is told of an error that a browser, or an app in its place, raised.
 * @param {unknown} error
 * @param {string | undefined} kind "new" or "in"
 * @param {number} took in milliseconds
 * @param {number} allowed in milliseconds
 * @returns {End}
 */
export function endOf(error, kind, took, allowed) {
  // by its name: what an extension raises is no DOMException of this page
  const name = Object(error).name;
  const end = (typeof name === 'string' && Object.hasOwn(ENDS, name) && ENDS[name]) || 'manager';
  if (end === 'stopped' && took >= allowed) return 'late';
  return end === 'known' && kind !== 'new' ? 'manager' : end;
}

/**
 * Whether a host is an address in numbers, which cannot have passkeys.
 * @param {string} host
 */
export const isNumber = (host) => /^[\d.]+$/.test(host) || host.startsWith('[');

/**
 * Why there are no passkeys here; nothing where there are. Asked is what the browser has, not which one it is.
 * @param {{ isSecureContext: boolean, location: { hostname: string }, PublicKeyCredential?: unknown,
 *   navigator: { credentials?: { create?: unknown, get?: unknown } } }} world
 * @returns {Lack | ''}
 */
export function lackOf(world) {
  if (!world.isSecureContext || isNumber(world.location.hostname)) return 'address';
  const { create, get } = world.navigator.credentials ?? {};
  const has = world.PublicKeyCredential && typeof create === 'function' && typeof get === 'function';
  return has ? '' : 'none';
}
