// Elements of a page, by what they are. A page without one that a script works with is broken, and says so at once.

/**
 * The first element below `root` that fits. Raises `TypeError` when there is none, or when it is of another type.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
export function find(root, selector, type) {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new TypeError(`no ${type.name} at ${selector}`);
}

/**
 * The part of `root` with this name in its data. Raises as `find` does.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} name
 * @param {new () => T} type
 * @returns {T}
 */
export const part = (root, name, type) => find(root, `[data-part=${name}]`, type);

/**
 * Show a sentence in a line that is hidden as long as it says nothing.
 * @param {HTMLElement} line
 * @param {string} words
 */
export function say(line, words) {
  line.hidden = !words;
  find(line, 'span', HTMLElement).textContent = words;
}
