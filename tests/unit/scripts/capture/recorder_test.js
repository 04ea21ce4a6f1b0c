import assert from 'node:assert/strict';
import { isTooShort, timeOf } from '../../../../assets/scripts/capture/recorder.js';

Deno.test('half a second is long enough to say something', () => {
  assert.equal(isTooShort(0.49), true);
  assert.equal(isTooShort(0.5), false);
});

Deno.test('the clock counts whole seconds down and stops at the last', () => {
  assert.deepEqual(timeOf(0, 60), { share: 0, left: 60, isOver: false });
  assert.deepEqual(timeOf(0.1, 60).left, 60);
  assert.deepEqual(timeOf(15, 60), { share: 25, left: 45, isOver: false });
  assert.equal(timeOf(59.99, 60).isOver, false);
  assert.deepEqual(timeOf(60, 60), { share: 100, left: 0, isOver: true });
});
