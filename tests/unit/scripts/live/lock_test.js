import assert from 'node:assert/strict';
import { due } from '../../../../assets/scripts/live/lock.js';

const TWO_MINUTES = 120_000;

Deno.test('half a minute before it locks, it asks', () => {
  assert.equal(due(0, TWO_MINUTES), 'wait');
  assert.equal(due(89_999, TWO_MINUTES), 'wait');
  assert.equal(due(90_000, TWO_MINUTES), 'ask');
  assert.equal(due(119_999, TWO_MINUTES), 'ask');
  assert.equal(due(120_000, TWO_MINUTES), 'lock');
});

Deno.test('a tablet that slept through the question locks at once', () => {
  assert.equal(due(10 * TWO_MINUTES, TWO_MINUTES), 'lock');
});

Deno.test('who has little time is asked for the last third of it', () => {
  assert.equal(due(19, 30), 'wait');
  assert.equal(due(20, 30), 'ask');
});
