import assert from 'node:assert/strict';
import { tapped } from '../../../../assets/scripts/plain/picture_pin.js';

/**
 * @param {number} length
 * @param {string[]} taps
 */
const after = (length, ...taps) =>
  taps.reduce((before, picture) => tapped(before, picture, length), /** @type {string[]} */ ([]));

Deno.test('pictures are in the order of their taps', () => {
  assert.deepEqual(after(4, 'fish', 'tree', 'sun'), ['fish', 'tree', 'sun']);
});

Deno.test('a second tap takes the first back, and the others move up', () => {
  assert.deepEqual(after(4, 'fish', 'tree', 'sun', 'fish'), ['tree', 'sun']);
});

Deno.test('what is complete does not change any more', () => {
  assert.deepEqual(after(4, 'fish', 'tree', 'sun', 'boat', 'cat', 'fish'), ['fish', 'tree', 'sun', 'boat']);
  assert.deepEqual(after(2, 'fish', 'tree', 'sun'), ['fish', 'tree'], 'it is the page that says how many');
});
