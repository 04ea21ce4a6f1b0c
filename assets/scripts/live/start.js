// Starts the scripts of a page's elements: an element names one in its data, as "capture/camera.js", and what that
// script exports as its default is called with it as soon as the element is there.
const MOST_TRIES = 30;
const PAUSE = 2000;

/** @typedef {{ default: (element: HTMLElement) => unknown }} ElementScript */

/**
 * Where a script lies. What could not be fetched stays lost below its address, for the script and for all that it
 * imports, so each try has addresses of its own.
 * @param {string} name
 * @param {number} attempt
 * @param {string} here this script's own address
 */
export const addressOf = (name, attempt, here) => new URL(attempt ? `../again-${attempt}/${name}` : `../${name}`, here);

/**
 * Answers a function that fetches a script by its name, once, and again as long as the network is bad.
 * @param {(address: URL) => Promise<ElementScript>} fetchModule
 * @param {() => Promise<unknown>} pause
 * @param {string} here
 */
export function fetcher(fetchModule, pause, here) {
  /** @type {Map<string, Promise<ElementScript>>} */
  const fetched = new Map();
  let attempt = 0; // of all scripts together: what two of them import is one thing

  /** @param {string} name */
  async function fetchScript(name) {
    for (let tries = 1;; tries += 1) {
      const mine = attempt;
      try {
        return await fetchModule(addressOf(name, mine, here));
      } catch (error) {
        if (tries === MOST_TRIES) throw error;
        await pause();
        attempt = Math.max(attempt, mine + 1);
      }
    }
  }

  /** @param {string} name */
  return (name) => {
    const script = fetched.get(name) ?? fetchScript(name);
    fetched.set(name, script);
    return script;
  };
}

/** Start the scripts of what is there, and of all that comes. */
export function startScripts() {
  const fetchScript = fetcher(
    (address) => import(address.href),
    () => new Promise((resolve) => setTimeout(resolve, PAUSE)),
    import.meta.url,
  );
  const started = new WeakSet();

  function start() {
    for (const element of document.querySelectorAll('[data-script]')) {
      if (started.has(element) || !(element instanceof HTMLElement)) continue;
      started.add(element);
      fetchScript(element.dataset.script ?? '').then((script) => {
        script.default(element);
        element.dataset.started = '';
      });
    }
  }

  new MutationObserver(start).observe(document.body, { childList: true, subtree: true });
  start();
}
