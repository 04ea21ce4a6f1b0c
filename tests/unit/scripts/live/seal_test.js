import assert from 'node:assert/strict';
import { bytesOf, sealed, textOf, unsealed } from '../../../../assets/scripts/live/seal.js';

const KEY = textOf(new Uint8Array(32).fill(7));
const OTHER = textOf(new Uint8Array(32).fill(8));
const WORDS = new TextEncoder().encode('Een tuin met 🌷');

Deno.test('what was sealed is read with the same key', async () => {
  const read = await unsealed(KEY, await sealed(KEY, WORDS));
  assert.equal(new TextDecoder().decode(read), 'Een tuin met 🌷');
});

Deno.test('another key reads nothing, nor does anyone what was changed', async () => {
  const both = await sealed(KEY, WORDS);
  await assert.rejects(unsealed(OTHER, both));
  both[20] = (both[20] ?? 0) ^ 1;
  await assert.rejects(unsealed(KEY, both));
});

Deno.test('the same words look different each time', async () => {
  assert.notDeepEqual(await sealed(KEY, WORDS), await sealed(KEY, WORDS));
});

Deno.test('bytes survive being text, many of them too', () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 256);
  assert.deepEqual(bytesOf(textOf(bytes)), bytes);
});
