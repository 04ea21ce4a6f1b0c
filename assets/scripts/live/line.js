// The line of a live page, over which a tap goes to the server: each is done once and in its turn, also when the line
// does not stand yet or breaks under it, and one that gets no answer shows the sign of a lost network.

export const ANSWER = 2500; // a tap may wait so long before the sign shows: it has to be seen within three seconds
export const DEAD = 10_000; // and so long on a line that says that it stands, before another one is opened
const WEBSOCKET = 3000; // a websocket opens within this time, or the network lets none through
const POLLS = 20_000;
const BOTH = ['websocket', 'polling'];
const BLOCKED = 'no websocket here'; // what this tab remembers of its network, and when it found out
const REMEMBERED = 600_000;
const BEGUN_ANEW = 'begun anew'; // how often in a row this tab did, since its line stood
const MOST_ANEW = 2;
const UNKNOWN_PAGE = 'Implicit handshake failed';
const UNKNOWN = 'unknown'; // what the server says in a header to polls for a page that it does not know,
const ENDED = 'ended'; // and to those of who may look no longer

/**
 * @typedef {object} Way
 * @property {(name: string, message: object, heard: () => void) => unknown} say
 * @property {() => unknown} reopen
 * @property {(what: () => unknown, milliseconds: number) => unknown} later
 * @property {(shown: boolean) => void} show whether the sign of a lost network is there
 */

/** The sign that the framework has in its page. @param {boolean} shown */
function sign(shown) {
  document.getElementById('popup')?.setAttribute('aria-hidden', String(!shown));
}

/**
 * What was tapped and not heard yet, in the order of the taps. Each has a number: said twice, it counts once.
 * @param {Way} way
 */
export function tapsOver({ say, reopen, later, show }) {
  /** @type {{ number: number }[]} */
  const waiting = [];
  let stands = false;
  let times = 0; // how often a line stood
  let count = 0;

  /** @param {{ number: number }} tap */
  function send(tap) {
    const mine = times;
    say('event', tap, () => {
      const index = waiting.indexOf(tap);
      if (index >= 0) waiting.splice(index, 1);
      if (stands && !waiting.length) show(false);
    });
    later(() => stands && mine === times && waiting.includes(tap) && reopen(), DEAD);
  }

  return {
    /** @param {object} message */
    tap(message) {
      const tap = { ...message, number: count += 1 };
      waiting.push(tap);
      if (stands) send(tap);
      later(() => waiting.includes(tap) && show(true), ANSWER);
    },
    begins() {
      stands = true;
      times += 1;
      show(false);
      for (const tap of [...waiting]) send(tap);
    },
    breaks() {
      stands = false;
    },
    /** The network is there again: what waits was said to nobody. */
    returns() {
      if (stands && waiting.length) reopen();
      else if (stands) show(false);
    },
  };
}

/**
 * For this tab; a browser that is full keeps nothing, and the page goes on.
 * @param {string} what
 * @param {number} number
 */
function remember(what, number) {
  try {
    sessionStorage.setItem(what, String(number));
  } catch {
    // nothing else would go better
  }
}

/** The ways to try, best first. Whoever comes back to a page need not find out again that only polls get through. */
function ways() {
  const found = Number(sessionStorage.getItem(BLOCKED));
  return Date.now() - found < REMEMBERED ? ['polling'] : BOTH;
}

/** How long a line over these ways may take to open. @param {string[]} transports */
const patience = (transports) => transports.length === 1 ? POLLS : WEBSOCKET;

/**
 * Try polls where a websocket hangs, and both again where polls do.
 * @param {FrameworkLine} line
 */
function otherWay(line) {
  const transports = line.io.opts.transports.length > 1 ? ['polling'] : [...BOTH];
  if (transports.length === 1) remember(BLOCKED, Date.now());
  else sessionStorage.removeItem(BLOCKED);
  line.io.opts.transports = transports;
  line.io.timeout(patience(transports));
}

/** Whether a page may begin anew by itself: twice at most before a line stood, since without end it helps nobody. */
function mayBeginAnew() {
  const times = Number(sessionStorage.getItem(BEGUN_ANEW));
  if (times < MOST_ANEW) remember(BEGUN_ANEW, times + 1);
  else sign(true);
  return times < MOST_ANEW;
}

/**
 * The framework loads the page anew at these words: never because the network is slow.
 * @param {FrameworkLine} line
 * @param {Error} error
 */
function mayGoOn(line, error) {
  if (error.message === 'timeout') {
    error.message = 'no answer in time';
    otherWay(line);
  } else if (error.message === UNKNOWN_PAGE && !mayBeginAnew()) {
    error.message = 'unknown page, also when it begins anew';
  }
}

/**
 * A poll is told why it is refused.
 * @param {LineError} error
 */
function heedRefusal({ context }) {
  const why = context?.getResponseHeader?.('X-Kompas');
  if (why === UNKNOWN && mayBeginAnew()) location.reload();
  if (why !== ENDED) return;
  const mayComeBack = mayBeginAnew();
  const times = Number(sessionStorage.getItem(BEGUN_ANEW));
  globalThis.kompas?.wipe(mayComeBack ? location.pathname : '/');
  remember(BEGUN_ANEW, times);
}

/**
 * @param {FrameworkLine} line
 * @param {LineOptions} options
 */
function watch(line, options) {
  const emit = line.emit.bind(line);
  const reopen = () => {
    if (!line.connected) return; // a page that was wiped let go of its line for good
    options.query.next_message_id = globalThis.nextMessageId; // as the framework does when it opens one anew
    line.disconnect().connect();
  };
  const taps = tapsOver({ say: emit, reopen, later: setTimeout, show: sign });
  const shook = (/** @type {((ok: boolean) => void) | undefined} */ answer) => (/** @type {boolean} */ ok) => {
    answer?.(ok);
    if (ok) taps.begins();
  };
  line.emit = (name, message, answer) => {
    if (name === 'event') taps.tap(message ?? {});
    else if (name === 'handshake') emit(name, message, shook(answer));
    else if (answer) emit(name, message, answer);
    else emit(name, message);
    return line;
  };
  line.on('connect_error', (error) => mayGoOn(line, error));
  line.on('connect', () => {
    sessionStorage.removeItem(BEGUN_ANEW);
    if (options.query.implicit_handshake) taps.begins();
  });
  line.on('disconnect', taps.breaks);
  line.io.on('error', heedRefusal);
  addEventListener('offline', () => sign(true));
  addEventListener('online', taps.returns);
  setTimeout(() => line.connected || sign(true), ANSWER);
  // the framework lets each tap that comes sooner wait by itself, out of order; here they wait in theirs
  queueMicrotask(() => Object.assign(globalThis, { did_handshake: true }));
}

/** Have the line of this page opened so that it is watched, whenever the framework does. */
export function watchLine() {
  const open = globalThis.io;
  /** @type {typeof open} */
  const io = (address, options) => {
    const transports = ways();
    const line = open(address, { ...options, transports: [...transports], timeout: patience(transports) });
    watch(line, options);
    return line;
  };
  Object.assign(globalThis, { io });
}
