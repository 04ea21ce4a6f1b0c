import assert from 'node:assert/strict';
import { isNumber, query } from '../../../../assets/scripts/plain/passkey.js';

Deno.test('an address in numbers cannot have passkeys, a name can', () => {
  assert.deepEqual(['192.168.1.7', '[::1]', '127.0.0.1'].map(isNumber), [true, true, true]);
  assert.deepEqual(['localhost', 'kompas.example', '4you.example'].map(isNumber), [false, false, false]);
});

Deno.test('the question tells whose device this is', () => {
  assert.equal(query(true), '?eigen=ja');
  assert.equal(query(false), '');
});
