// A key behind the # of an address. It is taken out, so that neither history, screen nor referrer keeps it.
const LONG = 22; // characters of a key

/**
 * The key in what stands behind the #. Whoever passes a link on may leave a full stop, a bracket or a space there.
 * @param {string} behind
 */
export function keyIn(behind) {
  const written = decoded(behind);
  return written.split(/[^\w-]+/).find((one) => one.length >= LONG)?.slice(0, LONG) ?? written;
}

/** The key of this page; empty where there is none. */
export function takeKey() {
  const key = keyIn(location.hash.slice(1));
  history.replaceState(null, '', location.pathname);
  return key;
}

/** @param {string} behind */
function decoded(behind) {
  try {
    return decodeURIComponent(behind);
  } catch {
    return behind;
  }
}
