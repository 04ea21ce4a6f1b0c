import assert from 'node:assert/strict';
import { escapes, isEnough } from '../../../../assets/scripts/live/quick_exit.js';

/**
 * Whether these keys, each with its millisecond, lead away.
 * @param {[key: string, timeStamp: number][]} keys
 */
const leads = (...keys) =>
  isEnough(
    keys.reduce((before, [key, timeStamp]) => escapes(before, { key, timeStamp }), /** @type {number[]} */ ([])),
  );

Deno.test('Escape three times within a second and a half leads away', () => {
  assert.equal(leads(['Escape', 0], ['Escape', 700], ['Escape', 1499]), true);
});

Deno.test('twice, or slower, does not', () => {
  assert.equal(leads(['Escape', 0], ['Escape', 100]), false);
  assert.equal(leads(['Escape', 0], ['Escape', 700], ['Escape', 1500]), false);
});

Deno.test('another key in between begins anew', () => {
  assert.equal(leads(['Escape', 0], ['Escape', 100], ['a', 200], ['Escape', 300]), false);
  assert.equal(leads(['a', 0], ['Escape', 100], ['Escape', 200], ['Escape', 300]), true);
});

Deno.test('slow ones are forgotten, quick ones after them count', () => {
  assert.equal(leads(['Escape', 0], ['Escape', 2000], ['Escape', 2500], ['Escape', 3000]), true);
});
