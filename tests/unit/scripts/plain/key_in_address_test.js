import assert from 'node:assert/strict';
import { keyIn } from '../../../../assets/scripts/plain/key_in_address.js';

const KEY = 'aZ09_-aZ09_-aZ09_-aZ0-';

const PASSED_ON = {
  'as it is': KEY,
  'a full stop behind it': `${KEY}.`,
  'a bracket': `${KEY})`,
  'a space': `%20${KEY}%20`,
  'a second #': `#${KEY}`,
  'a mark of a program': `${KEY}&utm_source=mail`,
  'what cannot be decoded': `${KEY}%`,
  'a letter that nobody sees': `${encodeURIComponent('\u200B')}${KEY}`,
  'a sign of emphasis': `${KEY}_`,
};

for (const [how, behind] of Object.entries(PASSED_ON)) {
  Deno.test(`the key is found in ${how}`, () => assert.equal(keyIn(behind), KEY));
}

Deno.test('what is no key is handed on as it is, so that the server says so', () => {
  assert.equal(keyIn('onzin'), 'onzin');
  assert.equal(keyIn(''), '');
});
