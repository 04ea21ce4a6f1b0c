import assert from 'node:assert/strict';
import { isSeen, said, sentences } from '../../../../assets/scripts/live/said.js';

// a page of as many elements as a test needs: what is in the way of being said is told by its style

/** @typedef {{ display?: string, visibility?: string, contentVisibility?: string }} Style */

const APART = { display: 'block', visibility: 'visible', contentVisibility: 'visible' };
const styles = new WeakMap();
Object.assign(globalThis, { getComputedStyle: (/** @type {object} */ element) => styles.get(element) });

/**
 * An element; `attributes` may have its style, or what a label is of.
 * @param {string} localName
 * @param {Record<string, unknown>} attributes
 * @param {(string | Element)[]} children
 */
function element(localName, { style, control, ...attributes }, ...children) {
  const one = {
    nodeType: 1,
    localName,
    control,
    parentElement: null,
    textContent: children.map((child) => typeof child === 'string' ? child : child.textContent).join(''),
    childNodes: children.map((child) => typeof child === 'string' ? { nodeType: 3, textContent: child } : child),
    classList: { contains: (/** @type {string} */ name) => attributes.class === name },
    getAttribute: (/** @type {string} */ name) => attributes[name] ?? null,
    hasAttribute: (/** @type {string} */ name) => name in attributes,
  };
  const inline = ['span', 'b', 'a', 'br', 'tspan', 'label'].includes(localName) ? { display: 'inline' } : {};
  styles.set(one, { ...APART, ...inline, .../** @type {Style} */ (style ?? {}) });
  for (const child of children) if (typeof child !== 'string') Object.assign(child, { parentElement: one });
  return /** @type {Element} */ (/** @type {unknown} */ (one));
}

/** @param {(string | Element)[]} children */
const page = (...children) => element('main', {}, ...children);

/**
 * @param {string} words
 * @param {Record<string, unknown>} attributes
 */
const tile = (words, attributes = {}) =>
  element('button', attributes, element('span', { style: { display: 'block' } }, words));

/** @param {Element[]} parts */
const words = (...parts) => said(parts, 'nl', 'Gekozen: {what}').map((piece) => piece.words);

Deno.test('what is chosen is said to be chosen, and what is not is said by its word', () => {
  const muziek = tile('muziek', { 'aria-pressed': 'true' });
  const lezen = tile('lezen', { 'aria-pressed': 'false' });
  assert.deepEqual(words(page(muziek, lezen)), ['Gekozen: muziek', 'lezen']);
});

Deno.test('what is ticked is said to be chosen too', () => {
  const ticked = (/** @type {boolean} */ checked) =>
    element('label', { control: { checked } }, element('span', {}, 'van mij'));
  assert.deepEqual(words(page(ticked(true), ticked(false))), ['Gekozen: van mij', 'van mij']);
});

Deno.test('words of a person stay what they are when they are chosen', () => {
  assert.deepEqual(words(tile("$& en $'", { 'aria-pressed': 'true' })), ["Gekozen: $& en $'"]);
});

Deno.test('a heart is said only where there is one, and is not chosen besides', () => {
  const heart = (/** @type {string} */ of, /** @type {boolean} */ pressed) =>
    element('button', {
      'aria-label': `Belangrijk: ${of}`,
      'aria-pressed': String(pressed),
      'data-said': 'pressed',
    });
  assert.deepEqual(words(page(heart('muziek', true), heart('lezen', false))), ['Belangrijk: muziek']);
});

Deno.test('a picture of a code is said without whether it was tapped', () => {
  assert.deepEqual(words(tile('vis', { 'aria-pressed': 'true', 'data-said': 'name' })), ['vis']);
});

Deno.test('a word that stands there twice is said twice', () => {
  assert.deepEqual(words(page(tile('muziek'), element('p', {}, 'muziek')), page(tile('muziek'))), [
    'muziek',
    'muziek',
    'muziek',
  ]);
});

Deno.test('a sentence in several elements is one piece, and what stands apart is another', () => {
  const sentence = element('p', {}, 'Dit is ', element('b', {}, 'jouw'), ' kompas.');
  assert.deepEqual(words(page(sentence, element('p', {}, 'Kijk maar.'))), ['Dit is jouw kompas.', 'Kijk maar.']);
  assert.deepEqual(words(element('p', {}, 'Snel', element('br', {}), 'weg')), ['Snel weg']);
});

