import assert from 'node:assert/strict';
import { paceOf, partsOf } from '../../../../assets/scripts/draw/replay.js';

Deno.test('strokes come one after another, with the pencil off the paper in between', () => {
  assert.deepEqual(partsOf([100, 50]), [{ from: 150, until: 250 }, { from: 400, until: 450 }]);
  assert.deepEqual(partsOf([]), []);
});

Deno.test('a dot takes two seconds, an hour of scribbling six, a house what it takes', () => {
  const seconds = (/** @type {number} */ way) => way / paceOf(way) / 1000;
  assert.equal(seconds(10), 2);
  assert.equal(seconds(9000), 3);
  assert.equal(seconds(10_000_000), 6);
});
