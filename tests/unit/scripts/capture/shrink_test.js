import assert from 'node:assert/strict';
import { fitted, hasTooManyBytes, hasTooManyPixels, isTurned } from '../../../../assets/scripts/capture/shrink.js';

/** That the model's limits are these is what test_limits.py looks at. */
const LIMITS = { mostPixels: 8192 * 6400, mostBytes: 15 * 1024 * 1024, longestSide: 1600 };

Deno.test('the fifty megapixels of a phone are not too many', () => {
  assert.equal(hasTooManyPixels({ width: 8192, height: 6144 }, LIMITS), false);
  assert.equal(hasTooManyPixels({ width: 6144, height: 8192 }, LIMITS), false);
});

Deno.test('the last pixel that fits is taken, and the next one is too many', () => {
  assert.equal(hasTooManyPixels({ width: 8192, height: 6400 }, LIMITS), false);
  assert.equal(hasTooManyPixels({ width: 8192 * 6400 + 1, height: 1 }, LIMITS), true);
});

Deno.test('the last byte that fits is taken, and the next one is too many', () => {
  assert.equal(hasTooManyBytes(LIMITS.mostBytes, LIMITS), false);
  assert.equal(hasTooManyBytes(LIMITS.mostBytes + 1, LIMITS), true);
});

Deno.test('the longest side becomes what is kept, and the other one follows', () => {
  assert.deepEqual(fitted({ width: 4032, height: 3024 }, 1600), { width: 1600, height: 1200 });
  assert.deepEqual(fitted({ width: 3024, height: 4032 }, 1600), { width: 1200, height: 1600 });
  assert.deepEqual(fitted({ width: 4032, height: 3024 }, 1600, 0.5), { width: 800, height: 600 });
});

Deno.test('a small photo is not made larger', () => {
  assert.deepEqual(fitted({ width: 640, height: 480 }, 1600), { width: 640, height: 480 });
});

Deno.test('a line of one pixel does not vanish', () => {
  assert.deepEqual(fitted({ width: 16_000, height: 1 }, 1600), { width: 1600, height: 1 });
});

Deno.test('a bitmap that lies where the photo stands was turned', () => {
  const standing = { width: 3024, height: 4032 };
  assert.equal(isTurned({ width: 1600, height: 1200 }, standing), true);
  assert.equal(isTurned({ width: 1200, height: 1600 }, standing), false);
  assert.equal(isTurned({ width: 1600, height: 1600 }, standing), false, 'a square is never turned');
});