Deno.test('a name stands for what is inside, and its description follows', () => {
  const quarter = element('a', { 'aria-label': 'Meedoen', 'aria-description': 'sport' }, 'tekening');
  const empty = element('a', { 'aria-label': 'Erbij horen', 'aria-description': '' }, 'tekening');
  assert.deepEqual(words(page(quarter, empty)), ['Meedoen: sport', 'Erbij horen']);
});

Deno.test('the name of a group is said before what is in it, and not when that says it too', () => {
  const languages = element('div', { role: 'group', 'aria-label': 'Taal' }, tile('Nederlands'));
  const wishes = element(
    'div',
    { role: 'group', 'aria-label': 'Welke wens?' },
    element('h2', {}, 'Welke \u00adwens?'),
    tile('rust'),
  );
  assert.deepEqual(words(page(languages, wishes)), ['Taal', 'Nederlands', 'Welke wens?', 'rust']);
});

for (const checkVisibility of ['without', 'with']) {
  Deno.test(`what cannot be seen is not said, in a browser ${checkVisibility} checkVisibility`, () => {
    const none = { style: { display: 'none' } };
    const hidden = [
      element('p', none, 'weg'),
      element('div', none, element('p', {}, 'ook weg')),
      element('p', { style: { visibility: 'hidden' } }, 'doorzichtig'),
      element('div', { style: { contentVisibility: 'hidden' } }, element('p', {}, 'overgeslagen')),
      element('a', { 'aria-label': 'naam', style: { visibility: 'hidden' } }),
      element('p', { 'aria-hidden': 'true' }, 'versiering'),
      element('button', { class: 'listen', 'aria-label': 'Lees voor' }),
      element('button', { 'data-said': 'never', 'aria-label': 'Gedaan' }),
      element('details', {}, element('summary', {}, 'meer'), element('p', {}, 'dicht')),
    ];
    const back = element('p', { style: { visibility: 'visible' } }, 'wel');
    const within = element('div', { style: { visibility: 'hidden' } }, 'niet', back);
    const contents = element('div', { style: { display: 'contents' } }, element('p', {}, 'ook wel'));
    const open = element('details', { open: '' }, element('summary', {}, 'minder'), element('p', {}, 'open'));
    const all = page(...hidden, within, contents, open);
    if (checkVisibility === 'with') { for (const one of hidden) Object.assign(one, { checkVisibility: () => true }); }
    assert.deepEqual(words(all), ['meer', 'wel', 'ook wel', 'minder', 'open']);
  });
}

Deno.test('a part that stands in something hidden is not seen', () => {
  const inside = element('p', {}, 'kompas');
  page(element('div', { style: { display: 'none' } }, inside));
  const shown = element('p', {}, 'kompas');
  page(shown);
  assert.equal(isSeen(inside), false);
  assert.equal(isSeen(shown), true);
});

Deno.test('each piece is in the language in which it is written', () => {
  const choice = element('button', { lang: 'en' }, element('span', {}, 'English'));
  const inline = element('p', {}, 'Dat heet ', element('b', { lang: 'en' }, 'strength'));
  assert.deepEqual(said([page(choice, inline)], 'nl', '{what}'), [
    { words: 'English', lang: 'en' },
    { words: 'Dat heet', lang: 'nl' },
    { words: 'strength', lang: 'en' },
  ]);
});

Deno.test('a soft hyphen is for the eye', () => {
  assert.deepEqual(words(element('p', {}, 'ver\u00adzekerings\u00admaat\u00adschappij')), ['verzekeringsmaatschappij']);
});

Deno.test('a text is said a sentence at a time', () => {
  assert.deepEqual(sentences('Dit is jouw kompas. Wie ben jij? "Kijk maar!" Zo.'), [
    'Dit is jouw kompas.',
    'Wie ben jij?',
    '"Kijk maar!"',
    'Zo.',
  ]);
  assert.deepEqual(sentences('  muziek '), ['muziek']);
  assert.deepEqual(sentences('Om 14.30 uur, bijv. met de bus. Of lopend.'), [
    'Om 14.30 uur, bijv. met de bus.',
    'Of lopend.',
  ]);
  assert.deepEqual(sentences(''), []);
});

Deno.test('a long sentence is cut where one breathes, and nothing of it is lost', () => {
  const long = Array.from({ length: 30 }, (_, at) => `woord ${at}${at % 10 === 9 ? ',' : ''}`).join(' ');
  const cut = sentences(long);
  assert(cut.length > 1);
  assert.equal(cut.join(' '), long);
  assert(cut.every((one) => one.length <= 180));
  assert(cut[0]?.endsWith(','));
  const endless = sentences('a'.repeat(400));
  assert.equal(endless.join(''), 'a'.repeat(400));
  assert(endless.every((one) => one.length <= 180));
});
