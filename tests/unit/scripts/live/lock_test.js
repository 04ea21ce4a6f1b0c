import assert from 'node:assert/strict';
import { due } from '../../../../assets/scripts/live/lock.js';

const FIVE_MINUTES = 300_000;
const A_MINUTE = 60_000;

Deno.test('a minute before it locks, it asks', () => {
  assert.equal(due(0, FIVE_MINUTES, A_MINUTE), 'wait');
  assert.equal(due(239_999, FIVE_MINUTES, A_MINUTE), 'wait');
  assert.equal(due(240_000, FIVE_MINUTES, A_MINUTE), 'ask');
  assert.equal(due(299_999, FIVE_MINUTES, A_MINUTE), 'ask');
  assert.equal(due(300_000, FIVE_MINUTES, A_MINUTE), 'lock');
});

Deno.test('a tablet that slept through the question locks at once', () => {
  assert.equal(due(10 * FIVE_MINUTES, FIVE_MINUTES, A_MINUTE), 'lock');
});

Deno.test('who has little time is asked for the last third of it', () => {
  assert.equal(due(19, 30, A_MINUTE), 'wait');
  assert.equal(due(20, 30, A_MINUTE), 'ask');
});
