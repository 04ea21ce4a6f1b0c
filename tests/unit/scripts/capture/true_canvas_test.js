import assert from 'node:assert/strict';
import { isSame, pattern } from '../../../../assets/scripts/capture/true_canvas.js';

Deno.test('the known picture is opaque, without order, and the same each time', () => {
  const pixels = pattern(16);
  assert.deepEqual(pixels, pattern(16));
  const alphas = new Set(pixels.filter((_, index) => index % 4 === 3));
  assert.deepEqual([...alphas], [255]);
  assert.ok(new Set(pixels).size > 150);
});

Deno.test('one step in one channel is another picture', () => {
  const [known, other] = [pattern(), pattern()];
  assert.equal(isSame(known, other), true);
  other[1000] = (other[1000] ?? 0) ^ 1;
  assert.equal(isSame(known, other), false);
  assert.equal(isSame(known, known.slice(4)), false);
});
