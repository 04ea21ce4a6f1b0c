// What "Lees voor" says of a page: every text and name that can be seen, in the order in which they stand, a sentence
// at a time. What is chosen is said to be chosen. `data-said` says what is said of a button in another way: "pressed",
// only when it is, as of a heart, of which the name is true only then; "name", never that it is chosen, as of a picture
// of a code; "never", nothing, where the words beside it say the same.

/** @typedef {{ words: string, lang: string }} Piece */

/** Letters in one breath: some voices stop in the middle of more. */
const LONGEST = 180;
const ENDS = /([.!?…؟።]+["'”’)\]]*\s+)/;
const GOES_ON = /^\p{Ll}/u;
/** What a name says all of; that of anything else is the name of a group. */
const NAMED = ['a', 'button', 'input', 'select', 'textarea', 'img', 'svg', 'canvas'];
const NAMED_ROLES = ['img', 'button', 'link', 'switch', 'checkbox', 'radio', 'progressbar'];
const PRESSED = 'pressed';

/**
 * Soft hyphens are for the eye.
 * @param {string} words
 */
const withoutHyphens = (words) => words.replaceAll('\u00ad', '');

/** @typedef {ReturnType<typeof teller>} Telling */

/** What is told so far. Words that stand in one line, perhaps in several elements, are one piece. */
function teller() {
  /** @type {Piece[]} */
  const pieces = [];
  let line = '';
  let language = '';

  function end() {
    const words = withoutHyphens(line).replace(/\s+/g, ' ').trim();
    if (words) pieces.push({ words, lang: language });
    line = '';
  }

  /**
   * @param {string} words
   * @param {string} lang
   */
  function add(words, lang) {
    if (lang !== language) end();
    language = lang;
    line += words;
  }

  return { pieces, add, end };
}

/**
 * Whether none of what it stands in is hidden. Asked of no `checkVisibility`, which iOS 16 has not.
 * @param {Element} element
 */
export function isSeen(element) {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (isSilent(around)) return false;
  }
  return true;
}

/**
 * What these parts of a page say.
 * @param {Element[]} parts
 * @param {string} lang that of the page
 * @param {string} chosen how something chosen is said: words with `{what}`
 */
export function said(parts, lang, chosen) {
  const telling = teller();
  for (const part of parts) {
    tell(part, lang, chosen, telling);
    telling.end();
  }
  return telling.pieces;
}

/** @param {Element} element */
function isSilent(element) {
  if (element.getAttribute('aria-hidden') === 'true' || element.classList.contains('listen')) return true;
  const how = element.getAttribute('data-said');
  if (how === 'never' || (how === PRESSED && !isPressed(element))) return true;
  return getComputedStyle(element).display === 'none';
}

/** @param {Element} element */
const isPressed = (element) => element.getAttribute('aria-pressed') === 'true';

/**
 * Whether to say that it is chosen: a button that is pressed, a label of what is ticked.
 * @param {Element} element
 */
function isChosen(element) {
  if (element.hasAttribute('data-said')) return false;
  const { control } = /** @type {{ control?: ?{ checked?: boolean } }} */ (/** @type {unknown} */ (element));
  return isPressed(element) || Boolean(control?.checked);
}

/**
 * @param {Element} element
 * @param {string} around the language around it
 * @param {string} chosen
 * @param {Telling} telling
 */
function tell(element, around, chosen, telling) {
  if (isSilent(element)) return;
  const lang = element.getAttribute('lang') || around;
  const apart = element.hasAttribute('aria-label') || isChosen(element) ||
    getComputedStyle(element).display !== 'inline';
  if (apart) telling.end();
  if (isChosen(element)) {
    const inside = teller();
    tellInside(element, lang, chosen, inside);
    inside.end();
    const words = inside.pieces.map((piece) => piece.words).join(', ');
    if (words) telling.add(chosen.replace('{what}', () => words), lang);
  } else tellInside(element, lang, chosen, telling);
  if (apart) telling.end();
}

/**
 * @param {Element} element
 * @param {string} lang
 * @param {string} chosen
 * @param {Telling} telling
 */
function tellInside(element, lang, chosen, telling) {
  const { visibility, contentVisibility } = getComputedStyle(element);
  const name = element.getAttribute('aria-label');
  if (name && visibility === 'visible' && !standsInside(name, element)) {
    const more = element.getAttribute('aria-description');
    telling.add(more ? `${name}: ${more}` : name, lang);
    telling.end();
  }
  if (name && !isGroup(element)) return;
  if (contentVisibility === 'hidden') return;
  for (const node of childrenOf(element)) {
    if (node.nodeType === 1) tell(/** @type {Element} */ (node), lang, chosen, telling);
    else if (node.nodeType === 3 && visibility === 'visible') telling.add(node.textContent ?? '', lang);
  }
  // what stands below each other is not one word
  if (element.localName === 'br' || element.localName === 'tspan') telling.add(' ', lang);
}

/**
 * Whether its name is that of all in it, and stands for none of it.
 * @param {Element} element
 */
const isGroup = (element) =>
  !NAMED.includes(element.localName) && !NAMED_ROLES.includes(element.getAttribute('role') ?? '');

/**
 * Whether a group is told its name by what stands in it.
 * @param {string} name
 * @param {Element} element
 */
const standsInside = (name, element) =>
  isGroup(element) && withoutHyphens(element.textContent ?? '').includes(withoutHyphens(name));

/**
 * What of its content can be seen: of what is folded its summary, of a list to choose from what is chosen.
 * @param {Element} element
 */
function childrenOf(element) {
  const nodes = [...element.childNodes];
  if (element.localName === 'select') return [.../** @type {HTMLSelectElement} */ (element).selectedOptions];
  if (element.localName !== 'details' || element.hasAttribute('open')) return nodes;
  return nodes.filter((node) => /** @type {Element} */ (node).localName === 'summary');
}

/**
 * Words cut where one breathes: after each sentence, and of a long one at a comma or a space.
 * @param {string} words
 */
export function sentences(words) {
  const parts = words.trim().split(ENDS);
  /** @type {string[]} */
  const whole = [];
  for (let at = 0; at < parts.length; at += 2) {
    const sentence = `${parts[at]}${parts[at + 1] ?? ''}`.trim();
    const goesOn = whole.length && GOES_ON.test(sentence); // after "bijv." and the like
    if (goesOn) whole.push(`${whole.pop()} ${sentence}`);
    else if (sentence) whole.push(sentence);
  }
  return whole.flatMap(breaths);
}

/**
 * @param {string} sentence
 * @returns {string[]}
 */
function breaths(sentence) {
  if (sentence.length <= LONGEST) return [sentence];
  const first = sentence.slice(0, LONGEST);
  const comma = Math.max(...[', ', '; ', ': '].map((mark) => first.lastIndexOf(mark)));
  const cut = comma > LONGEST / 3 ? comma + 1 : first.lastIndexOf(' ');
  const at = cut > 0 ? cut : LONGEST;
  return [sentence.slice(0, at).trim(), ...breaths(sentence.slice(at).trim())];
}
